"""A commission as it is written, and what is said to a unit about it."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from qianliyan.core.kinds import Form, Kind
from qianliyan.offices.models import Seat
from qianliyan.planning.actions.commissions import usual_deadline
from qianliyan.planning.forms.fields import MINUTE, UnitsField, UnitsForm
from qianliyan.planning.models import Commission
from qianliyan.planning.queries.units import units_below

ANY = [("", _("不限"))]


class CommissionForm(UnitsForm):
    """Everything that a commission says."""

    title = forms.CharField(label=_("题目"), max_length=200)
    content = forms.CharField(
        label=_("内容"),
        max_length=4000,
        widget=forms.Textarea(attrs={"rows": 6}),
        help_text=_("要了解什么、起止时间、要哪些数据，一次说清，免得各单位反复报。"),
    )
    requirements = forms.CharField(
        label=_("要求"), max_length=2000, required=False, widget=forms.Textarea(attrs={"rows": 3})
    )
    kind = forms.ChoiceField(label=_("种类"), choices=[*ANY, *Kind.choices], required=False)
    form = forms.ChoiceField(label=_("体裁"), choices=[*ANY, *Form.choices], required=False)
    due_at = forms.DateTimeField(label=_("报送期限"), widget=MINUTE)
    units = UnitsField(label=_("约哪些单位"))

    def __init__(self, seat: Seat, commission: Commission | None = None, data: Any = None) -> None:
        super().__init__(data, initial=_initial(seat, commission))
        self.offer_units(units_below(seat.office_id))


class NothingForm(forms.Form):
    """The remark with “nothing to report”."""

    remark = forms.CharField(label=_("说明"), max_length=500, required=False)


class CallForm(forms.Form):
    """A telephone call."""

    spoken_to = forms.CharField(label=_("和谁通话"), max_length=60)
    said = forms.CharField(label=_("通话内容"), max_length=500)


class ReminderForm(forms.Form):
    """A reminder with words of its own, or without."""

    said = forms.CharField(label=_("附言"), max_length=500, required=False)


class ExtensionForm(forms.Form):
    """More time for one unit."""

    due_at = forms.DateTimeField(label=_("新的期限"), widget=MINUTE)
    reason = forms.CharField(label=_("理由"), max_length=500)


def _initial(seat: Seat, commission: Commission | None) -> dict[str, Any]:
    if commission is None:
        return {"due_at": usual_deadline(seat.office)}
    fields = ("title", "content", "requirements", "kind", "form", "due_at", "revision")
    units = commission.addressees.values_list("office__uid", flat=True)
    return {**{name: getattr(commission, name) for name in fields}, "units": [str(uid) for uid in units]}
