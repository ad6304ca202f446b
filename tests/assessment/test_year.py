"""The figures of the year are the sizes of the sets that their pages list."""

from datetime import date
from decimal import Decimal

import pytest
from django.urls import reverse
from django.utils import translation

from qianliyan.assessment.actions import annual, recording
from qianliyan.assessment.actions.parts import About
from qianliyan.assessment.board import board_and_words, board_of, paragraph
from qianliyan.assessment.models.recorded import FactName
from qianliyan.core import clock
from qianliyan.core.errors import NotAllowed, Unreadable
from qianliyan.items.models import Submission
from tests import thread
from tests.assessment.steps import adopted_outside, copy_of, page_of, printed, printed_above
from tests.instructions.rows import instruction_in


@pytest.fixture
def year(world, editor, chief):
    """Two pieces come in and are printed; one goes up and is printed above; one is recorded as adopted."""
    first = thread.submitted(world)
    second = copy_of(first, world.neighbour_county)
    printed(world, (first, 1))
    entry = printed(world, (second, 1))
    upward = copy_of(first, world.city, receiver=world.province)
    copy_of(first, world.city, receiver=world.province)
    printed_above(world, (upward, 1), (first, 1))
    adopted_outside(editor, entry)
    about, paper = About("通报表扬", units=[world.county]), recording.Paper("省政府办公厅通报")
    recording.enter(
        FactName.COMMENDED,
        about,
        on=clock.today(),
        paper=paper,
        by=editor,
        details=recording.Details({"level": "province"}),
    )
    return clock.today().year


def figures(world, year):
    return {one.label: (one.value, one.near) for one in board_of(world.city, year).figures}


def test_every_figure_of_the_year_is_counted(world, year):
    assert figures(world, year) == {
        "《政务信息》": (2, "期"),
        "《专报信息》": (0, "期"),
        "收到信息": (2, ""),
        "刊发信息": (2, ""),
        "市级领导批示": (0, ""),
        "上报省级": (2, ""),
        "省级采用": (2, "采用率100.0%"),
        "国家采用": (0, ""),
        "省级领导批示": (0, ""),
        "国家领导批示": (0, ""),
        "受省级通报表扬的单位": (1, ""),
    }


def test_a_piece_sent_again_in_january_counts_once_where_it_was_sent_in_december(world):
    first = copy_of(thread.submitted(world), world.city, receiver=world.province)
    again = Submission.objects.get(pk=first.pk)
    version = again.version
    version.pk, version.number, version._state.adding = None, version.number + 1, True
    version.save()
    again.pk, again.uid, again._state.adding = None, Submission._meta.get_field("uid").default(), True
    again.version = version
    last = clock.today().year - 1
    first.sent_at = first.sent_at.replace(year=last, month=12, day=20)
    first.save()
    again.save()

    assert [figures(world, year)["上报省级"][0] for year in (last, last + 1)] == [1, 0]


def test_words_for_a_report_are_chinese_whatever_language_the_page_has(world, year):
    with translation.override("en"):
        board, said = board_and_words(world.city, year)

    assert (board.work[0].label, said) == ("Received", paragraph(board_of(world.city, year)))


def test_a_piece_that_two_leaders_instructed_counts_once(world, chief):
    first = instruction_in(world, chief, "registered")
    first.number = 2
    first.save()
    second = instruction_in(world, chief, "closed")
    second.submission = first.submission
    second.save()
    instruction_in(world, chief, "void")

    assert figures(world, first.given_on.year)[f"{first.get_level_display()}领导批示"][0] == 1


def test_every_figure_leads_to_exactly_what_it_counts(world, year, editor, sign_in):
    browser = sign_in(editor)
    for figure in board_of(world.city, year).figures:
        page = page_of(browser.get(figure.url))
        assert figure.code.startswith("issues/") or f"共{figure.value}条" in page


def test_the_year_costs_the_same_queries_however_much_there_is(
    world, year, editor, sign_in, django_assert_max_num_queries
):
    browser, counts = sign_in(editor), []

    for _more in range(2):
        with django_assert_max_num_queries(12) as counted:
            browser.get(reverse("assessment:year", args=[year]))
        counts.append(len(counted))
        copy_of(thread.submitted(world), world.neighbour_county)

    assert counts[0] == counts[1]


def test_the_many_years_mean_comes_from_recorded_figures(world, year, judge, editor):
    for before, value in ((year - 1, 3), (year - 2, 1)):
        annual.enter(figure="adopted/province", year=before, value=Decimal(value), evidence="总结", by=judge)

    figure = next(one for one in board_of(world.city, year).figures if one.code == "adopted/province")

    assert (figure.before, figure.mean, figure.times) == (3, 2, "")
    with pytest.raises(Unreadable, match="已经过去"):
        annual.enter(figure="adopted/province", year=year, value=Decimal(1), evidence="总结", by=judge)
    with pytest.raises(NotAllowed):
        annual.enter(figure="adopted/province", year=year - 3, value=Decimal(1), evidence="总结", by=editor)


def test_a_mean_of_hundreds_is_written_in_full(world, year, judge):
    annual.enter(figure="received", year=year - 1, value=Decimal(1200), evidence="总结", by=judge)

    assert f"{next(one.mean for one in board_of(world.city, year).figures if one.code == 'received')}" == "1200"


def test_the_figures_stand_in_a_paragraph_ready_for_a_report(world, year, judge):
    annual.enter(figure="received", year=year - 1, value=Decimal(1), evidence="总结", by=judge)

    assert paragraph(board_of(world.city, year)) == (
        f"{year}年，编发《政务信息》2期、《专报信息》0期；收到信息2条（常年值1，为2.0倍）、刊发信息2条、市级领导批示0条；"
        "上报省级2条、省级采用2条（采用率100.0%）、国家采用0条、省级领导批示0条、国家领导批示0条、受省级通报表扬的单位1个。"
    )


@pytest.mark.parametrize(
    "address", ["/assessment/year/", "/assessment/years/", "/assessment/year/2026/figure/?figure=received"]
)
def test_the_year_is_the_section_s(officer, sign_in, address):
    assert sign_in(officer).get(address).status_code == 404


@pytest.mark.parametrize("address", ["/assessment/year/1/", "/assessment/year/2026/figure/?figure=nothing"])
def test_what_does_not_exist_is_not_found(editor, sign_in, address):
    assert sign_in(editor).get(address).status_code == 404


def test_earlier_years_are_entered_on_their_page(world, judge, sign_in):
    browser, page = sign_in(judge), reverse("assessment:earlier_years")

    wrong = browser.post(page, {"figure": "received", "year": clock.today().year, "value": "-1", "evidence": ""})
    right = browser.post(
        page, {"figure": "received", "year": 2020, "value": "15", "evidence": "2020年总结"}, follow=True
    )

    assert (wrong.status_code, "3处要改" in page_of(wrong)) == (422, True)
    assert "收到信息 2020 15 2020年总结" in page_of(right)
    assert date(2020, 1, 1) < clock.today()
