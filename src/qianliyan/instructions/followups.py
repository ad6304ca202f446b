"""What follows a step: who hears of it. Notices carry no title, and no leader ever gets one."""

from collections.abc import Iterable

from django.urls import reverse

from qianliyan.history.actors import Actor
from qianliyan.history.followups import FollowUp
from qianliyan.instructions.models import Forwarding, Instruction, Telling
from qianliyan.notices.actions import tell
from qianliyan.notices.models import NoticeKind
from qianliyan.offices.models import Seat
from qianliyan.offices.powers import Power
from qianliyan.offices.seats import seats_with


def tell_secretaries(instruction: Instruction, by: Actor) -> None:
    """Let the secretaries register what a leader wrote on his page; what they recorded themselves they know."""
    if instruction.own_hand:
        _tell(seats_with(Power.PRESENT, [instruction.office_id]), NoticeKind.TO_DO, _page(instruction), by)


def tell_chief(instruction: Instruction, by: Actor) -> None:
    """Let the section chief go on: propose, propose again, forward, close."""
    _tell(seats_with(Power.COMPOSE, [instruction.office_id]), NoticeKind.TO_DO, _page(instruction), by)


def tell_deciders(instruction: Instruction, by: Actor) -> None:
    """Let the secretary-general decide; a leader in charge finds it on his page and is sent nothing."""
    if instruction.decider_id is None:
        _tell(seats_with(Power.SIGN_ISSUE, [instruction.office_id]), NoticeKind.TO_DO, _page(instruction), by)


def tell_unit_to_act(forwarding: Forwarding, by: Actor) -> None:
    """Let the unit's officers know that something waits for them."""
    _tell(_officers(forwarding.office_id), NoticeKind.TO_DO, _errand(forwarding), by)


def tell_unit_of_news(forwarding: Forwarding, by: Actor) -> None:
    """Let the unit's officers know that its time or its task changed."""
    _tell(_officers(forwarding.office_id), NoticeKind.NEWS, _errand(forwarding), by)


def tell_unit_of_recall(forwarding: Forwarding, by: Actor) -> None:
    """Let the unit's officers know that it was taken back: they see it no more, so it leads to what is left."""
    _tell(_officers(forwarding.office_id), NoticeKind.NEWS, reverse("instructions:errands"), by)


def tell_section_of_news(forwarding: Forwarding, by: Actor) -> None:
    """Let the section know that a unit reported or asks for time."""
    instruction = forwarding.instruction
    _tell(seats_with(Power.COMPOSE, [instruction.office_id]), NoticeKind.NEWS, _page(instruction), by)


def tell_source(telling: Telling, by: Actor) -> None:
    """Let the officers of an office behind the paper know that there was something."""
    page = reverse("items:item", args=[telling.submission.item.uid])
    _tell(_officers(telling.office_id), NoticeKind.NEWS, page, by)


def _officers(office_pk: int) -> list[Seat]:
    return seats_with(Power.DRAFT, [office_pk])


def _page(instruction: Instruction) -> str:
    return reverse("instructions:instruction", args=[instruction.uid])


def _errand(forwarding: Forwarding) -> str:
    return reverse("instructions:errand", args=[forwarding.uid])


def _tell(seats: Iterable[Seat], kind: NoticeKind, url: str, by: Actor) -> None:
    """Tell everybody but who did it himself, and never somebody from his seat as a leader."""
    others = [seat for seat in seats if seat.person_id != by.person_pk and not seat.may(Power.READ)]
    tell(others, kind, url=url)


FOLLOWUPS: dict[str, FollowUp] = {
    "instruction.give": tell_secretaries,
    "instruction.register": tell_chief,
    "instruction.propose": tell_deciders,
    "instruction.return_proposal": tell_chief,
    "instruction.decide": tell_chief,
    "instruction.take_result": tell_chief,
    "forwarding.send": tell_unit_to_act,
    "forwarding.remind": tell_unit_to_act,
    "forwarding.ask_again": tell_unit_to_act,
    "forwarding.recall": tell_unit_of_recall,
    "forwarding.answer_extension": tell_unit_of_news,
    "forwarding.ask_extension": tell_section_of_news,
    "forwarding.report": tell_section_of_news,
    "telling.tell": tell_source,
}
