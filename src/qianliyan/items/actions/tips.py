"""Dropping a tip, making an item of it, thanking for it."""

from collections.abc import Sequence

from django.db import transaction
from django.utils.translation import gettext as _

from qianliyan.core import clock
from qianliyan.core.errors import Unreadable
from qianliyan.core.memory import forget
from qianliyan.files.actions import keep
from qianliyan.files.content import PHOTOS
from qianliyan.history.trail import record
from qianliyan.history.workflow import move
from qianliyan.items.actions.writing import start
from qianliyan.items.content import going_with
from qianliyan.items.models import Attachment, Item, Tip
from qianliyan.items.states import CLOSE_TIP, USE_TIP
from qianliyan.offices.models import Seat

LONGEST = 500
LONGEST_WORD = 200
MOST_PHOTOS = 4
LONGEST_TITLE = 30


@transaction.atomic
def drop(text: str, *, by: Seat, photos: Sequence[tuple[bytes, str]] = ()) -> Tip:
    """Put a tip into the unit's box; anybody who sits there may."""
    words = text.strip()
    if not words:
        raise Unreadable(_("请写一两句话：什么事、在哪里。"))
    if len(words) > LONGEST:
        raise Unreadable(_("线索写短一些就好，不超过%(most)d字。") % {"most": LONGEST})
    if len(photos) > MOST_PHOTOS:
        raise Unreadable(_("最多附%(most)d张照片。") % {"most": MOST_PHOTOS})
    tip = Tip.objects.create(office=by.office, supplier=by.person, text=words, dropped_at=clock.now())
    tip.photos.set([keep(content, name, allowed=PHOTOS, by=by) for content, name in photos])
    record("tip.drop", tip, by=by, photos=len(photos))
    return tip


@transaction.atomic
def use(tip: Tip, *, by: Seat) -> Item:
    """Begin an item with the tip's words and photos; its supplier stands in it from the first line on."""
    title, _stop, _rest = tip.text.partition("。")
    item = start(by=by, title=title[:LONGEST_TITLE], body=tip.text, supplier=tip.supplier.name)
    forget(going_with)
    Attachment.objects.bulk_create(Attachment(item=item, file=photo) for photo in tip.photos.order_by("pk"))
    move(tip, USE_TIP, by=by, also={"item": item}, item=str(item.uid))
    return item


@transaction.atomic
def close(tip: Tip, *, by: Seat, word: str) -> Tip:
    """Thank for it and close it with a word that its supplier reads."""
    words = word.strip()
    if not words:
        raise Unreadable(_("请给提供线索的同事回一句话。"))
    if len(words) > LONGEST_WORD:
        raise Unreadable(_("回话请不超过%(most)d字。") % {"most": LONGEST_WORD})
    return move(tip, CLOSE_TIP, by=by, text=words, also={"word": words})
