"""Reading what somebody typed: not empty where it matters, not longer than its place."""

from django.utils.translation import gettext as _

from qianliyan.core.errors import Unreadable

LONGEST_REASON = 500
LONGEST_TEXT = 5000


def stated(words: str, what: str, most: int = LONGEST_TEXT) -> str:
    """Return the words; refuse none at all, and too many."""
    if not words.strip():
        raise Unreadable(_("请填写“%(what)s”。") % {"what": what})
    return fitting(words, what, most)


def fitting(words: str, what: str, most: int = LONGEST_TEXT) -> str:
    """Return the words without white space around them; refuse too many."""
    text = words.replace("\r\n", "\n").strip()
    if len(text) > most:
        told = {"what": what, "most": most, "count": len(text)}
        raise Unreadable(_("“%(what)s”请不超过%(most)d字，现在是%(count)d字。") % told)
    return text


def reason(words: str) -> str:
    """Return a reason; refuse none at all."""
    return stated(words, _("理由"), LONGEST_REASON)
