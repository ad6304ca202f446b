"""The thread in small steps through the real actions, for tests that begin in its middle."""

from qianliyan.bulletins.actions import composing, printing, signing
from qianliyan.bulletins.models import Issue
from qianliyan.desk.actions import drafts, submissions
from qianliyan.desk.models import Draft
from qianliyan.items.actions import review, sending, writing
from qianliyan.items.models import Item, Submission
from qianliyan.offices.models import Seat
from tests.world import World

TITLE = "青石县农村生活污水处理设施运行情况"
BODY = (
    "近期，青石县对2023年以来建成的146座农村生活污水处理设施逐一核查，正常运行83座、停运61座、改造中2座。\n"
    "一、主要问题\n一是运维经费缺口大。每座设施年均电费、药剂费约2.4万元，县乡两级仅落实三成。\n"
    "二、对策建议\n建议由市级统筹运维资金，推行以县为单位打包委托。"
)


def written_item(officer: Seat, **fields: object) -> Item:
    """An item that is ready to be handed over."""
    text = {"title": TITLE, "body": BODY, "drafter_phone": "0900-7654321", **fields}
    return writing.start(by=officer, **text)


def handed_over(world: World, **fields: object) -> Item:
    """An item that waits for its checker."""
    officer = world.seats["officer"]
    return review.hand_over(written_item(officer, **fields), by=officer)


def reviewed(world: World, **fields: object) -> Item:
    """An item that waits for its signatory."""
    item = handed_over(world, **fields)
    for role in ("checker", "checker", "reviewer"):
        item = review.approve(item, by=world.seats[role])
    return item


def signed_item(world: World, **fields: object) -> Item:
    """A signed item."""
    return review.sign(reviewed(world, **fields), by=world.seats["signatory"])


def submitted(world: World, **fields: object) -> Submission:
    """A submission in the city's queue."""
    return sending.submit(signed_item(world, **fields), by=world.seats["officer"], receiver=world.city)


def taken(world: World, **fields: object) -> Draft:
    """A draft that is being edited."""
    editor = world.seats["editor"]
    arrived = submissions.sign_for(submitted(world, **fields), by=editor)
    return submissions.take(arrived, by=editor)


def ready_draft(world: World, **fields: object) -> Draft:
    """A draft held ready for an issue."""
    return drafts.hold_ready(taken(world, **fields), by=world.seats["editor"])


def composed(world: World, **fields: object) -> Issue:
    """An issue in the making with one entry."""
    chief = world.seats["chief"]
    issue = composing.start(world.bulletin, by=chief)
    composing.add(issue, ready_draft(world, **fields), by=chief)
    return Issue.objects.get(pk=issue.pk)


def signed_issue(world: World, **fields: object) -> Issue:
    """An issue with its number."""
    issue = signing.send_for_signing(composed(world, **fields), by=world.seats["chief"])
    return signing.sign(issue, by=world.seats["secretary_general"])


def printed_issue(world: World, **fields: object) -> Issue:
    """A printed issue; its file is still to be made."""
    return printing.publish(signed_issue(world, **fields), by=world.seats["chief"])
