import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from qianliyan.items.actions import writing
from qianliyan.planning.actions.key_tasks import TaskEntry, enter
from tests import thread
from tests.search.asking import MALICE

MOST_QUERIES = 12


def queries_of(browser, address):
    browser.get(address)
    with CaptureQueriesContext(connection) as seen:
        browser.get(address)
    return len(seen)


def titles(answer):
    return ["".join(piece.text for piece in one.title) for one in answer.context["answers"]]


def test_an_editor_finds_a_submission_and_reads_why(world, editor, sign_in):
    thread.submitted(world)

    page = sign_in(editor).get("/search/", {"q": "运维经费"})

    assert titles(page) == [thread.TITLE]
    assert '<mark class="found">运维经费</mark>缺口大' in page.content.decode()
    assert "来稿" in page.content.decode()


def test_the_box_in_the_bar_leads_here_and_keeps_what_was_typed(editor, sign_in):
    html = sign_in(editor).get("/search/", {"q": "污水"}).content.decode()

    assert 'action="/search/"' in html
    assert html.count('value="污水"') == 2


def test_htmx_gets_only_the_results(world, editor, sign_in):
    thread.submitted(world)

    html = sign_in(editor).get("/search/", {"q": "污水"}, headers={"HX-Request": "true"}).content.decode()

    assert "<html" not in html
    assert 'id="results"' in html


@pytest.mark.parametrize(("role", "count"), [("officer", 2), ("editor", 1), ("neighbour", 0), ("provincial_editor", 0)])
def test_everybody_finds_only_what_he_may_see(world, sign_in, role, count):
    thread.submitted(world)

    page = sign_in(world.seats[role]).get("/search/", {"q": "污水"})

    assert len(titles(page)) == count


def test_what_is_narrowed_away_is_not_listed(world, editor, sign_in):
    thread.submitted(world, kind="problem", title="问题甲")
    thread.submitted(world, kind="experience", title="经验乙")
    browser = sign_in(editor)

    assert titles(browser.get("/search/", {"q": "污水", "kind": "problem"})) == ["问题甲"]
    assert titles(browser.get("/search/", {"kind": "experience"})) == ["经验乙"]
    assert titles(browser.get("/search/", {"q": "污水", "in": "draft"})) == []
    assert len(titles(browser.get("/search/", {"q": "污水", "office": str(world.county.uid)}))) == 2
    assert titles(browser.get("/search/", {"q": "污水", "office": str(world.department.uid)})) == []
    assert titles(browser.get("/search/", {"q": "污水", "period": "2019"})) == []


def test_a_key_task_narrows_to_what_was_sent_about_it_drafted_from_it_and_printed_of_it(world, editor, sign_in):
    task = enter(by=editor, year=2026, source="分解表", entry=TaskEntry("农村供水", lead=(world.county,)))
    thread.printed_issue(world, title="供水进展", key_task=task)
    thread.submitted(world, title="别的事")
    browser = sign_in(editor)

    (choice,) = [one for one in browser.get("/search/").context["choices"] if one.name == "task"]
    found = titles(browser.get("/search/", {"task": str(task.uid)}))

    assert [label for _uid, label in choice.options] == ["不限", "农村供水"]
    assert sorted(found) == ["供水进展", "供水进展", "供水进展"]


def test_an_office_typed_by_its_initials_opens_what_it_wrote(world, editor, sign_in):
    thread.submitted(world)
    browser = sign_in(editor)

    door = browser.get("/search/", {"q": "qsx"}).context["doors"][0]

    assert door.name == "青石县人民政府办公室"
    assert titles(browser.get(door.url)) == [thread.TITLE]


def test_a_person_opens_what_he_wrote(world, editor, sign_in):
    thread.submitted(world)
    browser = sign_in(editor)

    (door,) = browser.get("/search/", {"q": "石小禾"}).context["doors"]

    assert (door.name, door.about) == ("石小禾", "青石县政府办 信息员")
    assert titles(browser.get(door.url)) == [thread.TITLE]


def test_the_pages_follow_each_other(officer, sign_in):
    for number in range(45):
        writing.start(by=officer, title=f"第{number:02}条", body="海绵城市")
    browser = sign_in(officer)

    first = browser.get("/search/", {"q": "海绵"})
    second = browser.get(first.context["older"])
    third = browser.get(second.context["older"])
    back = browser.get(third.context["newer"])

    assert titles(first) + titles(second) + titles(third) == [f"第{number:02}条" for number in range(44, -1, -1)]
    assert (first.context["newer"], third.context["older"]) == ("", "")
    assert titles(back) == titles(second)


@pytest.mark.parametrize("text", MALICE, ids=lambda text: repr(text[:12]))
def test_whatever_is_typed_gets_a_page(world, editor, sign_in, text):
    thread.submitted(world)

    assert sign_in(editor).get("/search/", {"q": text}).status_code == 200


@pytest.mark.parametrize(
    "address",
    [
        "?q=污水&older=x",
        "?q=污水&older=9.99999999999999999999",
        "?q=污水&newer=-3.-1",
        "?office=x&person=y&publication=z",
        "?period=2025-13",
        "?period=99999",
        "?in=seat&q=石",
        "?kind=none&order=none",
        "?q=%00%FF",
    ],
)
def test_an_address_that_is_none_gets_a_page(world, editor, sign_in, address):
    assert sign_in(editor).get(f"/search/{address}").status_code == 200


def test_what_cannot_be_searched_for_is_said(editor, sign_in):
    browser = sign_in(editor)

    assert "请写出要查的字词" in browser.get("/search/", {"q": "😀"}).content.decode()
    assert "只按前200字" in browser.get("/search/", {"q": "水" * 300}).content.decode()


@pytest.mark.parametrize("role", ["editor", "officer"])
def test_the_page_takes_as_many_queries_for_three_hits_as_for_one(world, sign_in, role):
    browser = sign_in(world.seats[role])
    thread.submitted(world)
    with_one = queries_of(browser, "/search/?q=污水")

    for number in range(2):
        thread.submitted(world, title=f"另一件{number}")
    with_three = queries_of(browser, "/search/?q=污水")

    assert with_three == with_one
    assert with_one <= MOST_QUERIES
