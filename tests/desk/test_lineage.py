"""Through generated chains of levels: what stands behind a submission always adds up to its own weight."""

from collections import defaultdict
from fractions import Fraction

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase

from qianliyan.accounts.models import Person
from qianliyan.desk.lineage import lineages_of
from qianliyan.desk.models import Draft, Source, Upward
from qianliyan.items.models import Item, Submission, Version
from qianliyan.offices.models import Office

LEVELS = ("province", "city", "county", "unit")
TEXT = {"title": "题", "body": "文", "kind": "ordinary", "form": "single"}
# A draft is a list of sources: their weights, and for each the draft it was made of below, or nothing.
DRAFTS = st.recursive(
    st.lists(st.tuples(st.integers(1, 9), st.none()), min_size=1, max_size=3),
    lambda below: st.lists(st.tuples(st.integers(1, 9), st.none() | below), min_size=1, max_size=3),
    max_leaves=9,
)


class Chain:
    """Writes a generated draft down, with everything below it."""

    def __init__(self):
        self.person = Person.objects.create(name="某人")
        self.offices = [
            Office.objects.create(name=level, short_name=level, level=level, network="vertical", path=f"/{level}/")
            for level in LEVELS
        ]

    def draft(self, sources, depth=0):
        here = self.offices[min(depth, len(LEVELS) - 1)]
        draft = Draft.objects.create(office=here, editor=self.person, **TEXT)
        for weight, below in sources:
            submission = self.submission(below, depth + 1, here)
            Source.objects.create(draft=draft, submission=submission, weight=weight)
        return draft

    def submission(self, below, depth, receiver):
        sender = self.offices[min(depth, len(LEVELS) - 1)]
        item = Item.objects.create(office=sender, drafter=self.person, state="submitted", **TEXT)
        if below is not None:
            Upward.objects.create(draft=self.draft(below, depth), item=item, by=self.person)
        version = Version.objects.create(
            item=item, number=1, title="题", body="文", why="handed_over", by="", digest=""
        )
        offices = {"sender": sender, "sender_name": sender.name, "receiver": receiver}
        more = {"urgency": "ordinary", "characters": 1, "round": 1, "drafter_name": ""}
        return Submission.objects.create(item=item, version=version, **offices, **more, **TEXT)


class LineageTest(TestCase):
    """Each example lives in its own transaction."""

    @settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
    @given(DRAFTS)
    def test_shares_add_up_through_every_level(self, sources):
        draft = Chain().draft(sources)

        strands = lineages_of([draft])[draft.pk]

        behind = defaultdict(int)
        for strand in strands:
            if strand.behind is not None:
                behind[strand.behind] += strand.weight
        assert all(total == strands[place].weight for place, total in behind.items())
        assert all(strand.behind is None or strand.behind < place for place, strand in enumerate(strands))
        direct = [strand.weight for strand in strands if strand.behind is None]
        asked = [weight for weight, _below in sources]
        assert [Fraction(w, sum(direct)) for w in direct] == [Fraction(w, sum(asked)) for w in asked]
        assert all(strand.weight > 0 for strand in strands)

    @settings(max_examples=10, deadline=None, suppress_health_check=[HealthCheck.too_slow])
    @given(DRAFTS)
    def test_every_submission_of_every_level_is_there_once(self, sources):
        draft = Chain().draft(sources)

        found = sorted(strand.submission.pk for strand in lineages_of([draft])[draft.pk])

        assert found == sorted(Submission.objects.values_list("pk", flat=True))
