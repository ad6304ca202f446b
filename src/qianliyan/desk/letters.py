"""Reading a letter: who sent it, when, what it says, what hangs on it. Broken letters are read as far as they go."""

import hashlib
from dataclasses import dataclass
from datetime import UTC, datetime
from email import message_from_bytes, policy
from email.header import decode_header, make_header
from email.message import EmailMessage, Message
from email.utils import getaddresses, parsedate_to_datetime

from charset_normalizer import from_bytes

CHINESE = ("utf-8", "gb18030", "big5")
# As long as the columns.
LONGEST_ADDRESS, LONGEST_NAME, LONGEST_SUBJECT, LONGEST_KEY = 254, 100, 300, 200


@dataclass(frozen=True)
class Attached:
    """One attachment."""

    name: str
    content: bytes


@dataclass(frozen=True)
class Parsed:
    """A letter in parts; `key` is its Message-ID, or the digest of its bytes when it has none."""

    key: str
    sender: str
    sender_name: str
    subject: str
    sent_at: datetime | None
    text: str
    html: bytes
    attached: tuple[Attached, ...]


def parse(content: bytes) -> Parsed:
    """Take a letter apart."""
    letter = message_from_bytes(content, policy=policy.compat32)
    name, address = _sender(letter)
    text, html, attached = _parts(letter)
    return Parsed(
        key=_key(letter, content),
        sender=address.lower()[:LONGEST_ADDRESS],
        sender_name=name[:LONGEST_NAME],
        subject=_plain(_header(letter, "Subject"))[:LONGEST_SUBJECT],
        sent_at=_sent_at(letter),
        text=text,
        html=html,
        attached=attached,
    )


def decoded(content: bytes, charset: str | None) -> str:
    """Return bytes as text: in the charset they claim, else in a Chinese one, else as it looks most likely."""
    for name in (charset, *CHINESE):
        try:
            if name:
                return content.decode(name)
        except (LookupError, UnicodeDecodeError):
            continue
    guess = from_bytes(content).best()
    return str(guess) if guess else content.decode("gb18030", "replace")


def _key(letter: Message, content: bytes) -> str:
    given = "".join(str(letter.get("Message-ID", "")).split())
    return given[:LONGEST_KEY] or f"sha256:{hashlib.sha256(content).hexdigest()}"


def _sender(letter: Message) -> tuple[str, str]:
    pairs = getaddresses([_header(letter, "From")])
    name, address = pairs[0] if pairs else ("", "")
    return _plain(name), address.strip()


def _header(letter: Message, name: str) -> str:
    """Decode a header; raw bytes in it are taken for Chinese text."""
    value = letter.get(name)
    if value is None:
        return ""
    try:
        raw = str(value).encode("ascii", "surrogateescape")
    except UnicodeEncodeError:
        # Already decoded by the library, with "unknown-8bit" marked as such.
        raw = b""
    if any(byte > 127 for byte in raw):
        return decoded(raw, None)
    try:
        return str(make_header([(_bytes(part), _known(charset)) for part, charset in decode_header(str(value))]))
    except (LookupError, UnicodeDecodeError, ValueError):
        return "".join(decoded(_bytes(part), charset) for part, charset in decode_header(value))


def _bytes(part: bytes | str) -> bytes:
    return part if isinstance(part, bytes) else part.encode("utf-8", "surrogateescape")


def _known(charset: str | None) -> str | None:
    """GB 2312 in a header is nearly always GB 18030 in truth."""
    return "gb18030" if (charset or "").lower() in ("gb2312", "gbk") else charset


def _sent_at(letter: Message) -> datetime | None:
    try:
        moment = parsedate_to_datetime(str(letter.get("Date", "")))
    except (TypeError, ValueError):
        return None
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)


def _parts(letter: Message) -> tuple[str, bytes, tuple[Attached, ...]]:
    text, html, attached = "", b"", []
    for part in letter.walk():
        if part.is_multipart():
            continue
        payload = part.get_payload(decode=True)
        content = payload if isinstance(payload, bytes) else b""
        name = _filename(part)
        kind = part.get_content_type()
        if name or part.get_content_disposition() == "attachment" or not kind.startswith("text/"):
            attached.append(Attached(name or f"附件.{kind.rpartition('/')[2]}", content))
        elif kind == "text/html":
            html = html or content
        else:
            text += decoded(content, _known(part.get_content_charset())) + "\n"
    return text.strip(), html, tuple(attached)


def _filename(part: Message) -> str:
    try:
        found = part.get_filename()
    except (LookupError, UnicodeDecodeError, ValueError):
        return "附件"
    holder: Message = EmailMessage(policy=policy.compat32)
    holder["Subject"] = found or ""
    return _plain(_header(holder, "Subject"))


def _plain(text: str) -> str:
    return "".join(sign for sign in text if sign.isprintable()).strip()
