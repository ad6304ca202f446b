"""Papers: kept files have the bytes of their digest; what was signed and printed is still what was frozen."""

import hashlib
from collections.abc import Iterator

from django.core.files.storage import default_storage

from qianliyan.bulletins.layouts import written
from qianliyan.bulletins.models import Issue, PrintOrder
from qianliyan.bulletins.states import IssueState, PrintState
from qianliyan.files.models import File
from qianliyan.history.models import Event
from qianliyan.items.content import digest_of
from qianliyan.items.models import Version
from qianliyan.workbench.checking.breach import Breach, named

FROZEN = (IssueState.SIGNED, IssueState.PRINTED)


def files_have_their_digest() -> Iterator[Breach]:
    """Read every kept file."""
    for file in File.objects.order_by("pk").iterator():
        if not default_storage.exists(file.path):
            yield Breach("files", f"{named(file)}的文件不见了：{file.path}")
            continue
        with default_storage.open(file.path) as stored:
            digest = hashlib.file_digest(stored, "sha256").hexdigest()
        if digest != file.digest or default_storage.size(file.path) != file.size:
            yield Breach("files", f"{named(file)}的内容与摘要不符")


def print_orders_keep_their_file() -> Iterator[Breach]:
    """Require that a made order has the very file that the trail names."""
    made = Event.objects.filter(verb="print_order.make", thing_type="bulletins.printorder")
    digests = {event.thing_pk: event.details.get("digest") for event in made.order_by("pk")}
    orders = PrintOrder.objects.filter(state=PrintState.MADE).select_related("file", "issue__publication")
    for order in orders:
        if order.file is None or order.file.digest != digests.get(order.pk):
            yield Breach("files", f"{order.issue}的印制文件与排版记录不符")


def layouts_are_frozen() -> Iterator[Breach]:
    """Compare what the typesetter was given with the entries that were frozen beside it."""
    issues = Issue.objects.filter(state__in=FROZEN).select_related("publication").prefetch_related("entries")
    for issue in issues.order_by("pk").iterator(chunk_size=100):
        layout = issue.layout or {}
        entries = sorted((e for e in issue.entries.all() if not e.removed_at), key=lambda e: (e.position, e.pk))
        frozen = [(entry.title, entry.body, entry.units) for entry in entries]
        set_up = [(e["title"], e["body"], "、".join(e["units"])) for e in layout.get("entries", ())]
        if frozen != set_up:
            yield Breach("layouts", f"{named(issue)}的条目与签发时定版的内容不符")
        if issue.signed_on is None or layout.get("date") != written(issue.signed_on):
            yield Breach("layouts", f"{named(issue)}的签发日期与定版的内容不符")


def versions_have_their_digest() -> Iterator[Breach]:
    """Require that a version's text is still the one that its signatures are bound to."""
    for version in Version.objects.select_related("item").order_by("pk").iterator():
        if digest_of(version.title, version.body, version.fields) != version.digest:
            yield Breach("versions", f"{named(version.item)}的第{version.number}稿与摘要不符")
