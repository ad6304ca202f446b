"""今日."""

from django.http import HttpResponse

from qianliyan.core import clock
from qianliyan.core.web import Request, page, seated
from qianliyan.workbench.shell import shell_of
from qianliyan.workbench.today.figures import figures_for, in_section, numbers
from qianliyan.workbench.today.jobs import jobs_for, piles_of
from qianliyan.workbench.today.news import news_for
from qianliyan.workbench.today.weeks import adoption


@seated
def show(request: Request) -> HttpResponse:
    """Show what waits for this seat, this month's figures, the news and the share of what was printed."""
    seat = request.seat
    figures = figures_for(seat)
    counts = shell_of(request).count([*piles_of(seat), *(figure.pile for figure in figures)])
    context = {
        "today": clock.today(),
        "jobs": jobs_for(seat, counts),
        "numbers": numbers(figures, counts),
        "news": news_for(seat),
        "adoption": adoption(seat) if figures else None,
        "section": in_section(seat),
    }
    return page(request, "workbench/today.html", context)
