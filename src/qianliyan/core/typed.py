"""What somebody typed into a form that could not be carried out, so that a failure page can hand it back."""

import re

from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

HIDDEN = {"csrfmiddlewaretoken", "once", "version", "revision", "seen", "next", "kept"}
# Chosen rather than typed: the code of a choice, an identifier, a day. It means nothing to a clerk or is chosen again.
CHOSEN = re.compile(
    r"[a-z][a-z0-9_.:-]*|[0-9a-f]{32,}|[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}|True|False|\d{4}-\d\d-\d\d"
)
LABELS = {
    "title": _("题目"),
    "body": _("正文"),
    "remark": _("意见"),
    "reason": _("理由"),
    "gist": _("提要"),
    "text": _("文字"),
    "why": _("改动说明"),
    "content": _("内容"),
    "requirements": _("要求"),
    "drafter_phone": _("联系电话"),
    "supplier": _("供稿人"),
    "basis": _("数据口径"),
    "numbers": _("份号"),
}


def typed_text(request: HttpRequest) -> list[tuple[str, str]]:
    """Return the words of the form by the label of their field, without passwords, choices and machinery."""
    if request.method != "POST":
        return []
    return [
        (str(LABELS.get(name, _("填写的内容"))), value)
        for name, values in request.POST.lists()
        for value in values
        if isinstance(value, str) and _is_typed(name, value)
    ]


def _is_typed(name: str, value: str) -> bool:
    words = value.strip()
    return bool(words) and name not in HIDDEN and "password" not in name and not CHOSEN.fullmatch(words)
