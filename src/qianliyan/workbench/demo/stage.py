"""Builds the stage: offices, posts, people with their sign-ins, publications."""

from datetime import date
from typing import Any

from django.contrib.auth.hashers import make_password

from qianliyan.accounts.models import Person, User
from qianliyan.bulletins.actions.publications import found as found_publication
from qianliyan.bulletins.models import Counter, Publication
from qianliyan.history.actors import SYSTEM
from qianliyan.history.trail import record
from qianliyan.offices import actions as offices
from qianliyan.offices.models import Office, Post, Seat
from qianliyan.offices.powers import Level, Network, Power
from qianliyan.workbench.demo.accounts import PASSWORD, world
from qianliyan.workbench.installation import DEMO_VERB
from qianliyan.workbench.posts import enter_standard_posts

FOUNDED = date(2020, 1, 1)


class Stage:
    """Everything that stands before the story begins, by its name in the story."""

    def __init__(self) -> None:
        self.offices: dict[str, Office] = {}
        self.seats: dict[str, Seat] = {}
        self.publications: dict[str, Publication] = {}

    def build(self, year: int) -> None:
        """Make everything; the trail says from the first event on that this is the demo."""
        for name, facts in world()["offices"].items():
            self.offices[name] = self._found(facts)
        record(DEMO_VERB, next(iter(self.offices.values())), by=SYSTEM)
        posts = enter_standard_posts()
        # One hash for all: they share the password, and hashing nineteen times would take seconds.
        shared = make_password(PASSWORD)
        for facts in world()["people"]:
            self.seats[facts["username"]] = self._seat(facts, posts, shared)
        for name, facts in world()["publications"].items():
            self.publications[name] = self._publication(facts, year)

    def chain(self, office: Office) -> list[Seat]:
        """Return who signs off at each stage of an office's chain, in its order."""
        powers = (Power.CHECK, Power.SCREEN, Power.REVIEW, Power.SIGN)
        here = [seat for seat in self.seats.values() if seat.office_id == office.pk]
        return [next(seat for seat in here if seat.may(power)) for power in powers]

    def _found(self, facts: dict[str, Any]) -> Office:
        return offices.found(
            facts["name"],
            short_name=facts["short"],
            level=Level(facts["level"]),
            network=Network(facts["network"]),
            parent=self.offices.get(facts.get("parent", "")),
            on=FOUNDED,
            by=SYSTEM,
        )

    def _seat(self, facts: dict[str, Any], posts: dict[str, Post], password: str) -> Seat:
        person = Person.objects.create(name=facts["name"], phone=facts["phone"])
        User.objects.create(person=person, username=facts["username"], password=password, must_change_password=False)
        office, post = self.offices[facts["office"]], posts[facts["post"]]
        return offices.seat(person, office, post, since=FOUNDED, by=SYSTEM)

    def _publication(self, facts: dict[str, Any], year: int) -> Publication:
        fields = {name: value for name, value in facts.items() if name not in ("readers", "last_number")}
        readers = [self.offices[name] for name in facts.get("readers", ())]
        publication = found_publication(by=self.seats["city-kezhang"], readers=readers, **fields)
        Counter.objects.create(publication=publication, year=year, last=facts["last_number"])
        return publication
