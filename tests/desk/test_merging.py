from datetime import timedelta

import pytest
from django.urls import reverse

from qianliyan.configuration.actions import set_value
from qianliyan.core import clock
from qianliyan.core.errors import Unreadable, WrongState
from qianliyan.desk.actions import drafts, merging, submissions
from qianliyan.desk.models import Draft, Source
from qianliyan.desk.settings import FIRST_WEIGHT
from qianliyan.desk.shares import shares_of
from qianliyan.items.models import Submission
from tests.thread import submitted


def two(world):
    """Two submissions about one event, the second number reported first."""
    later = submitted(world, title="后报的", body="后报的正文")
    with clock.at(clock.now() - timedelta(hours=1)):
        earlier = submitted(world, title="先报的", body="先报的正文")
    return later, earlier


def states():
    return list(Submission.objects.order_by("pk").values_list("state", flat=True))


def test_merging_makes_one_composite_draft_led_by_the_first_to_report(world, editor):
    later, earlier = two(world)

    draft = merging.merge([later, earlier], by=editor)

    assert (draft.title, draft.body, draft.form) == ("先报的", "先报的正文\n\n后报的正文", "composite")
    assert list(Source.objects.values_list("submission", "role", "weight")) == [
        (earlier.pk, "main", 1),
        (later.pk, "merged", 1),
    ]
    assert states() == ["taken", "taken"]


def test_where_the_office_says_so_the_first_to_report_bears_more_from_the_start(world, editor, chief):
    set_value(FIRST_WEIGHT, value=2, office=world.city, valid_from=clock.today(), by=chief)
    later, earlier = two(world)

    draft = merging.merge([later, earlier], by=editor)

    assert [(share.submission, share.weight) for share in shares_of(draft)] == [(earlier, 2), (later, 1)]


def test_what_somebody_has_just_returned_stops_the_merging_of_all(world, editor, colleague):
    later, earlier = two(world)
    submissions.send_back(later, by=colleague, reason="请核对")

    with pytest.raises(Unreadable) as refusal:
        merging.merge([later, earlier], by=editor)

    assert refusal.value.text == "《后报的》现在是“退回修改”，不能合并。请去掉它再合并。"
    assert states() == ["returned", "received"]
    assert Draft.objects.count() == 0


def test_one_submission_alone_is_not_merged(world, editor):
    with pytest.raises(Unreadable):
        merging.merge([submitted(world)], by=editor)

    assert states() == ["received"]


def test_shares_are_set_while_the_draft_is_edited(world, editor):
    later, earlier = two(world)
    draft = merging.merge([later, earlier], by=editor)

    merging.share(draft, {earlier.uid: 3, later.uid: 1}, by=editor)
    drafts.hold_ready(draft, by=editor)

    assert [(share.submission, share.weight) for share in shares_of(draft)] == [(earlier, 3), (later, 1)]
    with pytest.raises(WrongState):
        merging.share(draft, {earlier.uid: 1}, by=editor)


@pytest.mark.parametrize("weight", [0, 101])
def test_a_share_has_its_limits(world, editor, weight):
    later, earlier = two(world)
    draft = merging.merge([later, earlier], by=editor)

    with pytest.raises(Unreadable):
        merging.share(draft, {later.uid: weight}, by=editor)

    assert [share.weight for share in shares_of(draft)] == [1, 1]


def test_one_is_taken_out_again_and_the_other_leads(world, editor):
    later, earlier = two(world)
    draft = merging.merge([later, earlier], by=editor)

    merging.split(draft, earlier, by=editor)

    assert list(Source.objects.values_list("submission", "role")) == [(later.pk, "main")]
    assert states() == ["taken", "signed_for"]
    with pytest.raises(Unreadable):
        merging.split(draft, later, by=editor)
    with pytest.raises(Unreadable):
        merging.split(draft, earlier, by=editor)


def test_dropping_a_merged_draft_puts_all_its_submissions_back(world, editor):
    draft = merging.merge(two(world), by=editor)

    drafts.drop(draft, by=editor, reason="分开编更好")

    assert states() == ["signed_for", "signed_for"]


def test_the_pages_merge_share_and_split(world, editor, sign_in):
    later, earlier = two(world)
    browser = sign_in(editor)

    answer = browser.post(reverse("desk:merging"), {"pick": [str(later.uid), str(earlier.uid)]})
    draft = Draft.objects.get()
    browser.post(reverse("desk:sources", args=[draft.uid]), {f"weight-{earlier.uid}": "2", f"weight-{later.uid}": "1"})
    page = browser.get(answer.url).content.decode()
    browser.post(reverse("desk:end_source", args=[draft.uid, later.uid]))

    assert answer.url == reverse("desk:draft", args=[draft.uid])
    assert "份额2" in page
    assert [share.submission for share in shares_of(draft)] == [earlier]


def test_a_share_that_is_no_number_is_refused(world, editor, sign_in):
    later, earlier = two(world)
    draft = merging.merge([later, earlier], by=editor)

    answer = sign_in(editor).post(reverse("desk:sources", args=[draft.uid]), {f"weight-{later.uid}": "一半"})

    assert answer.status_code == 422
    assert "份额请填整数。" in answer.content.decode()
