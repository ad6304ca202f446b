"""Earlier versions and the working copy, each beside another text of the same item."""

from uuid import UUID

from django.http import Http404, HttpResponse
from django.utils.translation import gettext as _

from qianliyan.core.templatetags.qianliyan import moment
from qianliyan.core.web import Request, page, seated
from qianliyan.items.models import Item, Version
from qianliyan.items.reading import changes_between
from qianliyan.items.views.finding import item_of


@seated
def show(request: Request, uid: UUID, number: int) -> HttpResponse:
    """Show a version beside the one before it, or beside the one that is asked for."""
    item = item_of(request, uid)
    versions = _versions(item)
    if (version := versions.get(number)) is None:
        raise Http404
    before = versions.get(_asked(request) or number - 1)
    context = {"number": number, "corrections": version.corrections.all(), "new_label": _label(version)}
    return _compared(request, item, versions, before, (version.title, version.body), context)


@seated
def changes(request: Request, uid: UUID) -> HttpResponse:
    """Show the working copy beside the newest version that says something else, or the one that is asked for."""
    item = item_of(request, uid)
    versions, now = _versions(item), (item.title, item.body)
    other = next((one for one in versions.values() if (one.title, one.body) != now), None)
    before = versions.get(_asked(request) or 0) or other
    return _compared(request, item, versions, before, now, {"new_label": _("现在的文字")})


def _versions(item: Item) -> dict[int, Version]:
    return {version.number: version for version in item.versions.prefetch_related("corrections")}


def _asked(request: Request) -> int:
    number = request.GET.get("beside", "")
    return int(number) if number.isdecimal() else 0


def _label(version: Version) -> str:
    words = {"number": version.number, "why": version.get_why_display(), "at": moment(version.at)}
    return _("第%(number)d稿 · %(why)s · %(at)s") % words


def _compared(
    request: Request,
    item: Item,
    versions: dict[int, Version],
    before: Version | None,
    text: tuple[str, str],
    context: dict[str, object],
) -> HttpResponse:
    old = (before.title, before.body) if before else ("", "")
    shown = {
        "item": item,
        "versions": list(versions.values()),
        "rows": changes_between(old, text),
        "old_label": _label(before) if before else _("此前没有稿子"),
        "sub": item.title,
    }
    return page(request, "items/version.html", {**shown, **context})
