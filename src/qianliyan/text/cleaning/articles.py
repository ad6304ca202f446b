"""Several articles on one page, told apart by their source lines or their titles' repetition."""

from dataclasses import dataclass

from qianliyan.text.cleaning.page_patterns import PROSE, SOURCE
from qianliyan.text.parsing.titles import could_be_title


@dataclass(frozen=True)
class Article:
    """One article of a page."""

    title: str
    text: str


def split_articles(text: str) -> list[str]:
    """Return the parts of a page that begin with a title and a line of source and date, if there are several."""
    lines = text.split("\n")
    starts = [place for place in range(len(lines)) if _begins(lines, place)]
    if len(starts) < 2:
        return [text]
    # What stands before the first title belongs to the first article.
    edges = [0, *starts[1:], len(lines)]
    parts = ["\n".join(lines[edges[number] : edges[number + 1]]).strip("\n") for number in range(len(starts))]
    return parts if all(PROSE.search(part) for part in parts) else [text]


def _begins(lines: list[str], place: int) -> bool:
    title = lines[place].strip()
    if len(title) < 6 or not could_be_title(title) or SOURCE.fullmatch(title):
        return False
    following = [line.strip() for line in lines[place + 1 : place + 4] if line.strip()]
    return bool(following) and SOURCE.fullmatch(following[0]) is not None
