"""Entering what happened outside, on the pages."""

import pytest
from django.urls import reverse

from qianliyan.assessment.models import RecordedFact
from qianliyan.core import clock
from tests import thread
from tests.assessment.steps import page_of, printed


def test_a_result_outside_is_entered_from_the_printed_entry(world, editor, officer, sign_in):
    entry = printed(world, (thread.submitted(world), 1))
    browser, page = sign_in(editor), f"{reverse('assessment:new_record')}?entry={entry.uid}"
    given = {"fact": "adopted", "on": f"{clock.today()}", "level": "province", "evidence": "省通报第3期"}

    assert "1处要改" not in page_of(browser.get(page))
    without = browser.post(page, {**given, "evidence": ""})
    browser.post(page, given)

    assert (without.status_code, "依据" in page_of(without)) == (422, True)
    record = RecordedFact.objects.get()
    assert [(share.unit, share.weight) for share in record.shares.all()] == [(world.county, 1)]
    address = reverse("assessment:record", args=[record.uid])
    assert sign_in(officer).get(address).status_code == 200
    assert sign_in(world.seats["neighbour"]).get(address).status_code == 404


@pytest.mark.parametrize(
    ("changed", "words"),
    [
        ({"level": ""}, "哪一级"),
        ({"on": "2999-01-01"}, "今天之后"),
        ({"on": "昨天"}, "有效的日期"),
        ({"fact": "bonus"}, "请填数值"),
        ({"units": []}, "请选定有份的单位"),
        ({"title": " "}, "题目"),
        ({"value": "很多"}, "数字"),
        ({"leader": " "}, "请写明是哪位领导批示的"),
    ],
)
def test_bad_input_is_answered_at_the_field(world, editor, sign_in, changed, words):
    given = {"fact": "instructed", "on": f"{clock.today()}", "level": "province", "evidence": "批示件"}
    given |= {"title": "一条", "units": [world.county.pk], **changed}

    answer = sign_in(editor).post(reverse("assessment:new_record"), given)

    assert answer.status_code == 422
    assert words in page_of(answer)
    assert RecordedFact.objects.count() == 0
