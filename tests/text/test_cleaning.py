import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from opencc import OpenCC

from qianliyan.text.cleaning.clean import clean

CLEAN = """云川市青溪县政务信息工作成效明显
今年以来，青溪县政务信息报送数量和质量明显提升，截至6月底共报送信息326条，同比增长18.2%。
一、主要做法
（一）健全机制。县政府办建立了信息会商制度，每周一上午召开选题会，逐条研究报送方向。
1.落实责任。县政府办明确专人负责，各乡镇（街道）同步跟进。
二、存在问题
部分乡镇信息员身兼数职，报送质量参差不齐。

乡镇\t报送条数
河东镇\t36
青溪县人民政府办公室
2026年7月3日
（供稿：青溪县政府办  核稿：李某某）"""


def wrapped(text: str, width: int, indent: str) -> str:
    lines = []
    for line in text.split("\n"):
        if len(line) <= width:
            lines.append(line)
            continue
        whole = indent + line
        lines += [whole[place : place + width] for place in range(0, len(whole), width)]
    return "\n".join(lines)


DAMAGES = {
    "traditional characters": OpenCC("s2t").convert(CLEAN),
    "UTF-8 read as Latin-1": CLEAN.encode().decode("latin-1"),
    "GBK read as Latin-1": CLEAN.encode("gb18030").decode("latin-1"),
    "pinyin glosses": CLEAN.replace("信息", "信(xìn)息（xī）").replace("机制", "机(jī) 制(zhì)".replace(" ", "")),
    "glosses without tones": CLEAN.replace("信息", "信(xin)息(xi)"),
    "wrong glosses": CLEAN.replace("信息", "信(hǎo)息(xī)"),
    "glosses that swallowed a neighbour": CLEAN.replace("信息", "信(xìn息)"),
    "a character of which only the gloss is left": CLEAN.replace("政务信息报送", "政务(xìn)息报送"),
    "a lost character that stands elsewhere": CLEAN.replace("信息报送数量", "信?报送数量"),
    "a lost character of a fixed phrase": CLEAN.replace("参差不齐", "参??不齐"),
    "full-width figures": CLEAN.replace("326", "３２６").replace("18.2%", "１８．２％"),
    "narrow punctuation": CLEAN.replace("，", ",").replace("（一）", "(一)"),
    "invisible characters": CLEAN.replace("信息", "信\u200b息").replace("成效", "成\u00ad效"),
    "manual indents": CLEAN.replace("\n", "\n　　"),
    "blank lines": CLEAN.replace("\n\n", "\n\n\n\n"),
    "fixed width with indents": wrapped(CLEAN, 28, "　　"),
    "fixed width without indents": wrapped(CLEAN, 26, ""),
    "Windows line ends": CLEAN.replace("\n", "\r\n"),
}


@pytest.mark.parametrize("damaged", DAMAGES.values(), ids=DAMAGES.keys())
def test_a_damaged_text_is_restored_and_the_damage_reported(damaged):
    cleaned = clean(damaged)

    assert cleaned.text == CLEAN
    assert cleaned.missing == ()
    assert cleaned.changes or "\r" in damaged


def test_clean_text_comes_back_as_it_was():
    assert clean(CLEAN).text == CLEAN
    assert clean(CLEAN).changes == ()


def test_a_lost_character_nobody_can_know_is_marked_for_a_person():
    cleaned = clean(CLEAN.replace("选题会", "选�会"))

    assert cleaned.text == CLEAN.replace("选题会", "选【缺字】会")
    assert [span.of(cleaned.text) for span in cleaned.missing] == ["【缺字】"]


def test_a_question_is_no_lost_character():
    assert clean("为什么办事难?因为窗口少。").text == "为什么办事难？因为窗口少。"


def test_a_gloss_that_does_not_fit_is_reported():
    changes = [change.what for change in clean(DAMAGES["wrong glosses"]).changes]

    assert changes == ["删去了10处注音", "有5处注音与前面的字不符，请对照原文核对"]


def test_abbreviations_in_brackets_are_no_glosses():
    text = "全市地区生产总值（GDP）增长5.2%，开发“云川办”（app）一个。"

    assert clean(text).text == text


PAGE = "\n".join(
    [
        "首页",
        "政务公开",
        "互动交流",
        "您的位置：首页 > 政务动态 > 正文",
        CLEAN.split("\n", 1)[0] + "_云川市人民政府网",
        "来源：县政府办 发布时间：2026-07-03 09:12 浏览次数：123",
        "字号：大 中 小",
        *CLEAN.split("\n")[1:],
        "分享到：微信 微博 QQ空间",
        "(2)",
        "上一页 1 2 3 下一页",
        "点击下载",
        "相关阅读",
        "青溪县召开防汛会议",
        "云川市举办招聘会",
        "加微信13800000000办理低息贷款，当天放款",
        "版权所有：云川市人民政府 ICP备12345678号",
    ]
)


def test_a_copied_page_is_reduced_to_its_article():
    cleaned = clean(PAGE)

    assert cleaned.text == CLEAN
    assert [change.what for change in cleaned.changes] == [
        "删去了6行网页导航、分享、版权等内容",
        "删去了1行来源、时间、浏览次数等信息",
        "删去了2处分页标记",
        "删去了1处下载按钮",
        "删去了5行相关文章列表",
    ]


def test_several_articles_of_one_page_are_offered_apart():
    second = (
        "河东县推进农村生活污水处理\n来源：河东县 发布时间：2026-07-04\n河东县建成处理设施36座，覆盖42个村，占四成。"
    )
    first = (
        "青溪县推进春耕备耕工作\n来源：青溪县 发布时间：2026-07-03\n青溪县已备化肥1.2万吨，占需求量的85%，进度较快。"
    )

    cleaned = clean(first + "\n" + second)

    assert [(article.title, article.text) for article in cleaned.articles] == [
        ("青溪县推进春耕备耕工作", "青溪县已备化肥1.2万吨，占需求量的85%，进度较快。"),
        ("河东县推进农村生活污水处理", "河东县建成处理设施36座，覆盖42个村，占四成。"),
    ]


PIECES = st.sampled_from(
    [
        "全市春灌12.6万亩。",
        "首页",
        "一、做法",
        "(一)加强",
        "信(xìn)息",
        "信?化",
        "\n",
        "\n\n",
        "　　",
        " ",
        "，",
        ",",
        "?",
        '"好"',
        "３２",
        "銆佷",
        "ä¸",
        "國家",
        "\t",
        "来源：甲 时间：乙",
        "相关阅读",
        "�",
        "12",
        "。。。",
        "（供稿：甲）",
    ]
)


@settings(max_examples=300, deadline=None)
@given(st.lists(PIECES, max_size=25).map("".join))
def test_cleaning_twice_is_cleaning_once(text):
    once = clean(text).text

    assert clean(once).text == once


@settings(max_examples=200, deadline=None)
@given(st.text(max_size=300))
def test_any_text_can_be_cleaned(text):
    once = clean(text).text

    assert clean(once).text == once
