"""What leaders write on what they are given, and how it is registered, proposed, decided, forwarded and closed."""

from collections.abc import Callable, Sequence
from datetime import datetime, timedelta
from functools import partial
from random import Random

from qianliyan.bulletins.models import Credit, Entry, Issue
from qianliyan.core import clock
from qianliyan.instructions.actions import forwarding, presenting, proposing, reading, registering, reporting, telling
from qianliyan.instructions.actions.presenting import Addressed
from qianliyan.instructions.actions.registering import Leader, Proof
from qianliyan.instructions.models import Forwarding, Instruction, Reader
from qianliyan.instructions.models.instruction import InstructionForm
from qianliyan.items.kinds import PROTECTED
from qianliyan.offices.models import Office, Seat
from qianliyan.offices.powers import Level, Power
from qianliyan.workbench.demo.files import read
from qianliyan.workbench.demo.year.agenda import Agenda
from qianliyan.workbench.demo.year.cast import Cast
from qianliyan.workbench.demo.year.units import in_hours

ABOVE = {
    Level.PROVINCE: (("陆怀远", "省长"), ("程望舒", "副省长"), ("顾长风", "副省长")),
    Level.STATE: (("国务院领导同志", "国务院领导"),),
}
POSTS = {"city-shizhang": "市长", "city-fushizhang": "副市长"}
DAYS_TO_REPORT = 15


class Leaders:
    """The leaders and those who work for them."""

    def __init__(self, cast: Cast, agenda: Agenda) -> None:
        self.cast = cast
        self.agenda = agenda
        self.words = read("instructions.yaml")
        seats = cast.world.seats
        self.secretary, self.chief, self.general = (
            seats["city-daiban"],
            seats["city-kezhang"],
            seats["city-mishuzhang"],
        )

    @property
    def chance(self) -> Random:
        """The chance of the thread in which we are."""
        return self.agenda.chance

    def hear(self, issue: Issue, place: int, level: Level) -> None:
        """Enter that a printed text will be instructed on, by a leader of this level."""
        entry = issue.entries.filter(removed_at=None).select_related("draft").order_by("position", "pk")[place]
        if level != Level.CITY:
            self._later(5 * 1440, 16 * 1440, partial(self._record_from_above, entry, level))
        elif self.chance.random() < 0.4:
            self._later(20, 300, partial(self._present, entry))
        else:
            self._later(900, 4000, partial(self._record_paper, entry))

    def _present(self, entry: Entry) -> None:
        """Lay it before a leader on his page; he writes within a day."""
        leader = self.cast.world.seats[self.chance.choice(list(POSTS))]
        laid = presenting.present(entry, by=self.secretary, readers=[Addressed(leader)])
        reader = Reader.objects.get(presentation=laid)
        self._later(60, 1200, partial(self._write, reader, leader, entry))

    def _write(self, reader: Reader, leader: Seat, entry: Entry) -> None:
        given = reading.instruct(reader, by=leader, text=self._text(entry))
        self._later(20, 200, lambda: self._propose(registering.register(given, by=self.secretary), entry))

    def _record_paper(self, entry: Entry) -> None:
        """Record what a leader wrote on the printed issue."""
        username = self.chance.choice(list(POSTS))
        seat = self.cast.world.seats[username]
        principal = username == "city-shizhang"
        leader = Leader(seat.person.name, POSTS[username], Level.CITY, principal=principal, seat=seat)
        self._registered(entry, leader, Proof(form=InstructionForm.PAPER))

    def _record_from_above(self, entry: Entry, level: Level) -> None:
        """Record what came down from the province, or through it from the State Council, with the paper's number."""
        name, post = self.chance.choice(ABOVE[level])
        number = f"省政府办公厅批示抄清〔{clock.today().year}〕第{self.chance.randrange(20, 400)}号"
        leader = Leader(name, post, level, principal=post == "省长")
        self._registered(entry, leader, Proof(form=InstructionForm.NOTICE, evidence=number))

    def _registered(self, entry: Entry, leader: Leader, proof: Proof) -> None:
        given_on = clock.today() - timedelta(days=self.chance.choice((0, 0, 1)))
        words = self._text(entry)
        made = registering.record(entry, by=self.chief, leader=leader, text=words, given_on=given_on, proof=proof)
        self._later(30, 400, lambda: self._propose(made, entry))

    def _propose(self, instruction: Instruction, entry: Entry) -> None:
        units = self._units(entry)
        due = clock.today() + timedelta(days=DAYS_TO_REPORT)
        names = "、".join(unit.short_name for unit in units)
        words = f"拟转{names}办理，{due.month}月{due.day}日前反馈。请秘书长审定。"
        proposing.propose(instruction, by=self.chief, text=words, units=units, due_on=due)
        self._later(30, 600, partial(self._decide, instruction, units))

    def _decide(self, instruction: Instruction, units: Sequence[Office]) -> None:
        decided = proposing.decide(instruction, by=self.general, remark="同意")
        due = clock.today() + timedelta(days=DAYS_TO_REPORT)
        sent = forwarding.forward(decided, by=self.chief, units=units, due_on=due)
        depth = self.chance.choice(("only_that", "full", "full"))
        telling.tell_sources(decided, by=self.chief, depth=depth)
        for one in sent:
            self._later(60, 1500, partial(self._handle, one))

    def _handle(self, one: Forwarding) -> None:
        """Let the unit sign for it, and report within its time."""
        officer = self._officer(one.office)
        signed = reporting.sign_for(one, by=officer)
        self._later(3 * 1440, 13 * 1440, partial(self._report, signed, officer))

    def _report(self, one: Forwarding, officer: Seat) -> None:
        reporting.report(one, by=officer, text=self.chance.choice(self.words["reports"]))
        self._later(300, 3000, partial(self._close, one.instruction_id))

    def _close(self, pk: int) -> None:
        """Close it once every unit has reported."""
        instruction = Instruction.objects.get(pk=pk)
        if instruction.state == "reported":
            forwarding.close(instruction, by=self.chief, outcome=self.chance.choice(self.words["outcomes"]))

    def _units(self, entry: Entry) -> list[Office]:
        """Return who has to act: a department, and the unit that reported."""
        source = Credit.objects.filter(entry=entry).select_related("office").order_by("pk").first()
        departments = [office for office in self.cast.offices.values() if office.network == "horizontal"]
        lead = self.chance.choice(departments)
        other = [source.office] if source and source.office != lead else []
        return [lead, *(other if self.chance.random() < 0.4 else [])]

    def _officer(self, office: Office) -> Seat:
        return self.cast.decider(office, Power.DRAFT)

    def _text(self, entry: Entry) -> str:
        words = self.words["problems" if entry.draft.kind in PROTECTED else "experiences"]
        text: str = self.chance.choice(words)
        return text

    def _later(self, least: int, most: int, act: Callable[[], object]) -> None:
        moment: datetime = clock.now() + timedelta(minutes=self.chance.randrange(least, most))
        self.agenda.enter(in_hours(moment), act)
