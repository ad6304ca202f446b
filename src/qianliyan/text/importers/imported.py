"""What an importer gives back, and how it refuses."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True)
class Removal:
    """One thing that was left out or changed, as a sentence for the person who sent the file."""

    what: str
    line: int | None = None
    sample: str = ""


@dataclass(frozen=True)
class Imported:
    """A foreign file as title and plain text; `body` has one paragraph a line."""

    title: str
    body: str
    kind: str
    removed: tuple[Removal, ...] = ()


class Refused(Exception):
    """The file is not read; the message says in Chinese what the person should do instead."""

    def __init__(self, code: str, message: str) -> None:
        super().__init__(message)
        self.code = code
        self.message = message


# A whole work report has 20,000 characters; a book is not an item.
LONGEST = 1_000_000
# A column of single characters would take half a minute.
MOST_LINES = 50_000


def refuse_too_long(text: str) -> str:
    """Return the text, unless it is a book; asked before anything slow is done with it."""
    if len(text) > LONGEST:
        raise Refused("too-long", "文字超过100万字，不像一篇信息。请截取需要的部分再上传。")
    return refuse_many_lines(text)


def refuse_many_lines(text: str) -> str:
    """Return the text, unless it has more lines than any paper."""
    if text.count("\n") > MOST_LINES:
        raise Refused("too-long", "文字超过5万行，不像一篇信息。请截取需要的部分。")
    return text


SENTENCES = {
    "image": "删去了{}张图片",
    "object": "删去了{}个嵌入对象",
    "deleted": "已接受修订：删去了{}处被删除的文字",
    "inserted": "已接受修订：并入了{}处插入的文字",
    "comment": "有{}条批注未导入",
    "hidden": "删去了{}处隐藏文字",
    "footnote": "{}条脚注移到文末",
    "table": "{}个表格改为制表符分隔的行",
    "textbox": "{}个文本框的内容并入正文",
    "numbering": "{}处自动编号改为文字",
    "bullet": "删去了{}个项目符号",
    "contents": "删去了{}行目录",
    "symbol": "{}个特殊符号无法转换，以“□”代替",
    "header": "删去了{}处页眉页脚",
    "gloss": "删去了{}处注音",
    "navigation": "删去了正文以外的{}段网页内容",
    "script": "删去了{}处脚本和样式",
    "links": "删去了{}个链接的地址，保留文字",
    "formula": "{}个公式改为普通文字",
    "lost": "有{}个字符读不出来，以“�”标出",
    "pages": "删去了{}处页码",
    "joined": "并接了{}处段内换行",
}


@dataclass
class Notes:
    """Counts what an importer left out while it reads."""

    sentences: Mapping[str, str] = field(default_factory=lambda: SENTENCES)
    _seen: dict[str, tuple[int, int | None, str]] = field(default_factory=dict)

    def add(self, what: str, *, line: int | None = None, sample: str = "", times: int = 1) -> None:
        """Count one more of `what`; the first place and sample are kept."""
        count, first, text = self._seen.get(what, (0, line, " ".join(sample.split())[:40]))
        self._seen[what] = (count + times, first, text)

    def removals(self, *, lines_before: int = 0) -> tuple[Removal, ...]:
        """Turn the counts into sentences; line numbers lose the lines that became the title."""
        return tuple(self._sentences(lines_before))

    def _sentences(self, lines_before: int) -> Iterable[Removal]:
        for what, (count, line, sample) in self._seen.items():
            place = None if line is None else max(1, line - lines_before)
            yield Removal(self.sentences[what].format(count), place, sample)
