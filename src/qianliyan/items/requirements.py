"""What still stands between an item and its next step; the page shows the same list that the step checks."""

from collections.abc import Iterator, Mapping, Sequence

from django.utils.translation import gettext as _

from qianliyan.configuration.values import Values
from qianliyan.core.errors import Missing
from qianliyan.core.links import page_of
from qianliyan.items import proofs
from qianliyan.items.beside import Beside
from qianliyan.items.content import digest_of, fields_of
from qianliyan.items.deciders import chain_of, clearance_of, clearer_of, deciders
from qianliyan.items.models import Item, SignOff
from qianliyan.items.models.sign_off import Decision
from qianliyan.items.queries import receivers_for
from qianliyan.items.settings import FURTHER, REQUIRED, TITLE_LIMIT
from qianliyan.items.stages import Stage
from qianliyan.offices.models import Seat
from qianliyan.proofing.queries import Proof
from qianliyan.proofing.requirements import blocking, screening, unfilled
from qianliyan.text.parsing.counting import character_count

Able = Mapping[Stage, Sequence[Seat]]


def before_hand_over(
    item: Item,
    *,
    unsaved: bool = False,
    values: Values | None = None,
    able: Able | None = None,
    proof: Proof | None = None,
) -> list[Missing]:
    """List what is missing before the item may go to its reviewers; a page gives what it has already fetched.

    While a text of his own waits to be compared (`unsaved`), nobody can know that the right one goes.
    """
    values = values or Values(item.office)
    page = page_of("items:item", item.uid)
    return [
        *_of_unsaved(item, waits=unsaved),
        *_of_text(item.title, item.body, values, page),
        *unfilled(proof or proofs.proof(item, values=values), f"{page}#findings"),
        *_of_fields(item, values, page),
        *_of_people(item, values, deciders(item, clearer_of(item, values)) if able is None else able),
    ]


def before_deciding(
    item: Item,
    *,
    title: str | None = None,
    body: str | None = None,
    values: Values | None = None,
    proof: Proof | None = None,
) -> list[Missing]:
    """List what is missing before the stage that is due may be passed, in the item's own text or the corrected one.

    The secrecy reviewer passes nothing that he has not released; the signatory nothing that blocks.
    """
    if item.due not in (Stage.SCREEN, Stage.SIGN):
        return []
    values = values or Values(item.office)
    proof = proof or proofs.proof(item, title=title, body=body, values=values)
    page = page_of("items:item", item.uid)
    if item.due == Stage.SCREEN:
        return screening(proof, f"{page}#findings")
    return before_signing(item, title=title, body=body, values=values, proof=proof)


def before_signing(
    item: Item,
    *,
    title: str | None = None,
    body: str | None = None,
    values: Values | None = None,
    proof: Proof | None = None,
) -> list[Missing]:
    """List what is missing before the item may be signed, in its own text or in the corrected one."""
    values = values or Values(item.office)
    page = page_of("items:item", item.uid)
    text = (item.title if title is None else title, item.body if body is None else body)
    proof = proof or proofs.proof(item, title=title, body=body, values=values)
    return [*_of_text(*text, values, page), *blocking(proof, f"{page}#findings")]


def before_submitting(item: Item, *, beside: Beside | None = None) -> list[Missing]:
    """List what is missing before the item may be sent; a page gives what it has already fetched."""
    beside = beside or Beside(item)
    page = page_of("items:item", item.uid)
    missing = []
    if not any(is_valid(one, item) for one in beside.sign_offs):
        missing.append(Missing(_("还没有签发"), page))
    now = digest_of(item.title, item.body, fields_of(item, beside.attachments))
    if not beside.versions or beside.versions[0].digest != now:
        missing.append(Missing(_("现在的文字与签发的不一致，请改稿重签"), page))
    if not receivers_for(item.office):
        missing.append(Missing(_("没有收稿单位，请系统管理员设置上级单位")))
    return missing


def is_valid(sign_off: SignOff, item: Item) -> bool:
    """Tell whether this is the signature of the present round, and was not voided."""
    signs = sign_off.stage == Stage.SIGN and sign_off.decision == Decision.APPROVED
    return signs and sign_off.round == item.round and sign_off.voided_at is None


def _of_unsaved(item: Item, *, waits: bool) -> Iterator[Missing]:
    if waits:
        yield Missing(_("您有一份没有存上的文字，请先对照，定下用哪一份"), page_of("items:conflict", item.uid))


def _of_text(title: str, body: str, values: Values, page: str) -> Iterator[Missing]:
    if not title.strip():
        yield Missing(_("题目没有写"), f"{page}#id_title")
    length, limit = character_count(title), values[TITLE_LIMIT]
    if length > limit:
        over = {"length": length, "limit": limit, "over": length - limit}
        yield Missing(_("题目%(length)d字，超过%(limit)d字的上限，请删去%(over)d字") % over, f"{page}#id_title")
    if not body.strip():
        yield Missing(_("正文没有写"), f"{page}#text")


def _of_fields(item: Item, values: Values, page: str) -> Iterator[Missing]:
    labels = dict(FURTHER)
    for name in values[REQUIRED]:
        if name in labels and not getattr(item, name):
            yield Missing(_("“%(label)s”没有填") % {"label": labels[name]}, f"{page}#id_{name}")


def _of_people(item: Item, values: Values, able: Able) -> Iterator[Missing]:
    for line in clearance_of(item.office_id, values).doubtful:
        yield Missing(_("“报送把关”的设置里这一行看不懂：%(line)s。请配置人员改正") % {"line": line})
    for stage in chain_of(item, values):
        if not able.get(stage):
            words = {"stage": stage.label, "office": item.office.short_name}
            yield Missing(_("%(office)s没有人能办“%(stage)s”（拟稿人不能审自己的稿件），请系统管理员设置岗位") % words)
