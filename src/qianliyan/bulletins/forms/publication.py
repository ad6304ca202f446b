"""Head, page, numbers, readers and deadlines of a publication."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from qianliyan.bulletins.forms.design import DesignFields
from qianliyan.bulletins.forms.fields import Lines, Rows, checked_number_format
from qianliyan.bulletins.models import DistributionList, Publication
from qianliyan.bulletins.models.publication import Frequency
from qianliyan.bulletins.queries.publications import possible_named, possible_readers, possible_signatories
from qianliyan.bulletins.templates_offered import TEMPLATES
from qianliyan.items.kinds import Kind
from qianliyan.offices.models import Office

LOOK = ("colour", "size", "rule_colour", "rule_thickness", "title", "unit", "contents", "mark", "numbers")
SECTIONS = (
    (_("报头和版面"), ("name", "template", "masthead", "picture", "no_picture", "caution")),
    (_("样式"), LOOK),
    (_("期号"), ("number_format", "total_format", "yearly")),
    (_("栏目和来稿"), ("columns", "kinds", "pages")),
    (_("刊期、校对、签发"), ("frequency", "deadline_day", "deadline_time", "proofs", "signatories")),
    (_("报尾"), ("report_to", "send_to", "distribute_to", "copies", "numbered")),
    (_("分送和阅读"), ("lists", "readers", "protected", "attribution", "scope", "named")),
)
SEVERAL = ("readers", "lists", "named", "signatories")
LONGEST_NAME = 20
MOST_DAYS = {Frequency.WEEKLY: 7, Frequency.MONTHLY: 31}


class PublicationForm(DesignFields, forms.ModelForm[Publication]):
    """Everything that an office says once about a publication."""

    columns = Lines(
        label=_("栏目"), longest=40, required=False, help_text=_("一行一个，按排印的先后；不分栏目就不填。")
    )
    kinds = forms.MultipleChoiceField(
        label=_("收哪些种类"),
        choices=Kind.choices,
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text=_("一个都不勾就是都收。不收的种类不能编入。"),
    )
    proofs = forms.TypedChoiceField(
        label=_("校对"),
        choices=[(0, _("不要求")), (1, _("一校")), (2, _("一校、二校（不同的人）"))],
        coerce=int,
        empty_value="0",
        required=False,
        help_text=_("刊发付印前要有的校次。"),
    )

    revision = forms.IntegerField(widget=forms.HiddenInput, required=False)

    class Meta:
        model = Publication
        fields = (
            *("name", "template", "masthead", "caution", "contents", "number_format", "total_format", "yearly"),
            *("columns", "kinds", "pages", "frequency", "deadline_day", "deadline_time", "proofs", "signatories"),
            *("report_to", "send_to", "distribute_to", "copies", "numbered", "lists", "readers", "protected"),
            *("attribution", "scope", "named"),
        )
        widgets = {
            "template": forms.Select(choices=TEMPLATES),
            "masthead": Rows(),
            "report_to": Rows(),
            "send_to": Rows(),
            "distribute_to": Rows(),
            "deadline_time": forms.TimeInput(attrs={"type": "time"}, format="%H:%M"),
            "lists": forms.CheckboxSelectMultiple,
            "readers": forms.CheckboxSelectMultiple,
            "named": forms.CheckboxSelectMultiple,
            "signatories": forms.CheckboxSelectMultiple,
        }
        help_texts = {
            "masthead": _("不填就是刊名；可以分两行。"),
            "number_format": _("例：第{number}期、〔{year}〕第{number}号。{number}是期号，{year}是年份。"),
            "total_format": _("例：（总第{total}期）；不印总期数就不填。"),
            "yearly": _("不勾就一直连续编下去。"),
            "protected": _("问题、预警类稿件优先编入本刊；刊发时不署单位，只有指名的人和分送单位能看。"),
            "attribution": _("问题、预警类稿件在其他刊物上也这样署。"),
            "scope": _("印在正文前，例：市长、分管副市长。"),
            "named": _("刊发后这些人可在系统里看到本刊。"),
            "signatories": _("送签时先请他们；都不在时，其他有签发权的人也能签。"),
            "numbered": _("每份印六位份号，分送时登记，看完清退。"),
            "pages": _("超过时提醒，不影响签发。"),
            "deadline_day": _("每周刊填1到7（星期一到星期日），每月刊填几号；遇节假日提前到最近的工作日。"),
            "readers": _("刊发后这些单位可在系统里看到，不影响“报、送、发”的文字。"),
            "lists": _("名单里的单位能在系统里看到并签收；份数印在分送单上。"),
        }

    def __init__(self, office: Office, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.office = office
        self.initial["revision"] = self.instance.revision
        self.begin_with_design(self.instance)
        for name, offered in (
            ("readers", possible_readers(office)),
            ("lists", DistributionList.objects.filter(office=office)),
            ("named", possible_named(office)),
            ("signatories", possible_signatories(office)),
        ):
            self.fields[name].queryset = offered  # type: ignore[attr-defined]
        for name in ("attribution", "frequency"):
            self.fields[name].required = False

    @property
    def sections(self) -> list[tuple[str, list[forms.BoundField]]]:
        """Return the fields in the parts of the page; where there is nothing to choose from, nothing is asked."""
        return [(str(title), [self[name] for name in names if self._offers(name)]) for title, names in SECTIONS]

    @property
    def look(self) -> list[forms.BoundField]:
        """Return the fields of the look, with the hidden one that says of which template."""
        return [self[name] for name in ("looks_like", *LOOK)]

    def _offers(self, name: str) -> bool:
        offered = getattr(self.fields[name], "queryset", None)
        return offered is None or bool(offered)

    def clean_name(self) -> str:
        """Refuse the name of another publication of the office."""
        name: str = self.cleaned_data["name"]
        if len(name) > LONGEST_NAME:
            raise ValidationError(
                _("刊名请不超过%(most)d字；报头要印得长，请填“报头文字”。"), params={"most": LONGEST_NAME}
            )
        others = Publication.objects.filter(office=self.office, name=name).exclude(pk=self.instance.pk)
        if others.exists():
            raise ValidationError(_("本单位已有《%(name)s》，请换一个刊名。"), params={"name": name})
        return name

    def clean_number_format(self) -> str:
        """Refuse a format in which the number does not stand exactly once."""
        return checked_number_format(self.cleaned_data["number_format"])

    def clean_total_format(self) -> str:
        """Refuse a running number's format without its number."""
        value: str = self.cleaned_data["total_format"]
        if value and (value.count("{total}") != 1 or value.replace("{total}", "").strip("（）()总第期号. ") != ""):
            raise ValidationError(_("总期数的格式里要有一个{total}，例：（总第{total}期）。"))
        return value

    def clean_attribution(self) -> str:
        """Keep a word for hidden sources in any case."""
        return str(self.cleaned_data["attribution"] or Publication._meta.get_field("attribution").default)  # noqa: SLF001

    def clean_frequency(self) -> str:
        """Take a publication without a given frequency as irregular."""
        return str(self.cleaned_data["frequency"] or Frequency.IRREGULAR)

    def clean(self) -> dict[str, Any]:
        """Compare the day of the deadline with the frequency, and gather the design."""
        cleaned = super().clean() or {}
        most = MOST_DAYS.get(Frequency(cleaned.get("frequency") or Frequency.IRREGULAR))
        day = cleaned.get("deadline_day")
        if most and day is not None and not 1 <= day <= most:
            self.add_error("deadline_day", _("这里填1到%(most)d。") % {"most": most})
        return cleaned


def said_in(form: PublicationForm) -> dict[str, Any]:
    """Return what a valid form says, as the actions take it."""
    fields = {name: form.cleaned_data[name] for name in form._meta.fields or () if name not in SEVERAL}  # noqa: SLF001
    many = {name: form.cleaned_data[name] for name in SEVERAL}
    return {**fields, "design": form.design(), "many": many}
