"""RTF documents as title and plain text: groups are followed, destinations without words skipped."""

import re
from dataclasses import dataclass, field, replace

from qianliyan.text.importers.imported import Imported, Notes, Refused
from qianliyan.text.importers.titling import Line, with_title

TOKEN = re.compile(
    rb"\\([a-z]{1,32})(-?\d{1,10})? ?|\\'([0-9a-fA-F]{2})|\\(.)|([{}])|[\r\n]+|([^\\{}\r\n]+)", re.DOTALL
)
SKIPPED = frozenset(
    {
        b"fonttbl", b"colortbl", b"stylesheet", b"info", b"pict", b"object", b"header", b"headerl", b"headerr",
        b"headerf", b"footer", b"footerl", b"footerr", b"footerf", b"fldinst", b"listtable", b"listoverridetable",
        b"revtbl", b"rsidtbl", b"themedata", b"colorschememapping", b"latentstyles", b"datastore", b"xmlnstbl",
        b"generator", b"filetbl", b"pntext", b"nonshppict", b"bkmkstart", b"bkmkend", b"annotation", b"atnid",
        b"atnauthor", b"shpinst", b"upr", b"mmathPr",
    }
)  # fmt: skip
# Starred destinations are skipped too, but for these, which hold words.
WORDS_IN_STARS = frozenset({b"shptxt", b"listtext", b"footnote"})
BREAKS = {b"par": "\n", b"line": "\n", b"sect": "\n", b"page": "\n", b"row": "\n", b"tab": "\t", b"cell": "\t"}
SIGNS = {
    b"emdash": "—",
    b"endash": "–",
    b"lquote": "‘",
    b"rquote": "’",
    b"ldblquote": "“",
    b"rdblquote": "”",
    b"bullet": "·",
}
PAGES = {936: "gb18030", 950: "big5hkscs", 65001: "utf-8", 932: "cp932", 1252: "cp1252"}
DEEPEST = 2000


@dataclass(frozen=True)
class _Group:
    skipped: bool = False
    hidden: bool = False
    fallback: int = 1
    starred: bool = False


@dataclass
class _Reader:
    notes: Notes
    encoding: str = "gb18030"
    pieces: list[str] = field(default_factory=list)
    pending: bytearray = field(default_factory=bytearray)
    groups: list[_Group] = field(default_factory=lambda: [_Group()])
    to_skip: int = 0

    def feed(self, match: re.Match[bytes]) -> None:
        """Take one token."""
        word, number, byte, sign, brace, text = match.groups()
        if word is None and byte is None and text is None:
            self.to_skip = 0
        if brace:
            self._brace(brace)
        elif word:
            self._word(word, int(number) if number else None)
        elif byte:
            self._bytes(bytes.fromhex(byte.decode()))
        elif text:
            self._bytes(text)
        elif sign:
            self._sign(sign)

    def _brace(self, brace: bytes) -> None:
        if brace == b"{":
            if len(self.groups) > DEEPEST:
                raise RecursionError
            self.groups.append(replace(self.groups[-1], starred=False))
        elif len(self.groups) > 1:
            self.groups.pop()

    def _word(self, word: bytes, number: int | None) -> None:
        group = self.groups[-1]
        if word in SKIPPED or (group.starred and word not in WORDS_IN_STARS):
            self.groups[-1] = replace(group, skipped=True, starred=False)
            if word in (b"pict", b"object"):
                self.notes.add("image" if word == b"pict" else "object")
        elif word in WORDS_IN_STARS:
            self.groups[-1] = replace(group, starred=False)
            self._put(" " if word == b"footnote" else "")
        elif word == b"ansicpg":
            self.encoding = PAGES.get(number or 0, "gb18030")
        elif word in (b"v", b"deleted"):
            self._hide(word, on=number != 0)
        elif word == b"uc":
            self.groups[-1] = replace(group, fallback=max(0, min(8, 1 if number is None else number)))
        elif word == b"u":
            self._put(chr((number or 0) % 0x10000))
            self.to_skip = group.fallback
        else:
            self._put(BREAKS.get(word) or SIGNS.get(word) or "")

    def _hide(self, word: bytes, *, on: bool) -> None:
        if on and not self.groups[-1].hidden:
            self.notes.add("hidden" if word == b"v" else "deleted")
        self.groups[-1] = replace(self.groups[-1], hidden=on)

    def _sign(self, sign: bytes) -> None:
        if sign == b"*":
            self.groups[-1] = replace(self.groups[-1], starred=True)
        elif sign in b"\\{}":
            self._bytes(sign)
        else:
            self._put({b"~": " ", b"_": "-", b"\n": "\n", b"\r": "\n"}.get(sign, ""))

    def _bytes(self, content: bytes) -> None:
        """Take bytes of the document's encoding, but for those that stand in for a Unicode character."""
        dropped = min(self.to_skip, len(content))
        self.to_skip -= dropped
        group = self.groups[-1]
        if not group.skipped and not group.hidden:
            self.pending += content[dropped:]

    def _put(self, words: str) -> None:
        self.flush()
        group = self.groups[-1]
        if words and not group.skipped and not group.hidden:
            self.pieces.append(words)

    def flush(self) -> None:
        """Decode the bytes that were collected; Chinese characters have two of them."""
        if self.pending:
            self.pieces.append(bytes(self.pending).decode(self.encoding, "replace"))
            self.pending.clear()


def read_rtf(content: bytes) -> Imported:
    """Read an RTF document."""
    notes = Notes()
    reader = _Reader(notes)
    for match in TOKEN.finditer(content):
        reader.feed(match)
    reader.flush()
    text = "".join(reader.pieces)
    text = text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    lines = [line.rstrip("\t").strip(" \u3000") for line in text.split("\n")]
    if any("\t" in line for line in lines):
        notes.add("table")
    if not any(lines):
        raise Refused("no-text", "文件里没有文字。请在原来的软件里另存为“.docx”再上传。")
    return with_title([Line(line) for line in lines if line], "rtf", notes)
