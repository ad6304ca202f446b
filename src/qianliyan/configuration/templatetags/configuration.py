"""Settings in words."""

from typing import Any

from django import template
from django.utils.translation import gettext as _

register = template.Library()


@register.filter
def setting_words(value: Any, row: dict[str, Any]) -> str:
    """Say a value as an office reads it."""
    labels = dict(row["choices"])
    if isinstance(value, bool):
        return _("是") if value else _("否")
    if isinstance(value, list):
        return "、".join(str(labels.get(part, part)) for part in value) or _("（空）")
    return str(labels.get(value, value)) or _("（空）")
