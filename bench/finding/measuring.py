"""What is measured once the database is filled."""

import statistics
from collections.abc import Callable, Iterable

from django.core.management import call_command
from django.db import connection
from django.db.models import Q
from django.test import Client
from tests.thread import written_item

from bench.finding import peers
from bench.finding.asking import sorts
from bench.finding.clock import now
from bench.finding.filling import Filled, filled_with
from qianliyan.items.models import Submission
from qianliyan.search.actions.putting import put
from qianliyan.search.alike import alike
from qianliyan.search.finding import Filters, search
from qianliyan.search.models import Row
from qianliyan.text.finding.asking import understand

WORK = Filters(sources=("item", "submission", "draft", "entry", "issue"))
ALARM, COMMONPLACE = 28, 200
TRIED = 100
SCANNED = 6


def run(size: int) -> int:
    """Measure everything."""
    call_command("migrate", verbosity=0)
    filled = filled_with(size)
    with connection.cursor() as cursor:
        # Of the rest it would learn what is not so anywhere: here all submissions are returned ones of one version.
        cursor.execute("ANALYZE search_row")
    spent = ", ".join(f"{what} {seconds:.0f} s" for what, seconds in filled.seconds.items())
    print(f"\n{connection.vendor}, {size:,} items of 400 characters ({spent}; {_size()})")
    _search(filled)
    _similar(filled)
    peers.run(filled)
    _upkeep(filled)
    return 0


def _search(filled: Filled) -> None:
    seats = filled.world.seats
    browser = Client()
    browser.force_login(seats["editor"].person.user, backend="qianliyan.accounts.backends.SignIn")
    heads = ("editor median", "p95", "officer median", "p95", "whole page", "p95")
    print(f"\n{'first page, ms':<34}" + "".join(f"{head:>{len(head) + 4}}" for head in heads))
    for name, asked in sorts(filled.corpus, filled.kept).items():
        cells = [
            spread(lambda text, seat=seats[role]: search(understand(text), WORK, seat), asked)
            for role in ("editor", "officer")
        ]
        cells.append(spread(lambda text: browser.get("/search/", {"q": text}), asked[:30]))
        print(
            f"{name:<34}"
            + "".join(
                f"{median:>{wide}.1f}{most:>7.1f}" for (median, most), wide in zip(cells, (17, 18, 14), strict=True)
            )
        )
    asked = sorts(filled.corpus, filled.kept)["any two neighbours"][:SCANNED]
    newest = Submission.objects.order_by("-sent_at")
    median, most = spread(lambda text: list(newest.filter(body__contains=text)[:20]), asked)
    print(f"{'peer: LIKE, newest 20':<34}{median:>17.1f}{most:>7.1f}")


def _similar(filled: Filled) -> None:
    among = Q(source="submission", holder=filled.world.city)
    print(f"\n{'similar':<34}{'recall':>8}{'first':>8}{'median ms':>12}{'p95':>8}")
    for name, edit in filled.corpus.edits().items():
        found = first = 0
        times = []
        for title, body in filled.kept[:TRIED]:
            text = edit([f"{one}。" for one in body.split("。") if one])
            start = now()
            matches = alike(text, among, alarm=ALARM, commonplace=COMMONPLACE)
            times.append((now() - start) * 1000)
            titles = [match.row.title for match in matches]
            found += title in titles
            first += titles[:1] == [title]
        tried = len(times)
        print(
            f"{name:<34}{found / tried:>8.2f}{first / tried:>8.2f}{statistics.median(times):>12.1f}{p95(times):>8.1f}"
        )
    fresh = ["".join(filled.corpus.sentences(400)) for _ in range(TRIED)]
    false = sum(bool(alike(text, among, alarm=ALARM, commonplace=COMMONPLACE)) for text in fresh)
    print(f"new texts that are said to be alike: {false} of {len(fresh)}")


def _upkeep(filled: Filled) -> None:
    officer = filled.world.seats["officer"]
    item = written_item(officer)
    bodies = ["".join(filled.corpus.sentences(1000)) for _ in range(100)]

    def save(body: str) -> None:
        item.body = body
        put(item)

    median, most = spread(save, bodies)
    print(f"\nputting a text of 1,000 characters in place of another: median {median:.1f} ms, p95 {most:.1f} ms")
    median, most = spread(lambda body: save(f"{bodies[0]}{body[:3]}"), bodies)
    print(f"putting it with three more characters (autosave): median {median:.1f} ms, p95 {most:.1f} ms")


def spread(act: Callable[[str], object], asked: Iterable[str]) -> tuple[float, float]:
    """Return the median and the 95th percentile in milliseconds, the second time each."""
    times = []
    for text in asked:
        act(text)
        start = now()
        act(text)
        times.append((now() - start) * 1000)
    return statistics.median(times), p95(times)


def p95(times: list[float]) -> float:
    return statistics.quantiles(times, n=20)[-1] if len(times) > 1 else times[0]


def _size() -> str:
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            cursor.execute("SELECT page_count * page_size FROM pragma_page_count, pragma_page_size")
        else:
            cursor.execute("SELECT pg_relation_size('search_row_tokens')")
        what = "database" if connection.vendor == "sqlite" else "search index"
        return f"{what} {cursor.fetchone()[0] / 1e6:,.0f} MB, {Row.objects.count():,} rows"
