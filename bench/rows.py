"""Many rows, quickly: one submission made by the real actions, the others copied from it in bulk."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.test import Client
from tests.thread import composed, submitted
from tests.world import World, build

from qianliyan.core.uids import new_uid
from qianliyan.desk.models import Draft
from qianliyan.items.models import Item, Submission, Version

if TYPE_CHECKING:
    from qianliyan.offices.models import Seat


@dataclass
class Bench:
    """A world with a growing queue, and browsers for an officer, an editor and a chief."""

    world: World
    submission: Submission
    issue_uid: str
    count: int = 1

    @classmethod
    def build(cls) -> "Bench":
        """Make the world with one submission and one issue in the making."""
        world = build()
        issue = composed(world, title="编入刊物的一条")
        return cls(world, submitted(world), str(issue.uid))

    def grow_to(self, size: int) -> None:
        """Let the queue, the officer's list and the drafts hold `size` rows."""
        item, version = self.submission.item, self.submission.version
        text = {"title": item.title, "body": item.body, "kind": item.kind, "form": item.form}
        items = Item.objects.bulk_create(
            Item(office=item.office, drafter=item.drafter, state="submitted", **text) for _ in range(size - self.count)
        )
        versions = Version.objects.bulk_create(
            Version(item=new, number=1, title=new.title, body=new.body, why="handed_over", by="", digest=version.digest)
            for new in items
        )
        fields = {f.attname: getattr(self.submission, f.attname) for f in Submission._meta.concrete_fields}
        Submission.objects.bulk_create(
            Submission(**{**fields, "id": None, "uid": new_uid(), "item_id": v.item_id, "version_id": v.pk})
            for v in versions
        )
        editor = self.world.seats["editor"].person
        Draft.objects.bulk_create(Draft(office=self.world.city, editor=editor, state="ready", **text) for _ in items)
        self.count = size

    def pages(self) -> dict[str, Callable[[], object]]:
        """Return what is measured, by name."""
        officer, editor, chief = (self._browser(role) for role in ("officer", "editor", "chief"))
        return {
            "queue (editor)": lambda: ok(editor.get("/desk/")),
            "submission (editor)": lambda: ok(editor.get(f"/submissions/{self.submission.uid}/")),
            "drafts (editor)": lambda: ok(editor.get("/drafts/")),
            "today (editor)": lambda: ok(editor.get("/")),
            "today (officer)": lambda: ok(officer.get("/")),
            "my items (officer)": lambda: ok(officer.get("/items/")),
            "item (officer)": lambda: ok(officer.get(f"/items/{self.submission.item.uid}/")),
            "issue (chief)": lambda: ok(chief.get(f"/issues/{self.issue_uid}/")),
        }

    def bare(self) -> object:
        """Ask for the bare list as the editor."""
        return ok(self._browser("editor").get("/bare/"))

    def _browser(self, role: str) -> Client:
        seat: Seat = self.world.seats[role]
        if not hasattr(self, f"_{role}"):
            client = Client()
            client.force_login(seat.person.user, backend="qianliyan.accounts.backends.SignIn")
            setattr(self, f"_{role}", client)
        client: Client = getattr(self, f"_{role}")
        return client


def ok(answer: object) -> object:
    """Refuse to measure an error page."""
    assert answer.status_code == 200, answer.status_code  # type: ignore[attr-defined]
    return answer
