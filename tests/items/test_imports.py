import io

import docx
import pytest
import typst
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from tests.items.steps import BODY, handed_over, written
from tests.text.word import paragraph, word

from qianliyan.files.actions import content_of
from qianliyan.items.models import Import, Item, Version
from qianliyan.items.models.version import Why

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 504


def real_document() -> bytes:
    paper = docx.Document()
    paper.add_heading("青石县秋粮收购情况", 0)
    paper.add_paragraph("截至11月20日，全县收购秋粮4.6万吨。")
    paper.add_heading("一、主要做法", 1)
    paper.add_paragraph("早准备。", style="List Number")
    table = paper.add_table(rows=2, cols=2)
    for cell, text in zip([c for row in table.rows for c in row.cells], ("乡镇", "万吨", "河口镇", "1.2"), strict=True):
        cell.text = text
    stream = io.BytesIO()
    paper.save(stream)
    return stream.getvalue()


def upload(content: bytes, name: str) -> dict[str, SimpleUploadedFile]:
    return {"file": SimpleUploadedFile(name, content)}


def test_a_word_file_becomes_a_title_and_text_and_says_what_was_left_out(world, officer, sign_in):
    browser = sign_in(officer)

    answer = browser.post("/items/imports/", upload(real_document(), "秋粮.docx"), follow=True)

    item = Item.objects.get()
    assert item.title == "青石县秋粮收购情况"
    assert item.body.splitlines()[:2] == ["截至11月20日，全县收购秋粮4.6万吨。", "一、主要做法"]
    assert "河口镇\t1.2" in item.body
    imported = Import.objects.get()
    assert "1个表格改为制表符分隔的行" in [removal["what"] for removal in imported.removed]
    assert "处改动：" in answer.content.decode()
    assert answer.content.decode().count("1个表格改为制表符分隔的行") == 2  # at the top and beside the paper
    assert content_of(imported.file) == real_document() or content_of(imported.file)[:2] == b"PK"


def test_pasted_text_starts_an_item(world, officer, sign_in):
    sign_in(officer).post("/items/imports/", {"text": "关于秋粮收购的情况\r\n\r\n截至11月20日，收购4.6万吨。"})

    item = Item.objects.get()
    assert (item.title, item.body) == ("关于秋粮收购的情况", "截至11月20日，收购4.6万吨。")


def test_importing_over_a_text_keeps_it_as_a_version(world, officer, sign_in):
    item = written(world)

    sign_in(officer).post(
        reverse("items:imports_into", args=[item.uid]), upload("新题目\n\n新正文。".encode(), "新.txt")
    )

    assert (Item.objects.get().title, Item.objects.get().body) == ("新题目", "新正文。")
    assert list(Version.objects.values_list("why", "body")) == [(Why.BEFORE_IMPORT, BODY)]


PAGE = """<html><body><div>首页 | 时政 | 财经 | 登录 注册</div><div>当前位置：首页 &gt; 县区 &gt; 正文</div>
<h1>黄岭县推行共享农机</h1><div>2026-11-20 08:30 来源：云川日报 责任编辑：张三 【打印】【关闭】</div>
<p>黄岭县把全县286台收(shōu)割机、412台旋耕机纳入统一调度，平台共派单２.1万次。</p>
<div>澳门娱乐城 注册送88元 点击进入</div><p>截至10月底，水稻机收率由68%提高到83%。</p>
<div>相关阅读</div><ul><li>市委召开常委会会议</li></ul><div>扫码关注云川发布</div></body></html>"""


def test_of_a_page_from_the_web_the_article_is_taken_and_what_went_is_said(world, officer, sign_in):
    page = sign_in(officer).post("/items/imports/", upload(PAGE.encode(), "网页.html"), follow=True).content.decode()

    item = Item.objects.get()
    assert (item.title, item.body) == (
        "黄岭县推行共享农机",
        "黄岭县把全县286台收割机、412台旋耕机纳入统一调度，平台共派单2.1万次。\n截至10月底，水稻机收率由68%提高到83%。",
    )
    assert ("删去了1行广告" in page, "删去了1处注音" in page) == (True, True)


def test_nothing_is_imported_into_an_item_under_review(world, officer, sign_in):
    item = handed_over(world)

    answer = sign_in(officer).post(
        reverse("items:imports_into", args=[item.uid]), upload("新题目\n\n新正文。".encode(), "新.txt")
    )

    assert (answer.status_code, Item.objects.get().body) == (422, BODY)


def test_lost_bytes_of_a_gb18030_file_are_marked_in_the_text_and_said(world, officer, sign_in):
    text = "截至11月20日，收购4.6万吨，进度正常。各收购点秩序平稳，价格高于上年同期，未出现卖粮难，下一步将加强检查"
    cut = f"关于秋粮收购的情况\n{text}。".encode("gb18030")[:-1]

    page = sign_in(officer).post("/items/imports/", upload(cut, "秋粮.txt"), follow=True).content.decode()

    assert Item.objects.get().body == f"{text}【缺字】"
    assert "有1处丢字无法补回，以“【缺字】”标出" in page


def test_a_utf16_text_file_is_taken(world, officer, sign_in):
    sign_in(officer).post(
        "/items/imports/", upload("秋粮收购\n截至11月20日，收购4.6万吨。".encode("utf-16"), "秋粮.txt")
    )

    assert Item.objects.get().body == "截至11月20日，收购4.6万吨。"


@pytest.mark.parametrize(
    ("content", "name", "sentence"),
    [
        (b"", "空.docx", "文件是空的"),
        (b"x" * (20 * 1024 * 1024 + 5), "大.txt", "超过20MB"),
        (real_document()[:2000], "断.docx", "损坏"),
        (OLE + "EncryptedPackage".encode("utf-16-le"), "锁.docx", "密码"),
        (word(paragraph("甲"), more={"word/vbaProject.bin": b"x"}), "宏.docx", "宏"),
        (b"%PDF-1.7\n", "稿.docx", "PDF"),
        (typst.compile(b"#rect()"), "扫描.pdf", "如是扫描件，请录入文字后再上传"),
        (b"\x81\xff\xfe\x80" * 50, "乱.txt", "这不是文字文件"),
    ],
)
def test_a_bad_file_is_refused_with_a_sentence_and_nothing_is_started(world, officer, sign_in, content, name, sentence):
    answer = sign_in(officer).post("/items/imports/", upload(content, name))

    assert answer.status_code == 422
    assert sentence in answer.content.decode()
    assert Item.objects.count() == 0


def test_no_file_and_no_text_is_said_so(world, officer, sign_in):
    answer = sign_in(officer).post("/items/imports/", {})

    assert answer.status_code == 422
    assert "请选一个文件，或粘贴文字" in answer.content.decode()
