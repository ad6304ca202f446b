"""From facts to standings, by hand-worked shares; closed periods give the same bytes for ever."""

from datetime import date
from decimal import Decimal
from fractions import Fraction

import pytest

from qianliyan.assessment import account as books
from qianliyan.assessment.actions import calculating, closing, recording, schemes
from qianliyan.assessment.actions.parts import About
from qianliyan.assessment.models import Calculation, Period, Standing
from qianliyan.assessment.models.calculation import Purpose
from qianliyan.assessment.shipped import shipped
from qianliyan.assessment.tiles import tiles_of
from qianliyan.core import clock
from qianliyan.core.errors import NotAllowed, NotReady, Unreadable, WrongState
from qianliyan.files.actions import content_of
from qianliyan.history.actors import SYSTEM
from qianliyan.history.models import Event
from qianliyan.offices.actions import succeed
from qianliyan.scoring import reading
from tests import thread
from tests.assessment.steps import (
    RULES,
    adopted_outside,
    calculated,
    copy_of,
    label,
    printed,
    totals,
)


@pytest.fixture
def year(world, editor):
    """Two units share a composite two to one; the province adopts it; one of them has a piece of its own."""
    first = thread.submitted(world)
    second = copy_of(first, world.neighbour_county)
    alone = copy_of(first, world.neighbour_county)
    entry = printed(world, (first, 2), (second, 1))
    printed(world, (alone, 1))
    adopted_outside(editor, entry)
    return entry


def published(judge, text=RULES, since=date(2020, 1, 1)):
    scheme = schemes.begin("试行办法", source=text, valid_from=since, by=judge)
    return schemes.publish(scheme, by=judge)


def test_shares_are_what_one_works_out_by_hand(world, judge, year):
    published(judge)

    made = calculated(judge)

    # 青石县：2 × 2/3 + 8 × 2/3 = 6.67；白桑县：2 × 1/3 + 8 × 1/3 + 2 = 5.33；农业农村局没有。
    assert totals(made) == {"青石县政府办": "6.67", "白桑县政府办": "5.33", "市农业农村局": "0.00"}
    row = Standing.objects.get(calculation=made, unit=world.county)
    assert (row.columns["本级"], row.columns["上级"]) == ("1.33", "5.33")
    assert {name: row.counts[name] for name in ("submitted", "adopted", "above")} == {
        "submitted": 1,
        "adopted": 1,
        "above": 1,
    }
    assert row.counts["quality"] == pytest.approx(0.8)


def test_persons_have_their_own_standing(world, judge, year, officer, neighbour):
    published(judge)

    made = calculated(judge)

    persons = {row.person_id: row.printed for row in made.standings.filter(person__isnull=False)}
    assert persons == {officer.person_id: "6.67", neighbour.person_id: "5.33"}


def test_without_published_rules_the_shipped_ones_are_used(world, judge, year):
    made = calculated(judge)

    assert made.scheme is None
    assert made.scheme_title.startswith("政务信息工作计分办法")
    # 青石县：综合信息按1分的2/3，省级采用8分的2/3，合计6。
    assert totals(made)["青石县政府办"] == "6.0"


@pytest.mark.parametrize("level", ["county", "city", "province"])
def test_the_shipped_rules_fit_every_level(level):
    rules = reading.read_text(shipped(level))

    own = next(rule for rule in rules.rules if rule.name == "本级刊物采用")
    above = [rule.name for rule in rules.rules if rule.column == "上级采用" and "采用" in rule.name]
    assert level in str(own.when)
    assert (
        above
        == {
            "county": ["市政府办公室采用", "省政府办公厅采用", "国务院办公厅采用"],
            "city": ["省政府办公厅采用", "国务院办公厅采用"],
            "province": ["国务院办公厅采用"],
        }[level]
    )


def test_a_closed_period_gives_the_same_bytes_whatever_happens_afterwards(world, judge, year, editor):
    published(judge)
    with clock.at(clock.now().replace(year=clock.now().year + 1, month=1, day=9)):
        period = closing.close(str(clock.today().year - 1), by=judge)
        adopted_outside(editor, year, on=date(clock.today().year - 1, 12, 30), publication="专报")

        kept = period.closing
        again = books.work_out(books.read(content_of(kept.file)))
        live = calculated(judge, str(clock.today().year - 1))

    assert period.state == "closed"
    assert again.digest == kept.digest
    assert again.packed == content_of(kept.file)
    assert closing.reproduced(kept)
    assert totals(kept)["青石县政府办"] == "6.67"
    assert totals(live)["青石县政府办"] == "12.00"


def test_a_period_is_closed_when_it_is_over_by_rules_that_are_published(world, judge, editor):
    with pytest.raises(NotReady) as refusal:
        closing.close(label(), by=judge)
    assert [one.text for one in refusal.value.missing][1:] == ["还没有公布本考核期适用的计分办法"]
    with pytest.raises(NotAllowed):
        closing.close(label(), by=editor)
    with pytest.raises(Unreadable, match="写法不对"):
        closing.close("去年", by=judge)


def test_only_a_recorded_decision_opens_a_period_again(world, judge, year, editor):
    published(judge)
    with clock.at(clock.now().replace(year=clock.now().year + 1)):
        period = closing.close(str(clock.today().year - 1), by=judge)
        kept = period.closing
        with pytest.raises(Unreadable, match="决定"):
            closing.reopen(period, reason="", by=judge)
        with pytest.raises(NotAllowed):
            closing.reopen(period, reason="云政办函〔2027〕3号", by=editor)
        opened = closing.reopen(period, reason="云政办函〔2027〕3号", by=judge)

    assert (opened.state, opened.closing) == ("running", None)
    assert Calculation.objects.get(pk=kept.pk).digest == kept.digest
    event = Event.objects.get(verb="period.reopen")
    assert (event.text.body, event.details["digest"]) == ("云政办函〔2027〕3号", kept.digest)
    with pytest.raises(WrongState):
        closing.reopen(opened, reason="再开", by=judge)


def test_rules_are_tried_on_a_closed_period_by_the_facts_of_its_file(world, judge, year, editor):
    published(judge)
    doubled = schemes.begin(
        "新办法", source=RULES.replace("points: 8", "points: 16"), valid_from=date(2099, 1, 1), by=judge
    )
    with clock.at(clock.now().replace(year=clock.now().year + 1)):
        last = str(clock.today().year - 1)
        closing.close(last, by=judge)
        adopted_outside(editor, year, on=date(clock.today().year - 1, 12, 30), publication="专报")

        trial = calculated(judge, last, scheme=doubled)

    assert trial.purpose == Purpose.TRIAL
    assert totals(trial) == {"青石县政府办": "12.00", "白桑县政府办": "8.00", "市农业农村局": "0.00"}


def test_the_points_of_a_merged_unit_are_its_successor_s(world, judge, year):
    published(judge)
    succeed(world.county, world.neighbour_county, on=clock.today(), basis="编委文件", by=SYSTEM)

    assert totals(calculated(judge)) == {"白桑县政府办": "12.00", "市农业农村局": "0.00"}


def test_a_calculation_that_cannot_be_done_says_why(world, judge):
    about = About("酌情", units=[world.county])
    nine = recording.Details(value=Decimal(9))
    recording.enter("bonus", about, on=clock.today(), paper=recording.Paper("会议纪要"), details=nine, by=judge)
    rule = "  - {rule: 酌情, column: 上级, when: {fact: bonus}, points: {entered: {max: 5}}}\ncolumns:"
    published(judge, RULES.replace("columns:", rule))

    refused = calculated(judge)

    assert refused.state == "refused"
    assert "assessment.recordedfact" in refused.error


def test_a_calculation_is_done_once(world, judge, year):
    made = calculated(judge)

    assert calculating.perform(made.pk) == made
    assert Standing.objects.filter(calculation=made, unit=world.county).count() == 1


def test_only_the_section_orders_a_calculation(world, officer):
    with pytest.raises(NotAllowed):
        calculating.order(label(), by=officer)


def test_shares_stay_exact_until_they_are_printed(world, judge, year):
    published(judge)

    worked = books.work_out(calculating.live_account(calculated(judge)))

    total = sum((one.total for one in worked.result.of("offices")), Fraction(0))
    assert total == 12
    assert Period.objects.count() == 0


def test_the_share_adopted_above_is_that_of_the_next_office_above(world):
    figures = {"sent_up/province": 913, "adopted/province": 181, "adopted/state": 3}
    counted = Calculation(office=world.city, label="2025", figures=figures)

    assert [(one.value, one.near) for one in tiles_of(counted)][2] == (184, "上报913 · 19.8%")
