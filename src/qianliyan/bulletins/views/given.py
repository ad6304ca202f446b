"""Reading what a form names."""

from uuid import UUID

from django.utils.translation import gettext as _

from qianliyan.core.errors import Unreadable


def uid_in(text: str) -> UUID:
    """Return the public number that a form names."""
    try:
        return UUID(text)
    except ValueError:
        raise Unreadable(_("没有看懂要排的是哪一条，请刷新本页再试。")) from None
