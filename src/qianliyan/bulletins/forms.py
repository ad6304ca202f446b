"""What is typed into the bulletins' forms."""

import re

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from qianliyan.bulletins.models import Issue, Publication
from qianliyan.bulletins.queries import possible_readers
from qianliyan.offices.models import Office

# Only these two words are replaced in a number's format.
NUMBER_FORMAT = re.compile(r"[^{}]*(?:\{year\}[^{}]*)?\{number\}[^{}]*")


class Rows(forms.Textarea):
    """A low text field for lists and remarks."""

    def __init__(self) -> None:
        super().__init__(attrs={"rows": 2})


class TailForm(forms.ModelForm[Issue]):
    """Editor's note, 报、送、发 and print run of one issue, with the revision it was read from."""

    revision = forms.IntegerField(widget=forms.HiddenInput)

    class Meta:
        model = Issue
        fields = ("note", "report_to", "send_to", "distribute_to", "copies")
        widgets = {"note": Rows(), "report_to": Rows(), "send_to": Rows(), "distribute_to": Rows()}
        help_texts = {"note": _("排在要目之后，可不填。"), "copies": _("印在末页“共印…份”。")}


class PublicationForm(forms.ModelForm[Publication]):
    """Head, tail, size and readers of a publication."""

    class Meta:
        model = Publication
        fields = (
            "name",
            "template",
            "caution",
            "number_format",
            "contents",
            "protected",
            "report_to",
            "send_to",
            "distribute_to",
            "copies",
            "pages",
            "readers",
        )
        widgets = {
            "template": forms.Select(
                choices=[("zhengwu", _("政务信息式：要目、居中标题")), ("zhuanbao", _("专报式：一期一事"))]
            ),
            "report_to": Rows(),
            "send_to": Rows(),
            "distribute_to": Rows(),
            "readers": forms.CheckboxSelectMultiple,
        }
        help_texts = {
            "number_format": _("例：第{number}期、〔{year}〕第{number}号。{number}是期号，{year}是年份。"),
            "protected": _("问题、预警类稿件优先编入本刊；刊发时写“据基层反映”，不署单位。"),
            "pages": _("超过时提醒，不影响签发。"),
            "readers": _("刊发后这些单位可在系统里看到，不影响“报、送、发”的文字。"),
        }

    def __init__(self, office: Office, *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]
        self.office = office
        self.fields["readers"].queryset = possible_readers(office)  # type: ignore[attr-defined]

    def clean_name(self) -> str:
        """Refuse the name of another publication of the office."""
        name: str = self.cleaned_data["name"]
        others = Publication.objects.filter(office=self.office, name=name).exclude(pk=self.instance.pk)
        if others.exists():
            raise ValidationError(_("本单位已有《%(name)s》，请换一个刊名。"), params={"name": name})
        return name

    def clean_number_format(self) -> str:
        """Refuse a format in which the number does not stand exactly once."""
        value: str = self.cleaned_data["number_format"]
        if not NUMBER_FORMAT.fullmatch(value):
            raise ValidationError(_("格式里要有一个{number}，可以有一个{year}，例：第{number}期。"))
        return value


class ReasonForm(forms.Form):
    """Why something is returned, given up or declared void."""

    reason = forms.CharField(label=_("理由"), max_length=500, widget=Rows())


class SignatureForm(forms.Form):
    """A remark, and the digest of the content that was read."""

    remark = forms.CharField(max_length=500, required=False)
    seen = forms.CharField(max_length=64, required=False)
