"""《领导批示登记（处理）单》 and 《批示转办通知》: their data and their PDF.

The words on paper are never translated.
"""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.conf import settings
from django.utils.translation import gettext as _

from qianliyan.bulletins.layouts import written
from qianliyan.configuration.values import Values
from qianliyan.core import clock
from qianliyan.core.errors import Unreadable
from qianliyan.instructions.models import Forwarding, Instruction, Proposal
from qianliyan.instructions.models.instruction import Verdict
from qianliyan.instructions.queries.sources import behind
from qianliyan.instructions.settings import CONTACT, LETTER_MARK
from qianliyan.items.masking import is_protected
from qianliyan.offices.models import Office
from qianliyan.typesetting.child import render_apart
from qianliyan.typesetting.errors import CannotTypeset, InvalidDocument

SECONDS = 20
# Millimetres: five boxes and the fields stand on one page.
BOX = 27


def pdf_of(data: Mapping[str, Any]) -> bytes:
    """Set the paper; refuse with a sentence when it cannot be set."""
    fonts = settings.FONTS if settings.FONTS.is_file() else ""
    try:
        return render_apart(data, str(fonts), seconds=SECONDS).pdf
    except InvalidDocument as fault:
        raise Unreadable(_("这张单子排不出来：%(why)s") % {"why": fault.message}) from fault
    except CannotTypeset as fault:
        raise Unreadable(_("这张单子没有排好：%(why)s。请稍后再试。") % {"why": fault}) from fault


def register_sheet(instruction: Instruction) -> dict[str, Any]:
    """Return the sheet on which an instruction is registered and handled."""
    proposal = instruction.proposals.first()
    units = list(instruction.forwardings.exclude(state="recalled"))
    return {
        "template": "pishi-dengji",
        "unit": _name(instruction.office),
        "number": instruction.number_text,
        "code": instruction.uid.hex[-8:].upper(),
        "fields": _fields(instruction, units),
        "layout": {"boxes": {"height": BOX}},
        "boxes": [
            _written_by(instruction),
            _proposed(proposal),
            {"label": "审　　定", **_decided(proposal)},
            {"label": "转办情况", "opinion": _forwarded(instruction, units)},
            {"label": "办理结果", "opinion": instruction.outcome},
        ],
    }


def letter(forwarding: Forwarding) -> dict[str, Any]:
    """Return the letter by which an instruction is forwarded to one unit."""
    instruction, values = forwarding.instruction, Values(forwarding.instruction.office)
    return {
        "template": "pishi-zhuanban",
        "masthead": _name(instruction.office),
        "number": f"{values[LETTER_MARK]}{instruction.number_text.replace('第', '')}",
        "title": "批示转办通知",
        "recipients": f"{forwarding.office_name}：",
        "fields": {
            "来文单位": sources_outside(instruction),
            "来文标题": instruction.title,
            "领导": instruction.leader_post,
            "办结时限": written(forwarding.due_on),
        },
        "quotation": instruction.text,
        "closing": _asked(forwarding),
        "office": _name(instruction.office),
        "date": written(clock.local(forwarding.sent_at).date()),
        "contact": values[CONTACT],
    }


def sources_outside(instruction: Instruction) -> str:
    """Name the sources to other units: problems and warnings are told without them (据基层反映)."""
    if hides_sources(instruction):
        return "基层"
    return "、".join(_sources(instruction)) or _name(instruction.office)


def hides_sources(instruction: Instruction) -> bool:
    """Tell whether the sources stay hidden outside the office's own ledger."""
    entry = instruction.entry
    if entry is not None:
        return entry.issue.publication.protected or entry.draft.shielded
    return instruction.submission is not None and is_protected(instruction.submission.kind)


def _fields(instruction: Instruction, units: list[Forwarding]) -> list[list[str]]:
    issue = instruction.entry.issue if instruction.entry else None
    pairs = [
        ("刊物期号", f"《{issue.publication.name}》{issue.number_text}" if issue else ""),
        ("批示日期", written(instruction.given_on)),
        ("信息标题", instruction.title),
        ("报送单位", "、".join(_sources(instruction))),
        ("批示领导", f"{instruction.leader_post}　{instruction.leader_name}"),
        ("收到日期", written(clock.local(instruction.recorded_at).date())),
        ("办结时限", _latest(units)),
        ("督查编号", instruction.supervision_number),
        ("依　　据", instruction.evidence),
    ]
    return [[label, text] for label, text in pairs if text]


def _written_by(instruction: Instruction) -> dict[str, str]:
    who = {"name": instruction.leader_name, "date": written(instruction.given_on)}
    return {"label": "批示内容", "opinion": instruction.text, **who}


def _asked(forwarding: Forwarding) -> str:
    """Put what is asked before the closing request; without it the template's own words stand."""
    if not forwarding.request:
        return ""
    office = _name(forwarding.instruction.office)
    due = f"请按照批示精神认真办理，并于{written(forwarding.due_on)}前将办理情况书面报送{office}。"
    return f"{forwarding.request}\n{due}"


def _proposed(proposal: Proposal | None) -> dict[str, str]:
    if proposal is None:
        return {"label": "拟　　办"}
    _office, _blank, name = proposal.proposed_by.partition(" ")
    return {"label": "拟　　办", "opinion": proposal.text, "name": name, "date": _on(proposal.proposed_at)}


def _decided(proposal: Proposal | None) -> dict[str, str]:
    if proposal is None or proposal.verdict != Verdict.APPROVED or proposal.decided_at is None:
        return {}
    name = proposal.decided_by.rpartition(" ")[2]
    return {"opinion": proposal.remark or "同意。", "name": name, "date": _on(proposal.decided_at)}


def _forwarded(instruction: Instruction, units: list[Forwarding]) -> str:
    lines = [f"{one.office_name}（{written(one.due_on)}前，{one.get_state_display()}）" for one in units]
    if instruction.supervised_on:
        lines.append(f"{written(instruction.supervised_on)}移交督查，编号{instruction.supervision_number}")
    return "；".join(lines)


def _sources(instruction: Instruction) -> list[str]:
    pks = [origin.office_pk for origin in behind([instruction])[instruction.pk]]
    names = dict(Office.objects.filter(pk__in=pks).values_list("pk", "name"))
    return [names[pk] for pk in dict.fromkeys(pks)]


def _latest(units: list[Forwarding]) -> str:
    return written(max(one.due_on for one in units)) if units else ""


def _name(office: Office) -> str:
    phase = office.phase_on(clock.today())
    return phase.name if phase else office.name


def _on(moment: datetime) -> str:
    return written(clock.local(moment).date())
