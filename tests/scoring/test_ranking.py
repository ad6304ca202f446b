"""Places, ties, groups and awards."""

from hypothesis import given
from hypothesis import strategies as st

from qianliyan.scoring.honours import Ranking
from qianliyan.scoring.ranking import ranks, winners
from tests.scoring.desk import fact, offices, result, scheme

SHARED = Ranking("得分", running=False, dense=False, then=(), lowest_first=False, clause="")
DENSE = Ranking("得分", running=False, dense=True, then=(), lowest_first=False, clause="")
ADOPTED = "rules:\n  - {rule: 采用, when: {fact: adopted}, points: {entered: {}}}\n"


def figures(**points):
    return {name: (value,) for name, value in points.items()}


def test_equals_share_a_place_and_the_next_is_left_out():
    assert ranks(figures(甲=3, 乙=5, 丙=3, 丁=1), SHARED) == {"乙": 1, "丙": 2, "甲": 2, "丁": 4}


def test_or_the_next_follows_on():
    assert ranks(figures(甲=3, 乙=5, 丙=3, 丁=1), DENSE) == {"乙": 1, "丙": 2, "甲": 2, "丁": 3}


@given(st.dictionaries(st.text(min_size=1, max_size=3), st.tuples(st.integers(0, 4)), max_size=12))
def test_ranking_is_a_total_order_whatever_the_order_of_the_names(points):
    places = ranks(points, SHARED)

    assert ranks(dict(reversed(points.items())), SHARED) == places
    for name, place in places.items():
        assert place == 1 + sum(other > points[name] for other in points.values())


def test_a_shared_last_place_comes_in_or_stays_out():
    places = {"甲": 1, "乙": 2, "丙": 2, "丁": 4}

    assert winners(places, 2, extend=True) == ["甲", "丙", "乙"]
    assert winners(places, 2, extend=False) == ["甲"]
    assert winners(places, 3, extend=False) == ["甲", "丙", "乙"]
    assert winners(places, 9, extend=True) == ["甲", "丙", "乙", "丁"]
    assert winners(places, 0, extend=True) == []


def test_a_tie_is_broken_by_the_next_column_only_if_the_scheme_says_so():
    text = ADOPTED + "  - {rule: 批示, column: 批示, when: {fact: instructed}, points: 1}\n"
    rows = [fact("adopted", "甲", value=5), fact("adopted", "乙", value=5), fact("instructed", "乙")]

    plain = {part.name: part.rank for part in result(scheme(text), rows).standings}
    broken = {part.name: part.rank for part in result(scheme(text + "ranking: {then: [批示]}\n"), rows).standings}

    assert (plain, broken) == ({"甲": 1, "乙": 1}, {"乙": 1, "甲": 2})


def test_places_are_decided_before_printing_rounds():
    rows = [fact("adopted", "甲", value="5.04"), fact("adopted", "乙", value="5.01")]

    found = result(scheme(ADOPTED + "print: {places: 1}\n"), rows)

    assert [(part.name, part.rank, found.text(part.total)) for part in found.standings] == [
        ("甲", 1, "5.0"),
        ("乙", 2, "5.0"),
    ]


def test_where_less_is_better_the_lowest_comes_first():
    rows = [fact("adopted", "甲", value=2), fact("adopted", "乙", value=1)]

    found = result(scheme(ADOPTED + "ranking: {order: low}\n"), rows)

    assert [(part.name, part.rank) for part in found.standings] == [("乙", 1), ("甲", 2)]


def test_awards_go_to_groups_by_number_and_pass_over_who_is_not_eligible():
    known = offices(
        "".join(f"- {{office: 县{n}, group: 县区}}\n" for n in range(3))
        + "".join(f"- {{office: 局{n}, kind: 部门}}\n" for n in range(2))
        + "- {office: 研究室, kind: 不考核}\n"
    )
    rules = scheme(
        ADOPTED
        + "  - {rule: 瞒报, column: 瞒报, when: {fact: concealed}, points: 1}\n"
        + "groups:\n  - {group: 县区, when: {group: 县区}}\n  - {group: 部门, when: {kind: 部门}}\n"
        + "  - {group: 不参加, when: {kind: 不考核}, ranked: false}\n"
        + "awards:\n  - award: 先进单位\n    places: {县区: 2, 部门: 1}\n"
        + "    requires: [{if: 瞒报 = 0, why: 有瞒报}, {if: 得分 ≥ 3, why: 不足3分}]\n"
    )
    rows = [
        *[fact("adopted", f"县{n}", value=9 - n) for n in range(3)],
        fact("concealed", "县0"),
        fact("adopted", "局1", value=2),
        fact("adopted", "研究室", value=99),
    ]

    found = result(rules, rows, known)

    assert [part.name for part in found.standings if any(award.won for award in part.decisions)] == ["县1", "县2"]
    reasons = {part.name: award.why_not for part in found.standings for award in part.decisions if award.why_not}
    assert reasons == {"县0": ("有瞒报",), "局0": ("不足3分",), "局1": ("不足3分",)}
    assert {part.name: part.rank for part in found.standings if part.group == "不参加"} == {"研究室": None}
