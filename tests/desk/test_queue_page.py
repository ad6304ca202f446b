import pytest
from django.urls import reverse

from qianliyan.desk.actions import submissions
from qianliyan.desk.models import Draft, Handling
from qianliyan.desk.queries import queue
from qianliyan.items.models import Submission
from qianliyan.items.states import SubmissionState
from tests.thread import submitted

HTMX = {"HTTP_HX_REQUEST": "true"}


def states():
    return list(Submission.objects.order_by("pk").values_list("state", flat=True))


@pytest.mark.parametrize("tab", ["", "reserved"])
def test_the_queue_takes_the_same_few_queries_whatever_its_length(
    world, editor, sign_in, django_assert_max_num_queries, tab
):
    browser, counts = sign_in(editor), []

    for rows in (1, 3):
        while queue(editor, tab).count() < rows:
            arrived = submitted(world)
            if tab:
                submissions.reserve(arrived, by=editor)
        with django_assert_max_num_queries(12) as counted:
            page = browser.get(f"{reverse('desk:queue')}?tab={tab}").content.decode()
        counts.append((page.count('id="row-'), len(counted)))

    assert [rows for rows, _queries in counts] == [1, 3]
    assert counts[0][1] == counts[1][1]


def test_the_first_row_is_open_with_its_buttons_and_keys(world, editor, sign_in):
    submission = submitted(world)

    page = sign_in(editor).get(reverse("desk:queue")).content.decode()

    assert submission.title in page
    assert [key for key in "tasrx" if f'data-key="{key}"' in page] == list("tasrx")
    assert "数据前后不一致，请核对" in page
    assert "石小禾 0900-7654321" in page


def test_htmx_gets_the_paper_the_side_the_list_and_the_counts_without_the_shell(world, editor, sign_in):
    submission = submitted(world)

    answer = sign_in(editor).get(f"{reverse('desk:queue')}?chosen={submission.uid}", **HTMX)

    page = answer.content.decode()
    assert [part in page for part in ('id="desk-read"', 'id="desk-side"', 'id="desk-rows"', 'id="desk-tabs"')] == [
        True
    ] * 4
    assert "<html" not in page
    assert "HX-Request" in answer["Vary"]


def test_after_a_step_the_next_row_is_open(world, editor, sign_in):
    lower, upper = submitted(world, title="下面一条"), submitted(world, title="上面一条")

    answer = sign_in(editor).post(reverse("desk:handling", args=[upper.uid, "reserved"]), {"tab": "", "at": ""})

    assert answer.url == f"/desk/?chosen={lower.uid}"
    assert states() == [SubmissionState.RECEIVED, SubmissionState.RESERVED]


def test_what_is_signed_for_stays_open_so_that_the_next_key_takes_it_and_no_other(world, editor, sign_in):
    _lower, upper = submitted(world, title="下面一条"), submitted(world, title="上面一条")

    answer = sign_in(editor).post(reverse("desk:receipt", args=[upper.uid]), {"tab": "", "at": ""})

    assert answer.url == f"/desk/?chosen={upper.uid}"
    assert states() == [SubmissionState.RECEIVED, SubmissionState.SIGNED_FOR]


def test_after_the_last_row_the_one_above_is_open(world, editor, sign_in):
    lower, upper = submitted(world), submitted(world)

    answer = sign_in(editor).post(reverse("desk:handling", args=[lower.uid, "reserved"]), {"tab": ""}, **HTMX)

    assert answer["HX-Push-Url"] == f"/desk/?chosen={upper.uid}"
    assert "备用" in answer.content.decode()


def test_a_reason_is_chosen_by_key_and_own_words_are_added(world, editor, sign_in):
    submission = submitted(world)
    url = reverse("desk:handling", kwargs={"uid": submission.uid, "kind": "returned"})

    sign_in(editor).post(url, {"choice": "数据前后不一致，请核对", "words": "83加61不等于146"})

    assert Handling.objects.get().reason == "数据前后不一致，请核对；83加61不等于146"


def test_a_return_without_a_reason_is_refused_with_a_sentence(world, editor, sign_in):
    submission = submitted(world)
    url = reverse("desk:handling", kwargs={"uid": submission.uid, "kind": "returned"})

    answer = sign_in(editor).post(url, {"words": " "}, **HTMX)

    assert answer.status_code == 422
    assert "请选一条理由或写明理由，报送单位会看到。" in answer.content.decode()
    assert states() == [SubmissionState.RECEIVED]


def test_a_step_after_a_colleagues_is_refused_with_the_present_state(world, editor, colleague, sign_in):
    submission = submitted(world)
    submissions.take(submission, by=colleague)

    answer = sign_in(editor).post(reverse("desk:taking", args=[submission.uid]))

    assert answer.status_code == 422
    assert "这件现在是“选用”，不能再“选用”。" in answer.content.decode()


def test_the_same_button_twice_takes_once(world, editor, sign_in):
    submission, browser = submitted(world), sign_in(editor)
    url = reverse("desk:taking", args=[submission.uid])

    browser.post(url, {"once": "key-1"})
    second = browser.post(url, {"once": "key-1"})

    assert second.status_code == 422
    assert "没有重复办理" in second.content.decode()
    assert Draft.objects.count() == 1


def test_several_are_signed_for_and_one_refusal_does_not_stop_the_others(world, editor, colleague, sign_in):
    first, second, third = (submitted(world, title=title) for title in ("甲", "乙", "丙"))
    submissions.take(second, by=colleague)
    picked = [str(one.uid) for one in (first, second, third)]

    answer = sign_in(editor).post(reverse("desk:batch"), {"pick": picked, "step": "receipt"}, follow=True)

    page = answer.content.decode()
    assert states() == [SubmissionState.SIGNED_FOR, SubmissionState.TAKEN, SubmissionState.SIGNED_FOR]
    assert "办好2件。" in page
    assert "《乙》没有办成：这件现在是“选用”" in page


def test_several_are_declined_with_one_reason(world, editor, sign_in):
    picked = [str(submitted(world).uid) for _ in range(2)]

    sign_in(editor).post(reverse("desk:batch"), {"pick": picked, "choice": "时效已过"})

    assert states() == [SubmissionState.NOT_ADOPTED] * 2
    assert set(Handling.objects.values_list("reason", flat=True)) == {"时效已过"}


def test_a_batch_of_nothing_says_what_to_do(world, editor, sign_in):
    answer = sign_in(editor).post(reverse("desk:batch"), {"pick": ["nonsense"], "step": "receipt"})

    assert answer.status_code == 422
    assert "请先在列表里勾选要办的稿件。" in answer.content.decode()


def test_foreign_uids_in_a_batch_are_not_touched(world, editor, provincial_editor, sign_in):
    submission = submitted(world)

    answer = sign_in(provincial_editor).post(reverse("desk:batch"), {"pick": [str(submission.uid)], "step": "receipt"})

    assert answer.status_code == 422
    assert states() == [SubmissionState.RECEIVED]


def test_an_empty_desk_says_what_will_lie_there(world, editor, sign_in):
    page = sign_in(editor).get(reverse("desk:queue")).content.decode()

    assert "这里没有来稿" in page


def test_who_has_no_desk_is_told_so(world, officer, sign_in):
    answer = sign_in(officer).get(reverse("desk:queue"))

    assert answer.status_code == 422
    assert "您现在的岗位不能办理“来稿处理”" in answer.content.decode()


@pytest.mark.parametrize("chosen", ["nonsense", "01890000-0000-7000-8000-000000000000"])
def test_an_address_of_nothing_is_not_found(world, editor, sign_in, chosen):
    submitted(world)

    assert sign_in(editor).get(f"{reverse('desk:queue')}?chosen={chosen}").status_code == 404
