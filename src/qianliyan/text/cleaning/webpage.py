"""The article within a copied page: what stands before and after it goes, if it has nothing to do with it."""

import re
from dataclasses import dataclass
from functools import cached_property

from qianliyan.text.cleaning.lost import MARK
from qianliyan.text.cleaning.page_lines import closes, heads_list, is_cut_off, is_prose, kind_of
from qianliyan.text.cleaning.page_patterns import OFFICE, PAGE_EDITOR, PAGE_HANDS, SUFFIX
from qianliyan.text.importers.imported import Notes
from qianliyan.text.parsing.headings import marker_at

END = "。！？；：…”）"
HAN_PAIR = re.compile(r"(?=([\u4e00-\u9fff]{2}))")
# A short line at the edge is prose of the article only if it speaks of the same things.
SHORT = 45
FOREIGN = 0.12
SETTLED = re.compile(r"附件|附表|附：|抄送|抄报|主送|印发|特此|妥否|以上|请予|请审|请批|联系|——|[（(]")


def remove_page_lines(text: str, notes: Notes) -> str:
    """Drop the lines that belong to the page and not to the article."""
    lines = text.split("\n")
    prose = [place for place, line in enumerate(lines) if is_prose(line)]
    if not prose:
        return text
    page = _Page(lines, prose)
    kinds = page.kinds()
    for place, line in enumerate(lines):
        if kinds[place]:
            notes.add(kinds[place], line=place + 1, sample=line)
    if page.title >= 0:
        lines[page.title] = _without_site(lines[page.title])
    return "\n".join(line for place, line in enumerate(lines) if not kinds[place])


def _without_site(title: str) -> str:
    """Cut the site's name off a title, and the number of the page."""
    plain = SUFFIX.sub("", title)
    return plain if len(plain) >= 6 else title


@dataclass
class _Page:
    """The lines of a page, and which of them are prose."""

    lines: list[str]
    prose: list[int]

    def kinds(self) -> dict[int, str]:
        """Return for every line what kind of page line it is, empty for those of the article."""
        kinds = dict(self.patterned)
        places = range(len(self.lines))
        kinds |= {place: "" for place in range(self.first, self.last) if is_cut_off(self.lines, place)}
        kinds |= {place: "site" for place in places if not kinds[place] and self._is_outside(place)}
        kinds |= dict.fromkeys(self._list_of_others(), "related")
        if self.is_page:
            kinds |= {place: "source" for place in range(self.last + 1, len(self.lines)) if self._names_editor(place)}
        kinds[self.title] = ""
        return kinds

    @cached_property
    def patterned(self) -> dict[int, str]:
        """Return what each line is by its looks."""
        return {place: kind_of(line.strip(), place, self.first, self.last) for place, line in enumerate(self.lines)}

    @cached_property
    def is_page(self) -> bool:
        """Tell whether there is any line that only a page has."""
        outside = (line.strip() for place, line in enumerate(self.lines) if not self.first <= place <= self.last)
        return any(kind_of(line, -1, 0, 0) for line in outside)

    @cached_property
    def first(self) -> int:
        """Return the first line of the article's prose; a short line about something else before it is none."""
        edge = 0
        while edge < len(self.prose) - 1 and self._strays(self.prose[edge]):
            edge += 1
        return self.prose[edge]

    @cached_property
    def last(self) -> int:
        """Return the last line of the article's prose."""
        edge = len(self.prose) - 1
        while edge > 0 and self.prose[edge] > self.first and self._strays(self.prose[edge]):
            edge -= 1
        return self.prose[edge]

    @cached_property
    def title(self) -> int:
        """Return the line before the prose that shares most with it, the last one of equals; -1 if none does."""
        candidates = [
            (round(self._shared(line) ** 2 * len(line.strip())), place)
            for place, line in enumerate(self.lines[: self.first])
            if len(line.strip()) > 6 and "\t" not in line and not kind_of(line.strip(), -1, 0, 0)
        ]
        return max(candidates, default=(0, -1))[1]

    @cached_property
    def _pairs(self) -> dict[str, int]:
        """Count in how many lines of prose each pair of characters stands."""
        counts: dict[str, int] = {}
        for place in self.prose:
            for pair in set(HAN_PAIR.findall(self.lines[place])):
                counts[pair] = counts.get(pair, 0) + 1
        return counts

    def _shared(self, line: str, *, itself: bool = False) -> float:
        """Return the share of a line's pairs of characters that stand in the prose (beyond the line itself)."""
        pairs = set(HAN_PAIR.findall(line))
        return sum(self._pairs.get(pair, 0) > itself for pair in pairs) / len(pairs) if pairs else 0.0

    def _strays(self, place: int) -> bool:
        line = self.lines[place].strip()
        settled = SETTLED.match(line) is not None or marker_at(line) is not None or "\t" in line
        return (
            len(line) < SHORT and line[-1] not in "。；：" and not settled and self._shared(line, itself=True) < FOREIGN
        )

    def _is_outside(self, place: int) -> bool:
        """Tell whether a line before or after the article has no reason to stand there."""
        line = self.lines[place].strip()
        if self.first <= place <= self.last or place == self.title or not line or MARK in line:
            return False
        if self._belongs(place, line):
            return False
        # Without any sign of a page nothing goes for being short and about other things: it may be a fact.
        return self.is_page

    def _belongs(self, place: int, line: str) -> bool:
        signed = OFFICE.fullmatch(line) is not None and (self._heads(place) or self._follows_text(place))
        ended = place > self.last and line[-1] in END and len(line) >= 5 and self._shared(line) >= FOREIGN
        below = self.title >= 0 and self.title < place < self.first and (line[-1] in END or self._shared(line) > 0.5)
        formal = "\t" in line or marker_at(line) is not None or closes(line) or SETTLED.match(line) is not None
        return formal or signed or ended or below

    def _heads(self, place: int) -> bool:
        """Tell whether an office stands above the article as its author; on a page that is right above the title."""
        if not self.is_page:
            return place < self.first
        below = next((at for at in range(place + 1, self.first) if self.lines[at].strip()), self.first)
        return place < self.first and below in (self.title, self.first)

    def _follows_text(self, place: int) -> bool:
        """Tell whether a line stands right below a sentence or a table, as a signature does."""
        above = next((self.lines[at].strip() for at in range(place - 1, -1, -1) if self.lines[at].strip()), "")
        return bool(above) and (above[-1] in END or "\t" in above)

    def _list_of_others(self) -> set[int]:
        """Return the lines of lists of other articles, from their heading to the end."""
        after = range(self.last + 1, len(self.lines))
        start = next((place for place in after if heads_list(self.lines[place].strip())), len(self.lines))
        tail = range(start, len(self.lines))
        return {place for place in tail if self.lines[place].strip() and not closes(self.lines[place].strip())}

    def _names_editor(self, place: int) -> bool:
        line = self.lines[place].strip()
        return PAGE_EDITOR.fullmatch(line) is not None or (self._has_editors and PAGE_HANDS.fullmatch(line) is not None)

    @cached_property
    def _has_editors(self) -> bool:
        """Tell whether the page names its own editor or producer after the article."""
        after = (line.strip() for line in self.lines[self.last + 1 :])
        return any(PAGE_EDITOR.fullmatch(line) and not line.startswith("来源") for line in after)
