"""What an editor enters about something that came by another way."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.db.models import QuerySet
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from qianliyan.core import clock
from qianliyan.items.content import LONGEST_BODY, LONGEST_TITLE
from qianliyan.items.forms.writing import MINUTE, TextField
from qianliyan.items.kinds import Form, Kind, Urgency
from qianliyan.items.models.submission import Channel
from qianliyan.offices.lookup import matching
from qianliyan.offices.models import Office, Seat
from qianliyan.planning.models import Commission, KeyTask
from qianliyan.planning.queries.commissions import running
from qianliyan.planning.queries.key_tasks import running_of

CHANNELS = [(channel.value, channel.label) for channel in Channel if channel != Channel.SYSTEM]
FEW = 6


class UnitField(forms.CharField):
    """A unit by its name, a part of it, or its initials; what is not clear is said with the candidates."""

    def __init__(self, **more: Any) -> None:
        hints = {"list": "units", "autocomplete": "off", "placeholder": gettext_lazy("名称或拼音首字母，如 qsx")}
        super().__init__(max_length=80, widget=forms.TextInput(attrs=hints), **more)
        self.units: Sequence[Office] = ()

    def clean(self, value: Any) -> Office:
        """Return the one unit that is meant."""
        typed = super().clean(value)
        found = matching(self.units, typed)
        if len(found) == 1:
            return found[0]
        if not found:
            raise forms.ValidationError(_("没有叫“%(typed)s”的下级单位，请从列表里选。") % {"typed": typed})
        names = "、".join(unit.short_name for unit in found[:FEW])
        raise forms.ValidationError(
            _("有%(count)d个单位符合，请选一个：%(names)s") % {"count": len(found), "names": names}
        )


class RecordingForm(forms.Form):
    """The text or a file, whose it is, how and when it came; everything else may stay empty."""

    text = TextField(
        label=gettext_lazy("文字"),
        required=False,
        strip=False,
        max_length=LONGEST_BODY,
        widget=forms.Textarea(
            attrs={"rows": 12, "autofocus": True, "placeholder": gettext_lazy("把来稿粘贴在这里，第一行是题目")}
        ),
    )
    file = forms.FileField(label=gettext_lazy("文件"), required=False, allow_empty_file=True)
    unit = UnitField(label=gettext_lazy("报送单位"))
    channel = forms.ChoiceField(
        label=gettext_lazy("渠道"), choices=CHANNELS, initial=Channel.CHAT, widget=forms.RadioSelect
    )
    received_at = forms.DateTimeField(label=gettext_lazy("收到时间"), initial=clock.now, widget=MINUTE)
    kind = forms.ChoiceField(label=gettext_lazy("种类"), choices=Kind.choices, initial=Kind.ORDINARY)
    form = forms.ChoiceField(label=gettext_lazy("体裁"), choices=Form.choices, initial=Form.SINGLE)
    urgency = forms.ChoiceField(label=gettext_lazy("缓急"), choices=Urgency.choices)
    title = forms.CharField(label=gettext_lazy("题目"), required=False, max_length=LONGEST_TITLE)
    drafter_name = forms.CharField(label=gettext_lazy("拟稿人"), required=False, max_length=60)
    drafter_phone = forms.CharField(label=gettext_lazy("联系电话"), required=False, max_length=40)
    signatory_name = forms.CharField(label=gettext_lazy("签发人"), required=False, max_length=60)
    supplier = forms.CharField(label=gettext_lazy("供稿人"), required=False, max_length=60)

    commission = forms.ModelChoiceField(
        label=gettext_lazy("应约"), queryset=Commission.objects.none(), to_field_name="uid", required=False
    )
    key_task = forms.ModelChoiceField(
        label=gettext_lazy("重点任务"), queryset=KeyTask.objects.none(), to_field_name="uid", required=False
    )

    PICKED = ("received_at", "kind", "form", "urgency")
    FURTHER = ("title", "drafter_name", "drafter_phone", "signatory_name", "supplier")

    PURPOSES = ("commission", "key_task")

    def __init__(self, units: Sequence[Office], seat: Seat, data: Any = None, files: Any = None) -> None:
        super().__init__(data, files)
        self._offer("commission", running(seat).order_by("due_at", "pk"))
        self._offer("key_task", running_of(seat))
        self.units = units
        field = self.fields["unit"]
        assert isinstance(field, UnitField)  # noqa: S101 - declared above
        field.units = units

    def clean(self) -> dict[str, Any]:
        """Require something to record."""
        cleaned = super().clean() or {}
        if not cleaned.get("file") and not cleaned.get("text", "").strip() and "text" not in self.errors:
            self.add_error("text", _("请粘贴文字，或选一个文件。"))
        return cleaned

    def _offer(self, name: str, found: QuerySet[Any]) -> None:
        field = self.fields[name]
        assert isinstance(field, forms.ModelChoiceField)  # noqa: S101 - declared above
        field.queryset = found
        field.empty_label = _("（不是）")

    @property
    def purposes(self) -> list[forms.BoundField]:
        """Return what it was sent for: an open commission of the office, a running key task."""
        return [self[name] for name in self.PURPOSES]

    @property
    def picked(self) -> list[forms.BoundField]:
        """Return the small choices."""
        return [self[name] for name in self.PICKED]

    @property
    def further(self) -> list[forms.BoundField]:
        """Return what is entered if it is known."""
        return [self[name] for name in self.FURTHER]
