"""People come into an office: a person, a sign-in, and a one-time password that is shown once."""

import secrets
from dataclasses import dataclass
from datetime import date

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from qianliyan.accounts.models import Person, User
from qianliyan.core import clock
from qianliyan.core.errors import NotAllowed, Unreadable
from qianliyan.history.actors import Actor
from qianliyan.history.trail import record
from qianliyan.offices.models import Enrolment, Office, Seat
from qianliyan.offices.permissions import SEPARATED, may_run
from qianliyan.offices.seats import held_on

ALPHABET = "abcdefghjkmnpqrstuvwxyz"
DIGITS = "23456789"


@dataclass(frozen=True)
class FirstSignIn:
    """A sign-in with its one-time password, which is kept nowhere."""

    user: User
    password: str


@transaction.atomic
def enrol(
    office: Office, *, name: str, username: str, phone: str = "", email: str = "", on: date, by: Seat
) -> FirstSignIn:
    """Enter a person for an office with a sign-in whose password must be changed at once."""
    if not may_run(by, office):
        raise NotAllowed(_("登记人员"))
    person = Person.objects.create(name=name, phone=phone, email=email)
    password = one_time_password()
    try:
        with transaction.atomic():
            user = User.objects.enrol(person, username, password)
    except IntegrityError as error:
        raise Unreadable(_("登录名“%(name)s”已经有人用，请换一个。") % {"name": username}) from error
    Enrolment.objects.create(person=person, office=office, on=on)
    record("person.enrol", person, by=by, name=name, username=username, office=office.name)
    return FirstSignIn(user, password)


@transaction.atomic
def reset_password(user: User, office: Office, *, by: Seat) -> FirstSignIn:
    """Give somebody of the office a new one-time password."""
    _require_over(user, office, by, _("重设密码"))
    password = one_time_password()
    user.set_password(password)
    user.must_change_password = True
    user.save(update_fields=["password", "must_change_password"])
    record("user.reset_password", user, by=by, username=user.username)
    return FirstSignIn(user, password)


@transaction.atomic
def renew_password(user: User, *, by: Actor) -> FirstSignIn:
    """Give anybody a new one-time password, on the server itself."""
    password = one_time_password()
    user.set_password(password)
    user.must_change_password, user.is_active = True, True
    user.save(update_fields=["password", "must_change_password", "is_active"])
    record("user.reset_password", user, by=by, recorded_from="server", username=user.username)
    return FirstSignIn(user, password)


@transaction.atomic
def switch_sign_in(user: User, office: Office, *, on: bool, by: Seat) -> User:
    """Open or close somebody's sign-in."""
    _require_over(user, office, by, _("停用或启用账号"))
    user.is_active = on
    user.save(update_fields=["is_active"])
    record("user.switch", user, by=by, username=user.username, on=int(on))
    return user


def _require_over(user: User, office: Office, by: Seat, step: str) -> None:
    """Refuse whoever does not keep every office in which this person sits, and the keys of administrators."""
    seats = list(Seat.objects.filter(held_on(clock.today()), person=user.person_id).select_related("office", "post"))
    known = (
        any(seat.office_id == office.pk for seat in seats) or office.enrolments.filter(person=user.person_id).exists()
    )
    reached = may_run(by, office) and all(may_run(by, seat.office) for seat in seats)
    if user.person_id == by.person_id or not known or not reached:
        raise NotAllowed(step)
    if any(seat.may(power) for seat in seats for power in SEPARATED):
        raise Unreadable(_("系统管理、安全保密管理、安全审计人员的账号请在服务器上办理（qianliyan password）。"))


def one_time_password() -> str:
    """Return a password that can be read over the telephone: three groups, no look-alike signs."""
    groups = ["".join(secrets.choice(ALPHABET) for _n in range(4)) for _group in range(2)]
    return f"{groups[0].title()}-{groups[1]}-{''.join(secrets.choice(DIGITS) for _n in range(4))}"
