"""The archive package of an issue (归档包): its print, its data, what it was made of, who signed, and digests of all.

The words here stand in files that outlive the product: they are never translated.
"""

import io
import json
import zipfile
from collections.abc import Iterator
from typing import Any
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from qianliyan.bulletins.actions.printing import file_in
from qianliyan.bulletins.layouts import written
from qianliyan.bulletins.models import Credit, Edition, Issue
from qianliyan.bulletins.queries.copies import Line, sheets_of
from qianliyan.core import clock
from qianliyan.desk.models import DraftVersion
from qianliyan.files.actions import content_of
from qianliyan.files.digests import sha256, sm3
from qianliyan.files.makers import Progress
from qianliyan.history.trail import events_of

# Zip stamps are fixed, so that the same issue gives the same package.
STAMP = (1980, 1, 1, 0, 0, 0)
MANIFEST = "manifest.json"
# Files that every package has; each entry adds at least one.
STEPS = 9


def package_of(issue: Issue, progress: Progress) -> bytes:
    """Return the package as a zip file: the manifest names every other file with its size and two digests."""
    parts: dict[str, bytes] = {}
    steps = STEPS + len(_entries(issue))
    for name, content in _parts(issue):
        parts[name] = content
        progress(min(len(parts), steps), steps)
    listed = [
        {"name": name, "size": len(content), "sha256": sha256(content), "sm3": sm3(content)}
        for name, content in sorted(parts.items())
    ]
    manifest = {"issue": str(issue), "uid": str(issue.uid), "files": listed}
    written_out = io.BytesIO()
    with zipfile.ZipFile(written_out, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in [(MANIFEST, _json(manifest)), *sorted(parts.items())]:
            package.writestr(zipfile.ZipInfo(name, STAMP), content, zipfile.ZIP_DEFLATED)
    return written_out.getvalue()


def metadata_of(issue: Issue) -> dict[str, Any]:
    """Return what is said about an issue without its texts."""
    return {
        "uid": str(issue.uid),
        "publication": issue.publication.name,
        "office": issue.office.name,
        "number": issue.number_text,
        "year": issue.year,
        "total": issue.total,
        "signed_on": str(issue.signed_on),
        "signatory": issue.signatory_name,
        "composer": issue.composer.name,
        "state": issue.get_state_display(),
        "copies": issue.copies,
        "scope": issue.scope,
        "report": issue.report_to,
        "send": issue.send_to,
        "distribute": issue.distribute_to,
        "entries": [entry.title for entry in _entries(issue)],
    }


def _parts(issue: Issue) -> Iterator[tuple[str, bytes]]:
    order = getattr(issue, "print_order", None)
    if order is not None and order.file is not None:
        yield "print/issue.pdf", content_of(order.file)
    yield "print/issue.docx", content_of(file_in(issue, "docx"))
    for edition in issue.editions.select_related("file"):
        if edition.file:
            yield f"print/recalled-{edition.number}.pdf", content_of(edition.file)
    metadata = metadata_of(issue)
    yield "metadata.json", _json(metadata)
    yield "metadata.xml", _xml("issue", metadata)
    yield "layout.json", _json(issue.layout or {})
    yield "record/sign-offs.json", _json(_sign_offs(issue))
    yield "record/trail.json", _json(_trail(issue))
    yield "record/distribution.json", _json(_distribution(issue))
    yield (
        "record/corrections.json",
        _json(
            [
                {"on": written(one.on), "text": one.text, "approved_by": one.approved_by}
                for one in issue.corrections.all()
            ]
        ),
    )
    yield from _sources(issue)


def _sources(issue: Issue) -> Iterator[tuple[str, bytes]]:
    """Give each entry as printed, the office's own versions of it, and what the units sent, exactly as signed."""
    for place, entry in enumerate(_entries(issue), 1):
        folder = f"sources/{place:02}"
        yield f"{folder}/printed.txt", _text(entry.title, entry.body)
        for version in DraftVersion.objects.filter(draft=entry.draft_id).order_by("number"):
            yield f"{folder}/draft-{version.number:02}.txt", _text(version.title, version.body)
        shares = Credit.objects.filter(entry=entry).select_related("submission").order_by("pk")
        for number, share in enumerate(shares, 1):
            sent = share.submission
            head = {
                "unit": sent.sender_name,
                "signatory": sent.signatory_name,
                "signed_on_paper": sent.signed_on_paper,
                "drafter": sent.drafter_name,
                "sent_at": clock.local(sent.sent_at).isoformat(timespec="seconds"),
                "channel": sent.get_channel_display(),
                "weight": share.weight,
            }
            yield f"{folder}/submission-{number:02}.json", _json(head)
            yield f"{folder}/submission-{number:02}.txt", _text(sent.title, sent.body)


def _entries(issue: Issue) -> list[Any]:
    return list(issue.entries.filter(removed_at=None).order_by("position", "pk"))


def _sign_offs(issue: Issue) -> list[dict[str, Any]]:
    return [
        {
            "signer": one.signer,
            "decision": one.get_decision_display(),
            "at": clock.local(one.at).isoformat(timespec="seconds"),
            "remark": one.remark,
        }
        for one in issue.sign_offs.all()
    ]


def _trail(issue: Issue) -> list[dict[str, Any]]:
    return [
        {"at": clock.local(event.at).isoformat(timespec="seconds"), "verb": event.verb, "by": event.actor}
        | {"details": event.details}
        for event in events_of([issue]).order_by("pk")
    ]


def _distribution(issue: Issue) -> list[dict[str, Any]]:
    """Give the sheet of every edition, what came back of it, and why it was reprinted before all of it was back."""
    return [
        {"edition": sheet.number, "lines": [_line(line) for line in sheet.lines]}
        | (_recalled(sheet.edition) if sheet.edition else {})
        for sheet in reversed(sheets_of(issue))
    ]


def _line(line: Line) -> dict[str, Any]:
    sent = line.dispatch
    back = {"returned": sent.returned, "out": sent.numbers_out if sent.first is not None else ""}
    return {
        "name": sent.name,
        "copies": sent.copies,
        "numbers": sent.numbers,
        **back,
        "signed_for_by": line.signed_for_by,
    }


def _recalled(edition: Edition) -> dict[str, Any]:
    return {
        "recalled": {"reason": edition.reason, "by": edition.recalled_by},
        "unreturned": {
            "lines": edition.unreturned,
            "reason": edition.unreturned_reason,
            "by": edition.unreturned_by,
        },
    }


def _text(title: str, body: str) -> bytes:
    return f"{title}\n\n{body}\n".encode()


def _json(content: object) -> bytes:
    return json.dumps(content, ensure_ascii=False, indent=1).encode() + b"\n"


def _xml(name: str, content: dict[str, Any]) -> bytes:
    root = Element(name)
    for key, value in content.items():
        for one in value if isinstance(value, list) else [value]:
            SubElement(root, "entry" if isinstance(value, list) else key).text = _plain(one)
    indent(root)
    return bytes(tostring(root, encoding="utf-8", xml_declaration=True))


def _plain(value: object) -> str:
    """Leave out what XML 1.0 cannot hold."""
    return "".join(c for c in str("" if value is None else value) if c in "\t\n\r" or c >= " ")
