"""Putting listed typos of a signed text right (文字订正); anything more voids the signature instead."""

from collections.abc import Sequence

from django.db import transaction
from django.utils.translation import gettext as _

from qianliyan.core import clock
from qianliyan.core.errors import Missing, NotReady, Unreadable
from qianliyan.history.workflow import locked, move
from qianliyan.items.actions.openness import refuse_unless
from qianliyan.items.actions.versions import keep_version
from qianliyan.items.models import Correction, Item
from qianliyan.items.models.version import Why
from qianliyan.items.states import CORRECT_TYPOS
from qianliyan.items.typos import Pair, corrected, objections
from qianliyan.offices.models import Seat

MOST = 10
TITLE_END = "\n"


@transaction.atomic
def correct_typos(item: Item, *, by: Seat, pairs: Sequence[Pair]) -> Item:
    """Put typos of the signed text right, each listed as old and new; the signature stays."""
    item = locked(item)
    refuse_unless(item, CORRECT_TYPOS, by)
    text = f"{item.title}{TITLE_END}{item.body}"
    if found := objections(pairs, text):
        raise NotReady([Missing(objection) for objection in found])
    if len(pairs) > MOST or any(TITLE_END in pair.old + pair.new for pair in pairs):
        raise Unreadable(_("一次最多订正%(most)d处，每处只写一行之内的文字。") % {"most": MOST})
    item.title, _end, item.body = corrected(pairs, text).partition(TITLE_END)
    version = keep_version(item, why=Why.TYPOS, by=by.label)
    Correction.objects.bulk_create(
        Correction(version=version, old=pair.old, new=pair.new, by=by.label, at=clock.now()) for pair in pairs
    )
    listed = "；".join(f"{pair.old}→{pair.new}" for pair in pairs)
    also = {"title": item.title, "body": item.body}
    return move(item, CORRECT_TYPOS, by=by, text=listed, also=also, version=version.number, count=len(pairs))
