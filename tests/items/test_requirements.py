import pytest
from tests.items.steps import BODY, written

from qianliyan.configuration.models import Value
from qianliyan.core import clock
from qianliyan.core.errors import Missing, NotReady
from qianliyan.items.actions import review, writing
from qianliyan.items.models import Item
from qianliyan.items.requirements import before_hand_over, before_signing
from qianliyan.items.states import ItemState


def texts(missing: list[Missing]) -> list[str]:
    return [one.text for one in missing]


def configure(office, key, value):
    Value.objects.create(office=office, key=key, value=value, valid_from=clock.today())


def test_a_complete_item_lacks_nothing(world):
    assert before_hand_over(written(world)) == []


def test_everything_missing_is_said_at_once_with_its_place(world, officer):
    item = writing.start(by=officer, drafter_phone="")
    page = f"/items/{item.uid}/"

    assert before_hand_over(item) == [
        Missing("题目没有写", f"{page}#id_title"),
        Missing("正文没有写", f"{page}#text"),
        Missing("“联系电话”没有填", f"{page}#id_drafter_phone"),
    ]
    with pytest.raises(NotReady, match="还有3处要补正"):
        review.hand_over(item, by=officer)


def test_a_title_of_500_characters_is_kept_and_named(world, officer):
    item = writing.save(written(world), by=officer, revision=0, title="题" * 500)

    assert Item.objects.get().title == "题" * 500
    assert texts(before_hand_over(item)) == ["题目500字，超过50字的上限，请删去450字"]


def test_the_office_sets_the_limit_and_what_must_be_filled(world):
    configure(world.city, "items.title_limit", 10)
    configure(world.county, "items.required", ["occurred_at", "basis"])

    assert texts(before_hand_over(written(world))) == [
        "题目17字，超过10字的上限，请删去7字",
        "“发生时间”没有填",
        "“数据口径”没有填",
    ]


@pytest.mark.parametrize("gap", ["〔　〕", "〔 〕", "【】", "（　）", "[ ]", "____"])
def test_a_gap_left_to_be_filled_stops_the_signature(world, gap):
    item = written(world, body=f"{BODY}其余{gap}座。")

    assert texts(before_signing(item)) == [f"占位符未填“{gap}”：请填好再签，任何人不能放行"]


def test_brackets_with_words_and_names_hidden_on_purpose_are_no_gaps(world):
    assert before_signing(written(world, body=f"{BODY}按《通知》（青政办〔2026〕12号）【摘要】由××公司执行。")) == []


def test_a_stage_without_anybody_to_do_it_is_said_before_hand_over(world, reviewer):
    reviewer.valid_to = world.seats["officer"].valid_from
    reviewer.save()

    assert texts(before_hand_over(written(world))) == [
        "青石县政府办没有人能办“审核”（拟稿人不能审自己的稿件），请系统管理员设置岗位"
    ]


def test_the_chain_of_the_office_ends_with_signing_whatever_was_set(world, officer):
    configure(world.county, "items.chain", ["check"])

    item = review.hand_over(written(world), by=officer)

    assert (item.chain, item.state) == (["check", "sign"], ItemState.IN_REVIEW)


def test_a_chain_changed_after_hand_over_does_not_touch_what_is_under_way(world, officer, checker):
    item = review.hand_over(written(world), by=officer)
    configure(world.county, "items.chain", [])

    item = review.approve(item, by=checker)

    assert (item.chain, item.due) == (["check", "screen", "review", "sign"], "screen")
