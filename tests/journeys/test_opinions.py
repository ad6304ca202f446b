"""会签 by keyboard and on a phone: an editor asks, a unit proposes a wording, one key takes it over."""

import pytest

from tests.journeys.browser import PHONE

LYING = """
from tests.thread import taken
from tests.world import World
from qianliyan.accounts.models import User
from qianliyan.offices.models import Office, Post, Seat
by = lambda name: Office.objects.get(short_name=name)
world = World(by("省政府办公厅"), by("市政府办"), by("青石县政府办"), by("白桑县政府办"), by("市农业农村局"))
world.seats = {u.username: Seat.objects.get(person=u.person) for u in User.objects.all()}
world.posts = {post.code: post for post in Post.objects.all()}
print(taken(world, kind="ordinary").uid)
"""


@pytest.mark.both
def test_a_unit_is_asked_answers_on_a_phone_and_its_wording_is_taken_over(people, office):
    draft = office.python(LYING).strip().splitlines()[-1]
    editor = people.sign_in("editor").open(f"/drafts/{draft}/")
    editor.page.keyboard.press("Escape")
    editor.press("征求意见")
    editor.page.get_by_label("市农业农村局").first.check()
    editor.picture("50-征求意见")
    editor.is_accessible()
    editor.press("送出，请其反馈")
    editor.sees("已征求1处意见")
    editor.page.locator("#opinions").scroll_into_view_if_needed()
    editor.picture("51-待反馈")

    unit = people.sign_in("outsider", PHONE).open("/")
    unit.picture("52-今日-手机")
    unit.page.get_by_role("link", name="去反馈").first.click()
    unit.is_accessible()
    unit.picture("53-反馈-手机")
    unit.page.get_by_label("有意见").check()
    unit.page.fill("[name=text]", "口径已变，以台账为准。")
    unit.page.fill("[name=passage]", "仅落实三成")
    unit.page.fill("[name=wording]", "落实四成")
    unit.page.locator("[name=wording]").scroll_into_view_if_needed()
    unit.picture("54-写好-手机")
    unit.press("反馈意见")
    unit.sees("意见已反馈给")
    unit.is_accessible()
    unit.picture("55-已办-手机")

    editor.page.reload()
    editor.sees("口径已变，以台账为准。")
    editor.page.locator("#opinions").scroll_into_view_if_needed()
    editor.is_accessible()
    editor.picture("56-意见在旁")
    editor.page.locator("body").press("y")
    editor.sees("并存为一稿")
    editor.sees("已采纳")
    editor.picture("57-已采纳")
    narrow = people.sign_in("editor", PHONE).open(f"/drafts/{draft}/#opinions")
    narrow.sees("口径已变")
    narrow.picture("58-意见-手机")
    office.run("check")
