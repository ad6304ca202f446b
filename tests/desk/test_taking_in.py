import pytest
from django.urls import reverse

from qianliyan.core.errors import NotAllowed, Unreadable, WrongState
from qianliyan.desk.actions import drafts, merging, submissions
from qianliyan.desk.shares import shares_of
from qianliyan.items.models import Submission
from tests.desk.recorded import recorded
from tests.thread import ready_draft, submitted, taken


def test_a_late_arrival_joins_a_draft_with_its_share_and_leaves_the_text_alone(world, editor):
    draft = taken(world)
    late = recorded(world)

    joined = merging.take_in(draft, late, by=editor)

    assert joined.body == draft.body
    assert [(one.submission.pk, one.weight) for one in shares_of(joined)][-1] == (late.pk, 1)
    assert Submission.objects.get(pk=late.pk).state == "taken"


def test_it_is_taken_out_again_until_printing(world, editor):
    draft, late = taken(world), submitted(world)
    merging.take_in(draft, late, by=editor)

    merging.split(draft, late, by=editor)

    assert Submission.objects.get(pk=late.pk).state == "signed_for"
    assert len(shares_of(draft)) == 1


def test_into_what_is_no_longer_edited_nothing_comes(world, editor, officer):
    ready, late = ready_draft(world), submitted(world)

    with pytest.raises(WrongState):
        merging.take_in(ready, late, by=editor)
    again = drafts.edit_again(ready, by=editor)
    with pytest.raises(NotAllowed):
        merging.take_in(again, late, by=officer)
    assert Submission.objects.get(pk=late.pk).state == "received"


def test_what_somebody_has_just_returned_is_named_and_changes_nothing(world, editor, colleague):
    draft, late = taken(world), submitted(world, title="迟到的一件")
    submissions.send_back(late, by=colleague, reason="请核对")

    with pytest.raises(Unreadable, match="《迟到的一件》现在是“退回修改”"):
        merging.take_in(draft, late, by=editor)

    assert len(shares_of(draft)) == 1


def test_the_editor_chooses_the_draft_by_key(world, editor, sign_in):
    draft, late = taken(world, title="正在编的一条"), submitted(world)
    browser, address = sign_in(editor), reverse("desk:joining", args=[late.uid])
    page = browser.get(address).content.decode()

    assert ["正在编的一条" in page, 'data-key="1"' in page] == [True, True]
    assert browser.post(address, {"draft": "nonsense"}).status_code == 422
    assert browser.post(address, {"draft": str(draft.uid)}).url == reverse("desk:draft", args=[draft.uid])
