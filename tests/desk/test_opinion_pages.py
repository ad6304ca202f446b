"""会签 on its pages: asking, answering, taking over; what today, the rail and the signatory's page say of it."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from qianliyan.bulletins.actions import composing
from qianliyan.bulletins.requirements import hints
from qianliyan.desk.actions import drafts
from qianliyan.desk.actions.opinions import Asked, Sheet
from qianliyan.desk.models import Opinion
from tests.desk.test_opinions import asked
from tests.thread import ready_draft, taken


def form_of(response):
    form = response.context["form"]
    return {name: form[name].value() or "" for name in form.fields if name != "units"}


def test_an_editor_asks_on_the_page_and_the_unit_answers_on_its_own(world, editor, outsider, sign_in):
    draft, desk, unit = taken(world, kind="ordinary"), sign_in(editor), sign_in(outsider)
    address = reverse("desk:ask_opinions", args=[draft.uid])
    typed = form_of(desk.get(address))
    refused = desk.post(address, {**typed, "people": "查无此人"})
    desk.post(address, {**typed, "units": [str(world.department.uid)], "people": "白露"})

    assert (refused.status_code, "没有叫“查无此人”的人" in refused.content.decode()) == (422, True)
    assert list(Opinion.objects.values_list("who", flat=True)) == ["市农业农村局", "白桑县政府办 白露"]
    opinion = Opinion.objects.first()
    page = unit.get(reverse("desk:opinion", args=[opinion.uid])).content.decode()
    assert ["仅落实三成" in page, "去反馈" in unit.get(reverse("workbench:today")).content.decode()] == [True, True]
    said = {"verdict": "remarks", "passage": "仅落实三成", "wording": "落实四成", "text": "口径已变"}
    assert unit.post(reverse("desk:give_opinion", args=[opinion.uid]), said).url == reverse("desk:opinions")

    beside = desk.get(reverse("desk:draft", args=[draft.uid])).content.decode()
    assert ["口径已变" in beside, 'data-key="y"' in beside, "有意见" in beside] == [True, True, True]
    desk.post(reverse("desk:adopt_opinion", args=[opinion.uid]), {"why": "以台账为准"})
    draft.refresh_from_db()
    assert "落实四成" in draft.body


def test_the_form_for_a_problem_hides_its_title(world, editor, sign_in):
    draft = taken(world, kind="problem")

    form = sign_in(editor).get(reverse("desk:ask_opinions", args=[draft.uid])).context["form"]

    assert form["title"].value() == "问题类信息（题目不公开）"


def test_a_draft_that_becomes_a_problem_says_which_request_names_its_source(world, editor, sign_in):
    draft = taken(world, kind="ordinary")
    units = {world.department: "青石县政府办反映：仅落实三成。", world.neighbour_county: "仅落实三成。"}
    for unit, body in units.items():
        asked(world, draft, sheet=Sheet("请核对。", "关于运维经费", body), units=[Asked(unit)])
    page, warning = reverse("desk:draft", args=[draft.uid]), "送阅的文字里有来源“青石县政府办”"
    before = sign_in(editor).get(page).content.decode().count(warning)
    drafts.save(draft, by=editor, revision=draft.revision, kind="problem")

    assert (before, sign_in(editor).get(page).content.decode().count(warning)) == (0, 1)


def test_others_find_nothing_there(world, editor, officer, neighbour, sign_in):
    opinion = asked(world)
    page, form = reverse("desk:opinion", args=[opinion.uid]), reverse("desk:ask_opinions", args=[opinion.draft.uid])

    assert [sign_in(neighbour).get(page).status_code, sign_in(officer).get(form).status_code] == [404, 404]
    assert (
        sign_in(officer).post(reverse("desk:withdraw_opinion", args=[opinion.uid]), {"words": "x"}).status_code == 404
    )
    assert Opinion.objects.get().state == "waiting"


def test_a_request_is_taken_back_and_an_answer_recorded_on_the_page(world, editor, sign_in):
    desk, first, second = sign_in(editor), asked(world), asked(world)

    desk.post(reverse("desk:withdraw_opinion", args=[first.uid]), {"words": "改写了"})
    desk.post(reverse("desk:recorded_opinion", args=[second.uid]), {"verdict": "agree", "channel": "phone"})

    assert list(Opinion.objects.values_list("state", flat=True)) == ["withdrawn", "answered"]


def test_whoever_signs_the_issue_reads_what_is_still_open(world, chief):
    draft = ready_draft(world, kind="ordinary")
    asked(world, draft)
    issue = composing.start(world.bulletin, by=chief)
    composing.add(issue, draft, by=chief)

    assert [hint.text for hint in hints(issue)] == [f"“{draft.title}”：市农业农村局的会签意见还没有反馈"]


@pytest.mark.parametrize("count", [1, 3])
def test_the_list_and_the_draft_take_the_same_few_queries(world, editor, outsider, sign_in, count):
    draft = taken(world, kind="ordinary")
    for _number in range(count):
        draft = taken(world, kind="ordinary")
        asked(world, draft)
    unit, desk = sign_in(outsider), sign_in(editor)
    counts = []
    for browser, address in ((unit, reverse("desk:opinions")), (desk, reverse("desk:draft", args=[draft.uid]))):
        browser.get(address)
        with CaptureQueriesContext(connection) as seen:
            assert browser.get(address).status_code == 200
        counts.append(len(seen))

    assert counts == [6, 12]
