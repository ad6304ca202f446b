import pytest
from tests.items.steps import BODY, reviewed, signed

from qianliyan.core.errors import NotAllowed, NotReady, WrongState
from qianliyan.items.actions import proof_reading, sending
from qianliyan.items.models import Item, SignOff, Version
from qianliyan.items.models.version import Why
from qianliyan.items.typos import Pair, objections

WRONG = BODY.replace("经费缺口", "经废缺口")


def test_a_listed_typo_is_put_right_and_the_signature_stays(world, checker, officer):
    item = proof_reading.correct_typos(signed(world, body=WRONG), by=checker, pairs=[Pair("经废", "经费")])

    version = Version.objects.get(number=2)
    assert (item.body, version.body, version.why) == (BODY, BODY, Why.TYPOS)
    assert list(version.corrections.values_list("old", "new", "by")) == [("经废", "经费", checker.label)]
    assert SignOff.objects.filter(voided_at=None).count() == 4
    assert sending.submit(item, by=officer, receiver=world.city).body == BODY


def test_the_drafter_does_not_correct_a_signed_text_himself(world, officer):
    with pytest.raises(NotAllowed):
        proof_reading.correct_typos(signed(world, body=WRONG), by=officer, pairs=[Pair("经废", "经费")])

    assert Item.objects.get().body == WRONG


def test_typos_are_corrected_only_after_the_signature(world, checker):
    with pytest.raises(WrongState):
        proof_reading.correct_typos(reviewed(world, body=WRONG), by=checker, pairs=[Pair("经废", "经费")])


def test_a_figure_is_no_typo(world, checker):
    with pytest.raises(NotReady, match="动了数字"):
        proof_reading.correct_typos(signed(world), by=checker, pairs=[Pair("停运61座", "停运63座")])

    assert Item.objects.get().body == BODY


@pytest.mark.parametrize(
    ("old", "new", "objection"),
    [
        ("停运61座", "停运60座", "动了数字"),
        ("停运61座", "停运６１座", "动了数字"),
        ("约三成", "约四成", "动了数字"),
        ("没有运行", "运行", "动了意思"),
        ("一一核查", "逐一核查", "动了数字"),
        ("设施老化严重", "专业人员不足", "动了意思"),
        ("设施老化严重", "专业人员偏少", "改动太大"),
        ("座", "个", "出现3处"),
        ("找不到的字", "别的字", "出现0处"),
        ("老化", "老化", "不能相同"),
    ],
)
def test_what_is_more_than_a_typo_is_refused_with_the_reason(old, new, objection):
    text = "停运61座，约三成，没有运行，一一核查，设施老化严重。另有1座、2座。"

    (found,) = objections([Pair(old, new)], text)

    assert objection in found


def test_doubled_and_missing_characters_are_typos():
    text = "对策建议议由市级统，推行打包委拖。"

    assert objections([Pair("建议议", "建议"), Pair("市级统，", "市级统筹，"), Pair("委拖", "委托")], text) == []


def test_a_list_without_typos_is_refused():
    assert objections([], "正文") == ["请至少写一处订正。"]
