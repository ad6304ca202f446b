"""Every step of work can be done with plain forms: one item from the first word to the draft with scripts off."""


def test_an_item_goes_all_the_way_with_scripts_off(people):
    officer = people.sign_in("officer", scripts=False)
    officer.open("/items/new/")
    officer.press("开始写")
    officer.page.fill("[name=title]", "全市新增高标准农田6.2万亩")
    officer.page.fill("textarea[name=body]", "今年以来，青石县新增高标准农田6.2万亩，完成年度任务的103%。")
    officer.press("保存", exact=True)
    officer.sees("已存")
    officer.page.locator("[data-primary]").click()
    officer.sees("待核稿")
    address = officer.page.url

    for role, times in (("checker", 2), ("reviewer", 1), ("signatory", 1)):
        leader = people.sign_in(role, scripts=False)
        for _ in range(times):
            leader.page.goto(address)
            leader.page.locator("#decision [data-primary]").click()

    officer.page.goto(address)
    officer.sees("已签发")
    officer.press("报送云川市")
    officer.sees("待处理")

    editor = people.sign_in("editor", scripts=False)
    editor.open("/desk/").choose("高标准农田")
    editor.press("签收")
    editor.open("/desk/").choose("高标准农田")
    editor.press("选用")
    editor.open("/drafts/").choose("高标准农田")
    editor.page.fill("textarea[name=body]", "青石县新增高标准农田6.2万亩，完成年度任务的103%。")
    editor.press("编好待用")
    editor.sees("已编好待用")
