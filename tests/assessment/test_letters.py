"""Letters prepared from the figures: the notice to a unit's main leader, the report on the year's work."""

import io

import pypdfium2
import pytest
from django.urls import reverse

from qianliyan.assessment.models import Calculation, Letter
from qianliyan.core import clock
from qianliyan.history.models import Event
from tests.assessment.steps import page_of
from tests.thread import TITLE


@pytest.fixture
def notice(made, world):
    return reverse("assessment:notice", args=[world.county.pk])


def text_of(answer):
    found = pypdfium2.PdfDocument(io.BytesIO(answer.getvalue()))
    return len(found), "".join(page.get_textpage().get_text_range() for page in found).replace("\r\n", "")


def printed(browser):
    return browser.get(reverse("assessment:letter_file", args=[Letter.objects.get().uid]))


def typed(browser, address):
    initial = browser.get(address).context["form"].initial
    return {**initial, "form": "pdf"}


def test_the_notice_names_what_was_made_of_the_unit_s_work_above(notice, judge, sign_in):
    browser = sign_in(judge)
    prepared = typed(browser, notice)

    assert prepared["recipients"] == "青石县人民政府办公室主要负责同志"
    assert prepared["body"].splitlines()[:1] == [
        f"{clock.today().year}年，你单位报送的政务信息被上级采用1条，获上级领导批示0件："
    ]
    assert f"1.《{TITLE}》，" in prepared["body"]
    assert "省级采用（每日要情）" in prepared["body"]


def test_what_an_editor_changed_is_printed_and_recorded(notice, world, judge, sign_in):
    browser = sign_in(judge)
    prepared = typed(browser, notice) | {"body": "改过的正文。"}

    answer = browser.post(notice, prepared)

    pages, text = text_of(printed(browser))
    assert browser.get(answer.url).context["form"].initial["body"] == "改过的正文。"
    assert (pages, "改过的正文。" in text, "青石县人民政府办公室主要负责同志：" in text) == (1, True, True)
    event = Event.objects.get(verb="letter.print")
    assert (event.thing_pk, event.text.body) == (world.county.pk, "改过的正文。")


def test_a_second_click_prints_no_second_letter(notice, judge, sign_in):
    browser = sign_in(judge)
    prepared = typed(browser, notice) | {"once": "a"}

    answers = [browser.post(notice, prepared).status_code for _click in range(2)]

    assert (answers, Letter.objects.count()) == ([302, 422], 1)


def test_a_unit_without_results_above_is_said_to_have_none(world, made, judge, sign_in):
    page = page_of(sign_in(judge).get(reverse("assessment:notice", args=[world.department.pk])))

    assert "没有该单位被上级采用或批示的记录" in page


def test_the_year_s_report_is_prepared_and_stays_on_two_pages(made, judge, sign_in):
    browser, address = sign_in(judge), reverse("assessment:year_report", args=[clock.today().year])
    prepared = typed(browser, address)

    browser.post(address, prepared)

    pages, text = text_of(printed(browser))
    assert [line for line in prepared["body"].splitlines() if line[1:2] == "、"] == [
        "一、总体情况",
        "二、各单位情况",
        "三、存在的问题",
        "四、下一步打算",
    ]
    assert "纳入考核的3个单位中，2个单位报送了信息。" in text
    assert pages <= 2


def test_letters_are_the_section_s(notice, made, officer, sign_in):
    browser = sign_in(officer)

    report = reverse("assessment:year_report", args=[clock.today().year])
    assert [browser.get(one).status_code for one in (notice, report)] == [404, 404]
    assert Calculation.objects.count() == 1


def test_a_letter_without_text_is_asked_for(notice, judge, sign_in):
    answer = sign_in(judge).post(notice, {"title": "题", "recipients": "某单位", "body": " ", "form": "docx"})

    assert (answer.status_code, Event.objects.filter(verb="letter.print").count()) == (422, 0)
