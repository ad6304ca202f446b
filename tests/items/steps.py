"""The unit's steps through the real actions, for tests that begin in their middle."""

from tests.world import World

from qianliyan.items.actions import review, sending, writing
from qianliyan.items.models import Item, Submission

TITLE = "青石县农村生活污水处理设施运行情况"
BODY = "近期，青石县逐一核查146座设施，正常运行83座、停运61座、改造中2座。\n一、主要问题\n运维经费缺口大。"


def written(world: World, **fields: object) -> Item:
    return writing.start(by=world.seats["officer"], **{"title": TITLE, "body": BODY, **fields})


def handed_over(world: World, **fields: object) -> Item:
    return review.hand_over(written(world, **fields), by=world.seats["officer"])


def reviewed(world: World, **fields: object) -> Item:
    item = handed_over(world, **fields)
    for role in ("checker", "checker", "reviewer"):
        item = review.approve(item, by=world.seats[role])
    return item


def signed(world: World, **fields: object) -> Item:
    return review.sign(reviewed(world, **fields), by=world.seats["signatory"])


def submitted(world: World, **fields: object) -> Submission:
    return sending.submit(signed(world, **fields), by=world.seats["officer"], receiver=world.city)


def fields_of_form(item: Item, **changed: object) -> dict[str, object]:
    """What a browser would post from the writing page."""
    return {
        "version": item.revision,
        "title": item.title,
        "body": item.body,
        "kind": item.kind,
        "form": item.form,
        "urgency": item.urgency,
        "drafter_phone": item.drafter_phone,
        **changed,
    }
