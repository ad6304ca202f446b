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
from qianliyan.workbench.demo.accounts import PASSWORD, facts
from qianliyan.workbench.installation import DEMO_VERB
from qianliyan.workbench.posts import enter_standard_posts

FOUNDED = date(2020, 1, 1)


class World:
    """Everything that stands before the story begins, by its name in the story."""

    def __init__(self) -> None:
        self.offices: dict[str, Office] = {}
        self.seats: dict[str, Seat] = {}
        self.publications: dict[str, Publication] = {}

    def build(self, year: int | None = None) -> None:
        """Make everything; the trail says from the first event on that this is the demo.

        With `year`, the publications had issues in it before the system was introduced.
        """
        told = facts()
        for name, office in told["offices"].items():
            self.offices[name] = self._found(office)
        record(DEMO_VERB, next(iter(self.offices.values())), by=SYSTEM)
        posts = enter_standard_posts()
        # One hash for all: they share the password, and hashing nineteen times would take seconds.
        shared = make_password(PASSWORD)
        for person in told["people"]:
            self.seats[person["username"]] = self._seat(person, posts, shared)
        for name, publication in told["publications"].items():
            self.publications[name] = self._publication(publication, year)

    def decider(self, office: Office, power: Power) -> Seat:
        """Return who signs off at a stage of an office's chain."""
        return next(seat for seat in self.seats.values() if seat.may_at(power, office.pk))

    def _found(self, told: dict[str, Any]) -> Office:
        return offices.found(
            told["name"],
            short_name=told["short"],
            level=Level(told["level"]),
            network=Network(told["network"]),
            parent=self.offices.get(told.get("parent", "")),
            on=FOUNDED,
            by=SYSTEM,
        )

    def _seat(self, told: dict[str, Any], posts: dict[str, Post], password: str) -> Seat:
        person = Person.objects.create(name=told["name"], phone=told["phone"])
        User.objects.create(person=person, username=told["username"], password=password, must_change_password=False)
        office, post = self.offices[told["office"]], posts[told["post"]]
        return offices.seat(person, office, post, since=FOUNDED, by=SYSTEM)

    def _publication(self, told: dict[str, Any], year: int | None) -> Publication:
        fields = {name: value for name, value in told.items() if name not in ("readers", "last_number")}
        readers = [self.offices[name] for name in told.get("readers", ())]
        publication = found_publication(by=self.seats["city-kezhang"], readers=readers, **fields)
        if year is not None:
            Counter.objects.create(publication=publication, year=year, last=told["last_number"])
        return publication
