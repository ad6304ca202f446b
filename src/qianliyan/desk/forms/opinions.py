"""Asking for opinions, and giving one."""

from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from qianliyan.core.days import DayField
from qianliyan.core.errors import Unreadable
from qianliyan.desk.actions.answers import View
from qianliyan.desk.actions.opinions import Asked, Sheet, possible_people
from qianliyan.desk.forms.handling import sentence
from qianliyan.desk.forms.recording import CHANNELS
from qianliyan.desk.models import Draft, Verdict
from qianliyan.desk.opinions import possible_units, usual_due_day
from qianliyan.items.forms.writing import TextField
from qianliyan.items.masking import shown_title
from qianliyan.items.models.submission import Channel
from qianliyan.offices.models import Office, Seat
from qianliyan.offices.seats import seats_in
from qianliyan.planning.forms.fields import UnitsField, UnitsForm


class AskForm(UnitsForm):
    """Whom, what, by which day, and the words they see."""

    question = forms.CharField(
        label=gettext_lazy("征求什么意见"), max_length=500, widget=forms.Textarea(attrs={"rows": 2})
    )
    due_on = DayField(label=gettext_lazy("反馈期限"))
    units = UnitsField(label=gettext_lazy("征求哪些单位"))
    people = forms.CharField(
        label=gettext_lazy("或指定哪些人"),
        required=False,
        max_length=300,
        help_text=gettext_lazy("写姓名，几个人用顿号隔开；本单位、下级和同级单位的人都可以。"),
    )
    title = forms.CharField(label=gettext_lazy("题目"), max_length=1000, required=False)
    body = TextField(
        label=gettext_lazy("送阅的文字"),
        strip=False,
        max_length=100_000,
        widget=forms.Textarea(attrs={"rows": 14}),
        help_text=gettext_lazy("被征求的单位只看到这里的文字。只留要核对的段落即可。"),
    )

    def __init__(self, draft: Draft, seat: Seat, data: Any = None) -> None:
        first = _("请核对文中涉及本单位的数据和提法，提出修改意见。")
        title = shown_title(draft.kind, draft.title, own=False, shielded=True) if draft.shielded else draft.title
        given = {"question": first, "due_on": usual_due_day(seat.office), "title": title, "body": draft.body}
        super().__init__(data, initial=given)
        self.near = [seat.office, *possible_units(seat.office)]
        self.offer_units(self.near[1:])

    def asked(self) -> list[Asked]:
        """Return whom to ask; a name that fits nobody, or several people, is said."""
        names = self.cleaned_data["people"].replace("，", "、").replace(",", "、").replace(" ", "、").split("、")
        people = [_person(name, self.near) for name in filter(None, names)]
        return [*(Asked(office) for office in self.cleaned_data["units"]), *people]

    def sheet(self) -> Sheet:
        """Return what is put before them."""
        return Sheet(*(self.cleaned_data[name] for name in ("question", "title", "body")))


class ViewForm(forms.Form):
    """One opinion; an editor who records it says besides how it came and from whom."""

    verdict = forms.ChoiceField(label=gettext_lazy("意见"), choices=Verdict.choices, widget=forms.RadioSelect)
    text = TextField(
        label=gettext_lazy("意见内容"), required=False, max_length=5000, widget=forms.Textarea(attrs={"rows": 4})
    )
    passage = TextField(
        label=gettext_lazy("原句"),
        required=False,
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text=gettext_lazy("从上面的文字里原样抄一句。"),
    )
    wording = TextField(
        label=gettext_lazy("建议改为"), required=False, max_length=1000, widget=forms.Textarea(attrs={"rows": 2})
    )
    channel = forms.ChoiceField(label=gettext_lazy("渠道"), choices=CHANNELS, required=False, initial=Channel.PHONE)
    name = forms.CharField(label=gettext_lazy("答复人"), max_length=40, required=False)

    def view(self) -> View:
        """Return what was said; refuse what cannot be read."""
        if not self.is_valid():
            raise Unreadable(sentence(self))
        return View(**{name: self.cleaned_data[name] for name in ("verdict", "text", "passage", "wording")})

    def source(self) -> dict[str, Any]:
        """Return how it came and from whom, for what is recorded on behalf."""
        channel = Channel(self.cleaned_data["channel"] or Channel.PHONE)
        return {"channel": channel, "name": self.cleaned_data["name"]}


def _person(name: str, offices: list[Office]) -> Asked:
    """Return the one person of this name; a leader, whom nothing is sent to, cannot be named."""
    known = set(possible_people(offices))
    found = {seat.person: seat.office for seat in seats_in(tuple(office.pk for office in offices))}
    people = [person for person in found if person.name == name and person in known]
    if not people:
        raise Unreadable(_("没有叫“%(name)s”的人可以征求意见，请写全姓名。") % {"name": name})
    if len(people) > 1:
        raise Unreadable(_("叫“%(name)s”的不止一人，请改为征求其单位。") % {"name": name})
    return Asked(found[people[0]], people[0])
