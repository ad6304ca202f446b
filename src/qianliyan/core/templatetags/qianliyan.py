"""What every page says in the same way: moments, sizes, icons, small charts, and components that hold content."""

import re
import secrets
from collections.abc import Sequence
from datetime import date, datetime, timedelta
from functools import cache
from pathlib import Path

from django import template
from django.template import Context
from django.template.loader import render_to_string
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

from qianliyan.core import charts, clock
from qianliyan.core.panels import panels_in

register = template.Library()

ICONS = Path(__file__).resolve().parents[1] / "static/core/icons.svg"


@cache
def drawings() -> dict[str, str]:
    """Return the inner drawing of each icon by its name."""
    groups = re.findall(r'<g id="([a-z-]+)">(.*?)</g>', ICONS.read_text(encoding="utf-8"), re.DOTALL)
    return dict(groups)


@register.simple_tag
def icon(name: str, label: str = "") -> SafeString:
    """Draw an icon; without a label it says nothing to a screen reader."""
    drawing = mark_safe(drawings()[name])  # noqa: S308 - our own file
    if label:
        return format_html('<svg class="icon" viewBox="0 0 20 20" role="img" aria-label="{}">{}</svg>', label, drawing)
    return format_html('<svg class="icon" viewBox="0 0 20 20" aria-hidden="true">{}</svg>', drawing)


@register.simple_block_tag(takes_context=True)
def component(context: Context, content: str, name: str, **variables: object) -> str:
    """Put what stands between the tags into the component's `content`; which sees only what it is given."""
    found = context.template.engine.get_template(f"components/{name}.html")  # type: ignore[union-attr]
    shared = {key: context[key] for key in ("request", "csrf_token") if key in context}
    return found.render(context.new({**shared, **variables, "content": content}))


def local_day(value: date) -> date:
    """Return the day on which a moment falls on the office's wall clock."""
    return clock.local(value).date() if isinstance(value, datetime) else value


@register.filter
def day(value: date | None) -> str:
    """Write a day as the office says it: 今天, 昨天, 11月21日, 2025年11月21日."""
    if value is None:
        return ""
    the_day, today = local_day(value), clock.today()
    near = {0: _("今天"), -1: _("昨天"), 1: _("明天")}.get((the_day - today).days)
    if near or the_day.year != today.year:
        return near or full_day(the_day)
    return _("%(month)d月%(day)d日") % {"month": the_day.month, "day": the_day.day}


@register.filter
def full_day(value: date | None) -> str:
    """Write a day with its year, as it is printed."""
    if value is None:
        return ""
    the_day = local_day(value)
    return _("%(year)d年%(month)d月%(day)d日") % {"year": the_day.year, "month": the_day.month, "day": the_day.day}


@register.filter
def moment(value: datetime | None) -> str:
    """Write a moment: with its time within three days, later as a day only."""
    if value is None:
        return ""
    near = abs((clock.local(value).date() - clock.today()).days) <= 2
    return f"{day(value)} {clock.local(value):%H:%M}" if near else day(value)


@register.filter
def full_moment(value: datetime | None) -> str:
    """Write a moment to the minute, for trails that are evidence."""
    return "" if value is None else f"{day(value)} {clock.local(value):%H:%M}"


@register.filter
def remaining(value: datetime | None) -> str:
    """Say how long there is until a deadline, or how long it has passed."""
    if value is None:
        return ""
    left = value - clock.now()
    if left < timedelta(0):
        return _("已超%(span)s") % {"span": span(-left)}
    return _("还剩%(span)s") % {"span": span(left)}


def span(length: timedelta) -> str:
    """Write a length of time in its two largest units: 1天4小时, 3小时20分, 9分钟."""
    minutes = int(length.total_seconds() // 60)
    days, hours, rest = minutes // 1440, minutes // 60 % 24, minutes % 60
    if days:
        return (
            _("%(days)d天%(hours)d小时") % {"days": days, "hours": hours} if hours else _("%(days)d天") % {"days": days}
        )
    if hours:
        return _("%(hours)d小时%(minutes)d分") % {"hours": hours, "minutes": rest}
    return _("%(minutes)d分钟") % {"minutes": rest}


@register.filter
def characters(value: str | int | None) -> str:
    """Write a size in characters; a text is counted without its white space."""
    count = len("".join(value.split())) if isinstance(value, str) else value or 0
    return _("%(count)d字") % {"count": count}


@register.filter
def percent(part: float, whole: float) -> str:
    """Write a share with one decimal; of nothing there is no share."""
    return f"{100 * part / whole:.1f}%" if whole else "—"


@register.filter
def unlocalized(value: float) -> str:
    """Write a number for the drawing, whatever the language of the page."""
    return f"{value:g}"


@register.inclusion_tag("components/meter.html")
def meter(value: float, maximum: float, label: str) -> dict[str, object]:
    """Draw how full something is; beyond the maximum it turns red."""
    return {"label": label, "over": value > maximum, "width": charts.share(value, maximum, 100)}


@register.inclusion_tag("components/sparkline.html")
def sparkline(values: Sequence[float], label: str) -> dict[str, object]:
    """Draw the shape of a short series."""
    points = charts.points(values, width=96, height=30, margin=3)
    return {"label": label, "points": points, "end": points[-1] if points else None}


@register.inclusion_tag("components/bars.html")
def bars(values: Sequence[float], names: Sequence[str], label: str) -> dict[str, object]:
    """Draw a series as bars; an empty name leaves the place under its bar free."""
    return {"label": label, "bars": charts.bars(values, names, width=340, height=100)}


@register.inclusion_tag("components/stacked.html")
def stacked(parts: Sequence[float], maximum: float, label: str) -> dict[str, object]:
    """Draw what a sum is composed of, as long as its share of the maximum."""
    return {"label": label, "parts": charts.stack(parts, maximum, width=190)}


@register.simple_tag
def once_key() -> SafeString:
    """Give a creating form its one-time key, so that a second click does nothing."""
    return format_html('<input type="hidden" name="once" value="{}">', secrets.token_urlsafe(24))


@register.simple_tag(takes_context=True)
def slot(context: Context, name: str, thing: object) -> SafeString:
    """Show what upper rooms have to say on this page about this thing."""
    request = context["request"]
    return mark_safe("".join(render_to_string(*panel, request) for panel in panels_in(name, request, thing)))  # noqa: S308
