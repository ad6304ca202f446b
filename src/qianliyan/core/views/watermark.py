"""The reader's own name, office and the minute, faint behind internal and protected texts: a photo says who took it."""

from django.http import HttpResponse
from django.utils.html import escape

from qianliyan.core import clock
from qianliyan.core.web import Request, seated

TILE = (
    '<svg xmlns="http://www.w3.org/2000/svg" width="320" height="190">'
    '<g transform="rotate(-22 160 95)" fill="#1f2328" fill-opacity=".075" font-family="sans-serif" '
    'text-anchor="middle">'
    '<text x="160" y="88" font-size="17">{who}</text><text x="160" y="112" font-size="13">{when}</text></g></svg>'
)


@seated
def show(request: Request) -> HttpResponse:
    """Draw one tile; style sheets repeat it."""
    seat = request.seat
    who = escape(f"{seat.office.short_name} {seat.person.name}")
    drawn = TILE.format(who=who, when=f"{clock.local(clock.now()):%Y-%m-%d %H:%M}")
    return HttpResponse(drawn, content_type="image/svg+xml", headers={"Cache-Control": "private, no-store"})
