"""Who gets what of a shared item, and whose points go to somebody else."""

import pytest

from tests.scoring.desk import fact, offices, result, scheme, totals

SHARED = [
    {"office": "甲", "weight": 3, "role": "lead"},
    {"office": "乙", "weight": 1, "role": "assist"},
    {"office": "丙", "weight": 2, "role": "assist"},
]


def rules(split, more=""):
    return scheme(f"rules:\n  - {{rule: 采用, when: {{fact: adopted}}, points: 12, split: {split}{more}}}\n")


@pytest.mark.parametrize(
    ("split", "expected"),
    [
        ("full", ["12", "12", "12"]),
        ("equal", ["4", "4", "4"]),
        ("weights", ["6", "2", "4"]),
        ("first", ["12", "0", "0"]),
        ("none", ["0", "0", "0"]),
        ("{ratio: [3, 1]}", ["9", "3", "0"]),
        ("{ratio_by_number: {'3': [2, 1, 1]}}", ["6", "3", "3"]),
        ("{shares: {lead: 1, assist: 1/2}}", ["12", "6", "6"]),
        ("{by_place: [1, 1/2]}", ["12", "6", "6"]),
        ("{kind: equal, first: 2}", ["6", "6", "0"]),
        ("{kind: equal, roles: [assist]}", ["0", "6", "6"]),
    ],
)
def test_an_item_is_shared_as_the_scheme_says(split, expected):
    found = totals(rules(split), [fact("adopted", offices=SHARED)])

    assert [found[name] for name in ("甲", "乙", "丙")] == expected


def test_an_enterprise_s_points_go_to_its_county_and_are_not_counted_twice():
    known = offices("- {office: 某厂, kind: 企业, county: 甲县}\n- office: 甲县\n")
    redirecting = scheme(
        "rules:\n  - {rule: 采用, when: {fact: adopted}, points: 12}\nredirect:\n  - {when: {kind: 企业}, to: county}\n"
    )

    found = result(redirecting, [fact("adopted", "某厂")], known)

    assert {part.name: part.total for part in found.standings} == {"甲县": 12, "某厂": 0}
    assert [line.words for line in found.entries] == ["12（某厂转记）"]


def test_a_merged_unit_takes_its_predecessors_points_with_it():
    known = offices("- {office: 农业农村局, formerly: [农业局, 畜牧局]}\n")

    assert totals(rules("weights"), [fact("adopted", "农业局"), fact("adopted", "畜牧局")], known) == {
        "农业农村局": "24"
    }


def test_a_person_s_office_is_credited_once_even_with_two_authors():
    found = totals(
        rules("equal"),
        [fact("adopted", "", authors=[{"person": "张", "office": "甲"}, {"person": "王", "office": "甲"}])],
    )

    assert found == {"甲": "12"}


def test_a_rule_can_be_for_some_receivers_only():
    known = offices("- {office: 甲, group: 部门}\n- {office: 乙, group: 县区}\n- {office: 丙, group: 县区}\n")

    found = totals(rules("weights", ", for: {group: 县区, role: assist}"), [fact("adopted", offices=SHARED)], known)

    assert found == {"丙": "4", "乙": "2", "甲": "0"}
