"""Two hundred thousand submissions and their rows, written in bulk: what a city gathers in many years."""

import time
from dataclasses import dataclass, field
from datetime import timedelta

from django.core.management.color import no_style
from django.db import connection, transaction
from tests.thread import submitted
from tests.world import World, build

from bench.finding.corpus import Corpus
from bench.finding.fingerprinting import Fingerprints
from qianliyan.accounts.models import User
from qianliyan.core import clock
from qianliyan.core.uids import new_uid
from qianliyan.items.models import Submission
from qianliyan.items.searching import SUBMISSION, submission_document
from qianliyan.offices.models import Office, Post, Seat
from qianliyan.search.actions.putting import row_as
from qianliyan.search.index.choice import index
from qianliyan.search.models import Row

BATCH = 2000
UNITS = 50
KEPT = 97
DAYS = 3000


@dataclass
class Filled:
    """A world with many submissions; `kept` are some of their texts."""

    world: World
    corpus: Corpus
    kept: list[tuple[str, str]] = field(default_factory=list)
    seconds: dict[str, float] = field(default_factory=dict)


def filled_with(count: int) -> Filled:
    """Fill the database, or go on with one that was filled before and kept."""
    return found_again(count) if Submission.objects.exists() else fill(count)


def found_again(count: int) -> Filled:
    """Return the world of a kept database and the texts of it that are asked for."""
    offices = Office.objects.order_by("pk")[:5]
    seats = {user.username: Seat.objects.get(person=user.person) for user in User.objects.all()}
    world = World(*offices, posts={post.code: post for post in Post.objects.all()}, seats=seats)
    many = Submission.objects.filter(state="returned").order_by("pk")
    kept = list(many.values_list("title", "body")[:count:KEPT])
    corpus = Corpus()
    # The same words, but not the same sentences once more.
    corpus.dice.seed(len(kept))
    return Filled(world, corpus, kept, seconds={"kept from an earlier run": 0.0})


def fill(count: int) -> Filled:
    """Let the city receive so many submissions; one in fifty is the county's, the others the department's."""
    world = build()
    model = submitted(world)
    filled = Filled(world, Corpus(), seconds=dict.fromkeys(("things", "rows", "index", "fingerprints"), 0.0))
    fingerprints = Fingerprints()
    plain = {field.attname: getattr(model, field.attname) for field in Submission._meta.concrete_fields}
    items = filled.corpus.items(count)
    for start in range(0, count, BATCH):
        made = []
        for number, (title, body) in zip(range(start, min(start + BATCH, count)), items, strict=False):
            sender = world.county if number % UNITS == 0 else world.department
            sent = clock.now() - timedelta(days=DAYS - number * DAYS // count)
            # A version may be sent twice when it was returned, so all share one.
            own = {"id": None, "uid": new_uid(), "title": title, "body": body, "sent_at": sent, "state": "returned"}
            made.append(Submission(**{**plain, **own, "sender_id": sender.pk}))
            if number % KEPT == 0:
                filled.kept.append((title, body))
        _write(made, filled, fingerprints)
    with _timed(filled, "fingerprints"):
        fingerprints.write()
    # Rows were numbered by hand; PostgreSQL has to be told.
    with connection.cursor() as cursor:
        for statement in connection.ops.sequence_reset_sql(no_style(), [Row]):
            cursor.execute(statement)
    return filled


@transaction.atomic
def _write(made: list[Submission], filled: Filled, fingerprints: Fingerprints) -> None:
    item = Submission.objects.select_related("item").first()
    assert item is not None
    with _timed(filled, "things"):
        Submission.objects.bulk_create(made)
    with _timed(filled, "rows"):
        for one in made:
            one.item = item.item
        first = Row.objects.order_by("-pk").values_list("pk", flat=True)[0] + 1
        rows = [row_as(SUBMISSION, one, submission_document(one), first + place) for place, one in enumerate(made)]
        Row.objects.bulk_create(rows)
    with _timed(filled, "index"):
        index().enter(rows)
    with _timed(filled, "fingerprints"):
        fingerprints.note(rows)


class _timed:  # noqa: N801 - reads like a word
    def __init__(self, filled: Filled, what: str) -> None:
        self.filled, self.what = filled, what

    def __enter__(self) -> None:
        self.start = time.perf_counter()

    def __exit__(self, *_: object) -> None:
        self.filled.seconds[self.what] += time.perf_counter() - self.start
