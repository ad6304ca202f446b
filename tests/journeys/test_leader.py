"""A leader with a tablet: reads, writes by keyboard and pen; his connection breaks while he sends."""

import json

from tests.journeys.browser import PHONE

TABLET = {"width": 820, "height": 1180}
LYING = """
from tests.instructions.steps import court, presented, printed_entry
from tests.world import World
from qianliyan.accounts.models import User
from qianliyan.offices.models import Office, Seat
by = lambda name: Office.objects.get(short_name=name)
world = World(by("省政府办公厅"), by("市政府办"), by("青石县政府办"), by("白桑县政府办"), by("市农业农村局"))
world.seats = {u.username: Seat.objects.get(person=u.person) for u in User.objects.all()}
from qianliyan.offices.models import Post
world.posts = {post.code: post for post in Post.objects.all()}
court(world)
for title in ("农村污水处理设施建而不用问题值得关注", "企业续贷过桥成本上升"):
    presented(world, "mayor", entry=printed_entry(world, title=title))
"""
GIVEN = """
import json
from qianliyan.instructions.models import Circle, Instruction
found = [[one.text, one.form, bool(one.strokes)] for one in Instruction.objects.order_by("pk")]
print(json.dumps([found, Circle.objects.count()]))
"""


def given(office):
    """What the server has: instructions as (text, form, strokes), and the number of circles."""
    instructions, circles = json.loads(office.python(GIVEN).strip().splitlines()[-1])
    return [tuple(one) for one in instructions], circles


def write(leader, text):
    leader.page.fill("[name=text]", text)


def test_what_a_leader_writes_while_the_line_is_down_is_sent_once_and_nothing_is_lost(people, office):
    office.python(LYING)
    mayor = people.sign_in("mayor", TABLET)
    mayor.open("/reading/").picture("40-阅件-平板")
    mayor.is_accessible()
    mayor.choose("农村污水")
    mayor.picture("41-一件-平板")
    mayor.is_accessible()
    first = mayor.page.url

    # The line breaks: what he wrote stays on the page and on his tablet.
    mayor.page.context.set_offline(True)
    write(mayor, "请农业农村局牵头研究，提出办法。")
    mayor.press("批示", exact=True)
    mayor.sees("已保留在本机")
    mayor.picture("42-没有送出去")
    assert given(office) == ([], 0)
    mayor.page.context.set_offline(False)
    mayor.page.wait_for_url(lambda url: url != first, timeout=20_000)
    assert given(office) == ([("请农业农村局牵头研究，提出办法。", "typed", False)], 0)

    # The answer gets lost after the server has it: the same words are sent again and are one instruction.
    second = mayor.page.url
    lost = {"left": 1}

    def lose(route):
        if lost["left"]:
            lost["left"] -= 1
            route.fetch()
            route.abort()
        else:
            route.continue_()

    mayor.page.route("**/instructions/", lose)
    strokes_on(mayor)
    mayor.picture("43-手写-平板")
    mayor.press("批示", exact=True)
    mayor.page.wait_for_url(lambda url: url != second, timeout=20_000)
    mayor.troubles.clear()

    assert given(office) == (
        [("请农业农村局牵头研究，提出办法。", "typed", False), ("", "pen", True)],
        0,
    )
    office.run("check")


def strokes_on(leader):
    leader.press("手写")
    box = leader.page.locator("canvas").bounding_box()
    leader.page.mouse.move(box["x"] + 40, box["y"] + 60)
    leader.page.mouse.down()
    for step in range(12):
        leader.page.mouse.move(box["x"] + 40 + 14 * step, box["y"] + 60 + 9 * (step % 4))
    leader.page.mouse.up()


def test_a_tablet_switched_off_in_between_keeps_what_was_written(people, office):
    office.python(LYING)
    mayor = people.sign_in("mayor", PHONE)
    mayor.open("/reading/").choose("农村污水")
    mayor.picture("44-一件-手机")
    mayor.is_accessible()
    mayor.press("请督查室跟踪督办")
    mayor.page.wait_for_timeout(300)
    mayor.page.reload()
    assert mayor.page.input_value("[name=text]") == "请督查室跟踪督办"
    mayor.press("圈阅", exact=True)
    mayor.sees("您写的批示还没有送出")
    assert given(office) == ([], 0)

    # Pressed while offline, the page left, another page opened later: it is sent from there.
    mayor.page.context.set_offline(True)
    mayor.press("批示", exact=True)
    mayor.sees("已保留在本机")
    context = mayor.page.context
    mayor.page.close()
    context.set_offline(False)
    mayor.page = context.new_page()
    mayor.open("/reading/")
    mayor.sees("全部送出")
    mayor.troubles.clear()

    assert given(office) == ([("请督查室跟踪督办", "typed", False)], 0)


def test_typing_and_circling_work_without_scripts(people, office):
    office.python(LYING)
    mayor = people.sign_in("mayor", TABLET, scripts=False)
    mayor.open("/reading/").page.get_by_text("农村污水").first.click()
    write(mayor, "请阅处。")
    mayor.page.locator(".leader-write button.primary").click()
    mayor.sees("批示已送出")
    mayor.page.get_by_role("button", name="圈阅").click()
    mayor.sees("已圈阅")

    assert given(office) == ([("请阅处。", "typed", False)], 1)
