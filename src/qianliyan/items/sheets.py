"""The printed 《信息报送审签单》: its data, its code, and the PDF."""

import hashlib
from typing import Any

from django.conf import settings
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from qianliyan.core import clock
from qianliyan.core.errors import Unreadable
from qianliyan.core.templatetags.qianliyan import full_day, full_moment
from qianliyan.items.deciders import chain_of
from qianliyan.items.models import Item, SignOff, Version
from qianliyan.items.models.sign_off import Decision
from qianliyan.items.queries import latest_version, receivers_for, sign_offs_of
from qianliyan.items.stages import Stage
from qianliyan.items.states import ItemState
from qianliyan.typesetting.child import render_apart
from qianliyan.typesetting.errors import CannotTypeset, InvalidDocument

TEMPLATE = "shenqiandan"
# Without letters and digits that look alike in handwriting or on a photo.
ALPHABET = "23456789ABCDEFGHJKMNPQRSTVWXYZ"
LABELS = {
    Stage.CHECK: gettext_lazy("核稿人\n意　见"),
    Stage.SCREEN: gettext_lazy("保密审\n查意见"),
    Stage.COUNTERSIGN: gettext_lazy("会签人\n意　见"),
    Stage.REVIEW: gettext_lazy("审核人\n意　见"),
    Stage.CLEAR: gettext_lazy("报送把\n关意见"),
    Stage.SIGN: gettext_lazy("签发人\n意　见"),
}


def code_of(item: Item, version: Version | None) -> str:
    """Return the short code that binds a sheet to one version; empty while the text may still change."""
    if version is None or item.state == ItemState.DRAFTING:
        return ""
    number = int.from_bytes(hashlib.sha256(f"{item.uid}:{version.digest}".encode()).digest()[:8])
    signs = []
    for _place in range(8):
        number, rest = divmod(number, len(ALPHABET))
        signs.append(ALPHABET[rest])
    return f"{''.join(signs[:4])}-{''.join(signs[4:])}"


def sheet_pdf(item: Item) -> bytes:
    """Set the sheet with the item's text behind it; refuse with a sentence when it cannot be set."""
    fonts = settings.FONTS if settings.FONTS.is_file() else ""
    try:
        return render_apart(sheet_data(item), fonts, seconds=20).pdf
    except InvalidDocument as fault:
        raise Unreadable(_("审签单排不出来：%(why)s") % {"why": fault}) from fault
    except CannotTypeset as fault:
        raise Unreadable(_("审签单没有排好：%(why)s。请稍后再试。") % {"why": fault}) from fault


def sheet_data(item: Item) -> dict[str, Any]:
    """Return what stands on the sheet, in the typesetter's form."""
    code = code_of(item, latest_version(item))
    signed = {one.stage: one for one in sign_offs_of(item) if _stands(one, item)}
    phase = item.office.phase_on(clock.today())
    return {
        "template": TEMPLATE,
        "unit": phase.name if phase else item.office.name,
        "code": code,
        "fields": _fields(item),
        "boxes": [_box(stage, signed.get(stage.value)) for stage in chain_of(item)],
        "notes": [_("注：改动文字的，在原文上改并签名。签字后拍照上传，按识别码核对。")],
        "body_title": item.title,
        "body": item.body,
        "watermark": "" if code else _("未送审"),
    }


def _fields(item: Item) -> list[list[str]]:
    receiver = "、".join(office.name for office in receivers_for(item.office))
    pairs = [
        (_("信息标题"), item.title),
        (_("报　　往"), receiver),
        (_("种　　类"), item.get_kind_display()),
        (_("体　　裁"), item.get_form_display()),
        (_("紧急程度"), item.get_urgency_display()),
        (_("发生时间"), full_moment(item.occurred_at)),
        (_("拟稿人"), item.drafter_name),
        (_("联系电话"), item.drafter_phone),
    ]
    return [[label, str(text)] for label, text in pairs if text]


def _box(stage: Stage, signed: SignOff | None) -> dict[str, str]:
    label = str(LABELS[stage])
    if signed is None:
        return {"label": label}
    opinion = signed.remark or (_("同意，按修改稿发。") if signed.corrected else _("同意。"))
    return {"label": label, "name": signed.seat.person.name, "date": full_day(signed.at), "opinion": opinion}


def _stands(sign_off: SignOff, item: Item) -> bool:
    approved = sign_off.decision == Decision.APPROVED and sign_off.voided_at is None
    return approved and sign_off.round == item.round and item.state != ItemState.DRAFTING
