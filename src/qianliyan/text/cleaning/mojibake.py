"""Text that was read in the wrong encoding, undone line by line."""

import re

from qianliyan.text.importers.decoding import familiarity
from qianliyan.text.importers.imported import Notes

# (what the bytes were taken for, what they were); the first pair is by far the most frequent.
# Windows-1252 as browsers read it: what it lacks is Latin-1's control character of the same number.
WESTERN = "western"
BACK = {
    byte.decode("cp1252"): byte[0]
    for byte in (bytes([number]) for number in range(256))
    if byte.decode("cp1252", "ignore")
}
BACK |= {chr(number): number for number in range(256)}
MISTAKES = (
    ("gb18030", "utf-8"),
    (WESTERN, "utf-8"),
    (WESTERN, "gb18030"),
    ("big5", "gb18030"),
)
FOREIGN = re.compile(r"[^\x00-\x7f]")
LATIN = re.compile(r"[\x80-ÿŒœŠšŸŽžƒˆ˜–—‘’‚“”„†‡•…‰‹›€™]{3,}")
GOOD = 0.25
SUSPECT = 0.12
# The 3,755 characters of everyday use (GB 2312, first level), and punctuation; misread bytes give others.
COMMON = frozenset(bytes((row, cell)).decode("gb2312") for row in range(0xB0, 0xD7) for cell in range(0xA1, 0xFF))
COMMON |= frozenset("，。、；：？！“”‘’（）《》【】—…％·　0123456789")


def repair_mojibake(text: str, notes: Notes) -> str:
    """Undo wrong decodings wherever the result is Chinese and the original is not."""
    lines = text.split("\n")
    suspects = [place for place, line in enumerate(lines) if _suspect(line)]
    found = {place: _best(lines[place], GOOD) for place in suspects}
    repaired = any(found[place] != lines[place] for place in suspects)
    for place in suspects:
        # Where one line was misread, a short or damaged one beside it most likely was too.
        better = _best(lines[place], GOOD / 2) if repaired else found[place]
        if better != lines[place]:
            notes.add("mojibake", line=place + 1, sample=lines[place])
            lines[place] = better
    return "\n".join(lines)


def _suspect(line: str) -> bool:
    if LATIN.search(line):
        return True
    foreign = FOREIGN.findall(line)
    rare = sum(sign not in COMMON for sign in foreign)
    return rare * 4 > len(foreign) and familiarity(line) < SUSPECT


def _best(line: str, good: float) -> str:
    own = familiarity(line)
    candidates = [(own, line)]
    for taken, was in MISTAKES:
        decoded = _undone(line, taken, was)
        if taken == WESTERN and LATIN.search(decoded):
            # Some texts went the same wrong way twice.
            decoded = _undone(decoded, taken, was) or decoded
        lost = decoded.count("\ufffd")
        # A lost byte here and there is usual, a lost half means that the guess is wrong.
        if decoded and lost * 3 <= len(decoded):
            candidates.append((familiarity(decoded) - lost / len(decoded) / 2, decoded))
    score, best = max(candidates, key=lambda candidate: candidate[0])
    return best if score >= max(good, own + good / 2) else line


def _undone(line: str, taken: str, was: str) -> str:
    """Turn the line back into bytes and read them rightly; a byte that was lost then stays lost now."""
    try:
        content = b"\xff".join(_bytes(piece, taken) for piece in line.split("\ufffd"))
    except (UnicodeEncodeError, KeyError):
        return ""
    return re.sub("\ufffd+", "\ufffd", content.decode(was, "replace"))


def _bytes(piece: str, taken: str) -> bytes:
    return bytes(BACK[sign] for sign in piece) if taken == WESTERN else piece.encode(taken)
