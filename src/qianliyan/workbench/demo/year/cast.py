"""Enters the whole city: the units that world.yaml does not have, their people, and further publications."""

from random import Random
from typing import Any

from django.contrib.auth.hashers import make_password

from qianliyan.accounts.models import Person, User
from qianliyan.bulletins.actions.publications import found as found_publication
from qianliyan.configuration.actions import set_value
from qianliyan.core import clock
from qianliyan.history.actors import SYSTEM
from qianliyan.items.settings import CHAIN
from qianliyan.items.stages import Stage
from qianliyan.offices import actions as offices
from qianliyan.offices.models import Office, Post, Seat
from qianliyan.offices.powers import Level, Network, Power
from qianliyan.workbench.demo.accounts import PASSWORD
from qianliyan.workbench.demo.city import Unit, told, units
from qianliyan.workbench.demo.stage import FOUNDED, World

SMALL = (("xinxi", "officer"), ("shenhe", "small-unit-reviewer"), ("qianfa", "signatory"))
LARGE = (("xinxi", "officer"), ("hegao", "checker-screener"), ("shenhe", "reviewer"), ("qianfa", "signatory"))
TOWN = (("xinxi", "officer"), ("qianfa", "signatory"))
# What the city and the province have beside the people of world.yaml.
FURTHER = (
    ("city-bianji3", "city", "editor", "0900-6010218"),
    ("city-guanli", "city", "system-administrator", "0900-6010260"),
    ("city-baomi", "city", "security-administrator", "0900-6010261"),
    ("city-shenji", "city", "auditor", "0900-6010262"),
    ("sheng-chuzhang", "province", "chief", "0900-8010331"),
    ("sheng-mishuzhang", "province", "secretary-general", "0900-8010301"),
    ("qs-bianji", "qingshi", "chief", "0900-6120021"),
    ("qs-fuzhuren", "qingshi", "secretary-general", "0900-6120002"),
)


class Cast:
    """The whole city on the stage, with who sits in which office for what."""

    def __init__(self, world: World, chance: Random) -> None:
        self.world = world
        self.chance = chance
        self.offices: dict[str, Office] = dict(world.offices)
        self._posts = {post.code: post for post in Post.objects.all()}
        self._password = make_password(PASSWORD)
        self._named: set[str] = {seat.person.name for seat in world.seats.values()}
        self._deciders: dict[tuple[int, Power], Seat] = {}

    def enter(self) -> None:
        """Enter units, people, publications and the shorter chains of small units."""
        for key, unit in units().items():
            if key not in self.offices:
                self.offices[key] = self._found(key, unit)
        party = told()["party"]
        self.offices["party"] = self._office(party["name"], party["short"], Level.CITY, Network.OTHER, None)
        self.world.offices.update(self.offices)
        for key, unit in units().items():
            self._people(key, unit)
        for username, office, post, phone in FURTHER:
            self._seat(username, office, post, phone)
        self._publications()
        self._chains()

    def decider(self, office: Office, power: Power) -> Seat:
        """Return who signs off at a stage of an office's chain."""
        found = self._deciders.get((office.pk, power))
        if found is None:
            found = self._deciders[office.pk, power] = self.world.decider(office, power)
        return found

    def officer(self, key: str) -> Seat:
        """Return who writes and sends for a unit."""
        return self.decider(self.offices[key], Power.DRAFT)

    def _found(self, key: str, unit: Unit) -> Office:
        if key in told()["counties"]:
            name = f"{unit.author.name}人民政府办公室"
            short = f"{unit.author.name}政府办"
            return self._office(name, short, Level.COUNTY, Network.VERTICAL, "city")
        if key in told()["departments"]:
            name = f"云川市{told()['departments'][key]['name']}"
            return self._office(name, unit.author.office, Level.UNIT, Network.HORIZONTAL, "city")
        if key in told()["others"]:
            other = told()["others"][key]
            return self._office(other["name"], other["short"], Level.UNIT, Network(other["network"]), "city")
        county = told()["counties"][unit.above]["name"]
        name = f"{county}{unit.author.office}"
        return self._office(name, unit.author.name, Level.UNIT, Network.VERTICAL, unit.above)

    def _office(self, name: str, short: str, level: Level, network: Network, parent: str | None) -> Office:
        above = self.offices[parent] if parent else None
        return offices.found(name, short_name=short, level=level, network=network, parent=above, on=FOUNDED, by=SYSTEM)

    def _people(self, key: str, unit: Unit) -> None:
        sign, phone, posts = self._signs(key, unit)
        for place, (role, post) in enumerate(posts):
            if f"{sign}-{role}" not in self.world.seats:
                self._seat(f"{sign}-{role}", key, post, f"{phone}{place + 1:04}")

    def _signs(self, key: str, unit: Unit) -> tuple[str, str, tuple[tuple[str, str], ...]]:
        """Return the sign of a unit's sign-in names, its telephone and its posts."""
        if key in told()["counties"]:
            county = told()["counties"][key]
            return county["sign"], county["phone"], LARGE
        for group in ("departments", "others"):
            if key in told()[group]:
                place = list(told()[group]).index(key)
                return told()[group][key]["sign"], f"0900-{601 + place:03}", SMALL
        county = told()["counties"][unit.above]
        return f"{county['sign']}-{key.rpartition('-')[2]}", county["phone"], SMALL if unit.above == "qingshi" else TOWN

    def _seat(self, username: str, office: str, post: str, phone: str) -> None:
        person = Person.objects.create(name=self._name(), phone=phone)
        User.objects.create(person=person, username=username, password=self._password, must_change_password=False)
        taken = offices.seat(person, self.offices[office], self._posts[post], since=FOUNDED, by=SYSTEM)
        self.world.seats[username] = taken

    def _name(self) -> str:
        """Return a name that nobody here bears yet."""
        while True:
            name: str = self.chance.choice(told()["surnames"]) + self.chance.choice(told()["given"].split("、"))
            if name not in self._named:
                self._named.add(name)
                return name

    def _publications(self) -> None:
        readers = [self.offices[unit.key] for unit in units().values() if unit.above == "city"]
        bulletin = self.world.publications["zhengwu"]
        bulletin.readers.set([*readers, self.offices["party"]])
        self._publication("yaoqing", "sheng-chuzhang", name="云岭政务信息", report_to="省政府领导", copies=80)
        towns = {"distribute_to": "各乡镇人民政府，县级各部门", "copies": 40}
        self._publication("qingshi", "qs-bianji", name="青石政务信息", report_to="县委、县政府领导", **towns)

    def _publication(self, key: str, founder: str, **fields: Any) -> None:
        self.world.publications[key] = found_publication(by=self.world.seats[founder], template="zhengwu", **fields)

    def _chains(self) -> None:
        """Let the city and all below sign in two steps; one county keeps the four of the default."""
        for administrator, office, chain in (
            ("city-guanli", "city", [Stage.SCREEN.value, Stage.SIGN.value]),
            ("qs-bianji", "qingshi", [Stage.CHECK.value, Stage.SCREEN.value, Stage.REVIEW.value, Stage.SIGN.value]),
        ):
            seat = self.world.seats[administrator]
            set_value(CHAIN, chain, office=self.offices[office], valid_from=clock.today(), by=seat)
