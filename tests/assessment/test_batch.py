"""Many results at once: every line read by its heading, doubts said with the line, all entered or none."""

from datetime import date
from decimal import Decimal

from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from qianliyan.assessment.actions import batch
from qianliyan.assessment.models import RecordedFact
from qianliyan.assessment.pasted.entries import Given, read
from qianliyan.assessment.unit_names import units_by_name
from qianliyan.core import clock
from qianliyan.history.actors import SYSTEM
from qianliyan.offices import actions as offices
from tests import thread
from tests.assessment.steps import copy_of, page_of, printed

GIVEN = Given("adopted", date(2026, 3, 31), "province", "省通报第3期")
UNITS = {"青石县": 1, "青石县政府办": 1, "白桑县": 2, "文化、旅游局": 3}


def in_short(row):
    return (row.fact, row.title, row.units, row.level, row.doubts)


def test_columns_are_found_by_their_heading_and_missing_ones_are_as_given():
    text = "单位\t题目\t日期\t刊物\t得分\n青石县\t甲\t3月5日\t《要情》\t8\n白桑县、青石县\t乙\t\t\t"

    first, second = read(text, GIVEN, UNITS)

    assert (first.on, first.publication, first.value, first.evidence) == (
        date(2026, 3, 5),
        "要情",
        Decimal(8),
        "省通报第3期",
    )
    assert (second.units, second.on, second.value) == ((2, 1), date(2026, 3, 31), None)


def test_a_column_of_results_says_what_each_line_is():
    text = (
        "结果\t单位\t题目\t层级\t领导\n批示\t青石县\t甲\t省级\t省长王强\n"
        "基层运用\t白桑县\t乙\t县\t\n采用\t青石县\t丙\t国办\t"
    )

    assert [in_short(row)[:4] for row in read(text, GIVEN, UNITS)] == [
        ("instructed", "甲", (1,), "province"),
        ("effect", "乙", (2,), "county"),
        ("adopted", "丙", (1,), "state"),
    ]


def test_what_cannot_be_read_is_said_and_never_guessed():
    text = "单位\t题目\t日期\n青山县\t甲\t3月5日\n青石县\t乙\t2月30日\n\t丙\t"

    assert [row.doubts for row in read(text, GIVEN, UNITS)] == [
        ("没有叫“青山县”的单位",),
        ("日期“2月30日”读不出来",),
        ("没有写单位",),
    ]


def test_balances_need_a_number_and_a_unit_whose_name_has_a_comma_in_it_is_one_unit():
    rows = read("单位\t得分\n文化、旅游局\t12.5分\n青石县\t", Given("opening", date(2026, 6, 30), "", "台账"), UNITS)

    assert [(row.units, row.value, row.doubts) for row in rows] == [
        ((3,), Decimal("12.5"), ()),
        ((1,), None, ("缺数值",)),
    ]


def test_a_circular_in_prose_is_read_too():
    rows = read("青石县：《甲》；《乙》\n某县：《丙》", GIVEN, UNITS)

    assert [in_short(row) for row in rows] == [
        ("adopted", "甲", (1,), "province", ()),
        ("adopted", "乙", (1,), "province", ()),
        ("adopted", "丙", (), "province", ("没有叫“某县”的单位",)),
    ]


def test_units_are_known_by_every_name_that_they_bear_or_bore(world):
    offices.change(world.county, name="青石区人民政府办公室", short_name="青石区政府办", on=clock.today(), by=SYSTEM)

    known = units_by_name(world.city)

    assert {name: known.get(name) for name in ("青石县政府办", "青石区政府办", "白桑县", "白桑县政府办", "某县")} == {
        "青石县政府办": world.county.pk,
        "青石区政府办": world.county.pk,
        "白桑县": world.neighbour_county.pk,
        "白桑县政府办": world.neighbour_county.pk,
        "某县": None,
    }


PAGE = "/assessment/records/batch/"


def given(text, **changes):
    return {
        "fact": "adopted",
        "on": f"{clock.today()}",
        "level": "province",
        "evidence": "省通报",
        "text": text,
        **changes,
    }


def test_opening_balances_are_entered_for_every_unit_at_once(world, editor, sign_in):
    browser = sign_in(editor)
    table = given("单位\t得分\n青石县\t12.5\n白桑县\t8", fact="opening", level="")

    shown = page_of(browser.post(PAGE, {**table, "step": "read"}))
    browser.post(PAGE, {**table, "step": "enter"})

    assert ("读出2行" in shown, "全部登记" in shown) == (True, True)
    assert list(RecordedFact.objects.order_by("pk").values_list("fact", "title", "value", "shares__unit")) == [
        ("opening", "期初得分", Decimal("12.5"), world.county.pk),
        ("opening", "期初得分", Decimal(8), world.neighbour_county.pk),
    ]


def test_a_line_that_cannot_be_read_lets_nothing_be_entered(world, editor, sign_in):
    table = given("单位\t题目\n青石县\t甲\n某县\t乙")

    shown = page_of(sign_in(editor).post(PAGE, {**table, "step": "enter"}))

    assert ("没有叫“某县”的单位" in shown, "1行还登记不了" in shown) == (True, True)
    assert RecordedFact.objects.count() == 0


def test_a_line_is_about_the_piece_that_its_title_means_with_its_shares(world, editor, sign_in):
    first = thread.submitted(world)
    entry = printed(world, (first, 2), (copy_of(first, world.neighbour_county), 1))
    table = given(f"单位\t题目\n青石县\t{entry.title}")

    sign_in(editor).post(PAGE, {**table, "step": "enter"})

    fact = RecordedFact.objects.get()
    assert (fact.entry, [(one.unit, one.weight) for one in fact.shares.all()]) == (
        entry,
        [(world.county, 2), (world.neighbour_county, 1)],
    )


def test_an_editor_says_that_a_line_is_about_none_of_our_pieces(world, editor, sign_in):
    entry = printed(world, (thread.submitted(world), 1))
    table = given(f"单位\t题目\n青石县\t{entry.title}")

    sign_in(editor).post(PAGE, {**table, "piece-2": "none", "step": "enter"})

    assert RecordedFact.objects.get().entry is None


def test_the_same_line_twice_is_refused_with_its_number_and_nothing_is_entered(world, editor, sign_in):
    entry = printed(world, (thread.submitted(world), 1))
    table = given(f"单位\t题目\n青石县\t{entry.title}\n青石县\t{entry.title}")

    answer = sign_in(editor).post(PAGE, {**table, "step": "enter"})

    assert (answer.status_code, "第3行：这条信息的这次采用已经在系统里" in page_of(answer)) == (422, True)
    assert RecordedFact.objects.count() == 0


def test_a_list_too_long_for_one_sitting_is_refused_before_anything_is_looked_for(world, editor, sign_in, monkeypatch):
    monkeypatch.setattr(batch, "MOST", 2)
    table = given("单位\t题目\n" + "青石县\t甲\n" * 3)

    with CaptureQueriesContext(connection) as asked:
        answer = sign_in(editor).post(PAGE, {**table, "step": "read"})

    assert (answer.status_code, "一次最多2条" in page_of(answer)) == (422, True)
    assert not any("bulletins_entry" in one["sql"] for one in asked.captured_queries)


def test_a_file_becomes_the_paper_of_every_entry(world, editor, sign_in):
    browser = sign_in(editor)
    file = SimpleUploadedFile("台账.txt", "单位\t得分\n青石县\t3\n".encode())
    table = given("", fact="opening", level="", file=file)

    shown = browser.post(PAGE, {**table, "step": "read"})
    mark = shown.content.decode().split('name="paper" value="')[1].split('"')[0]
    again = given("单位\t得分\n青石县\t3", fact="opening", level="", paper=mark)
    browser.post(PAGE, {**again, "step": "enter"})
    forged = {**again, "text": "单位\t得分\n白桑县\t3", "paper": "1:forged"}
    browser.post(PAGE, {**forged, "step": "enter"})

    assert [one.file.name if one.file else None for one in RecordedFact.objects.order_by("pk")] == ["台账.txt", None]


def test_only_those_who_record_enter_many(officer, sign_in):
    assert sign_in(officer).get(reverse("assessment:batch")).status_code == 422


def test_reading_takes_the_same_queries_for_one_line_and_for_many(
    world, editor, sign_in, django_assert_max_num_queries
):
    browser, counts = sign_in(editor), []

    for number in (1, 30):
        rows = "\n".join(f"青石县\t没见过的第{one}条" for one in range(number))
        with django_assert_max_num_queries(12) as counted:
            browser.post(PAGE, {**given(f"单位\t题目\n{rows}"), "step": "read"})
        counts.append(len(counted))

    assert counts[0] == counts[1]
