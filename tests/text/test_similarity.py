import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qianliyan.text.similar.containment import ALARM, containment
from qianliyan.text.similar.fingerprints import RUN, WINDOW, fingerprints
from qianliyan.text.similar.normal import normal
from qianliyan.text.similar.passages import shared_passages

WORDS = [
    "春耕", "备耕", "农资", "价格", "水库", "灌溉", "企业", "用工", "缺口", "物流", "成本", "学校", "医院", "道路",
    "燃气", "隐患", "排查", "整改", "资金", "项目", "审批", "窗口", "群众", "反映", "监管", "电力", "供应",
]  # fmt: skip
VERBS = ["完成", "推进", "发现", "解决", "增加", "减少", "影响", "核查", "组织", "落实", "报告", "协调"]


def item(seed: int, sentences: int = 10) -> list[str]:
    chance = random.Random(seed)
    return [
        f"{chance.choice(WORDS)}{chance.choice(VERBS)}{chance.choice(WORDS)}{chance.randrange(9999)}处，"
        f"{chance.choice(WORDS)}{chance.choice(WORDS)}{chance.choice(VERBS)}{chance.choice(WORDS)}。"
        for _ in range(sentences)
    ]


def shared(one: list[str], other: list[str]) -> int:
    return len(set(fingerprints("".join(one))) & set(fingerprints("".join(other))))


EDITS = {
    "half the sentences replaced": lambda s, seed: s[:5] + item(seed + 10_000, 5),
    "sentences reordered": lambda s, seed: random.Random(seed).sample(s, len(s)),
    "shortened to 60 percent": lambda s, _: s[:6],
    "an excerpt of 30 percent": lambda s, _: s[3:6],
}


@pytest.mark.parametrize("edit", EDITS.values(), ids=EDITS.keys())
def test_a_reworked_item_is_found_by_two_fingerprints_and_proved_by_containment(edit):
    found = 0
    for seed in range(60):
        original = item(seed)
        reworked = edit(original, seed)
        proved = containment("".join(original), "".join(reworked)) >= ALARM
        found += shared(original, reworked) >= 2 and proved

    assert found >= 57


def test_items_on_other_matters_share_nothing():
    assert [shared(item(seed), item(seed + 500)) for seed in range(30)] == [0] * 30


def test_punctuation_width_and_case_make_no_difference():
    assert fingerprints("全市ＧＤＰ增长6.5%，好于预期。") == fingerprints("全市GDP增长６．５％ 好于预期")


def test_quoted_boilerplate_is_left_out():
    formula = "坚持以人民为中心的发展思想"
    plain = "青溪县完成春灌十二万亩，进度快于上年。"

    assert containment(formula + plain, formula + "河东乡修好水渠三十公里。", boilerplate=[formula]) < ALARM
    assert set(fingerprints(formula, boilerplate=[formula])) == set()


def test_shared_passages_know_their_places_in_both_texts():
    one = "据了解，青溪县春灌面积十二万六千亩，进度较快。"
    other = "目前青溪县春灌面积：十二万六千亩；其余正在进行。"

    (passage,) = shared_passages(one, other)

    assert passage.left.of(one) == "青溪县春灌面积十二万六千亩"
    assert passage.right.of(other) == "青溪县春灌面积：十二万六千亩"


@given(st.text(alphabet="甲乙丙丁，。１a", max_size=80), st.text(alphabet="戊己庚辛", max_size=20), st.integers(0, 30))
def test_a_shared_passage_of_thirteen_characters_is_certain_to_be_found(before, after, seed):
    passage = "".join(random.Random(seed).sample("春夏秋冬东南西北梅兰竹菊风花雪月", RUN + WINDOW - 1))

    assert set(fingerprints(before + passage + after)) & set(fingerprints(passage))


@given(st.text(max_size=200))
def test_any_text_has_fingerprints_of_sixty_four_bits(text):
    assert all(-(2**63) <= value < 2**63 for value in fingerprints(text))
    assert len(normal(text).text) == len(normal(text).places)
