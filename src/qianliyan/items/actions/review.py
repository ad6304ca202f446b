"""The unit's review chain: handing over, approving, sending back, signing, voiding a signature."""

from django.db import transaction
from django.db.models import QuerySet
from django.utils.translation import gettext as _

from qianliyan.accounts.models import Person
from qianliyan.configuration.values import Values
from qianliyan.core import clock
from qianliyan.core.errors import NotReady, Unreadable
from qianliyan.core.memory import forget
from qianliyan.core.rows import insert_row, prepared
from qianliyan.history.workflow import locked, move, take_step
from qianliyan.items.actions.openness import refuse_unless
from qianliyan.items.actions.versions import keep_version
from qianliyan.items.deciders import chain_of, clearer_of, deciders
from qianliyan.items.models import Item, SignOff, Unsaved, Version
from qianliyan.items.models.sign_off import Decision
from qianliyan.items.models.version import Why
from qianliyan.items.queries import whose
from qianliyan.items.requirements import before_deciding, before_hand_over
from qianliyan.items.stages import Stage
from qianliyan.items.states import APPROVE, HAND_OVER, SEND_BACK, SIGN, TAKE_BACK, VOID_SIGNATURE
from qianliyan.offices.models import Seat

AT_REST = {"stage": 0, "due": ""}


@transaction.atomic
def hand_over(item: Item, *, by: Seat) -> Item:
    """Hand the text over to the first reviewer (送审); a new round begins with a version of its own."""
    item = locked(item)
    refuse_unless(item, HAND_OVER, by)
    if missing := before_hand_over(item, unsaved=bool(_kept_aside(item.pk, by.person_id))):
        raise NotReady(missing)
    chain = [stage.value for stage in chain_of(item)]
    version = keep_version(item, why=Why.HANDED_OVER, by=by.label)
    also = {"chain": chain, "stage": 0, "due": chain[0], "round": item.round + 1, "clearer": _clearer(item, chain)}
    if not item.drafter_id:
        also["drafter"] = by.person
        forget(whose)
    return take_step(item, HAND_OVER, by=by, also=also, version=version.number)


@transaction.atomic
def take_back(item: Item, *, by: Seat) -> Item:
    """Take the text back from its reviewers, to write on."""
    return move(item, TAKE_BACK, by=by, also=AT_REST)


@transaction.atomic
def approve(
    item: Item,
    *,
    by: Seat,
    remark: str = "",
    title: str | None = None,
    body: str | None = None,
    asked: str | None = None,
) -> Item:
    """Approve at the stage that is due and pass the item on; a corrected text is approved in the same act."""
    item = locked(item)
    refuse_unless(item, APPROVE, by, asked)
    if missing := before_deciding(item, title=title, body=body):
        raise NotReady(missing)
    sign_off = _decide(item, by, Decision.APPROVED, remark, (title, body))
    place = item.stage + 1
    also = {"stage": place, "due": item.chain[place], **_text_of(item)}
    return take_step(
        item, APPROVE, by=by, text=remark, also=also, stage=sign_off.stage, version=sign_off.version.number
    )


@transaction.atomic
def send_back(item: Item, *, by: Seat, reason: str, asked: str | None = None) -> Item:
    """Send the text back to its drafter (退回修改), always with a reason."""
    if not reason.strip():
        raise Unreadable(_("请写明退回修改的理由，拟稿人要照着改。"))
    item = locked(item)
    refuse_unless(item, SEND_BACK, by, asked)
    sign_off = _decide(item, by, Decision.RETURNED, reason.strip(), (None, None))
    return take_step(item, SEND_BACK, by=by, text=reason.strip(), also=AT_REST, stage=sign_off.stage)


@transaction.atomic
def sign(
    item: Item,
    *,
    by: Seat,
    remark: str = "",
    title: str | None = None,
    body: str | None = None,
    asked: str | None = None,
) -> Item:
    """Sign (签发); with a corrected text this is “同意，按修改稿发”, one act on a version by the signatory."""
    item = locked(item)
    refuse_unless(item, SIGN, by, asked)
    if missing := before_deciding(item, title=title, body=body):
        raise NotReady(missing)
    sign_off = _decide(item, by, Decision.APPROVED, remark, (title, body))
    also = {**AT_REST, **_text_of(item)}
    return take_step(item, SIGN, by=by, text=remark, also=also, version=sign_off.version.number)


@transaction.atomic
def void_signature(item: Item, *, by: Seat, reason: str) -> Item:
    """Void the round's sign-offs and open the text again (改稿重签); they stay visible with the reason."""
    if not reason.strip():
        raise Unreadable(_("请写明改稿重签的理由，原签发人会看到。"))
    item = locked(item)
    refuse_unless(item, VOID_SIGNATURE, by)
    standing = item.sign_offs.filter(round=item.round, decision=Decision.APPROVED, voided_at=None)
    standing.update(voided_at=clock.now(), void_reason=reason.strip()[:200])
    return move(item, VOID_SIGNATURE, by=by, text=reason.strip())


@prepared
def _kept_aside(item_pk: int, person_pk: int) -> QuerySet[Unsaved]:
    return Unsaved.objects.filter(item=item_pk, person=person_pk)


def _clearer(item: Item, chain: list[str]) -> Person | None:
    """Return the leader by name who has to clear the item; a later change of the setting does not change him."""
    if Stage.CLEAR not in chain:
        return None
    return deciders(item, clearer_of(item, Values(item.office)))[Stage.CLEAR][0].person


def _decide(item: Item, by: Seat, decision: Decision, remark: str, text: tuple[str | None, str | None]) -> SignOff:
    version, corrected = _version_decided_on(item, by, *text)
    return insert_row(
        SignOff(
            item=item,
            version=version,
            round=item.round,
            stage=item.due,
            decision=decision,
            seat=by,
            signer=by.label,
            at=clock.now(),
            remark=remark.strip(),
            corrected=corrected,
        )
    )


def _version_decided_on(item: Item, by: Seat, title: str | None, body: str | None) -> tuple[Version, bool]:
    before = (item.title, item.body)
    item.title = item.title if title is None else title
    item.body = item.body if body is None else body
    if not (item.title.strip() and item.body.strip()):
        raise Unreadable(_("题目和正文不能改成空白。"))
    corrected = (item.title, item.body) != before
    return keep_version(item, why=Why.CORRECTED, by=by.label), corrected


def _text_of(item: Item) -> dict[str, str]:
    return {"title": item.title, "body": item.body}
