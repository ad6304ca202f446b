"""What stands beside an item on its page, each part fetched at most once and only where there is something."""

from functools import cached_property
from typing import TYPE_CHECKING, Any

from django.db.models import QuerySet, prefetch_related_objects

from qianliyan.configuration.values import Values
from qianliyan.core.rows import prepared
from qianliyan.items.content import going_with
from qianliyan.items.deciders import clearer_of, deciders
from qianliyan.items.models import Attachment, Import, Item, SignOff, Submission, Version
from qianliyan.items.models.version import Why
from qianliyan.items.states import ItemState

if TYPE_CHECKING:
    from qianliyan.items.stages import Stage
    from qianliyan.offices.models import Seat


class Beside:
    """An item's surroundings for one page; `queries.with_flags` has said beforehand which of them are empty."""

    def __init__(self, item: Item) -> None:
        self.item = item

    @cached_property
    def values(self) -> Values:
        """Return the settings of the item's office."""
        return Values(self.item.office)

    @cached_property
    def able(self) -> "dict[Stage, list[Seat]]":
        """Return who could decide at each stage."""
        drafting = self.item.state == ItemState.DRAFTING
        return deciders(self.item, clearer_of(self.item, self.values) if drafting else "")

    @cached_property
    def versions(self) -> list[Version]:
        """Return the versions, newest first, with the typos that some of them put right."""
        found = _versions_of(self.item.pk) if self._has("versions") else []
        for version in found:
            version.item = self.item
        prefetch_related_objects([one for one in found if one.why == Why.TYPOS], "corrections")
        return found

    @cached_property
    def sign_offs(self) -> list[SignOff]:
        """Return every decision, newest first, on the versions that are already here."""
        if not self.item.round:
            return []
        by_pk = {version.pk: version for version in self.versions}
        rows = _sign_offs_of(self.item.pk)
        for row in rows:
            row.item, row.version = self.item, by_pk[row.version_id]
        return rows

    @cached_property
    def attachments(self) -> list[Attachment]:
        """Return the files that go with the item now."""
        return going_with(self.item) if self._has("attachments") else []

    @cached_property
    def imports(self) -> list[Import]:
        """Return where the text was imported from, newest first."""
        return list(self.item.imports.all()) if self._has("imports") else []

    @cached_property
    def submissions(self) -> list[Submission]:
        """Return where the item was sent, newest first."""
        sent = self.item.submissions.select_related("receiver").order_by("-pk")
        return list(sent) if self._has("submissions") else []

    @property
    def unsaved(self) -> bool:
        """Tell whether a text of the reader's own waits to be compared."""
        return self._has("unsaved")

    def shown(self) -> dict[str, Any]:
        """Return what both pages show beside the paper."""
        return {
            "item": self.item,
            "version": next(iter(self.versions), None),
            "versions": self.versions,
            "sign_offs": self.sign_offs,
            "attachments": self.attachments,
            "imports": self.imports,
            "submissions": self.submissions,
        }

    def _has(self, part: str) -> bool:
        return bool(vars(self.item).get(f"has_{part}", True))


@prepared
def _versions_of(item_pk: int) -> QuerySet[Version]:
    return Version.objects.filter(item=item_pk).order_by("-number")


@prepared
def _sign_offs_of(item_pk: int) -> QuerySet[SignOff]:
    found = SignOff.objects.filter(item=item_pk).select_related("seat__person", "recorded_by__person", "sheet")
    return found.order_by("-round", "-pk")
