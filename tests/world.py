"""A small world for tests: a province, a city, two counties, a department, and the people in them."""

from dataclasses import dataclass, field
from datetime import date

from qianliyan.accounts.models import Person, User
from qianliyan.bulletins.models import Publication
from qianliyan.history.actors import SYSTEM
from qianliyan.offices import actions
from qianliyan.offices.models import Office, Post, Seat
from qianliyan.offices.powers import Level, Network, Power

SINCE = date(2020, 1, 1)
PASSWORD = "Yunchuan-2026"

POSTS = {
    "officer": ("信息员", [Power.DRAFT]),
    "checker": ("核稿人", [Power.CHECK, Power.SCREEN]),
    "reviewer": ("分管副主任", [Power.REVIEW]),
    "signatory": ("主任", [Power.SIGN]),
    "editor": ("编辑", [Power.EDIT]),
    "chief": ("科长", [Power.EDIT, Power.COMPOSE, Power.CONFIGURE]),
    "secretary_general": ("秘书长", [Power.SIGN_ISSUE]),
    "auditor": ("安全审计员", [Power.AUDIT]),
}


@dataclass
class World:
    """The offices by name and the seats by role."""

    province: Office
    city: Office
    county: Office
    neighbour_county: Office
    department: Office
    posts: dict[str, Post] = field(default_factory=dict)
    seats: dict[str, Seat] = field(default_factory=dict)

    def seat(self, role: str, post: str, office: Office, name: str) -> Seat:
        """Let somebody sit somewhere, with a sign-in named after the role."""
        person = Person.objects.create(name=name, phone="0900-1234567", email=f"{role}@example.test")
        User.objects.enrol(person, role, PASSWORD, must_change_password=False)
        taken = actions.seat(person, office, self.posts[post], since=SINCE, by=SYSTEM)
        self.seats[role] = taken
        return taken

    @property
    def bulletin(self) -> Publication:
        """The city's 《政务信息》."""
        return Publication.objects.get(office=self.city, name="政务信息")

    @property
    def special(self) -> Publication:
        """The city's protected 《专报信息》."""
        return Publication.objects.get(office=self.city, name="专报信息")


def build() -> World:
    """Make the world."""
    province = _found("云岭省人民政府办公厅", "省政府办公厅", Level.PROVINCE, None)
    city = _found("云川市人民政府办公室", "市政府办", Level.CITY, province)
    world = World(
        province=province,
        city=city,
        county=_found("青石县人民政府办公室", "青石县政府办", Level.COUNTY, city),
        neighbour_county=_found("白桑县人民政府办公室", "白桑县政府办", Level.COUNTY, city),
        department=_found("云川市农业农村局", "市农业农村局", Level.UNIT, city, Network.HORIZONTAL),
    )
    for order, (code, (name, powers)) in enumerate(POSTS.items()):
        world.posts[code] = Post.objects.create(code=code, name=name, powers=list(powers), order=order)
    _people(world)
    _publications(world)
    return world


def _found(name: str, short: str, level: Level, parent: Office | None, network: Network = Network.VERTICAL) -> Office:
    return actions.found(name, short_name=short, level=level, network=network, parent=parent, on=SINCE, by=SYSTEM)


def _people(world: World) -> None:
    for role, post, office, name in (
        ("officer", "officer", world.county, "石小禾"),
        ("checker", "checker", world.county, "安明"),
        ("reviewer", "reviewer", world.county, "岳川"),
        ("signatory", "signatory", world.county, "方远"),
        ("editor", "editor", world.city, "林编"),
        ("colleague", "editor", world.city, "苗编"),
        ("chief", "chief", world.city, "何科"),
        ("secretary_general", "secretary_general", world.city, "宋衡"),
        ("neighbour", "officer", world.neighbour_county, "白露"),
        ("outsider", "officer", world.department, "田青"),
        ("provincial_editor", "editor", world.province, "钟编"),
    ):
        world.seat(role, post, office, name)


def _publications(world: World) -> None:
    tail = {"report_to": "市委、市人大、市政府、市政协领导"}
    tail |= {"send_to": "市委办公室", "distribute_to": "各县（区）人民政府"}
    bulletin = Publication.objects.create(office=world.city, name="政务信息", template="zhengwu", **tail)
    bulletin.readers.set([world.county, world.neighbour_county, world.department])
    Publication.objects.create(
        office=world.city, name="专报信息", template="zhuanbao", protected=True, order=1, report_to="市长"
    )
