"""What comes in from the pages of findings and of verification."""

from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.dateparse import parse_date, parse_datetime
from django.utils.translation import gettext as _

from qianliyan.core import clock
from qianliyan.core.errors import Unreadable
from qianliyan.proofing.actions import Answer
from qianliyan.proofing.figures import Line
from qianliyan.proofing.states import VerificationState
from qianliyan.proofing.subjects import Subject

LONGEST_TEXT = 300_000
FIELDS = ("asked", "asked_at", "answered", "basis", "as_of")


class WordsForm(forms.Form):
    """The words of the page as somebody is writing them; what is not sent stays as it was saved."""

    title = forms.CharField(required=False, max_length=1000, strip=False)
    body = forms.CharField(required=False, max_length=LONGEST_TEXT, strip=False)
    kind = forms.CharField(required=False, max_length=20)
    form = forms.CharField(required=False, max_length=20)
    occurred_at = forms.CharField(required=False, max_length=40)

    def on(self, subject: Subject) -> Subject:
        """Return the subject with the words of the page."""
        if not self.is_valid() or "body" not in self.data:
            return subject
        given: dict[str, Any] = {name: self.cleaned_data[name] for name in ("kind", "form") if self.cleaned_data[name]}
        given["title"] = self.cleaned_data["title"]
        given["body"] = self.cleaned_data["body"].replace("\r\n", "\n")
        if "occurred_at" in self.data:
            given["occurred_on"] = _day(self.cleaned_data["occurred_at"][:10])
        return replace(subject, **given)


class ReasonForm(forms.Form):
    """Which finding is meant, and why."""

    mark = forms.CharField(max_length=32)
    reason = forms.CharField(max_length=500, required=False)


@dataclass(frozen=True)
class Given:
    """What somebody filled in for one figure."""

    line: Line
    state: str
    answer: Answer


class AnswersForm:
    """The verification list as it came back: a few fields for each figure, and those that hold for all of them."""

    def __init__(self, lines: list[Line], data: Any) -> None:
        self.lines, self.data = lines, data

    def given(self) -> list[Given]:
        """Return the figures for which a state was chosen and anything is new."""
        read = [self._line(number, line) for number, line in enumerate(self.lines)]
        return [one for one in read if one is not None]

    def _line(self, number: int, line: Line) -> Given | None:
        state = self.data.get(f"state-{number}", "")
        if self.data.get(f"quote-{number}") != line.quote:
            raise Unreadable(_("稿件文字刚有改动，请刷新核实单后再填。"))
        if state not in VerificationState.values:
            return None
        answer = self._answer(number, line)
        return None if self._is_known(line, state, answer) else Given(line, state, answer)

    def _answer(self, number: int, line: Line) -> Answer:
        own = {name: self.data.get(f"{name}-{number}", "").strip() for name in FIELDS}
        shared = {name: self.data.get(name, "").strip() for name in FIELDS if name != "answered"}
        values = {name: own[name] or shared.get(name, "") for name in FIELDS}
        return Answer(
            asked=values["asked"][:100],
            asked_at=_moment(values["asked_at"]) or (line.record.asked_at if line.record else None) or clock.now(),
            answered=values["answered"][:500],
            basis=values["basis"][:200],
            as_of=_day(values["as_of"]),
        )

    @staticmethod
    def _is_known(line: Line, state: str, answer: Answer) -> bool:
        record = line.record
        if record is None or record.state != state or line.reworded:
            return False
        said = (record.asked, record.answered, record.basis, record.as_of)
        return said == (answer.asked, answer.answered, answer.basis, answer.as_of)


def _moment(text: str) -> datetime | None:
    try:
        found = parse_datetime(text) if text else None
    except ValueError:
        return None
    return timezone.make_aware(found) if found and timezone.is_naive(found) else found


def _day(text: str) -> date | None:
    try:
        return parse_date(text) if text else None
    except ValueError:
        return None
