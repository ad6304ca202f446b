"""A year of a city in rows: many units send, much is printed, some is instructed."""

import random
from datetime import UTC, datetime, timedelta

from tests.world import SINCE

from bench.rows import Bench
from qianliyan.bulletins.models import Credit, Entry, Issue
from qianliyan.core import clock
from qianliyan.desk.models import Draft
from qianliyan.history.actors import SYSTEM
from qianliyan.instructions.models import Instruction
from qianliyan.items.models import Submission
from qianliyan.offices import actions
from qianliyan.offices.models import Seat
from qianliyan.offices.powers import Level, Network

UNITS, SENT, PRINTED, GIVEN = 80, 22_000, 7_600, 400


def spread(bench: Bench) -> Seat:
    """Let many units send, much be printed, some be instructed; return the city's editor."""
    dice, city, today = random.Random(1), bench.world.city, clock.today()
    units = [
        actions.found(
            f"第{number}局",
            short_name=f"{number}局",
            level=Level.UNIT,
            network=Network.HORIZONTAL,
            parent=city,
            on=SINCE,
            by=SYSTEM,
        )
        for number in range(UNITS)
    ]
    bench.grow_to(SENT)
    begin = datetime(today.year, 1, 1, 3, tzinfo=UTC)
    days = max((today - begin.date()).days, 1)
    pks = list(Submission.objects.values_list("pk", flat=True))
    for start in range(0, len(pks), 50):
        sent = {"sender": dice.choice(units), "sent_at": begin + timedelta(days=dice.randrange(days))}
        Submission.objects.filter(pk__in=pks[start : start + 50]).update(**sent)
    rows = list(Submission.objects.select_related("sender").defer("body"))
    person = bench.world.seats["editor"].person
    issues = Issue.objects.bulk_create(
        Issue(
            publication=bench.world.bulletin,
            office=city,
            composer=person,
            year=today.year,
            number=number + 1,
            total=number + 1,
            state="printed",
            signed_on=(begin + timedelta(days=dice.randrange(days))).date(),
        )
        for number in range(1000, 1400)
    )
    drafts = list(Draft.objects.filter(state="ready")[:PRINTED])
    entries = Entry.objects.bulk_create(
        Entry(
            issue=issues[place % len(issues)],
            draft=draft,
            position=place // len(issues),
            title=draft.title,
            body=draft.body,
        )
        for place, draft in enumerate(drafts)
    )
    sharing = [(entry, dice.sample(rows, 1 if dice.random() < 0.8 else 3)) for entry in entries]
    Credit.objects.bulk_create(
        [Credit(entry=entry, submission=one, office=one.sender, weight=1) for entry, found in sharing for one in found],
        batch_size=500,
    )
    Instruction.objects.bulk_create(
        Instruction(
            office=city,
            entry=entry,
            leader_name="李明",
            leader_post="市长",
            level="city",
            given_on=entry.issue.signed_on,
            form="paper",
            text="请研究。",
            state="closed",
            year=today.year,
            number=number + 1,
        )
        for number, entry in enumerate(dice.sample(entries, GIVEN))
    )
    return bench.world.seats["editor"]
