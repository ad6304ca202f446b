"""Line breaks inside paragraphs, left by fixed-width mail, PDF pages and e-readers."""

import re
from collections import Counter

from qianliyan.text.importers.imported import Notes
from qianliyan.text.parsing.headings import ARTICLE, marker_at
from qianliyan.text.parsing.parse import CREDIT, DATE_LINE

END = "。！？：；…”’）)》】!?:;"
POINT = re.compile(r"[\u4e00-\u9fff][.．]$")
INDENT = re.compile(r"[ \t\u3000]{2,}")
# A paragraph broken in the middle of a sentence by a page or a link; inside a sentence there are commas.
LONG = 50
SENTENCE = 25
SHORTEST_FULL = 12
LONGEST_TITLE = 45
LONGEST_HEADING = 40


def join_lines(text: str, notes: Notes) -> str:
    """Join lines that end in the middle of a sentence where the text is visibly wrapped."""
    lines = text.split("\n")
    width = _wrap_width(lines)
    indented = sum(INDENT.match(line) is not None for line in lines) > 0
    joined: list[str] = []
    gap = False
    for line in lines:
        if not line.strip():
            gap = True
            joined.append(line)
            continue
        before = next((place for place in range(len(joined) - 1, -1, -1) if joined[place].strip()), None)
        if before is not None and _goes_on(joined[before], line, width, first=before == 0, gap=gap, indented=indented):
            notes.add("joined", line=before + 1, sample=joined[before][-10:] + line[:10])
            del joined[before + 1 :]
            joined[before] = _together(joined[before], line)
        else:
            joined.append(line)
        gap = False
    return "\n".join(joined)


def join_wrapped(text: str, notes: Notes) -> str:
    """Join lines where most of the text is wrapped at one width, before anything is judged by its lines."""
    lines = [line for line in text.split("\n") if len(line.strip()) >= SHORTEST_FULL]
    width = _wrap_width(lines)
    full = sum(_width(line) >= width - 2 for line in lines)
    indented = any(INDENT.match(line) for line in lines)
    wrapped = width > 0 and full * 5 >= len(lines) * 2 and full >= (2 if indented else 4)
    return join_lines(text, notes) if wrapped else text


def _wrap_width(lines: list[str]) -> int:
    """Return the width at which lines were broken, or 0: two lines as long as the longest, give or take two."""
    lengths = Counter(_width(line) for line in lines if len(line.strip()) >= 12 and "\t" not in line)
    if not lengths:
        return 0
    widest = max(lengths)
    full = sum(count for length, count in lengths.items() if length >= widest - 2)
    return widest if full >= 2 and 16 <= widest <= 80 else 0


def _goes_on(before: str, line: str, width: int, *, first: bool, gap: bool, indented: bool) -> bool:
    last, start = before.rstrip()[-1], line.strip()
    if "\t" in before or "\t" in line or _stands_alone(before, width) or _opens(start, width):
        return False
    if start[0] in "，。；：、！？”’》）" and last not in "。！？":
        return True
    set_in = indented and INDENT.match(line) is not None
    full = width > 0 and _last_width(before, width) >= width - 2
    if first and _may_be_title(before):
        # A title is broken only where the text below shows by indents that this line is none of it.
        return full and indented and not set_in and not gap
    if gap or set_in:
        return gap and _broken(before) and not set_in
    return (
        (full and (indented or not (last in END or POINT.search(before.rstrip()[-2:]))))
        or _broken(before)
        or (last in "，、" and len(before) > 12)
    )


def _may_be_title(line: str) -> bool:
    return len(line) <= LONGEST_TITLE and not any(sign in line for sign in "。；")


def _broken(before: str) -> bool:
    """Tell whether a line stops in the middle of a sentence."""
    commas = any(sign in before for sign in "，。；")
    whole = before.rstrip()
    return (
        whole[-1] not in END
        and not POINT.search(whole[-2:])
        and (len(before) >= LONG or (commas and len(before) >= SENTENCE))
    )


def _last_width(before: str, width: int) -> int:
    """Return how long the last of the lines that were joined so far was."""
    whole = _width(before)
    return whole if whole <= width else whole % width or width


def _width(line: str) -> int:
    """Return how many Han characters wide a line is: figures and letters take half the room."""
    line = line.rstrip()
    narrow = sum(map(str.isascii, line))
    return len(line) - narrow // 2


def _stands_alone(line: str, width: int) -> bool:
    words = line.strip()
    # A line as wide as the text is broken, whatever it begins with.
    short = len(words) <= LONGEST_HEADING and not 0 < width - 2 <= _width(line)
    heading = marker_at(words) is not None and short and not any(sign in words for sign in "。；")
    return heading or CREDIT.fullmatch(words) is not None or DATE_LINE.fullmatch(words) is not None


def _opens(words: str, width: int) -> bool:
    return (
        marker_at(words) is not None
        or ARTICLE.match(words) is not None
        or words.startswith(("——", "附件", "附："))
        or _stands_alone(words, width)
    )


def _together(before: str, line: str) -> str:
    left, right = before.rstrip(), line.strip()
    apart = " " if left[-1].isascii() and left[-1].isalpha() and right[0].isascii() and right[0].isalpha() else ""
    return left + apart + right
