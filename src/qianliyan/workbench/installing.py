"""Beginning an office's own installation: posts, the first office, its first administrator; nothing by default."""

import secrets
import string
from dataclasses import dataclass

from django.db import transaction
from django.utils.translation import gettext as _

from qianliyan.accounts.models import Person, User
from qianliyan.core import clock
from qianliyan.core.errors import Unreadable
from qianliyan.history.actors import SYSTEM
from qianliyan.history.trail import record
from qianliyan.offices import actions as offices
from qianliyan.offices.models import Office, Post, Seat
from qianliyan.offices.powers import Level, Network
from qianliyan.workbench.installation import INIT_VERB, Nature, nature
from qianliyan.workbench.posts import enter_standard_posts

LENGTH = 16
# Without signs that look alike on paper (0 O o, 1 I l).
LETTERS = "".join(sign for sign in string.ascii_letters + string.digits if sign not in "0Oo1Il")


@dataclass(frozen=True)
class Enrolled:
    """Somebody who can sign in now, with the first password; it is shown once and stored nowhere."""

    seat: Seat
    username: str
    password: str


@transaction.atomic
def begin(*, office: str, short_name: str, level: Level, name: str, username: str) -> Enrolled:
    """Make the first office and its system administrator; refuse where anything stands already."""
    if nature() != Nature.EMPTY:
        raise Unreadable(_("系统已经初始化过，不能再次初始化。新增人员请用 qianliyan enrol。"))
    first = offices.found(
        office,
        short_name=short_name or office,
        level=level,
        network=Network.VERTICAL,
        parent=None,
        on=clock.today(),
        by=SYSTEM,
    )
    posts = enter_standard_posts()
    record(INIT_VERB, first, by=SYSTEM)
    return enrol(first, posts["system-administrator"], name=name, username=username)


@transaction.atomic
def enrol(office: Office, post: Post, *, name: str, username: str, phone: str = "") -> Enrolled:
    """Give a new person a post and a sign-in with a first password that has to be changed."""
    if User.objects.filter(username=username).exists():
        raise Unreadable(_("登录名“%(username)s”已有人用，请换一个。") % {"username": username})
    password = first_password()
    person = Person.objects.create(name=name, phone=phone)
    user = User.objects.enrol(person, username, password)
    record("user.enrol", user, by=SYSTEM, username=username)
    seat = offices.seat(person, office, post, since=clock.today(), by=SYSTEM)
    return Enrolled(seat, username, password)


def first_password() -> str:
    """Return a random password that fits the policy."""
    while True:
        password = "".join(secrets.choice(LETTERS) for _place in range(LENGTH))
        if all(any(kind(sign) for sign in password) for kind in (str.islower, str.isupper, str.isdigit)):
            return password
