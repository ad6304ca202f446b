"""A signed item as it is handed to an office on another network: its fields to be copied, and a Word file."""

from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.utils.translation import gettext as _

from qianliyan.configuration.values import value
from qianliyan.core.errors import Unreadable
from qianliyan.core.templatetags.qianliyan import full_day, full_moment
from qianliyan.items.beside import Beside
from qianliyan.items.kinds import Urgency
from qianliyan.items.models import Item
from qianliyan.items.requirements import is_valid
from qianliyan.items.settings import OUTWARD_TEMPLATE
from qianliyan.offices.models import Office
from qianliyan.typesetting.child import render_apart
from qianliyan.typesetting.errors import CannotTypeset, InvalidDocument

# The template that is set as a bulletin of one entry; the other is a letter.
BULLETIN = "zhuanbao"


@dataclass(frozen=True)
class Field:
    """One field of the other office's form: what it is called, and what is copied into it."""

    name: str
    label: str
    text: str
    long: bool = False


def fields_of(item: Item, beside: Beside) -> list[Field]:
    """Return what the form of an office above asks, in the usual order; empty ones are left out."""
    version, signed = beside.versions[0], _signature(item, beside)
    pairs = [
        ("title", _("题目"), version.title),
        ("unit", _("报送单位"), item.office.name),
        ("kind", _("种类"), item.get_kind_display()),
        ("form", _("体裁"), item.get_form_display()),
        ("urgency", _("缓急"), item.get_urgency_display()),
        ("occurred", _("发生时间"), full_moment(item.occurred_at)),
        ("signer", _("签发人"), signed),
        ("drafter", _("拟稿人"), item.drafter_name),
        ("phone", _("联系电话"), item.drafter_phone),
        ("basis", _("数据口径"), item.basis),
        ("as_of", _("截至时间"), full_day(item.as_of)),
    ]
    short = [Field(name, label, str(text)) for name, label, text in pairs if text]
    return [*short, Field("body", _("正文"), version.body, long=True)]


def word_file(item: Item, receiver: Office) -> bytes:
    """Set the signed text as a Word file in the form that the receiving office wants."""
    fonts = settings.FONTS if settings.FONTS.is_file() else ""
    try:
        return render_apart(_document(item, receiver), fonts, seconds=20, form="docx").data
    except (InvalidDocument, CannotTypeset) as fault:
        raise Unreadable(_("Word文件没有排好：%(why)s。请稍后再试，或逐项复制。") % {"why": fault}) from fault


def _document(item: Item, receiver: Office) -> dict[str, Any]:
    """Return the text in the chosen template's form."""
    template, beside = value(OUTWARD_TEMPLATE, item.office), Beside(item)
    version = beside.versions[0]
    head = {"template": template, "office": item.office.name, "date": full_day(version.at), "urgency": _urgency(item)}
    if template == BULLETIN:
        entries = [{"title": version.title, "body": version.body}]
        return {**head, "masthead": _("专报信息"), "entries": entries, "contents": False}
    return {
        **head,
        "masthead": _("信息直报"),
        "title": version.title,
        "recipients": f"{receiver.name}：",
        "body": version.body,
        "fields": {"签发人": _signature(item, beside), "责任编辑": item.drafter_name},
        "contact": " ".join(part for part in (item.drafter_name, item.drafter_phone) if part),
    }


def _urgency(item: Item) -> str:
    return "" if item.urgency == Urgency.ORDINARY else str(item.get_urgency_display())


def _signature(item: Item, beside: Beside) -> str:
    return next((one.seat.person.name for one in beside.sign_offs if is_valid(one, item)), "")
