import re
from pathlib import Path

from django.utils.translation import override

from qianliyan.bulletins.states import ISSUE_TRANSITIONS, PRINT_TRANSITIONS
from qianliyan.desk.actions import submissions
from qianliyan.desk.states import DRAFT_TRANSITIONS, OPINION_TRANSITIONS
from qianliyan.instructions.states import FORWARDING_TRANSITIONS, INSTRUCTION_TRANSITIONS, READER_TRANSITIONS
from qianliyan.items.actions import review, sending
from qianliyan.items.models import Submission
from qianliyan.items.states import ITEM_TRANSITIONS, SUBMISSION_TRANSITIONS
from qianliyan.planning.states import ADDRESSEE_TRANSITIONS, COMMISSION_TRANSITIONS
from qianliyan.workbench.trail import events
from qianliyan.workbench.trail.reading import steps_for
from qianliyan.workbench.trail.words import TOLD_BY_ANOTHER, WORDS
from tests import thread

# What happens to these is recorded, but they are no things whose trail somebody reads.
WITHOUT_A_TRAIL = {
    *("publication", "distribution_list", "line", "key_point", "key_task", "phrases"),
    *("mail", "tip", "digest"),
}


def read(seat, found):
    """The trail as one reads it, oldest first: (what, by, said)."""
    return [(step.what, step.by, step.said) for step in reversed(steps_for(seat, found))]


def returned(world):
    """A submission that went through the whole chain and came back with a reason."""
    sent = sending.submit(
        review.sign(thread.reviewed(world), by=world.seats["signatory"], remark="同意，抓紧报"),
        by=world.seats["officer"],
        receiver=world.city,
    )
    signed = submissions.sign_for(sent, by=world.seats["editor"])
    return submissions.send_back(signed, by=world.seats["editor"], reason="请补充数据")


def test_the_own_unit_reads_names_and_remarks_and_of_the_city_only_its_name(world, officer):
    submission = returned(world)

    assert read(officer, events.of_item(submission.item, officer)) == [
        ("开始拟稿", "信息员 石小禾", ""),
        ("送审", "信息员 石小禾", ""),
        ("核稿通过", "核稿人 安明", ""),
        ("保密审查通过", "核稿人 安明", ""),
        ("审核通过", "分管副主任 岳川", ""),
        ("签发", "主任 方远", "同意，抓紧报"),
        ("报送云川市人民政府办公室", "信息员 石小禾", ""),
        ("签收", "市政府办", ""),
        ("退回修改", "市政府办", "请补充数据"),
    ]


def test_the_city_reads_the_signature_and_its_own_people_and_nothing_from_inside_the_unit(world, editor):
    submission = returned(world)

    assert read(editor, events.of_submission(submission, editor)) == [
        ("签发", "青石县政府办 主任 方远", ""),
        ("报送云川市人民政府办公室", "青石县政府办", ""),
        ("签收", "编辑 林编", ""),
        ("退回修改", "编辑 林编", "请补充数据"),
    ]


def test_refusals_inside_the_unit_and_later_signatures_stay_with_the_unit(world, editor, officer, reviewer):
    first = returned(world)
    item = review.hand_over(type(first.item).objects.get(pk=first.item_id), by=officer)
    for role in ("checker", "checker"):
        item = review.approve(item, by=world.seats[role])
    review.send_back(item, by=reviewer, reason="数据还是不对")

    inside, outside = read(officer, events.of_item(item, officer)), read(editor, events.of_submission(first, editor))

    assert ("审核退回修改", "分管副主任 岳川", "数据还是不对") in inside
    assert [what for what, _by, _said in outside] == ["签发", "报送云川市人民政府办公室", "签收", "退回修改"]


def test_a_reserved_submission_is_told_without_the_editors_thoughts(world, editor, officer):
    kept = submissions.reserve(thread.submitted(world), by=editor, reason="等白桑县的一起用")

    assert read(officer, events.of_item(kept.item, officer))[-1] == ("备用", "市政府办", "")
    assert read(editor, events.of_submission(kept, editor))[-1] == ("备用", "编辑 林编", "等白桑县的一起用")


def test_of_drafts_and_issues_the_unit_learns_that_and_where_it_was_printed(world, officer, neighbour):
    thread.printed_issue(world)
    item = Submission.objects.get().item

    told = read(officer, events.of_item(item, officer))

    assert told[-2:] == [("选用", "市政府办", ""), ("采用，刊于政务信息第1期", "市政府办", "")]
    assert [what for what, _by, _said in told if "编" in what or "送签" in what] == []


def test_a_stranger_reads_no_names_at_all(world, neighbour):
    submission = returned(world)

    told = read(neighbour, events.of_item(submission.item, neighbour))

    assert {by for what, by, _said in told if what != "签发"} == {"青石县政府办", "市政府办"}


def test_the_drafts_trail_begins_with_what_it_was_made_of(world, editor):
    draft = thread.ready_draft(world)

    assert [what for what, _by, _said in read(editor, events.of_draft(draft, editor))] == [
        "报送云川市人民政府办公室",
        "签收",
        "选用",
        "开始编辑",
        "编好待用",
    ]


def test_the_issues_trail_is_the_sections_own(world, chief, officer):
    issue = thread.printed_issue(world)

    told = [what for what, _by, _said in read(chief, events.of_issue(issue, chief))]

    assert told == ["开始编排", "编入一条", "送签", "签发，第1期", "刊发付印", "下付印单"]
    assert read(officer, events.of_issue(issue, officer)) == [("刊发付印", "市政府办", "")]


def test_every_verb_of_the_thread_has_words():
    steps = (*ITEM_TRANSITIONS, *SUBMISSION_TRANSITIONS, *DRAFT_TRANSITIONS, *ISSUE_TRANSITIONS, *PRINT_TRANSITIONS)
    steps = (*steps, *COMMISSION_TRANSITIONS, *ADDRESSEE_TRANSITIONS, *OPINION_TRANSITIONS)
    steps = (*steps, *READER_TRANSITIONS, *INSTRUCTION_TRANSITIONS, *FORWARDING_TRANSITIONS)
    names = ("planning", "items", "desk", "bulletins", "instructions")
    rooms = [Path(__file__).parents[2] / "src/qianliyan" / room for room in names]
    recorded = {
        verb
        for room in rooms
        for source in room.rglob("*.py")
        for verb in re.findall(r'record\(\s*"([a-z_.]+)"', source.read_text(encoding="utf-8"))
        if verb.split(".")[0] not in WITHOUT_A_TRAIL
    }

    assert ({step.verb for step in steps} | recorded) - TOLD_BY_ANOTHER == set(WORDS)


def test_the_english_words_keep_the_same_gaps():
    gaps = re.compile(r"\{\w+\}")
    chinese = {verb: sorted(gaps.findall(str(words.told))) for verb, words in WORDS.items()}

    with override("en"):
        english = {verb: sorted(gaps.findall(str(words.told))) for verb, words in WORDS.items()}

    assert chinese == english


def test_the_panel_on_the_items_page_leads_to_who_can_see_it(world, officer, sign_in):
    item = thread.written_item(officer)

    page = sign_in(officer).get(f"/items/{item.uid}/").content.decode()

    assert f'href="/witnesses/item/{item.uid}/"' in page
    assert "开始拟稿" in page


def test_who_can_see_names_colleagues_and_of_other_offices_posts_only(world, officer, sign_in):
    submission = thread.submitted(world)

    page = sign_in(officer).get(f"/witnesses/submission/{submission.uid}/").content.decode()

    assert ("方远（主任）" in page, "林编" in page, "编辑、科长、秘书长" in page) == (True, False, True)


def test_who_can_see_is_asked_only_by_those_who_can(world, neighbour, editor, sign_in):
    submission = thread.submitted(world)
    path = f"/witnesses/submission/{submission.uid}/"

    assert [sign_in(seat).get(path).status_code for seat in (editor, neighbour)] == [200, 404]
    assert sign_in(editor).get(f"/witnesses/nothing/{submission.uid}/").status_code == 404
