"""What is typed while an issue is made."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from qianliyan.bulletins.forms.fields import Rows
from qianliyan.bulletins.models import Issue, Publication

# No office prints more of an inner bulletin; a distribution line has four figures too.
MOST_COPIES = 9999


class TailForm(forms.ModelForm[Issue]):
    """Editor's note, 报、送、发 and print run of one issue, with the revision it was read from."""

    revision = forms.IntegerField(widget=forms.HiddenInput)

    class Meta:
        model = Issue
        fields = ("note", "scope", "report_to", "send_to", "distribute_to", "copies")
        widgets = {"note": Rows(), "report_to": Rows(), "send_to": Rows(), "distribute_to": Rows()}
        help_texts = {
            "note": _("排在要目之后，可不填。"),
            "scope": _("限定阅读范围的刊物印在正文前，例：市长、分管副市长。"),
            "copies": _("印在末页“共印…份”。"),
        }

    def clean_copies(self) -> int | None:
        """Refuse a print run that can only be a slip."""
        copies: int | None = self.cleaned_data["copies"]
        if copies is not None and copies > MOST_COPIES:
            raise forms.ValidationError(_("印数不能超过%(most)d份，请核对。"), params={"most": MOST_COPIES})
        return copies


class EntryForm(forms.Form):
    """How one entry is printed, with the revision it was read from."""

    setting_revision = forms.IntegerField(widget=forms.HiddenInput)
    column = forms.ChoiceField(label=_("栏目"), required=False)
    brief = forms.BooleanField(
        label=_("排成简讯"), required=False, help_text=_("题目接正文，单位括注在文末，不单独成行。")
    )
    note = forms.CharField(
        label=_("编者按"), required=False, max_length=500, widget=Rows(), help_text=_("只对这一条，排在题目之后。")
    )

    def __init__(self, publication: Publication, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        names = [("", _("不分栏目")), *((name, name) for name in publication.columns)]
        self.fields["column"].choices = names  # type: ignore[attr-defined]
        if not publication.columns:
            self.fields["column"].widget = forms.HiddenInput()


class ReasonForm(forms.Form):
    """Why something is returned, given up or declared void."""

    reason = forms.CharField(label=_("理由"), max_length=500, widget=Rows())


class SignatureForm(forms.Form):
    """A remark, and the digest of the content that was read."""

    remark = forms.CharField(max_length=500, required=False)
    seen = forms.CharField(max_length=64, required=False)
