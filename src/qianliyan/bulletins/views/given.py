"""Reading what a form names, and where a page of an issue belongs."""

from uuid import UUID

from django.urls import reverse
from django.utils.translation import gettext as _

from qianliyan.bulletins.models import Issue
from qianliyan.bulletins.queries.shelf import ON_SHELF
from qianliyan.core.errors import Unreadable
from qianliyan.core.web import Request


def uid_in(text: str) -> UUID:
    """Return the public number that a form names."""
    try:
        return UUID(text)
    except ValueError:
        raise Unreadable(_("没有看懂要排的是哪一条，请刷新本页再试。")) from None


def place(request: Request, issue: Issue) -> None:
    """Let the rail mark the publication while the issue is in the making; what is printed stands on the shelf."""
    if issue.state not in ON_SHELF:
        request.belongs_to = reverse("bulletins:publication", args=[issue.publication.uid])
