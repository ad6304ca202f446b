"""What cleaning did, counted for people."""

from qianliyan.text.importers.imported import Notes

SENTENCES = {
    "mojibake": "还原了{}行乱码",
    "entities": "还原了{}个网页字符代码",
    "invisible": "删去了{}个不可见字符",
    "blanks": "整理了{}处空白",
    "indents": "删去了{}行手工缩进",
    "wide": "{}处全角数字、字母改为半角",
    "punctuation": "{}处标点改为规范形式",
    "quotes": "{}处直引号改为中文引号",
    "glosses": "删去了{}处注音",
    "doubtful": "有{}处注音与前面的字不符，请对照原文核对",
    "simplified": "{}个繁体字改为简体",
    "restored": "补回了{}处丢失的字，请核对",
    "missing": "有{}处丢字无法补回，以“【缺字】”标出",
    "site": "删去了{}行网页导航、分享、版权等内容",
    "advert": "删去了{}行广告",
    "source": "删去了{}行来源、时间、浏览次数等信息",
    "related": "删去了{}行相关文章列表",
    "paging": "删去了{}处分页标记",
    "download": "删去了{}处下载按钮",
    "joined": "并接了{}处段内换行",
    "empty": "删去了{}行多余的空行",
    "articles": "页面上有{}篇文章，已分开",
}


def new_notes() -> Notes:
    """Return an empty count that speaks of cleaning."""
    return Notes(sentences=SENTENCES)


def line_of(text: str, place: int) -> int:
    """Return the number of the line a place lies in, from 1."""
    return text.count("\n", 0, place) + 1
