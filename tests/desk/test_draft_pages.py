import pytest
from django.urls import reverse

from qianliyan.desk.actions import drafts, submissions
from qianliyan.desk.models import Draft, DraftVersion
from qianliyan.desk.states import DraftState
from tests.thread import ready_draft, submitted, taken

JSON = {"HTTP_ACCEPT": "application/json"}


def typed(draft, **fields):
    """What the editor's form sends."""
    return {
        "title": draft.title,
        "body": draft.body,
        "gist": draft.gist,
        "kind": draft.kind,
        "form": draft.form,
        "version": draft.revision,
        **fields,
    }


def test_the_draft_takes_the_same_few_queries_with_one_and_with_three_versions(
    world, editor, sign_in, django_assert_max_num_queries
):
    draft, browser, counts = taken(world), sign_in(editor), []

    for number in (1, 3):
        while draft.versions.count() < number:
            draft = drafts.save(draft, by=editor, revision=draft.revision, body=f"{draft.body}改")
            drafts.keep_version(draft, by=editor, why="改")
        with django_assert_max_num_queries(12) as counted:
            page = browser.get(reverse("desk:draft", args=[draft.uid])).content.decode()
        counts.append((page.count("/versions/") - 1, len(counted)))

    assert [versions for versions, _queries in counts] == [1, 3]
    assert counts[0][1] == counts[1][1]


def test_the_list_takes_the_same_few_queries_whatever_its_length(world, editor, sign_in, django_assert_max_num_queries):
    browser, counts = sign_in(editor), []

    for rows in (1, 3):
        while Draft.objects.count() < rows:
            taken(world)
        with django_assert_max_num_queries(12) as counted:
            page = browser.get(reverse("desk:drafts")).content.decode()
        counts.append((page.count("data-row "), len(counted)))

    assert [rows for rows, _queries in counts] == [1, 3]
    assert counts[0][1] == counts[1][1]


def test_the_editor_stands_beside_the_original_with_the_changes_marked(world, editor, sign_in):
    draft = taken(world)
    drafts.save(draft, by=editor, revision=0, body=draft.body.replace("61座", "六十一座"))

    page = sign_in(editor).get(reverse("desk:draft", args=[draft.uid])).content.decode()

    assert f'data-autosave-url="{reverse("desk:text", args=[draft.uid])}"' in page
    assert "<del>61</del>" in page


def test_the_changes_alone_are_a_part_of_the_page_for_htmx(world, editor, sign_in):
    draft = taken(world)
    drafts.save(draft, by=editor, revision=0, body=draft.body.replace("61座", "62座"))

    page = sign_in(editor).get(f"{reverse('desk:draft', args=[draft.uid])}?beside=changes", HTTP_HX_REQUEST="true")

    assert "<ins>62</ins>" in page.content.decode()
    assert "<html" not in page.content.decode()


def test_autosave_answers_with_the_new_version(world, editor, sign_in):
    draft = taken(world)

    answer = (
        sign_in(editor).post(reverse("desk:text", args=[draft.uid]), typed(draft, body="改后的\r\n正文"), **JSON).json()
    )

    assert (answer["version"], answer["characters"]) == (1, 5)
    assert Draft.objects.get().body == "改后的\n正文"


def test_autosave_that_comes_too_late_gets_the_way_to_both_texts(world, editor, colleague, sign_in):
    draft = taken(world)
    browser = sign_in(editor)
    drafts.save(draft, by=colleague, revision=0, body="苗编的正文")

    answer = browser.post(reverse("desk:text", args=[draft.uid]), typed(draft, body="林编的正文"), **JSON)

    assert answer.status_code == 409
    assert answer.json()["conflict_url"] == reverse("desk:conflict", args=[draft.uid])
    page = browser.get(answer.json()["conflict_url"]).content.decode()
    assert "林编的正文" in page
    assert "苗编的正文" in page


def test_a_plain_save_that_comes_too_late_keeps_the_typed_text_on_the_page(world, editor, colleague, sign_in):
    draft = taken(world)
    drafts.save(draft, by=colleague, revision=0, body="苗编的正文")

    answer = sign_in(editor).post(reverse("desk:versions", args=[draft.uid]), typed(draft, body="林编的正文"))

    assert answer.status_code == 422
    assert "林编的正文" in answer.content.decode()
    assert reverse("desk:conflict", args=[draft.uid]) in answer.content.decode()


def test_the_settled_text_is_saved_and_the_other_one_kept(world, editor, colleague, sign_in):
    draft = taken(world)
    browser = sign_in(editor)
    drafts.save(draft, by=colleague, revision=0, body="苗编的正文")
    browser.post(reverse("desk:text", args=[draft.uid]), typed(draft, body="林编的正文"), **JSON)

    answer = browser.post(reverse("desk:settlement", args=[draft.uid]), typed(draft, body="合在一起", version=1))

    assert answer.url == reverse("desk:draft", args=[draft.uid])
    assert Draft.objects.get().body == "合在一起"
    assert "苗编的正文" in DraftVersion.objects.values_list("body", flat=True)


def test_a_text_given_up_leaves_the_colleagues(world, editor, colleague, sign_in):
    draft = taken(world)
    browser = sign_in(editor)
    drafts.save(draft, by=colleague, revision=0, body="苗编的正文")
    browser.post(reverse("desk:text", args=[draft.uid]), typed(draft, body="林编的正文"), **JSON)

    browser.post(reverse("desk:unsaved", args=[draft.uid]))

    answer = browser.get(reverse("desk:conflict", args=[draft.uid]))
    assert answer.url == reverse("desk:draft", args=[draft.uid])
    assert Draft.objects.get().body == "苗编的正文"


@pytest.mark.parametrize(
    ("wrong", "sentence"),
    [
        ({"title": "长" * 1001}, "题目：确保该变量包含不超过 1000 字符 (目前字符数 1001)。"),
        ({"kind": "nonsense"}, "种类：选择一个有效的选项。 nonsense 不在可用的选项中。"),
        ({"version": ""}, "这个字段是必填项。"),
    ],
)
def test_autosave_says_what_it_cannot_read(world, editor, sign_in, wrong, sentence):
    draft = taken(world)

    answer = sign_in(editor).post(reverse("desk:text", args=[draft.uid]), typed(draft, **wrong), **JSON)

    assert (answer.status_code, answer.json()) == (422, {"error": sentence})


def test_keeping_a_version_saves_the_text_and_says_why(world, editor, sign_in):
    draft = taken(world)

    sign_in(editor).post(reverse("desk:versions", args=[draft.uid]), typed(draft, body="改后的正文", why="压缩篇幅"))

    assert list(DraftVersion.objects.values_list("number", "body", "why")) == [(1, "改后的正文", "压缩篇幅")]


def test_an_earlier_version_is_shown_beside_the_present_text(world, editor, sign_in):
    draft = drafts.save(taken(world), by=editor, revision=0, body="停运61座。")
    drafts.keep_version(draft, by=editor, why="")
    drafts.save(draft, by=editor, revision=1, body="停运63座。")

    page = sign_in(editor).get(reverse("desk:version", args=[draft.uid, 1])).content.decode()

    assert "<del>61</del>" in page
    assert "<ins>63</ins>" in page


def test_holding_ready_saves_what_was_typed(world, editor, sign_in):
    draft = taken(world)

    answer = sign_in(editor).post(reverse("desk:readiness", args=[draft.uid]), typed(draft, body="编好的正文"))

    assert answer.url == reverse("desk:draft", args=[draft.uid])
    assert list(Draft.objects.values_list("state", "body")) == [(DraftState.READY, "编好的正文")]


def test_what_was_typed_is_saved_even_when_something_is_missing(world, editor, sign_in):
    draft = taken(world)

    answer = sign_in(editor).post(reverse("desk:readiness", args=[draft.uid]), typed(draft, title="", body="新正文"))

    assert answer.status_code == 422
    assert f"{reverse('desk:draft', args=[draft.uid])}#title" in answer.content.decode()
    assert list(Draft.objects.values_list("state", "body")) == [(DraftState.EDITING, "新正文")]


def test_a_ready_draft_is_opened_again(world, editor, sign_in):
    draft = ready_draft(world)

    sign_in(editor).post(reverse("desk:end_readiness", args=[draft.uid]))

    assert Draft.objects.get().state == DraftState.EDITING


def test_a_placed_draft_says_what_to_do_to_change_it(world, editor, chief, sign_in):
    draft = drafts.place(ready_draft(world), by=chief)

    page = sign_in(editor).get(reverse("desk:draft", args=[draft.uid])).content.decode()

    assert "要改，请先在刊物里移出这一条" in page
    assert "data-editor" not in page


def test_dropping_leads_back_to_the_queue(world, editor, sign_in):
    draft = taken(world)

    answer = sign_in(editor).post(reverse("desk:cancellation", args=[draft.uid]), {"words": "与另一条重复"})

    assert answer.url == reverse("desk:queue")
    assert Draft.objects.get().state == DraftState.DROPPED


@pytest.mark.parametrize("name", ["desk:draft", "desk:conflict", "desk:submission"])
def test_what_is_not_on_this_desk_is_not_found(world, provincial_editor, officer, neighbour, sign_in, name):
    draft = taken(world)
    uid = draft.uid if "submission" not in name else draft.sources.get().submission.uid

    answers = [
        sign_in(who).get(reverse(name, args=[uid])).status_code for who in (provincial_editor, officer, neighbour)
    ]

    assert answers == [404, 404, 404]


def test_posts_to_what_is_not_on_this_desk_are_not_found(world, provincial_editor, sign_in):
    submission = submitted(world)
    browser = sign_in(provincial_editor)

    answers = [
        browser.post(reverse("desk:receipt", args=[submission.uid])).status_code,
        browser.post(reverse("desk:taking", args=[submission.uid])).status_code,
        browser.post(reverse("desk:handling", args=[submission.uid, "returned"]), {"choice": "x"}).status_code,
    ]

    assert answers == [404, 404, 404]


def test_the_unit_sees_the_reason_on_its_own_page(world, officer, editor, sign_in):
    submission = submitted(world)
    submissions.send_back(submission, by=editor, reason="83加61与146不符，请核对")

    page = sign_in(officer).get(reverse("items:item", args=[submission.item.uid])).content.decode()

    assert "83加61与146不符，请核对" in page
    assert "请按意见修改后重新送审、报送。" in page
