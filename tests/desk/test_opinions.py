"""会签: whom an office may ask, what they see, what they answer, and what silence counts for."""

from datetime import timedelta

import pytest

from qianliyan.configuration.actions import set_value
from qianliyan.core import clock
from qianliyan.core.errors import NotAllowed, Unreadable, WrongState
from qianliyan.desk.actions import answers, drafts, joining, opinions
from qianliyan.desk.actions.answers import View
from qianliyan.desk.actions.opinions import Asked, Sheet
from qianliyan.desk.models import Draft, Opinion
from qianliyan.desk.opinions import waiting_for
from qianliyan.desk.settings import SILENCE_AGREES
from qianliyan.items.models.submission import Channel
from qianliyan.notices.models import Notice
from qianliyan.offices.audiences import may_see
from tests.thread import ready_draft, taken

SHEET = Sheet("请核对数据。", "关于运维经费", "县乡两级仅落实三成。全市共有146座。")


def asked(world, draft=None, *, by="editor", units=None, **more):
    """One opinion that is awaited."""
    units = units or [Asked(world.department)]
    return opinions.ask(draft or taken(world, kind="ordinary"), units, by=world.seats[by], **{"sheet": SHEET, **more})[
        0
    ]


def fresh(opinion):
    return Opinion.objects.get(pk=opinion.pk)


def test_units_below_and_beside_and_people_are_asked_by_a_working_day(world, editor):
    draft = taken(world, kind="ordinary")
    beside = world.neighbour_county
    person = Asked(world.city, world.seats["colleague"].person)

    made = opinions.ask(draft, [Asked(world.department), Asked(beside), person], by=editor, sheet=SHEET)

    assert [(one.who, one.state) for one in made] == [
        ("市农业农村局", "waiting"),
        (beside.short_name, "waiting"),
        ("市政府办 苗编", "waiting"),
    ]
    assert all(one.due_on > clock.today() for one in made)


def test_the_office_above_the_own_office_and_strangers_to_the_draft_are_refused(world, editor, officer):
    draft = taken(world, kind="ordinary")
    for unit in (world.province, world.city):
        with pytest.raises(Unreadable, match="不是下级或同级单位"):
            opinions.ask(draft, [Asked(unit)], by=editor, sheet=SHEET)
    with pytest.raises(NotAllowed):
        opinions.ask(draft, [Asked(world.department)], by=officer, sheet=SHEET)
    with pytest.raises(Unreadable, match="请选择征求哪些单位"):
        opinions.ask(draft, [], by=editor, sheet=SHEET)

    assert Opinion.objects.count() == 0


def test_nobody_is_asked_twice_while_he_has_not_answered(world, editor):
    draft = taken(world, kind="ordinary")
    first = asked(world, draft)
    with pytest.raises(Unreadable, match="正在征求市农业农村局的意见"):
        asked(world, draft)
    answers.give(first, by=world.seats["outsider"], view=View("agree"))

    assert asked(world, draft).state == "waiting"


def test_those_asked_see_the_words_put_before_them_and_never_the_draft(world, outsider, neighbour):
    opinion = asked(world)

    assert list(waiting_for(outsider)) == [opinion]
    assert [may_see(outsider, opinion), may_see(outsider, opinion.draft)] == [True, False]
    assert [list(waiting_for(neighbour)), may_see(neighbour, opinion)] == [[], False]
    notice = Notice.objects.get(person=outsider.person)
    assert (notice.kind, str(opinion.uid) in notice.url) == ("to_do", True)


def test_of_a_problem_nobody_who_reported_it_may_be_named(world, editor):
    draft = taken(world, kind="problem")
    for words in ("据青石县政府办反映，停运61座。", "石小禾反映停运61座。"):
        with pytest.raises(Unreadable, match="不能透露是谁反映的"):
            asked(world, draft, sheet=Sheet("请核。", "", words))

    assert asked(world, draft, sheet=Sheet("请核。", "", "停运61座。")).state == "waiting"


@pytest.mark.parametrize(
    ("view", "said"),
    [
        (View("agree"), "同意"),
        (View("unconcerned"), "不涉及"),
        (View("remarks", "不止三成。"), "有意见"),
        (View("remarks", "", "仅落实三成", "落实四成"), "有意见"),
    ],
)
def test_it_is_answered_once(world, outsider, view, said):
    opinion = answers.give(asked(world), by=outsider, view=view)

    assert (opinion.state, opinion.said, opinion.answered_by) == ("answered", said, outsider.label)
    with pytest.raises(WrongState):
        answers.give(opinion, by=outsider, view=view)


@pytest.mark.parametrize(
    ("view", "words"),
    [
        (View("perhaps"), "请选择同意、有意见或不涉及"),
        (View("remarks"), "请写明意见"),
        (View("remarks", "", "", "落实四成"), "请从文中原样抄一句"),
        (View("remarks", "", "文中没有的话", "落实四成"), "请从文中原样抄一句"),
    ],
)
def test_what_says_nothing_is_refused(world, outsider, view, words):
    opinion = asked(world)
    with pytest.raises(Unreadable, match=words):
        answers.give(opinion, by=outsider, view=view)

    assert fresh(opinion).state == "waiting"


def test_only_whoever_was_asked_answers(world, editor, colleague, outsider, neighbour):
    unit = asked(world)
    person = asked(world, units=[Asked(world.city, colleague.person)])
    for opinion, somebody in ((unit, neighbour), (unit, editor), (person, editor), (person, outsider)):
        with pytest.raises(NotAllowed):
            answers.give(opinion, by=somebody, view=View("agree"))

    assert answers.give(person, by=colleague, view=View("agree")).answered_by == colleague.label


def test_an_answer_by_telephone_is_recorded_on_their_behalf(world, editor, outsider):
    done = answers.record_view(asked(world), by=editor, view=View("agree"), channel=Channel.PHONE, name="田科长")

    assert (done.state, done.channel, done.answered_by) == ("answered", "phone", "市农业农村局 田科长")
    with pytest.raises(NotAllowed):
        answers.record_view(asked(world), by=outsider, view=View("agree"), channel=Channel.PHONE)


@pytest.mark.parametrize(("rule", "said"), [(True, "逾期未反馈，视为无意见"), (False, "逾期未反馈")])
def test_silence_is_noted_after_its_day_and_counts_as_the_office_says(world, chief, outsider, rule, said):
    set_value(SILENCE_AGREES, rule, office=world.city, valid_from=clock.today(), by=chief)
    opinion = asked(world)
    with clock.at(clock.now() + timedelta(days=(opinion.due_on - clock.today()).days)):
        assert answers.lapse_overdue() == 0
    with clock.at(clock.now() + timedelta(days=20)):
        assert (answers.lapse_overdue(), answers.lapse_overdue()) == (1, 0)
        assert (fresh(opinion).state, fresh(opinion).said) == ("silent", said)

        late = answers.give(fresh(opinion), by=outsider, view=View("remarks", "请改。"))

    assert late.said == "有意见"


def test_one_key_takes_the_wording_over_and_a_version_says_whose_it_is_and_why(world, editor, outsider):
    draft = taken(world, kind="ordinary")
    opinion = asked(world, draft, sheet=Sheet("请核。", "", draft.body))
    view = View("remarks", "口径变了", "仅落实三成", "落实四成")
    opinion = answers.give(opinion, by=outsider, view=view)

    changed = answers.take_over(opinion, by=editor, why="以部门台账为准")

    assert changed.body == draft.body.replace("仅落实三成", "落实四成")
    assert [version.why for version in changed.versions.all()] == ["采纳市农业农村局的意见：以部门台账为准"]
    assert fresh(opinion).taken_over_by == editor.label
    with pytest.raises(Unreadable, match="已经采纳过"):
        answers.take_over(opinion, by=editor)


def test_a_passage_that_was_changed_meanwhile_is_mended_by_hand(world, editor, outsider):
    draft = taken(world, kind="ordinary")
    opinion = asked(world, draft, sheet=Sheet("请核。", "", draft.body))
    opinion = answers.give(opinion, by=outsider, view=View("remarks", "", "仅落实三成", "落实四成"))
    drafts.save(draft, by=editor, revision=0, body="全改了。")

    with pytest.raises(Unreadable, match="找不到原句"):
        answers.take_over(opinion, by=editor)

    assert (Draft.objects.get().body, fresh(opinion).can_be_taken_over) == ("全改了。", True)


def test_a_request_that_was_taken_back_is_seen_no_more(world, editor, outsider):
    opinion = asked(world)
    with pytest.raises(Unreadable, match="请写明收回的理由"):
        opinions.withdraw(opinion, by=editor, reason=" ")
    opinions.withdraw(opinion, by=editor, reason="稿件改写")

    assert [may_see(outsider, opinion), may_see(editor, opinion), list(waiting_for(outsider))] == [False, True, []]
    with pytest.raises(WrongState):
        answers.give(opinion, by=outsider, view=View("agree"))


def test_what_is_open_goes_with_the_draft(world, editor):
    draft, other = ready_draft(world, kind="ordinary"), ready_draft(world, kind="ordinary", title="另一条")
    kept, gone = asked(world, other), asked(world, draft)

    joining.join(draft, other, by=editor)
    assert [fresh(kept).state, fresh(kept).draft_id] == ["withdrawn", other.pk]

    drafts.drop(draft, by=editor, reason="不用了")
    assert fresh(gone).state == "withdrawn"
