from qianliyan.text.importers.imported import Removal
from qianliyan.text.importers.reading import read
from tests.text.word import footnotes_part, numbering_part, paragraph, run, word

HEADING_LIST = numbering_part(
    [("japaneseCounting", "%1、"), ("japaneseCounting", "（%2）"), ("decimal", "%3."), ("decimal", "（%4）")]
)


def listed(text: str, level: int, number: int = 1) -> str:
    return paragraph(text, f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>')


def test_the_first_short_line_becomes_the_title_and_the_rest_the_body():
    content = word(
        paragraph("云川市青溪县春耕备耕进展顺利"),
        paragraph("截至3月20日，已备种子1200吨。"),
        paragraph("下一步抓好春灌。"),
    )

    imported = read(content, "春耕.docx")

    assert (imported.title, imported.body) == (
        "云川市青溪县春耕备耕进展顺利",
        "截至3月20日，已备种子1200吨。\n下一步抓好春灌。",
    )
    assert imported.kind == "docx"
    assert imported.removed == ()


def test_list_numbers_that_exist_only_as_formatting_become_text():
    content = word(
        paragraph("标题一行"),
        listed("主要做法", 0),
        listed("建机制", 1),
        listed("强保障", 1),
        listed("资金", 2),
        listed("存在问题", 0),
        listed("人手不足", 1),
        numbering=HEADING_LIST,
    )

    imported = read(content, "稿件.docx")

    assert imported.body.split("\n") == [
        "一、主要做法",
        "（一）建机制",
        "（二）强保障",
        "1.资金",
        "二、存在问题",
        "（一）人手不足",
    ]
    assert imported.removed == (Removal("6处自动编号改为文字", 1, "一、主要做法"),)


def test_a_second_list_on_the_same_pattern_starts_anew_when_it_says_so():
    content = word(
        paragraph("标题一行"), listed("甲", 0), listed("乙", 0), listed("丙", 0, number=2), numbering=HEADING_LIST
    )

    assert read(content, "稿件.docx").body == "一、甲\n二、乙\n一、丙"


def test_tracked_changes_are_accepted_and_said_so():
    changed = (
        "<w:p>" + run("共") + '<w:del w:id="1"><w:r><w:delText>12</w:delText></w:r></w:del>'
        '<w:ins w:id="2">' + run("15") + "</w:ins>" + run("个项目。") + "</w:p>"
    )

    imported = read(word(paragraph("标题一行"), changed), "稿件.docx")

    assert imported.body == "共15个项目。"
    assert imported.removed == (
        Removal("已接受修订：删去了1处被删除的文字", 1, "12"),
        Removal("已接受修订：并入了1处插入的文字", 1, "15"),
    )


def test_a_table_becomes_tab_separated_rows():
    def row(*cells: str) -> str:
        return "<w:tr>" + "".join(f"<w:tc>{paragraph(cell)}</w:tc>" for cell in cells) + "</w:tr>"

    table = "<w:tbl>" + row("县区", "项目数") + row("青溪县", "12") + "</w:tbl>"

    imported = read(word(paragraph("标题一行"), table, paragraph("以上为一季度数据。")), "表.docx")

    assert imported.body == "县区\t项目数\n青溪县\t12\n\n以上为一季度数据。"
    assert imported.removed == (Removal("1个表格改为制表符分隔的行", 1, ""),)


def test_footnotes_move_to_the_end():
    noted = "<w:p>" + run("全县有水库31座") + '<w:r><w:footnoteReference w:id="2"/></w:r>' + run("。") + "</w:p>"

    imported = read(word(paragraph("标题一行"), noted, footnotes=footnotes_part("截至2026年6月。")), "稿.docx")

    assert imported.body == "全县有水库31座［注1］。\n［注1］截至2026年6月。"
    assert imported.removed == (Removal("1条脚注移到文末", 2, "截至2026年6月。"),)


def test_a_text_box_is_read_once_after_its_paragraph():
    box = "<w:txbxContent>" + paragraph("框内的话。") + "</w:txbxContent>"
    drawn = (
        "<w:p>" + run("正文。") + "<w:r><mc:AlternateContent><mc:Choice><w:drawing>" + box + "</w:drawing></mc:Choice>"
        "<mc:Fallback><w:pict>" + box + "</w:pict></mc:Fallback></mc:AlternateContent></w:r></w:p>"
    )

    imported = read(word(paragraph("标题一行"), drawn), "稿.docx")

    assert imported.body == "正文。\n框内的话。"
    assert imported.removed == (Removal("1个文本框的内容并入正文", 1, ""),)


def test_pictures_hidden_words_fields_and_comments_are_left_out():
    mixed = (
        "<w:p>" + run("看得见") + "<w:r><w:rPr><w:vanish/></w:rPr><w:t>看不见</w:t></w:r>"
        "<w:r><w:instrText>PAGE</w:instrText></w:r><w:r><w:drawing/></w:r><w:r><w:commentReference/></w:r></w:p>"
    )

    imported = read(word(paragraph("标题一行"), mixed), "稿.docx")

    assert imported.body == "看得见"
    assert [removal.what for removal in imported.removed] == ["删去了1处隐藏文字", "删去了1张图片", "有1条批注未导入"]


def test_a_large_centred_title_over_two_lines_is_joined():
    centred = '<w:jc w:val="center"/>'
    content = word(
        paragraph("云川市人民政府办公室关于", centred, size=44),
        paragraph("当前粮食生产情况的报告", centred, size=44),
        paragraph("今年以来，全市粮食生产总体平稳。"),
    )

    assert read(content, "稿.docx").title == "云川市人民政府办公室关于当前粮食生产情况的报告"
