"""Delegating a post; entering offices, people and posts."""

from datetime import timedelta
from typing import Any

from django import forms
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from qianliyan.accounts.models import Person
from qianliyan.core import clock
from qianliyan.core.days import DayField
from qianliyan.offices.models import Office, Post, Seat
from qianliyan.offices.models.seat import SeatKind
from qianliyan.offices.powers import Level, Network
from qianliyan.offices.seats import held_on


class DelegationForm(forms.Form):
    """To whom, as what, from when to when, on what basis."""

    to = forms.ModelChoiceField(Person.objects.none(), label=_("授权给"))
    kind = forms.ChoiceField(
        label=_("方式"), choices=[(k.value, k.label) for k in (SeatKind.STAND_IN, SeatKind.DELEGATED)]
    )
    since = DayField(label=_("自"))
    until = DayField(label=_("至"))
    basis = forms.CharField(label=_("依据"), max_length=200, required=False)

    def __init__(self, seat: Seat, data: Any = None) -> None:
        today = clock.today()
        super().__init__(data, initial={"since": today, "until": today + timedelta(days=7)})
        colleagues = Seat.objects.filter(held_on(today), office=seat.office).exclude(person=seat.person)
        field = self.fields["to"]
        assert isinstance(field, forms.ModelChoiceField)  # noqa: S101
        field.queryset = Person.objects.filter(pk__in=colleagues.values("person"))


class OfficeForm(forms.Form):
    """A new office below another."""

    name = forms.CharField(label=_("全称"), max_length=80)
    short_name = forms.CharField(label=_("简称"), max_length=40, required=False)
    level = forms.ChoiceField(label=_("层级"), choices=Level.choices, initial=Level.UNIT)
    network = forms.ChoiceField(label=_("信息网络"), choices=Network.choices)


class EnrolForm(forms.Form):
    """A new person with a sign-in."""

    name = forms.CharField(label=_("姓名"), max_length=40)
    username = forms.RegexField(
        label=_("登录名"),
        regex=r"^[a-z0-9][a-z0-9._-]{2,39}$",
        error_messages={"invalid": _("登录名用小写字母、数字、点和横线，3到40位。")},
    )
    phone = forms.CharField(label=_("电话"), max_length=40, required=False)
    email = forms.EmailField(label=_("邮箱"), required=False)


class SeatForm(forms.Form):
    """Somebody of this office, or enrolled for it, and a post."""

    person = forms.ModelChoiceField(Person.objects.none(), label=_("人员"))
    post = forms.ModelChoiceField(Post.objects.none(), label=_("岗位"))

    def __init__(self, office: Office, data: Any = None) -> None:
        super().__init__(data)
        people, posts = self.fields["person"], self.fields["post"]
        assert isinstance(people, forms.ModelChoiceField)  # noqa: S101
        assert isinstance(posts, forms.ModelChoiceField)  # noqa: S101
        known = Q(pk__in=office.enrolments.values("person")) | Q(pk__in=office.seats.values("person"))
        people.queryset = Person.objects.filter(known)
        posts.queryset = Post.objects.all()
