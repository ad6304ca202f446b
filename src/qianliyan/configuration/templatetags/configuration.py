"""Settings in words."""

from typing import Any

from django import template
from django.utils.translation import gettext as _

register = template.Library()


@register.filter
def level_of(value: dict[str, str], choice: str) -> str:
    """Return the level that a choice was given, empty for the usual one."""
    return value.get(choice, "")


@register.filter
def setting_words(value: Any, row: dict[str, Any]) -> str:
    """Say a value as an office reads it."""
    labels = dict(row["choices"])
    if isinstance(value, bool):
        return _("是") if value else _("否")
    if isinstance(value, dict):
        levels = dict(row["levels"])
        given = [f"{labels[key]}：{levels[level]}" for key, level in value.items() if key in labels]
        return "、".join(given) or _("都照默认")
    if isinstance(value, list):
        return "、".join(str(labels.get(part, part)) for part in value) or _("（空）")
    return str(labels.get(value, value)) or _("（空）")
