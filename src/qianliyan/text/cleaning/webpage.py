"""Lines that a copied web page brings along: navigation, share bars, adverts, lists of other articles."""

import re

from qianliyan.text.importers.imported import Notes
from qianliyan.text.parsing.headings import marker_at
from qianliyan.text.parsing.parse import CREDIT, DATE_LINE

SITE = re.compile(
    r"(?:您?(?:现在)?的?(?:当前)?位置[：:]?.*|首页(?:\s*[>＞»›|/\-].*)?|.*[>＞»›]\s*正文|返回(?:首页|顶部|列表|上一页)|网站地图|设为首页|加入收藏|收藏本站|无障碍(?:浏览|阅读)|"
    r"(?:登录|注册|搜索|繁體|English|手机版|客户端|微信公众号)(?:\s*[|｜/]?\s*(?:登录|注册|搜索|繁體|English|手机版|客户端))*|"
    r"(?:分享|转发|分享到|一键分享)(?:到)?[：:]?.{0,40}|(?:微信|微博|QQ空间|QQ好友|朋友圈|复制链接)(?:[\s|、]*(?:微信|微博|QQ空间|QQ好友|朋友圈|复制链接|打印|收藏))*|"
    r"[【\[（(]?(?:打印|关闭|打印本页|关闭窗口|我要纠错|字[体号]|大\s*中\s*小)[】\]）)]?(?:[\s|、：:【】\[\]]*(?:打印|关闭|大|中|小|本页|窗口|纠错|收藏|字[体号]))*|"
    r"(?:版权所有|Copyright|©|主办单位|承办单位|技术支持|网站标识码|备案号|ICP备案|.{0,4}ICP备|.公网安备|免责声明|未经(?:授权|许可)).*|.*ICP备\d+号.*|"
    r"(?:发表评论|我要评论|网友评论|全部评论|查看评论|点赞|顶一下|踩一下|\d+\s*(?:条评论|人点赞|赞|评论)|评论\s*\(?\d*\)?|责任编辑[：:]\s*小编.*|扫一扫.{0,30}|扫码.{0,30}|打开APP.{0,20}|展开全文|阅读全文|点击(?:查看|阅读)(?:更多|全文).*|更多\s*[>＞»]+))",
    re.IGNORECASE,
)
SOURCE = re.compile(
    r"(?:(?:来源|信息来源|文章来源|稿源|作者|发布者|发布人|编辑|发布时间|发布日期|时间|日期|更新时间|浏览次数|"
    r"浏览量|浏览|阅读量|阅读次数|阅读|点击数|点击率|点击|访问次数|字号|"
    r"字体)\s*[：:]\s*[^。；]{0,40}?[\s　|｜]*){2,}"
    r"|(?:浏览次数|浏览量|阅读量|阅读次数|点击数|访问次数|发布时间|发布日期|"
    r"更新时间)\s*[：:]?\s*[\d:：年月日/\- ]{1,30}次?|"
    r"\d{4}[-/年]\d{1,2}[-/月]\d{1,2}日?\s+\d{1,2}[:：]\d{2}(?:[:：]\d{2})?(?:\s+.{0,30})?|来源[：:]\s*\S{1,20}"
)
ADVERT = re.compile(
    r"广告|推广链接|赞助商|加(?:我|客服)?微信|微信号[：:]|(?:客服|咨询|服务|订购|招商)(?:热线|电话)[：:]?|代开(?:各类)?发票|办证|网上(?:赌场|娱乐|博彩)|娱乐城|彩票|六合彩|博彩|"
    r"无抵押|低息贷款|快速(?:放款|贷款)|信用卡套现|刷单|兼职日结|日赚|包过|代写|论文代|减肥|丰胸|壮阳|特效药|祖传|一针见效|免费领取|限时(?:优惠|特价|抢购)|全场\d折|优惠券|点击(?:进入|购买|领取|咨询)|"
    r"https?://\S+|www\.\S+|\b\d{3,4}-\d{7,8}\b(?=.{0,6}(?:订|购|询))"
)
RELATED = re.compile(
    r"(?:相关|推荐|热门|热点|延伸|精彩|最新|本类|图片|猜你喜欢|大家都在看|更多|往期)(?:阅读|文章|新闻|链接|推荐|资讯|报道|信息|内容|回顾|图文|话题|稿件)?[：:]?|猜你喜欢.*|(?:上|下)一(?:篇|条|页)[：:].*|相关(?:阅读|文章|新闻|链接|报道)[：:].*"
)
PAGING = re.compile(
    r"[（(]\s*\d{1,2}\s*[）)]|(?:首页|上一页|下一页|尾页|末页|第?\s*\d{1,3}\s*页?|共\s*\d+\s*页|[\s|\[\]…]|<<|>>)+|\d{1,3}\s*/\s*\d{1,3}|-\s*\d{1,3}\s*-|—\s*\d{1,3}\s*—"
)
DOWNLOAD = re.compile(
    r"(?:点击|立即|免费|高速|马上)?(?:下载|预览)(?:附件|全文|本文|文档|原文|地址|到本地|文件|Word|PDF)?(?:[（(][^）)]{0,20}[）)])?|附件下载.{0,20}|.{0,12}(?:点击|立即|免费)下载.{0,12}|下载APP.{0,20}|APP下载.{0,10}",
    re.IGNORECASE,
)
SUFFIX = re.compile(
    r"\s*[-_|｜—–]{1,2}\s*[^-_|｜—–，。]{2,20}(?:网|网站|门户|频道|新闻|平台|资讯|在线|客户端)$|\s*[（(]\d{1,2}[）)]$"
)
PROSE = re.compile(r"[\u4e00-\u9fff][^。；]{12,}[。；]|[^。；]{6,}，[^。；]{6,}")
SHORTEST_MENU = 3
LONGEST_ENTRY = 12
# What belongs to a page and not to an article is short; longer lines are not even looked at.
LONGEST_NOISE = 160
STRONG = (("site", SITE), ("paging", PAGING), ("download", DOWNLOAD))


def remove_page_lines(text: str, notes: Notes) -> str:
    """Drop the lines that belong to the page and not to the article."""
    lines = text.split("\n")
    prose = [place for place, line in enumerate(lines) if _is_prose(line)]
    if not prose:
        return text
    first, last = prose[0], prose[-1]
    title = _title_place(lines, first)
    kinds = {place: _kind_of(line.strip(), place, first, last) for place, line in enumerate(lines)}
    kinds |= {place: "" for place in range(first, last) if _cut_off(lines, place)}
    kinds |= dict.fromkeys(_related_from(lines, last), "related")
    kinds |= dict.fromkeys(_menus(lines, kinds, range(first)), "site")
    kinds |= dict.fromkeys(_menus(lines, kinds, range(last + 1, len(lines))), "site")
    kinds[title] = ""
    for place, line in enumerate(lines):
        if kinds[place]:
            notes.add(kinds[place], line=place + 1, sample=line)
    if title >= 0:
        lines[title] = _without_site(lines[title])
    return "\n".join(line for place, line in enumerate(lines) if not kinds[place])


def _cut_off(lines: list[str], place: int) -> bool:
    """Tell whether a bare number is the rest of a broken sentence rather than the number of a page."""
    before = next((lines[above].strip() for above in range(place - 1, -1, -1) if lines[above].strip()), "。")
    return lines[place].strip().isdecimal() and before[-1] not in "。！？；：”"


def _is_prose(line: str) -> bool:
    if len(line) > LONGEST_NOISE:
        return any(sign in line for sign in "。；，")
    return PROSE.search(line) is not None and not ADVERT.search(line) and not SITE.fullmatch(line.strip())


def _kind_of(line: str, place: int, first: int, last: int) -> str:
    if not line or "\t" in line or len(line) > LONGEST_NOISE:
        return ""
    for what, pattern in STRONG:
        if pattern.fullmatch(line) and not (what == "paging" and marker_at(line) and line[-1] not in "）)"):
            return what
    if SOURCE.fullmatch(line):
        return "" if CREDIT.fullmatch(line) else "source"
    adverts = len(ADVERT.findall(line))
    outside = place < first or place > last
    if adverts and (outside or adverts * 12 >= len(line)):
        return "advert"
    return "related" if outside and RELATED.fullmatch(line) else ""


def _related_from(lines: list[str], last: int) -> set[int]:
    """Return the lines of lists of other articles: from their heading to the end, as far as they are mere titles."""
    start = next((place for place in range(last + 1, len(lines)) if _heads_list(lines[place].strip())), None)
    if start is None:
        return set()
    tail = range(start, len(lines))
    return {place for place in tail if lines[place].strip() and not _closes(lines[place].strip())}


def _heads_list(line: str) -> bool:
    return len(line) <= LONGEST_NOISE and RELATED.fullmatch(line) is not None


def _closes(line: str) -> bool:
    return len(line) <= LONGEST_NOISE and (CREDIT.fullmatch(line) is not None or DATE_LINE.fullmatch(line) is not None)


def _title_place(lines: list[str], first: int) -> int:
    """Return the place of the title: the last longer line before the prose that is no line of the page."""
    for place in range(first - 1, -1, -1):
        line = lines[place].strip()
        if len(line) > 6 and not _kind_of(line, first, first, first) and not RELATED.fullmatch(line):
            return place
    return -1


def _menus(lines: list[str], kinds: dict[int, str], places: range) -> list[int]:
    """Return runs of very short lines, such as menus; lines that are dropped anyway count towards a run."""
    found: list[int] = []
    run: list[int] = []
    for place in (*places, -1):
        line = lines[place].strip() if place >= 0 else "。"
        if line and (kinds.get(place) or _is_entry(line)):
            run.append(place)
        elif line:
            found.extend(run if len(run) >= SHORTEST_MENU else [])
            run = []
    return [place for place in found if not kinds.get(place)]


def _is_entry(line: str) -> bool:
    short = len(line) <= LONGEST_ENTRY and "\t" not in line and line[-1] not in "。；：，"
    return short and not marker_at(line) and not _closes(line)


def _without_site(title: str) -> str:
    """Cut the site's name off a title, and the number of the page."""
    plain = SUFFIX.sub("", title)
    return plain if len(plain) >= 6 else title
