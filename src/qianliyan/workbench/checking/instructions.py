"""Instructions: numbered without gaps, as far as their units are, told only to those whose work it was."""

from collections.abc import Iterator

from django.db.models import Exists, OuterRef

from qianliyan.instructions.models import Forwarding, Instruction, Register, Telling
from qianliyan.instructions.queries.sources import behind
from qianliyan.instructions.states import WITH_UNIT, InstructionState
from qianliyan.workbench.checking.breach import Breach, named

BATCH = 500


def instructions_are_numbered_without_gaps() -> Iterator[Breach]:
    """Walk the numbers of each register; a void record keeps its number, so none is missing."""
    for register in Register.objects.select_related("office"):
        rows = Instruction.objects.filter(office=register.office_id, year=register.year).exclude(number=None)
        taken = sorted(number for number in rows.values_list("number", flat=True) if number is not None)
        if taken != list(range(1, register.last + 1)):
            yield Breach("instructions", f"{register.office}{register.year}年的批示登记号不连续")


def instructions_are_as_far_as_their_units() -> Iterator[Breach]:
    """Require that something forwarded is in hand while a unit has it, and reported when none has."""
    at_work = Forwarding.objects.filter(instruction=OuterRef("pk"), state__in=WITH_UNIT)
    forwarded = Instruction.objects.exclude(forwardings=None).annotate(at_work=Exists(at_work))
    idle = forwarded.filter(state=InstructionState.FORWARDED, at_work=False)
    busy = forwarded.exclude(state=InstructionState.FORWARDED).filter(at_work=True)
    for instruction in (*idle, *busy):
        yield Breach("instructions", f"批示{named(instruction)}的状态与承办单位的进度不符")


def only_sources_are_told() -> Iterator[Breach]:
    """Require that who was told has a share in the paper, and that no more was told than was written."""
    tellings = Telling.objects.select_related("instruction__submission").order_by("pk")
    for telling in tellings.iterator(chunk_size=BATCH):
        instruction = telling.instruction
        origins = behind([instruction])[instruction.pk]
        if (telling.office_id, telling.submission_id) not in {(one.office_pk, one.submission_pk) for one in origins}:
            yield Breach("tellings", f"{named(telling)}没有参与这条信息，却被告知了批示")
        if telling.depth == "full" and telling.text != instruction.text:
            yield Breach("tellings", f"告知{named(telling)}的不是批示原文")
