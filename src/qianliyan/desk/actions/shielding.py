"""Whether a problem or a warning is in a draft or behind it: noted on the draft, so that no page asks again."""

from collections.abc import Iterable

from qianliyan.desk.models import Draft
from qianliyan.desk.shares import shares_of
from qianliyan.items.kinds import Kind
from qianliyan.items.masking import is_protected


def shield(draft: Draft) -> Draft:
    """Note it again, in the caller's transaction, after the draft's kind or its sources have changed."""
    shielded = any(is_protected(kind) for kind in kinds_in(draft))
    if draft.shielded != shielded:
        draft.shielded = shielded
        draft.save(update_fields=["shielded"])
    return draft


def kinds_in(draft: Draft) -> Iterable[str]:
    """Return the draft's own kind, then those of everything it is made of."""
    return draft.kind, *(share.submission.kind for share in shares_of(draft))


def kind_outside(draft: Draft) -> str:
    """Return the kind under which the draft goes to another office: a shielded one under that which protects it."""
    if not draft.shielded:
        return draft.kind
    return next((kind for kind in kinds_in(draft) if is_protected(kind)), Kind.PROBLEM)
