"""Bytes of unknown encoding become text: UTF-8, UTF-16, GB18030 or Big5."""

import codecs
from collections import Counter

from opencc import OpenCC

from qianliyan.text.importers.imported import Notes, Refused

BINARY = "这不是文字文件，读不出来。请上传Word、WPS、PDF、网页或纯文本文件。"
MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
# The characters that make up two fifths of any Chinese prose; wrong decoding yields rare ones instead.
FREQUENT = frozenset(
    "的一是在不了有和人这中大为上个国我以要他时来用们生到作地于出就分对成会可主发年动同工也能下过子说产种面而方后多定行学法所民得经"
    "十三之进着等部度家电力里如水化高自二理起小物现实加量都两体制机当使点从业本去把性好应开它合还因由其些然前外天政四日那社义事平形"
    "相全表间样与关各重新线内数正心反你明看原又么利比或但质气第向道命此变条只没结解问意建月公无系军很情者最立代想已通并提直题党程展"
    "五果料象员革位入常文总次品式活设及管特件长求老头基资边流路级少图山统接知较将组见计别她手角期根论运农指几九区强放决西被干做必战"
    "先回则任取据处队南给色光门即保治北造百规热领七海口东导器压志世金增争济阶油思术极交受联什认六共权收证改清己美再采转更单风切打白"
    "教速花带安场身车例真务具万每目至达走积示议声报斗完类八离华名确才科张信马节话米整空元况今集温传土许步群广石记需段研界拉林律叫且"
    "究观越织装影算低持音众书布复容儿须际商非验连断深难近矿千周委素技备半办青省列习响约支般史感劳便团往酸历市克何除消构府称太准精值"
    "号率族维划选标写存候毛亲快效斯院查江型眼王按格养易置派层片始却专状育厂京识适属圆包火住调满县局照参红细引听该铁价严"
)
SAMPLE = 4000
_to_simplified = OpenCC("t2s")


def decode(content: bytes, notes: Notes) -> str:
    """Decode by mark, by strictness, then by which reading gives more everyday characters."""
    for mark, encoding in MARKS:
        if content.startswith(mark):
            return _settle(content[len(mark) :].decode(encoding, "replace"), notes)
    wide = _utf16_without_mark(content)
    if wide is not None:
        return _settle(wide, notes)
    try:
        return _settle(content.decode("utf-8"), notes)
    except UnicodeDecodeError:
        return _settle(_best_legacy(content), notes)


def _settle(text: str, notes: Notes) -> str:
    odd = sum(sign < " " and sign not in "\t\n\r\f\v" for sign in text)
    lost = text.count("\ufffd")
    if odd > len(text) // 100 or lost > max(3, len(text) // 20):
        raise Refused("unknown", BINARY)
    if lost:
        notes.add("lost", times=lost)
    return text.replace("\r\n", "\n").replace("\r", "\n").lstrip("\ufeff")


def _utf16_without_mark(content: bytes) -> str | None:
    if len(content) % 2 or len(content) < 4:
        return None
    head = content[: 2 * SAMPLE]
    best = max(("utf-16-le", "utf-16-be"), key=lambda encoding: familiarity(head.decode(encoding, "replace")))
    # Chinese in UTF-16 has a line feed or digit with a zero byte sooner or later, other encodings never do.
    if b"\0" not in head and familiarity(head.decode(best, "replace")) < 0.3:
        return None
    text = content.decode(best, "replace")
    return text if familiarity(text[:SAMPLE]) >= 0.2 or _mostly_ascii(text[:SAMPLE]) else None


def _mostly_ascii(text: str) -> bool:
    return sum(" " <= sign <= "~" or sign in "\r\n\t" for sign in text) > len(text) * 9 // 10


def _best_legacy(content: bytes) -> str:
    readings = []
    for encoding in ("gb18030", "big5hkscs", "utf-8"):
        text = content.decode(encoding, "replace")
        penalty = 5 * text[:SAMPLE].count("\ufffd") / max(1, len(text[:SAMPLE]))
        readings.append((familiarity(text[:SAMPLE]) - penalty, text))
    return max(readings, key=lambda reading: reading[0])[1]


def familiarity(text: str) -> float:
    """Return the share of everyday characters among all that are not ASCII, in either script."""
    counts = Counter(_to_simplified.convert(text[:SAMPLE]))
    foreign = sum(count for sign, count in counts.items() if sign > "\x7f")
    return sum(counts[sign] for sign in FREQUENT) / foreign if foreign else 0.0
