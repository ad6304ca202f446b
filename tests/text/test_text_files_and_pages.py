import pytest

from qianliyan.text.importers.imported import Refused, Removal
from qianliyan.text.importers.reading import read

PROSE = "青溪县加强春季田间管理\n截至3月20日，全县已完成春灌12.6万亩，占计划的63%。下一步将加快进度，力争月底前完成。"
TRADITIONAL = "青溪縣加強春季田間管理\n截至三月二十日，全縣已完成春灌，下一步將加快進度，力爭月底前完成。"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "gb18030"])
def test_a_text_file_is_read_in_any_encoding_of_the_mainland(encoding):
    imported = read(PROSE.encode(encoding), "春灌.txt")

    assert (imported.title, imported.body) == tuple(PROSE.split("\n"))


def test_a_text_file_in_big5_keeps_its_characters():
    imported = read(TRADITIONAL.encode("big5"), "春灌.txt")

    assert imported.title + "\n" + imported.body == TRADITIONAL


def test_lost_bytes_are_marked_and_counted():
    content = PROSE.encode()

    imported = read(content[:34] + b"\xff" + content[34:], "春灌.txt")

    assert "�" in imported.body
    assert imported.removed == (Removal("有1个字符读不出来，以“�”标出"),)


def test_gb18030_that_breaks_off_is_read_with_its_mark_and_what_is_none_is_refused():
    cut = read(PROSE.encode("gb18030")[:-1], "春灌.txt")

    assert (cut.body, cut.removed) == (
        PROSE.split("\n")[1][:-1] + "�",
        (Removal("有1个字符读不出来，以“�”标出"),),
    )
    with pytest.raises(Refused):
        read(b"\x81\xff\xfe\x80" * 50, "春灌.txt")


def test_a_first_line_that_is_a_sentence_is_no_title():
    imported = read("这一行是完整的句子。\n第二行也是。".encode(), "甲.txt")

    assert (imported.title, imported.body) == ("", "这一行是完整的句子。\n第二行也是。")


PAGE = """<!DOCTYPE html><html><head><meta charset="utf-8"><title>青溪县加强春季田间管理 - 云川市政府网</title>
<script>var a = "不要";</script></head><body>
<div class="nav"><ul><li><a href="/">首页</a></li><li><a href="/news">要闻动态</a></li></ul></div>
<div class="main"><h1>青溪县加强春季田间管理</h1>
<div class="text"><p>截至3月20日，全县已完成春灌12.6万亩，占<a href="/p">计划</a>的63%，进度快于上年同期。</p>
<p>主要做法：</p><ol><li>建立县乡村三级责任制，<ruby>逐<rt>zhú</rt></ruby>块落实管护人员。</li><li>统筹调度水源。</li></ol>
<table><tr><th>乡镇</th><th>面积</th></tr><tr><td>河东镇</td><td>3.2万亩</td></tr></table></div></div>
<div class="related"><a href="/1">相关链接：青溪县召开会议，研究部署防汛工作，要求抓好落实</a></div>
<footer>版权所有：云川市人民政府，未经许可不得转载，联系电话见网站底部说明。</footer></body></html>"""


@pytest.mark.parametrize("encoding", ["utf-8", "gb18030"])
def test_a_page_is_reduced_to_its_article(encoding):
    page = PAGE.replace("utf-8", "gb2312" if encoding == "gb18030" else "utf-8")

    imported = read(page.encode(encoding), "页面.html")

    assert imported.title == "青溪县加强春季田间管理"
    assert imported.body.split("\n") == [
        "截至3月20日，全县已完成春灌12.6万亩，占计划的63%，进度快于上年同期。",
        "主要做法：",
        "1.建立县乡村三级责任制，逐块落实管护人员。",
        "2.统筹调度水源。",
        "乡镇\t面积",
        "河东镇\t3.2万亩",
    ]
    assert Removal("删去了正文以外的4段网页内容", None, "首页") in imported.removed
    assert Removal("删去了1处注音") in imported.removed


def test_paragraphs_made_by_line_breaks_stay_apart():
    page = (
        "<html><body><div>第一段说的是春耕，进度较快，值得各县区学习。<br>"
        "　　第二段说的是秋收，进度正常，没有大的问题。</div></body></html>"
    )

    assert read(page.encode(), "页.htm").body == (
        "第一段说的是春耕，进度较快，值得各县区学习。\n第二段说的是秋收，进度正常，没有大的问题。"
    )
