import pytest
from django.urls import reverse

from qianliyan.core.errors import NotAllowed, Unreadable, WrongState
from qianliyan.desk.actions import lines, submissions
from qianliyan.desk.actions.allotment import allot
from qianliyan.desk.actions.lines import Scope
from qianliyan.desk.models import Line
from qianliyan.desk.queries import queue, queue_counts
from qianliyan.history.models import Event
from qianliyan.items.models import Submission
from qianliyan.notices.models import Notice
from tests.desk.recorded import recorded
from tests.thread import submitted

HTMX = {"HTTP_HX_REQUEST": "true"}


@pytest.fixture
def farming(world, chief, colleague):
    """苗编 has the line of agriculture: the county, and whatever speaks of grain."""
    return lines.draw("农业口", colleague, Scope(units=[world.county], keywords=["污水", "粮"]), by=chief)


def told():
    return sorted(Notice.objects.filter(url__startswith="/desk/").values_list("person__name", flat=True))


def test_what_fits_a_line_is_allotted_on_arrival_and_only_its_editor_is_told(world, farming, colleague):
    submission = submitted(world)

    assert Submission.objects.get(pk=submission.pk).handler == colleague.person
    assert told() == ["苗编"]
    event = Event.objects.get(verb="submission.allot")
    assert (event.actor, event.details) == ("系统", {"editor": "苗编", "line": "农业口"})


def test_what_fits_no_line_is_everybody_s(world, farming):
    submission = submitted(world, title="就业形势")

    assert Submission.objects.get(pk=submission.pk).handler is None
    assert told() == ["何科", "林编", "苗编"]


@pytest.mark.parametrize(
    ("scope", "fits"),
    [
        (Scope(), True),
        (Scope(kinds=["warning"]), True),
        (Scope(kinds=["problem"]), False),
        (Scope(keywords=["裂缝"]), True),
        (Scope(kinds=["warning"], keywords=["粮"]), False),
    ],
)
def test_every_part_of_a_line_must_fit_and_an_empty_one_fits_everything(world, chief, colleague, scope, fits):
    lines.draw("一条", colleague, scope, by=chief)

    submission = recorded(world, kind="warning")

    assert (Submission.objects.get(pk=submission.pk).handler == colleague.person) is fits


def test_the_first_line_in_order_counts_and_an_ended_one_does_not(world, chief, editor, colleague):
    lines.draw("后", colleague, Scope(), by=chief, order=2)
    first = lines.draw("先", editor, Scope(), by=chief, order=1)
    taken = Submission.objects.get(pk=submitted(world).pk)
    lines.end(first, by=chief)
    then = Submission.objects.get(pk=submitted(world).pk)

    assert (taken.handler, then.handler) == (editor.person, colleague.person)


def test_a_line_whose_editor_left_is_passed_over(world, farming, colleague):
    colleague.post = world.posts["officer"]
    colleague.save()

    assert Submission.objects.get(pk=submitted(world).pk).handler is None


def test_an_editor_gives_it_to_a_colleague_who_is_told(world, editor, colleague):
    submission = submitted(world)
    Notice.objects.all().delete()

    given = allot(submission, to=colleague, by=editor)
    allot(given, to=colleague, by=editor)

    assert (given.handler, told()) == (colleague.person, ["苗编"])
    assert Event.objects.filter(verb="submission.allot").count() == 1


def test_only_editors_give_and_receive_and_only_what_is_not_decided(world, editor, colleague, officer, signatory):
    submission = submitted(world)

    with pytest.raises(NotAllowed):
        allot(submission, to=colleague, by=officer)
    with pytest.raises(Unreadable):
        allot(submission, to=officer, by=editor)
    submissions.decline(submission, by=editor, reason="时效已过")
    with pytest.raises(WrongState):
        allot(submission, to=colleague, by=editor)


def test_the_parts_of_the_queue_and_all_their_numbers_are_one_query(
    world, editor, colleague, django_assert_num_queries
):
    mine, theirs, nobodys = (submitted(world) for _n in range(3))
    allot(mine, to=editor, by=editor)
    allot(theirs, to=colleague, by=editor)

    with django_assert_num_queries(1):
        counts = queue_counts(editor, "mine")

    assert counts.parts == {"": 3, "mine": 1, "nobody": 1}
    assert (counts.tabs[""], counts.tabs["problem"], counts.tabs["reserved"]) == (1, 0, 0)
    assert [list(queue(editor, "", part)) for part in ("mine", "nobody")] == [[mine], [nobodys]]


def test_after_a_step_in_my_part_the_next_of_my_part_is_open(world, editor, colleague, sign_in):
    lower, theirs, upper = (submitted(world) for _n in range(3))
    for one, to in ((lower, editor), (theirs, colleague), (upper, editor)):
        allot(one, to=to, by=editor)

    answer = sign_in(editor).post(reverse("desk:handling", args=[upper.uid, "reserved"]), {"whose": "mine"})

    assert answer.url == f"/desk/?whose=mine&chosen={lower.uid}"


def test_the_editors_are_offered_by_keys_and_a_batch_gives_each_its_result(world, editor, colleague, sign_in):
    first, second = submitted(world), submitted(world)
    submissions.decline(second, by=editor, reason="时效已过")
    browser = sign_in(editor)

    offered = browser.get(reverse("desk:editors"), **HTMX).content.decode()
    picked = {"pick": [str(first.uid), str(second.uid)], "to": str(colleague.uid)}
    page = browser.post(reverse("desk:batch"), picked, follow=True).content.decode()

    assert [name in offered for name in ("林编", "苗编", "何科", 'data-key="3"')] == [True] * 4
    assert "办好1件。" in page
    assert "没有办成：这件现在是“未采用”" in page
    assert Submission.objects.get(pk=first.pk).handler == colleague.person


def test_it_is_given_without_scripts_on_a_page_of_its_own(world, editor, colleague, officer, sign_in):
    submission = submitted(world)
    address = reverse("desk:allotment", args=[submission.uid])
    browser = sign_in(editor)

    assert "苗编" in browser.get(address).content.decode()
    assert sign_in(officer).get(address).status_code == 404
    assert browser.post(address, {"to": "nobody", "alone": "1"}).status_code == 422
    browser.post(address, {"to": str(colleague.uid), "alone": "1"})
    assert Submission.objects.get().handler == colleague.person


def drawn(name="工业口", **said):
    return {
        "name": name,
        "units": "青石县政府办、bsx",
        "kinds": ["problem"],
        "keywords": "电力、用电",
        "order": 3,
        **said,
    }


def test_the_chief_draws_changes_and_ends_lines_on_one_page(world, chief, editor, colleague, sign_in):
    browser = sign_in(chief)
    browser.post(reverse("desk:lines"), drawn(editor=editor.person_id))
    line = Line.objects.get()

    assert (line.name, line.editor, line.kinds, line.keywords) == (
        "工业口",
        editor.person,
        ["problem"],
        ["电力", "用电"],
    )
    assert set(line.units.all()) == {world.county, world.neighbour_county}
    browser.post(reverse("desk:line", args=[line.uid]), drawn(editor=colleague.person_id, units=""))
    assert (Line.objects.get().editor, line.units.count()) == (colleague.person, 0)
    assert "苗编" in browser.get(reverse("desk:lines")).content.decode()
    browser.post(reverse("desk:end_line", args=[line.uid]))
    assert "还没有设条线" in browser.get(reverse("desk:lines")).content.decode()


@pytest.mark.parametrize(
    ("said", "words"),
    [
        ({"units": "县政府办"}, "“县政府办”不是一个明确的下级单位"),
        ({"name": " "}, "这个字段是必填项。"),
        ({"editor": 999}, "不在可用的选项中"),
    ],
)
def test_a_line_that_is_not_clear_is_refused_with_a_sentence(world, chief, editor, sign_in, said, words):
    answer = sign_in(chief).post(reverse("desk:lines"), drawn(**{"editor": editor.person_id, **said}))

    assert (answer.status_code, Line.objects.count()) == (422, 0)
    assert words in answer.content.decode()


def test_two_lines_never_share_a_name_and_editors_do_not_draw_them(world, chief, editor, farming):
    with pytest.raises(Unreadable):
        lines.draw("农业口", editor, Scope(), by=chief)
    with pytest.raises(NotAllowed):
        lines.draw("工业口", editor, Scope(), by=editor)
