"""What is typed into this room's forms."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from qianliyan.core import clock
from qianliyan.core.days import DayField
from qianliyan.core.errors import Unreadable
from qianliyan.instructions.actions.presenting import Addressed
from qianliyan.instructions.actions.registering import Leader, Proof
from qianliyan.instructions.models.instruction import OWN_HAND, InstructionForm
from qianliyan.instructions.models.presentation import Medium
from qianliyan.offices.models import Office, Seat
from qianliyan.offices.powers import Level

PLACES = [(0, _("不呈"))] + [(n, str(n)) for n in range(1, 7)]


def cleaned(form: forms.Form) -> dict[str, Any]:
    """Return what the form holds; refuse with its first sentence, which names the field."""
    if form.is_valid():
        return form.cleaned_data
    name, errors = next(iter(form.errors.items()))
    label = form.fields[name].label if name in form.fields else ""
    raise Unreadable(f"{label}：{errors[0]}" if label else str(errors[0]))


def offer(form: forms.Form, units: Any) -> None:
    """Let these units be chosen, by their short names."""
    for name in ("lead", "units"):
        form.fields[name].queryset = units  # type: ignore[attr-defined]
        form.fields[name].label_from_instance = lambda office: office.short_name  # type: ignore[attr-defined]


def chosen(given: dict[str, Any]) -> list[Office]:
    """Return the units, the lead first, each once."""
    lead: Office | None = given["lead"]
    others = [unit for unit in given["units"] if unit != lead]
    return [lead, *others] if lead else others


class Words(forms.CharField):
    """Some lines of text."""

    def __init__(self, *, rows: int = 3, **options: Any) -> None:
        super().__init__(widget=forms.Textarea(attrs={"rows": rows}), **options)


class ReadersForm(forms.Form):
    """Which leaders read it, in which order, on screen or on paper."""

    note = forms.CharField(label=_("呈送说明"), max_length=200, required=False)

    def __init__(self, leaders: Iterable[Seat], data: Any = None) -> None:
        super().__init__(data)
        self.leaders = list(leaders)
        for seat in self.leaders:
            self.fields[f"order-{seat.pk}"] = forms.TypedChoiceField(
                label=_("次序"), choices=PLACES, coerce=int, initial=0, required=False, empty_value=None
            )
            self.fields[f"medium-{seat.pk}"] = forms.ChoiceField(
                label=_("方式"), choices=Medium.choices, initial=self.usual(seat), required=False
            )

    @staticmethod
    def usual(seat: Seat) -> str:
        """On screen for those who can sign in, else on paper."""
        return Medium.SCREEN if hasattr(seat.person, "user") else Medium.PAPER

    def rows(self) -> list[tuple[Seat, Any, Any]]:
        """Return the fields leader by leader."""
        return [(seat, self[f"order-{seat.pk}"], self[f"medium-{seat.pk}"]) for seat in self.leaders]

    def readers(self) -> list[Addressed]:
        """Return the leaders who were chosen."""
        chosen = [(seat, self.cleaned_data[f"order-{seat.pk}"]) for seat in self.leaders]
        medium = {seat.pk: self.cleaned_data[f"medium-{seat.pk}"] or self.usual(seat) for seat in self.leaders}
        return [Addressed(seat, order, medium[seat.pk]) for seat, order in chosen if order]


class RecordForm(forms.Form):
    """An instruction on paper, spoken, or passed down from above."""

    leader = forms.ModelChoiceField(
        Seat.objects.none(), label=_("本单位领导"), required=False, empty_label=_("其他领导")
    )
    leader_name = forms.CharField(label=_("批示领导"), max_length=60, required=False)
    leader_post = forms.CharField(label=_("职务"), max_length=60, required=False)
    level = forms.ChoiceField(label=_("层级"), choices=Level.choices, required=False)
    principal = forms.BooleanField(label=_("主要领导"), required=False)
    given_on = DayField(label=_("批示日期"))
    form = forms.ChoiceField(
        label=_("形式"), choices=[(one.value, one.label) for one in InstructionForm if one not in OWN_HAND]
    )
    text = Words(label=_("批示内容"), rows=4)
    evidence = forms.CharField(label=_("依据（文号）"), max_length=200, required=False)
    scan = forms.FileField(label=_("扫描件"), required=False)
    restricted = forms.BooleanField(label=_("限批办人员知悉，编辑看不到"), required=False)

    def __init__(self, leaders: list[Seat], level: str, data: Any = None, files: Any = None) -> None:
        super().__init__(data, files, initial={"given_on": clock.today(), "level": level})
        self.office_level = level
        self.fields["leader"].queryset = Seat.objects.filter(pk__in=[seat.pk for seat in leaders]).select_related(  # type: ignore[attr-defined]
            "office", "post", "person"
        )
        self.fields["leader"].label_from_instance = lambda seat: f"{seat.post.name} {seat.person.name}"  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        """Require a name and a post for a leader who is none of the office's own."""
        given = super().clean() or {}
        if not given.get("leader"):
            for name in ("leader_name", "leader_post"):
                if not given.get(name):
                    self.add_error(name, _("请填写批示领导的姓名和职务，或选择本单位领导。"))
        return given

    def who(self) -> Leader:
        """Return the leader."""
        given = self.cleaned_data
        seat: Seat | None = given["leader"]
        if seat:
            return Leader(seat.person.name, seat.post.name, self.office_level, given["principal"], seat)
        return Leader(given["leader_name"], given["leader_post"], given["level"], given["principal"])

    def proof(self, scan: Any) -> Proof:
        """Return the form and by what it is proved."""
        return Proof(self.cleaned_data["form"], scan, self.cleaned_data["evidence"])


class ProposalForm(forms.Form):
    """What the section proposes."""

    text = Words(label=_("拟办意见"))
    lead = forms.ModelChoiceField(Office.objects.none(), label=_("牵头单位"), required=False, empty_label=_("不转单位"))
    units = forms.ModelMultipleChoiceField(
        Office.objects.none(), label=_("配合单位"), required=False, widget=forms.CheckboxSelectMultiple
    )
    due_on = DayField(label=_("办结时限"), required=False)
    supervise = forms.BooleanField(label=_("拟移交督查"), required=False)
    decider = forms.ModelChoiceField(Seat.objects.none(), label=_("请谁审定"), required=False, empty_label=_("秘书长"))

    def __init__(self, units: Any, leaders: list[Seat], data: Any = None, **options: Any) -> None:
        super().__init__(data, **options)
        offer(self, units)
        self.fields["decider"].queryset = Seat.objects.filter(pk__in=[seat.pk for seat in leaders]).select_related(  # type: ignore[attr-defined]
            "office", "post", "person"
        )
        self.fields["decider"].label_from_instance = lambda seat: f"{seat.post.name} {seat.person.name}"  # type: ignore[attr-defined]


class ForwardForm(forms.Form):
    """To whom, by when, and what is asked."""

    lead = forms.ModelChoiceField(Office.objects.none(), label=_("牵头单位"))
    units = forms.ModelMultipleChoiceField(
        Office.objects.none(), label=_("配合单位"), required=False, widget=forms.CheckboxSelectMultiple
    )
    due_on = DayField(label=_("办结时限"))
    request = Words(label=_("办理要求"), rows=2, required=False)

    def __init__(self, units: Any, data: Any = None, **options: Any) -> None:
        super().__init__(data, **options)
        offer(self, units)


class ReportForm(forms.Form):
    """What was done, with a file."""

    text = Words(label=_("办理情况"), rows=5)
    file = forms.FileField(label=_("附件"), required=False)


class ExtensionForm(forms.Form):
    """Until when, and why."""

    until = DayField(label=_("延至"))
    reason = forms.CharField(label=_("延期理由"), max_length=500)
