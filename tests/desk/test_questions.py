import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from qianliyan.core.errors import NotAllowed, Unreadable, WrongState
from qianliyan.desk.actions import questions, submissions
from qianliyan.desk.models import Question
from qianliyan.history.models import Event
from qianliyan.items.models import Item, Submission
from qianliyan.items.models.submission import Channel
from qianliyan.items.states import ItemState, SubmissionState
from qianliyan.notices.models import Notice
from tests.thread import submitted
from tests.workbench.test_today import jobs

WORDS = "停运的61座分布在哪些乡镇"
HTMX = {"HTTP_HX_REQUEST": "true"}


def told(kind):
    return list(Notice.objects.filter(kind=kind).order_by("pk").values_list("person__name", flat=True))


def test_a_question_is_answered_beside_the_submission_and_opens_nothing(world, editor, officer):
    submission = submissions.sign_for(submitted(world), by=editor)
    Notice.objects.all().delete()

    asked = questions.ask(submission, f" {WORDS} ", by=editor)
    answered = questions.answer(asked, "北山镇22座，南河镇39座。", by=officer)

    assert (answered.text, answered.answer, answered.answered_by) == (WORDS, "北山镇22座，南河镇39座。", officer.label)
    assert (Item.objects.get().state, Submission.objects.get().state) == (
        ItemState.SUBMITTED,
        SubmissionState.SIGNED_FOR,
    )
    assert (told("to_do"), told("news")) == (["石小禾"], ["林编"])


def test_only_the_section_asks_and_only_the_unit_answers(world, editor, officer, neighbour):
    submission = submitted(world)
    with pytest.raises(NotAllowed):
        questions.ask(submission, WORDS, by=officer)
    asked = questions.ask(submission, WORDS, by=editor)

    for seat in (editor, neighbour):
        with pytest.raises(NotAllowed):
            questions.answer(asked, "答", by=seat)
    with pytest.raises(NotAllowed):
        questions.record_answer(asked, "答", by=officer, channel=Channel.PHONE)


def test_an_answer_is_given_once(world, editor, officer):
    asked = questions.ask(submitted(world), WORDS, by=editor)
    questions.record_answer(asked, "北山镇22座。", by=editor, channel=Channel.PHONE, name="石小禾")

    with pytest.raises(WrongState, match="已答复"):
        questions.answer(asked, "另一个答复", by=officer)

    event = Event.objects.get(verb="submission.answer")
    assert (event.on_behalf_of, event.recorded_from) == ("青石县政府办 石小禾", "phone")
    assert Question.objects.get().answer == "北山镇22座。"


@pytest.mark.parametrize("text", ["", "  ", "长" * 501])
def test_nothing_and_too_much_are_refused(world, editor, text):
    with pytest.raises(Unreadable):
        questions.ask(submitted(world), text, by=editor)

    assert Question.objects.count() == 0


def test_what_is_decided_is_not_asked_about(world, editor):
    submission = submissions.decline(submitted(world), by=editor, reason="时效已过")

    with pytest.raises(WrongState):
        questions.ask(submission, WORDS, by=editor)


def test_the_editor_asks_by_key_and_the_paper_stays_open(world, editor, sign_in):
    submission, _other = submitted(world), submitted(world)
    browser = sign_in(editor)

    answer = browser.post(reverse("desk:questions", args=[submission.uid]), {"words": WORDS}, **HTMX)

    page = answer.content.decode()
    assert 'data-key="q"' in page
    assert [words in page for words in ("已请青石县人民政府办公室补充", WORDS, "电话等答复的，代录")] == [True] * 3
    assert answer["HX-Push-Url"].endswith(f"chosen={submission.uid}")


def test_the_unit_answers_on_its_item_s_page_with_a_file(world, editor, officer, outsider, sign_in):
    asked = questions.ask(submitted(world), WORDS, by=editor)
    item, browser = Item.objects.get(), sign_in(officer)
    page = browser.get(reverse("items:item", args=[item.uid])).content.decode()
    assert WORDS in page

    file = SimpleUploadedFile("明细.txt", "北山镇22座".encode())
    browser.post(reverse("desk:answer", args=[asked.uid]), {"answer": "见附件。", "file": file})

    address = reverse("desk:answer_file", args=[asked.uid])
    assert Question.objects.get().answer == "见附件。"
    assert b"".join(sign_in(editor).get(address).streaming_content).decode() == "北山镇22座"
    assert sign_in(outsider).get(address).status_code == 404
    assert sign_in(outsider).post(reverse("desk:answer", args=[asked.uid]), {"answer": "x"}).status_code == 404


def test_the_editor_records_what_the_unit_said_by_telephone(world, editor, sign_in):
    asked = questions.ask(submitted(world), WORDS, by=editor)

    sign_in(editor).post(
        reverse("desk:recorded_answer", args=[asked.uid]),
        {"answer": "北山镇22座。", "name": "老石", "channel": "phone"},
    )

    assert list(Question.objects.values_list("answered_by", "channel")) == [("青石县政府办 老石", "phone")]


def test_questions_cost_the_unit_s_page_one_query_however_many(
    world, editor, officer, sign_in, django_assert_max_num_queries
):
    submission, browser = submitted(world), sign_in(officer)
    address, counts = reverse("items:item", args=[Item.objects.get().uid]), []

    for asked in (1, 3):
        while Question.objects.count() < asked:
            questions.ask(submission, WORDS, by=editor)
        with django_assert_max_num_queries(12) as counted:
            browser.get(address)
        counts.append(len(counted))

    assert counts[0] == counts[1]


def test_the_question_waits_among_the_unit_s_jobs_until_it_is_answered(world, editor, officer):
    asked = questions.ask(submitted(world, title="污水处理设施"), WORDS, by=editor)
    before = jobs(officer)
    questions.answer(asked, "北山镇22座。", by=officer)

    assert (before, jobs(officer)) == ([("请补充", "污水处理设施", "去答复")], [])
