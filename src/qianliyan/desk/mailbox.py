"""Fetching letters from a mailbox by IMAP or POP3, with the standard library only; nothing is deleted there.

An address says everything: `imaps://user:password@host:993/INBOX`, `pop3s://user:password@host`; without `s`, in clear.
"""

import imaplib
import poplib
from collections.abc import Callable, Collection, Iterator
from contextlib import suppress
from dataclasses import dataclass
from urllib.parse import SplitResult, unquote, urlsplit

# Larger letters than this are taken in with their head alone, and say so.
LARGEST = 40 * 1024 * 1024
SECONDS = 20.0
PORTS = {"imap": 143, "imaps": 993, "pop3": 110, "pop3s": 995}


class MailboxError(Exception):
    """The mailbox cannot be read; the words are the server's."""


@dataclass(frozen=True)
class Letter:
    """One letter as it lies on the server; `whole` is false when only its head was fetched."""

    key: str
    content: bytes
    whole: bool = True


def letters(address: str, known: Callable[[Collection[str]], Collection[str]]) -> Iterator[Letter]:
    """Yield every letter that is not known yet; `known` tells which of these keys are."""
    parts = urlsplit(address)
    if parts.scheme not in PORTS or not parts.hostname:
        raise MailboxError(f"unknown mailbox address: {parts.scheme}://{parts.hostname}")
    fetch = _by_imap if parts.scheme.startswith("imap") else _by_pop3
    try:
        yield from fetch(parts, known)
    except (OSError, imaplib.IMAP4.error, poplib.error_proto) as error:
        raise MailboxError(str(error)) from error


def _by_imap(parts: SplitResult, known: Callable[[Collection[str]], Collection[str]]) -> Iterator[Letter]:
    kind = imaplib.IMAP4_SSL if parts.scheme == "imaps" else imaplib.IMAP4
    server = kind(parts.hostname or "", parts.port or PORTS[parts.scheme], timeout=SECONDS)
    with server:
        server.login(*_credentials(parts))
        folder = unquote(parts.path.strip("/")) or "INBOX"
        server.select(f'"{folder}"', readonly=True)
        # Numbers hold only together with the folder's validity (RFC 3501, 2.3.1.1).
        validity = _text(server.response("UIDVALIDITY")[1])
        _status, found = server.uid("SEARCH", "ALL")
        keys = {f"{validity}.{number}": number for number in _text(found).split()}
        for key in _unknown(list(keys), known):
            yield _imap_letter(server, key, keys[key])


def _imap_letter(server: imaplib.IMAP4, key: str, number: str) -> Letter:
    size = _number_after(server.uid("FETCH", number, "(RFC822.SIZE)")[1], b"RFC822.SIZE")
    whole = size <= LARGEST
    _status, answer = server.uid("FETCH", number, "(BODY.PEEK[])" if whole else "(BODY.PEEK[HEADER])")
    content = next((part[1] for part in answer if isinstance(part, tuple)), b"")
    return Letter(key, bytes(content), whole)


def _by_pop3(parts: SplitResult, known: Callable[[Collection[str]], Collection[str]]) -> Iterator[Letter]:
    kind = poplib.POP3_SSL if parts.scheme == "pop3s" else poplib.POP3
    server = kind(parts.hostname or "", parts.port or PORTS[parts.scheme], timeout=SECONDS)
    try:
        user, password = _credentials(parts)
        server.user(user)
        server.pass_(password)
        sizes = {line.split()[0]: line.split()[1] for line in server.list()[1]}
        keys = {
            key.decode("ascii", "replace"): number for number, key in (line.split()[:2] for line in server.uidl()[1])
        }
        for key in _unknown(list(keys), known):
            number = int(keys[key])
            whole = int(sizes.get(keys[key], 0)) <= LARGEST
            lines = server.retr(number)[1] if whole else server.top(number, 0)[1]
            yield Letter(key, b"\r\n".join(lines), whole)
    finally:
        with suppress(OSError, poplib.error_proto):
            server.quit()


def _unknown(keys: list[str], known: Callable[[Collection[str]], Collection[str]]) -> list[str]:
    before = set(known(keys))
    return [key for key in keys if key not in before]


def _credentials(parts: SplitResult) -> tuple[str, str]:
    return unquote(parts.username or ""), unquote(parts.password or "")


def _text(answer: object) -> str:
    first = answer[0] if isinstance(answer, list) and answer else b""
    return first.decode("ascii", "replace") if isinstance(first, bytes) else str(first or "")


def _number_after(answer: object, word: bytes) -> int:
    line = b" ".join(part[0] if isinstance(part, tuple) else part or b"" for part in answer)  # type: ignore[attr-defined]
    rest = line.partition(word)[2].strip().split(b" ")[0].rstrip(b")")
    return int(rest) if rest.isdigit() else 0
