"""Writing and trying rules."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from qianliyan.assessment.models import Scheme
from qianliyan.core.days import DayField, DayInput


class SchemeForm(forms.ModelForm[Scheme]):
    """Title, day and text of a version, with the revision it was read from."""

    revision = forms.IntegerField(widget=forms.HiddenInput)

    class Meta:
        model = Scheme
        fields = ("title", "valid_from", "basis", "source")
        widgets = {
            "valid_from": DayInput(),
            "source": forms.Textarea(attrs={"rows": 28, "spellcheck": "false", "data-lines": ""}),
        }
        help_texts = {"basis": _("印发这个办法的文件，如“云政办发〔2026〕2号”。")}

    def text(self) -> dict[str, Any]:
        """Return the fields as the action takes them."""
        names = ("title", "valid_from", "basis", "source", "revision")
        return {name: self.cleaned_data[name] for name in names}


class NewSchemeForm(forms.Form):
    """What a new version begins with, and from which day it is to hold."""

    title = forms.CharField(label=_("名称"), max_length=100)
    valid_from = DayField(label=_("施行日期"))
    start = forms.ChoiceField(label=_("从哪里写起"))

    def __init__(self, earlier: list[Scheme], *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.earlier = {str(scheme.uid): scheme for scheme in earlier}
        copies = [(uid, _("复制%(scheme)s") % {"scheme": scheme}) for uid, scheme in self.earlier.items()]
        self.fields["start"].choices = [*copies, ("shipped", _("系统提供的办法"))]  # type: ignore[attr-defined]
