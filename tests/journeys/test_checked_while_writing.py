"""Findings while one writes: a wrong sum is underlined, walked to, put right or set aside; figures are verified."""

from tests.journeys.browser import PHONE

WRONG = "截至11月20日，青石县共核查146座设施，其中正常运行83座、停运61座、改造中3座。"
CHOSEN = "截止目前，"
HIDDEN = "截止目前，运维经费到位率偏低。"


def writes(people, text):
    officer = people.sign_in("officer")
    officer.open("/items/new/")
    officer.press("开始写")
    officer.page.fill("[name=title]", "青石县核查农村生活污水处理设施")
    officer.page.locator(".cm-content").click()
    officer.page.keyboard.insert_text(text)
    return officer


class InputMethod:
    """Letters stand in the text until the characters that were meant are chosen, as with pinyin."""

    def __init__(self, someone):
        self.line = someone.page.context.new_cdp_session(someone.page)

    def types(self, letters):
        for length in range(1, len(letters) + 1):
            text = {"text": letters[:length], "selectionStart": length, "selectionEnd": length}
            self.line.send("Input.imeSetComposition", text)

    def chooses(self, characters):
        self.line.send("Input.insertText", {"text": characters})


def findings(someone):
    return someone.page.locator("#findings [data-finding]")


def text_of(someone):
    return someone.page.input_value("textarea[name=body]")


def pinyin_is_left_alone_until_the_characters_are_chosen(officer):
    asked = []
    officer.page.on("request", lambda request: asked.append(request.url))
    officer.page.locator("[data-saved].good", has_text="✓").wait_for()
    officer.page.wait_for_timeout(2500)  # what follows a saving is done
    asked.clear()
    method = InputMethod(officer)

    method.types("jiezhimuqian")
    officer.page.wait_for_timeout(2500)  # longer than saving and checking wait
    assert officer.page.locator(".cm-content").inner_text().strip() == f"{WRONG}jiezhimuqian"
    assert (asked, text_of(officer)) == ([], WRONG)
    officer.picture("49-输入法-拼音")

    method.chooses(CHOSEN)
    findings(officer).filter(has_text="“截止目前”应为“截至目前”").wait_for()
    officer.page.locator("[data-saved].good", has_text="✓").wait_for()


def test_a_wrong_sum_is_underlined_while_one_writes_and_ignored_with_a_reason(people):
    officer = writes(people, WRONG)
    sum_ = findings(officer).filter(has_text="147")
    sum_.wait_for()
    officer.page.locator(".cm-content mark.advice", has_text="146座").first.wait_for()
    pinyin_is_left_alone_until_the_characters_are_chosen(officer)
    officer.picture("50-自查-分项之和")

    for _ in range(findings(officer).count()):
        if sum_.get_attribute("open") is None:
            officer.page.keyboard.press("F8")
    officer.page.keyboard.press("Control+,")
    officer.page.keyboard.type("有1座两边都算")
    officer.picture("51-自查-写理由")
    officer.page.keyboard.press("Enter")
    officer.sees("已忽略")

    assert sum_.count() == 0
    assert text_of(officer) == f"{WRONG}{CHOSEN}"
    officer.page.reload()
    assert text_of(officer) == f"{WRONG}{CHOSEN}"
    officer.is_accessible()


def test_a_fix_is_taken_over_by_key_and_a_gap_has_to_be_filled_before_hand_over(people):
    officer = writes(people, HIDDEN)
    fix = findings(officer).filter(has_text="“截止目前”应为“截至目前”")
    fix.wait_for()
    fix.locator("summary").click()
    officer.page.keyboard.press("Control+.")
    officer.page.wait_for_function("document.querySelector('textarea[name=body]').value.startsWith('截至目前')")

    vague = findings(officer).filter(has_text="偏低")
    vague.wait_for()
    vague.locator("summary").click()
    vague.get_by_role("button", name="留空待填").click()
    findings(officer).filter(has_text="阻断签发").wait_for()
    officer.picture("52-自查-留空待填")

    officer.page.locator("[data-primary]").first.click()
    officer.sees("任何人不能放行")


def test_figures_are_verified_by_keyboard_alone(people):
    officer = writes(people, WRONG)
    findings(officer).first.wait_for()
    officer.page.keyboard.press("F9")
    officer.sees("一次问到的")
    officer.page.keyboard.type("县住建局王工 0900-1234567")
    officer.page.locator("input[name=state-0]").first.focus()
    officer.page.keyboard.press("ArrowRight")
    officer.picture("53-核实单")
    officer.is_accessible()
    officer.page.keyboard.press("Control+Enter")

    officer.sees("4处关键数据，1处已核")
    officer.picture("54-核实单-已记")
    officer.page.set_viewport_size(PHONE)
    officer.picture("55-核实单-手机")
    officer.is_accessible()
