"""From the rooms' own rows to facts: through several levels, with shares worked out by hand."""

from datetime import timedelta

import pytest

from qianliyan.assessment.actions import recording
from qianliyan.assessment.actions.parts import About
from qianliyan.assessment.models.recorded import FactName
from qianliyan.assessment.projection import project
from qianliyan.core import clock
from qianliyan.core.errors import NotAllowed, Unreadable, WrongState
from qianliyan.items.actions import sending
from tests import thread
from tests.assessment.steps import (
    adopted_outside,
    assessor,
    calculated,
    copy_of,
    facts_in_short,
    printed,
    printed_above,
    this_year,
)


def city_facts(world):
    return project(world.city, this_year())


def test_what_came_in_is_a_fact_of_its_day_and_its_unit(world):
    submission = thread.submitted(world)

    assert city_facts(world) == (
        {
            "id": f"items.submission:{submission.pk}/submitted",
            "on": clock.today(),
            "fact": "submitted",
            "item": f"items.item:{submission.item_id}",
            "offices": [{"office": "青石县政府办"}],
            "authors": [{"person": "石小禾", "office": "青石县政府办"}],
            "kind": "ordinary",
            "form": "single",
            "characters": submission.characters,
            "urgent": False,
            "channel": "system",
        },
    )


def test_what_was_withdrawn_was_never_received(world, signatory):
    sending.withdraw(thread.submitted(world), by=signatory, reason="情况有变")

    assert city_facts(world) == ()


def test_a_composite_is_shared_by_the_weights_of_its_sources(world):
    first = thread.submitted(world)
    second = copy_of(first, world.neighbour_county)
    entry = printed(world, (first, 3), (second, 1))

    adoption = next(fact for fact in city_facts(world) if fact["fact"] == "adopted")

    assert adoption["id"] == f"bulletins.entry:{entry.pk}/adopted"
    assert adoption["item"] == f"items.item:{first.item_id}+{second.item_id}"
    assert adoption["offices"] == [{"office": "青石县政府办", "weight": 3}, {"office": "白桑县政府办"}]
    assert (adoption["level"], adoption["publication"], adoption["form"]) == ("city", "政务信息", "composite")


def test_what_the_province_prints_counts_at_the_province_for_the_city_and_at_the_city_for_the_county(world):
    first = thread.submitted(world)
    second = copy_of(first, world.neighbour_county)
    printed(world, (first, 2), (second, 1))
    upward = copy_of(first, world.city, receiver=world.province)
    printed_above(world, (upward, 6), (first, 4), (second, 2))

    seen_by_city = [one for one in facts_in_short(city_facts(world)) if one[0] == "adopted"]
    seen_by_province = facts_in_short(project(world.province, this_year()))

    assert seen_by_city == [
        ("adopted", "city", {"青石县政府办": 2, "白桑县政府办": 1}),
        ("adopted", "province", {"青石县政府办": 4, "白桑县政府办": 2}),
    ]
    assert seen_by_province == [
        ("adopted", "province", {"市政府办": 6}),
        ("submitted", "", {"市政府办": 1}),
    ]


def test_what_the_province_did_on_its_own_network_is_recorded_with_its_paper(world, editor):
    first = thread.submitted(world)
    second = copy_of(first, world.neighbour_county)
    entry = printed(world, (first, 2), (second, 1))
    recorded = adopted_outside(editor, entry)

    fact = next(fact for fact in city_facts(world) if fact["id"].startswith("assessment"))

    assert fact["id"] == f"assessment.recordedfact:{recorded.pk}/adopted"
    assert fact["item"] == f"items.item:{first.item_id}+{second.item_id}"
    assert fact["offices"] == [{"office": "青石县政府办", "weight": 2}, {"office": "白桑县政府办"}]
    assert (fact["level"], fact["evidence"]) == ("province", "省政府办公厅《采用情况通报》第3期")


def test_a_revoked_entry_stays_readable_and_counts_no_longer(world, editor, outsider):
    entry = printed(world, (thread.submitted(world), 1))
    recorded = adopted_outside(editor, entry)

    with pytest.raises(NotAllowed):
        recording.revoke(recorded, reason="录错了", by=outsider)
    with pytest.raises(Unreadable, match="理由"):
        recording.revoke(recorded, reason=" ", by=editor)
    recording.revoke(recorded, reason="录错了", by=editor)

    assert [fact["fact"] for fact in city_facts(world)] == ["adopted", "submitted"]
    with pytest.raises(WrongState):
        recording.revoke(recorded, reason="再撤一次", by=editor)


@pytest.mark.parametrize(
    ("changed", "words"),
    [
        ({"paper": recording.Paper("  ")}, "依据"),
        ({"on": clock.today() + timedelta(days=2)}, "今天之后"),
        ({"about": About(title="只有题目")}, "有份的单位"),
        ({"about": About()}, "题目"),
    ],
)
def test_an_entry_says_what_it_lacks(world, changed, words):
    given = {"about": About("一条", units=[world.county]), "on": clock.today()}
    given |= {"paper": recording.Paper("通报"), **changed}

    with pytest.raises(Unreadable, match=words):
        recording.enter(FactName.EFFECT, given.pop("about"), by=assessor(world), **given)


def test_a_piece_that_was_sent_to_another_office_is_not_recorded_here(world, editor):
    elsewhere = copy_of(thread.submitted(world), world.county, receiver=world.province)

    with pytest.raises(Unreadable, match="不是报给本单位的"):
        recording.enter(
            FactName.ADOPTED,
            About(submission=elsewhere),
            on=clock.today(),
            paper=recording.Paper("通报"),
            by=editor,
        )


def test_two_persons_of_one_name_are_told_apart_by_their_units(world, neighbour, officer):
    neighbour.person.name = officer.person.name
    neighbour.person.save()
    first = thread.submitted(world)
    copy_of(first, world.neighbour_county)

    authors = [fact["authors"][0]["person"] for fact in city_facts(world)]

    assert sorted(authors) == ["石小禾（白桑县政府办）", "石小禾（青石县政府办）"]


def test_whoever_wrote_for_two_units_of_one_piece_is_named_once(world, officer, judge):
    first = thread.submitted(world)
    second = copy_of(first, world.neighbour_county)
    type(second.item).objects.filter(pk=second.item_id).update(drafter=officer.person)
    printed(world, (first, 2), (second, 1))

    adoption = next(fact for fact in city_facts(world) if fact["fact"] == "adopted")

    assert adoption["authors"] == [{"person": "石小禾", "office": "青石县政府办", "weight": 3}]
    assert calculated(judge).state == "done"


def test_projecting_takes_the_same_queries_however_much_happened(world, django_assert_num_queries):
    counts = []
    for _more in range(2):
        printed(world, (copy_of(thread.submitted(world), world.neighbour_county), 1))
        with django_assert_num_queries(13):
            counts.append(len(city_facts(world)))

    assert counts == [3, 6]
