"""What the section, a unit and strangers see."""

import re

import pytest
from django.urls import reverse

from qianliyan.assessment.settings import OTHERS_SHOWN
from qianliyan.configuration.actions import set_value
from qianliyan.core import clock
from tests import thread
from tests.assessment.steps import calculated, copy_of, label, page_of

DAY = {"valid_from": "2026-01-01"}


def test_the_section_sees_all_units_and_takes_one_apart(world, made, editor, sign_in):
    browser = sign_in(editor)

    page = page_of(browser.get(reverse("assessment:standings")))
    unit = page_of(browser.get(f"{reverse('assessment:standings')}?unit={world.county.pk}"))

    assert "青石县政府办 1 1 1 0 6.67" in page
    assert "青石县政府办的6.67分" in unit
    assert "第四条" in unit
    assert "农村生活污水处理设施运行情况" in unit


def test_htmx_gets_one_unit_alone(world, made, editor, sign_in):
    answer = sign_in(editor).get(
        f"{reverse('assessment:standings')}?unit={world.county.pk}", headers={"HX-Request": "true"}
    )

    assert answer.content.decode().startswith('<aside class="card" id="unit"')


def test_the_standings_take_the_same_few_queries_for_one_unit_and_many(
    world, made, editor, sign_in, django_assert_max_num_queries
):
    browser, counts = sign_in(editor), []

    for _more in range(2):
        with django_assert_max_num_queries(12) as counted:
            browser.get(reverse("assessment:standings"))
        counts.append(len(counted))
        copy_of(thread.submitted(world), world.province, receiver=world.city)
        calculated(editor)

    assert counts[0] == counts[1]


def test_a_unit_sees_where_its_own_points_come_from_and_nobody_else_s(world, made, officer, neighbour, sign_in):
    own = page_of(sign_in(officer).get(reverse("assessment:results")))

    assert "6.67分的来历" in own
    assert "白桑县政府办" not in own
    assert "3.33" not in own
    assert "3.33分的来历" in page_of(sign_in(neighbour).get(reverse("assessment:results")))


@pytest.mark.parametrize(
    "address",
    [
        "/assessment/standings/",
        "/assessment/standings/export/?form=xlsx",
        "/assessment/facts/?fact=adopted",
        "/assessment/records/",
    ],
)
def test_the_section_s_pages_do_not_exist_for_a_unit(made, officer, sign_in, address):
    assert sign_in(officer).get(address).status_code == 404


def test_by_default_a_unit_reads_its_place_for_the_year_alone(world, made, officer, judge, sign_in):
    month = f"{clock.today():%Y-%m}"
    calculated(judge, month)
    browser = sign_in(officer)

    assert "名次 纵向组 · 第1名" in page_of(browser.get(reverse("assessment:results")))
    assert "第1名" not in page_of(browser.get(f"{reverse('assessment:results')}?period={month}"))


def test_the_office_may_show_the_totals_of_others(world, made, officer, chief, sign_in):
    set_value(OTHERS_SHOWN, value=True, office=world.city, valid_from=clock.today(), by=chief)

    page = page_of(sign_in(officer).get(reverse("assessment:results")))

    assert "白桑县政府办 3.33" in page


def test_every_figure_leads_to_what_it_counts(made, editor, sign_in):
    browser = sign_in(editor)
    page = browser.get(reverse("assessment:standings")).content.decode()

    tiles = re.findall(r'<a href="([^"]*facts/[^"]*)"><small>([^<]*)</small><b>(\d+)</b>', page)

    assert [(name, number) for _url, name, number in tiles] == [
        ("收到信息", "2"),
        ("刊物采用", "1"),
        ("上级采用", "1"),
        ("本级领导批示", "0"),
        ("上级领导批示", "0"),
    ]
    for url, _name, number in tiles:
        assert f"共{number}条" in browser.get(url.replace("&amp;", "&")).content.decode()


def test_the_standings_go_out_as_a_spreadsheet(made, editor, sign_in):
    answer = sign_in(editor).get(f"{reverse('assessment:export')}?form=xlsx")

    assert answer.content.startswith(b"PK")
    assert answer["Content-Disposition"] == f'attachment; filename="standings-{label()}.xlsx"'
    assert sign_in(editor).get(f"{reverse('assessment:export')}?form=exe").status_code == 404


@pytest.mark.parametrize("period", ["2026-13", "去年", "2026-Q9", "' or 1=1"])
def test_a_period_that_means_nothing_is_not_found(editor, sign_in, period):
    assert sign_in(editor).get(reverse("assessment:standings"), {"period": period}).status_code == 404


def test_the_year_s_standings_show_the_shape_of_the_months_so_far(world, made, judge, sign_in):
    standing = made.standings.get(unit=world.county)

    assert len(standing.counts["months"]) == clock.today().month
    assert standing.counts["months"][-1] == 6.67
    assert "各月走势" in page_of(sign_in(judge).get(reverse("assessment:standings")))
