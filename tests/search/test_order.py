"""Both databases find the same in the same order: each is held against the pure reference."""

import random
from datetime import date, timedelta

import pytest
from django.db import connection

from qianliyan.search.index.asked import BOTTOM, TOP, Asked, Line
from qianliyan.search.index.choice import index
from qianliyan.search.index.tokens import TITLE_TOKENS, TOKENS
from qianliyan.search.models import Row
from qianliyan.search.places import place_of
from qianliyan.text.finding.asking import Query, understand
from qianliyan.text.finding.grading import ANYWHERE, found, grade
from tests.search.asking import MALICE, queries
from tests.search.prose import texts

SIZE = 400
SINCE = date(2021, 3, 1)


@pytest.fixture
def rows(db):
    dice = random.Random(3)
    made = [
        Row(
            pk=number,
            source="x",
            thing_pk=number,
            place=place_of(SINCE + timedelta(days=dice.randrange(400)), number),
            title=title,
            body=body,
            marks=f"mra mk{dice.choice(('problem', 'warning'))} ms{'xy'[number % 2]}",
        )
        for number, (title, body) in enumerate(texts(SIZE, characters=120), 1)
    ]
    Row.objects.bulk_create(made)
    index().enter(made)
    return made


def expected(rows, asked: Asked) -> list[Line]:
    """What the reference finds, of what the marks let through."""
    marks = {*asked.marks}
    hits = [
        Line(grade(asked.query, row.title, row.body) if asked.graded else ANYWHERE, row.place)
        for row in rows
        if marks <= set(row.marks.split()) and asked.first <= row.place <= asked.last
        if found(asked.query, row.title, row.body)
    ]
    return sorted(hits, reverse=True)


def exact(rows, asked: Asked, lines: list[Line]) -> list[Line]:
    """Drop what the search drops after the index: phrases over punctuation that do not stand there."""
    by_place = {row.place: row for row in rows}
    return [line for line in lines if found(asked.query, by_place[line.place].title, by_place[line.place].body)]


def questions(rows) -> list[Asked]:
    asking = [Asked(understand(text), ("mra",)) for text in queries([(row.title, row.body) for row in rows])]
    return [asked for asked in asking if asked.query.wanted]


def wrong(rows, asking: list[Asked]) -> list[Query]:
    return [
        asked.query for asked in asking if exact(rows, asked, index().find(asked, TOP, SIZE)) != expected(rows, asked)
    ]


def paged(asked: Asked, beyond: Line, count: int, *, backward: bool = False) -> list[Line]:
    lines: list[Line] = []
    while page := index().find(asked, beyond, count, backward=backward):
        lines += page
        beyond = page[-1]
    return lines


def test_three_hundred_queries_are_answered_as_the_reference_answers(rows):
    asking = questions(rows)

    assert wrong(rows, asking) == []
    assert len(asking) > 270
    assert sum(len(expected(rows, asked)) > 0 for asked in asking) > 230


@pytest.mark.parametrize("window", [0, 30])
def test_the_same_is_found_whether_near_rows_are_read_or_the_index_is_asked(rows, monkeypatch, window):
    monkeypatch.setattr(index(), "TITLES", window)
    monkeypatch.setattr(index(), "TEXTS", window)
    places = sorted(row.place for row in rows)

    assert wrong(rows, questions(rows)) == []
    for text in ("县", "县 农田", "县 改造 -污水", "改造 -县"):
        for by_day in (False, True):
            asked = Asked(understand(text), ("mra",), (), places[50], places[-50], by_day=by_day)
            whole = expected(rows, asked)

            assert paged(asked, TOP, 7) == whole
            assert paged(asked, BOTTOM, 7, backward=True) == whole[::-1]


def test_filters_periods_and_the_order_by_day_agree_with_the_reference(rows):
    places = sorted(row.place for row in rows)
    for text in ("污水", "县 农田", "改造 -县", ""):
        for marks in ((), ("mkproblem",), ("mkwarning", "msx")):
            for by_day in (False, True):
                asked = Asked(understand(text), ("mra",), marks, places[50], places[-50], by_day=by_day)

                assert index().find(asked, TOP, SIZE) == expected(rows, asked)


def test_pages_follow_each_other_in_both_directions(rows):
    asked = Asked(understand("县"), ("mra",))
    whole = expected(rows, asked)

    assert paged(asked, TOP, 30) == whole
    assert paged(asked, BOTTOM, 30, backward=True) == whole[::-1]


def test_what_the_reach_does_not_name_is_not_found(rows):
    assert index().find(Asked(understand("县"), ("mrb",)), TOP, SIZE) == []
    assert index().find(Asked(understand("县"), ("mrb", "mra")), TOP, 3) != []


def test_every_pair_of_neighbours_and_every_character_is_found(rows):
    for row in rows[:3]:
        text = row.body
        words = {text[at : at + 2] for at in range(len(text) - 1)} | set(text)
        for word in words:
            asked = Asked(understand(word), ("mra",))
            if asked.query.wanted:
                lines = exact(rows, asked, index().find(asked, TOP, SIZE))

                assert row.place in {line.place for line in lines}, word


def test_a_row_that_left_the_index_is_found_no_more(rows):
    index().leave(rows)
    Row.objects.all().delete()
    asked = Asked(understand("县"), ("mra",))

    assert index().find(asked, TOP, SIZE) == []


@pytest.mark.parametrize("text", MALICE, ids=lambda text: repr(text[:12]))
def test_whatever_is_typed_is_answered(rows, text):
    query = understand(text)

    lines = index().find(Asked(query, ("mra",)), TOP, 20) if query != Query() else []

    assert all(isinstance(line, Line) for line in lines)


@pytest.mark.postgres
@pytest.mark.parametrize(
    ("tokens", "name"), [(TOKENS, "search_row_tokens"), (TITLE_TOKENS, "search_row_titles")], ids=["texts", "titles"]
)
def test_postgresql_answers_by_its_indexes(rows, tokens, name):
    with connection.cursor() as cursor:
        cursor.execute("SET LOCAL enable_seqscan = off")
        cursor.execute(f"EXPLAIN SELECT place FROM search_row WHERE {tokens} @> %s::text[]", [["污水"]])
        plan = "\n".join(line for (line,) in cursor.fetchall())

    assert name in plan
