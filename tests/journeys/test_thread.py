"""The thread: a Word file from a county becomes a printed, numbered issue, and the county's officer sees it.

Each part begins where the one before ended, in the browser, each person at his own window.
"""

import re
from pathlib import Path

import pytest

from tests.journeys.browser import PHONE
from tests.journeys.papers import words_of

WORD = Path(__file__).resolve().parents[1] / "data" / "journeys" / "农村污水.docx"
TITLE = "农村生活污水处理设施“建而不用”问题值得关注"


def writes_and_hands_over(officer):
    officer.open("/items/new/")
    officer.page.set_input_files("input[type=file]", WORD)
    officer.press("导入", exact=True)
    assert officer.page.input_value("[name=title]") == TITLE
    body = officer.page.input_value("textarea[name=body]")
    assert "一、主要问题" in body
    assert "石门镇\t32\t15" in body
    assert re.search(r"^\S{0,4}1[.．、]\s*运维经费缺口大", body, re.MULTILINE), body
    officer.picture("01-写信息")
    officer.is_accessible()
    officer.page.locator("[data-saved]", has_text="已存").wait_for()
    officer.page.locator("[data-primary]").click()
    officer.sees("待核稿")


def approves(person, remark=""):
    person.open("/items/reviews/")
    person.choose("污水")
    person.page.locator("[name=remark]").fill(remark)
    person.press("同意，送")


def returns(person, reason):
    person.open("/items/reviews/")
    person.choose("污水")
    person.page.locator("#return textarea, #return [name=reason]").first.fill(reason)
    person.page.locator("#return").get_by_role("button", name="退回").click()


@pytest.fixture
def officer(people):
    return people.sign_in("officer")


@pytest.mark.both
def test_from_a_word_file_to_a_printed_issue_and_back(people, office, officer):
    writes_and_hands_over(officer)

    # Review on the desk: returned with a reason, revised, compared, approved.
    checker = people.sign_in("checker")
    returns(checker, "停运原因写得不够具体，请补充")
    officer.open("/items/").choose("污水")
    officer.sees("停运原因写得不够具体")
    officer.picture("02-退回后")
    body = officer.page.input_value("textarea[name=body]")
    edit(officer, body.replace("管网不配套", "部分管网未接入农户，管网不配套"))
    officer.page.locator("[data-primary]").click()
    officer.sees("待核稿")
    checker.open("/items/reviews/").choose("污水")
    checker.press("改动")
    checker.sees("部分管网未接入农户")
    checker.picture("03-改动对照")
    approves(checker)
    approves(checker, "不涉密，可报")
    approves(people.sign_in("reviewer"))

    # The signatory corrects and signs in one act, on a phone.
    signatory = people.sign_in("signatory", PHONE)
    signatory.open("/").picture("04-今日-签发人-手机")
    signatory.open("/items/reviews/").choose("污水")
    signatory.picture("05-签发-手机")
    signatory.is_accessible()
    signatory.press("在稿上改")
    text = signatory.page.input_value("textarea[name=body]")
    signatory.page.fill("textarea[name=body]", text.replace("三成", "30%"))
    signatory.picture("06-在稿上改-手机")
    signatory.press("按修改稿")
    signatory.sees("已签发")

    # It is sent; the officer sees it arrive.
    officer.open("/items/").choose("污水")
    officer.picture("07-已签发")
    officer.press("报送云川市")
    officer.sees("待处理")

    # The editor's queue, by keyboard.
    editor = people.sign_in("editor")
    editor.open("/").picture("08-今日-编辑")
    editor.open("/desk/")
    editor.sees(TITLE)
    editor.picture("09-来稿处理")
    editor.is_accessible()
    editor.page.keyboard.press("t")
    editor.sees("已签收")
    editor.page.keyboard.press("a")
    editor.sees("这里没有来稿")
    editor.open("/drafts/")
    editor.choose("污水")
    editor.picture("10-待编稿")
    editor.is_accessible()
    edited = editor.page.input_value("textarea[name=body]").replace("近期，", "")
    edit(editor, edited)
    editor.page.fill("[name=why]", "删去空话")
    editor.press("编好待用")
    editor.sees("已编好")

    # The chief composes; the secretary-general signs on a phone; the number comes with the signature.
    chief = people.sign_in("chief")
    chief.open("/publications/").page.get_by_text("政务信息").locator("visible=true").last.click()
    chief.press("编新一期")
    chief.sees("待编稿")
    chief.press("编入")
    chief.page.locator("#order li").first.wait_for()
    chief.is_accessible()
    address = chief.page.url
    chief.page.locator("img[src*=preview]").first.wait_for()
    chief.picture("11-编一期")
    chief.page.keyboard.press("s")
    chief.sees("回车确认：送秘书长签发")
    chief.page.keyboard.press("Enter")
    chief.sees("待签发")
    general = people.sign_in("secretary_general", PHONE)
    general.open("/").picture("12-今日-秘书长-手机")
    general.page.goto(address)
    general.picture("13-签发刊物-手机")
    general.is_accessible()
    general.page.locator("#sign button").click()
    general.sees("第1期")

    # Printed: frozen, set by the worker, kept with its digest.
    chief.page.goto(address)
    chief.page.locator("#side .acts button.primary").click()
    chief.page.locator("a[href$='/file/']").first.wait_for(timeout=60_000)
    chief.picture("14-已刊发")
    pdf = chief.page.request.get(f"{address}file/").body()
    words = words_of(pdf)
    assert "政务信息" in words
    assert "第1期" in words
    assert "部分管网未接入农户" in words
    assert "近期" not in words

    # And back: the officer's trail, the bell, nothing of the desk's inside.
    officer.open("/items/").choose("污水")
    officer.sees("政务信息")
    officer.picture("15-信息员看结果")
    officer.is_accessible()
    trail = officer.page.locator("main").inner_text()
    assert "删去空话" not in trail
    officer.open("/").picture("16-今日-信息员")
    officer.open("/notices/").sees("您有1件办结")
    officer.picture("17-提醒")
    assert "污水" not in officer.page.locator("main").inner_text()
    assert "封印链完好" in office.run("audit", "verify")
    office.run("check")


def edit(someone, text):
    """Replace the text in the editor as a person would, and wait until it is saved."""
    someone.page.locator(".cm-content").click()
    someone.page.keyboard.press("Control+a")
    someone.page.keyboard.insert_text(text)
    same = "text => document.querySelector('textarea[name=body]').value.trim() === text.trim()"
    someone.page.wait_for_function(same, arg=text)
    someone.page.locator("[data-saved]", has_text="✓").wait_for()
