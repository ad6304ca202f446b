"""Refusals: sentences a clerk understands, each saying what to do next.

They are raised by actions and turned into a response in one place (`core.middleware.DomainErrors`).
A bug is never one of these.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext as _

Text = str | Promise


@dataclass(frozen=True)
class Missing:
    """One thing that still stands between a thing and a step: a sentence and the place to mend it."""

    text: str
    link: str = ""


class DomainError(Exception):
    """A refusal with the sentence for the person."""

    def __init__(self, text: Text) -> None:
        super().__init__(str(text))

    @property
    def text(self) -> str:
        """The sentence as it is shown."""
        return str(self.args[0])


class NotAllowed(DomainError):
    """The seat may not take the step."""

    def __init__(self, step: Text) -> None:
        words = _("您现在的岗位不能办理“%(step)s”。如确需办理，请切换岗位或请有权限的同事办理。")
        super().__init__(words % {"step": step})


class WrongState(DomainError):
    """Somebody was faster: the thing is no longer where the step starts."""

    def __init__(self, step: Text, state: Text) -> None:
        super().__init__(
            _("这件现在是“%(state)s”，不能再“%(step)s”。可能有同事刚刚办理过，请看办理过程后再定。")
            % {"step": step, "state": state}
        )


class NotReady(DomainError):
    """Something is still missing; all of it at once."""

    def __init__(self, missing: Sequence[Missing]) -> None:
        words = "；".join(one.text for one in missing)
        super().__init__(_("还有%(count)d处要补正：%(list)s") % {"count": len(missing), "list": words})
        self.missing = tuple(missing)


class Stale(DomainError):
    """The text was changed by somebody else in the meantime; both versions are kept."""

    def __init__(self, link: str = "") -> None:
        super().__init__(
            _("您打开之后，这份稿件在别处保存过（同事，或您的另一个窗口）。两份文字都在，请对照后再保存。")
        )
        self.link = link


def refuse_stale(stands: int, read: int | None, page: str) -> None:
    """Refuse what was filled in from an older revision than the one that stands; a caller without a form read none."""
    if read not in (None, stands):
        raise Stale(page)


class Repeated(DomainError):
    """The same form came twice; the first one counts."""

    def __init__(self, at: str) -> None:
        super().__init__(_("已由您于%(at)s提交，没有重复办理。") % {"at": at})


class Unreadable(DomainError):
    """A file or a field cannot be used; the sentence says why and what to do."""
