import pytest
from django.urls import reverse

from qianliyan.desk.actions import drafts, questions, submissions
from qianliyan.desk.models import Draft
from qianliyan.items.actions import review, writing
from qianliyan.items.actions.sending import submit
from qianliyan.items.models import Submission
from tests.desk.steps import signed
from tests.thread import submitted


def pages(world, sign_in, submission, *roles):
    address = reverse("desk:dossier", args=[submission.uid])
    return [sign_in(world.seats[role]).get(address) for role in roles]


@pytest.fixture
def handled(world, editor, officer, checker):
    """Sent back inside the unit once, sent, asked about, taken and edited."""
    item = review.hand_over(writing.start(by=officer, title="初稿题目", body="初稿正文", drafter_phone="1"), by=officer)
    item = review.send_back(item, by=checker, reason="单位内部的意见")
    item = writing.save(item, by=officer, revision=item.revision, title="定稿题目", body="定稿正文")
    submission = submit(signed(world, item), by=officer, receiver=world.city)
    questions.answer(questions.ask(submission, "分布在哪里", by=editor), "北山镇", by=officer)
    draft = submissions.take(submission, by=editor)
    saved = drafts.save(draft, by=editor, revision=0, body="编辑后的正文")
    drafts.keep_version(saved, by=editor, why="压缩篇幅")
    return submission


def test_the_unit_finds_every_version_and_the_section_the_signed_one_and_its_own(world, handled, sign_in):
    unit, section = (answer.content.decode() for answer in pages(world, sign_in, handled, "officer", "editor"))

    assert [words in unit for words in ("初稿题目", "定稿正文", "签发稿", "分布在哪里", "北山镇")] == [True] * 5
    assert ["编辑后的正文" in unit, "压缩篇幅" in unit] == [False, False]
    assert [words in section for words in ("定稿正文", "编辑后的正文", "压缩篇幅", "分布在哪里")] == [True] * 4
    assert ["初稿题目" in section, "单位内部的意见" in section] == [False, False]


def test_nobody_else_opens_it(world, handled, sign_in):
    answers = pages(world, sign_in, handled, "neighbour", "outsider", "provincial_editor")

    assert [answer.status_code for answer in answers] == [404, 404, 404]


def test_it_takes_the_same_few_queries_however_often_it_was_edited(
    world, handled, editor, sign_in, django_assert_max_num_queries
):
    browser, counts = sign_in(editor), []
    address = reverse("desk:dossier", args=[handled.uid])

    for texts in range(2):
        draft = Draft.objects.get()
        saved = drafts.save(draft, by=editor, revision=draft.revision, body=f"第{texts}次")
        drafts.keep_version(saved, by=editor, why="改")
        with django_assert_max_num_queries(12) as counted:
            browser.get(address)
        counts.append(len(counted))

    assert counts[0] == counts[1]


@pytest.mark.parametrize(
    ("said", "marked"),
    [
        ({"kind": "problem"}, True),
        ({"kind": "warning"}, True),
        ({"kind": "ordinary"}, False),
        ({"internal": True}, True),
    ],
)
def test_internal_and_protected_texts_bear_the_reader_s_name(world, editor, officer, sign_in, said, marked):
    submission = submitted(world, **said)
    shown = [
        sign_in(editor).get(reverse("desk:submission", args=[submission.uid])),
        sign_in(officer).get(reverse("items:item", args=[submission.item.uid])),
    ]

    assert ['class="watermarked"' in answer.content.decode() for answer in shown] == [marked, marked]


def test_the_watermark_says_who_reads_and_when_and_is_kept_nowhere(world, editor, sign_in):
    person = editor.person
    person.name = "林<编>"
    person.save()

    drawn = sign_in(editor).get(reverse("core:watermark"))

    assert (drawn["Content-Type"], drawn["Cache-Control"]) == ("image/svg+xml", "private, no-store")
    assert "市政府办 林&lt;编&gt;" in drawn.content.decode()


def test_an_internal_one_says_who_may_know(world, editor, sign_in):
    submission = submitted(world, internal=True, readers="市长、分管副市长")

    page = sign_in(editor).get(reverse("desk:submission", args=[submission.uid])).content.decode()

    assert "知悉范围：市长、分管副市长" in page
    assert Submission.objects.get().internal is True
