import pytest

from qianliyan.text.cleaning.clean import clean

TITLE = "青石县全面排查农村自建房安全隐患"
FIRST = "11月以来，青石县对全县18个乡镇的农村自建房开展安全隐患排查，共检查房屋3.2万栋。"
SECOND = "县住建局组织专家对初判存在隐患的412栋房屋逐栋鉴定，已腾空撤离危房67栋。"
SOUND = f"{TITLE}\n{FIRST}\n{SECOND}"


def lines(change):
    return "\n".join(change(line) for line in SOUND.split("\n"))


def indented(text, width=28):
    words = "\u3000\u3000" + text
    return "\n".join(words[place : place + width] for place in range(0, len(words), width))


SPOILT = {
    "glosses in square brackets": SOUND.replace("隐患", "隐[yǐn]患").replace("腾空", "腾［téng］空"),
    "glosses in angle brackets": SOUND.replace("隐患", "隐<yǐn>患"),
    "glosses with blanks around them": SOUND.replace("隐患", "隐 (yǐn) 患"),
    "capital glosses": SOUND.replace("隐患", "隐(YǏN)患"),
    "glosses in zhuyin": SOUND.replace("隐患", "隐(ㄧㄣˇ)患"),
    "UTF-8 read by a browser as Windows-1252": lines(
        lambda line: "".join(bytes([byte]).decode("cp1252", "ignore") or chr(byte) for byte in line.encode("utf-8"))
    ),
    "UTF-8 misread twice": lines(lambda line: line.encode().decode("latin-1").encode().decode("latin-1")),
    "characters as HTML numbers": SOUND.replace("，", "&#65292;").replace("。", "&#x3002;"),
    "wrapped lines with indents": f"{TITLE}\n{indented(FIRST)}\n{indented(SECOND)}",
    "Latin punctuation": SOUND.replace("，", ",").replace("栋。", "栋."),
    "a blank after every character": f"{TITLE}\n{' '.join(FIRST)}\n{SECOND}",
    "the page's own address": f"{TITLE}\n{FIRST}\nhttps://www.qs.gov.cn/art/2026/11/18/art_1234_567.html\n{SECOND}",
    "names of a page's makers": f"{SOUND}\n来源：青石县融媒体中心\n编辑：李小明\n审核：王小红\n监制：张三",
    "a column's name above": f"网站首页\n新闻中心\n当前位置：首页>新闻中心>县区动态\n{SOUND}\n【打印】【关闭】",
}


@pytest.mark.parametrize("spoilt", SPOILT.values(), ids=SPOILT)
def test_what_was_spoilt_on_the_way_is_restored(spoilt):
    assert clean(spoilt).text == SOUND


def test_entities_that_are_none_and_addresses_within_sentences_stay():
    text = f"{TITLE}\n登录www.qs.gov.cn可查A&B公司的名单，共12家。\n{SECOND}"

    assert clean(text).text == text


def test_a_paper_keeps_who_checked_it():
    text = f"{SOUND}\n供稿：李小明　审核：王小红"

    assert clean(text).text == text
