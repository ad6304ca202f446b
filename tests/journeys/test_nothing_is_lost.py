"""What somebody typed survives: the browser dies, the server dies, two people save at once, the worker is killed."""

import json
import signal
import time

import pytest

from tests.journeys.browser import PHONE
from tests.journeys.papers import pages_of

TEXT = "截至11月20日，青石县累计收购秋粮4.6万吨，同比增长8.3%，进度快于上年。"


def begins(someone, title):
    """Open a new page and give it a title."""
    someone.open("/items/new/")
    someone.press("开始写")
    someone.page.fill("[name=title]", title)
    return someone.page.url


def types(someone, text):
    someone.page.locator(".cm-content").click()
    someone.page.keyboard.press("Control+End")
    someone.page.keyboard.insert_text(text)


def saved(someone):
    """Wait until what was typed last is on the server: while it is not, the mark is busy or stands for this machine."""
    someone.page.locator("[data-saved].good", has_text="✓").wait_for()


def test_killing_browser_and_server_loses_nothing_older_than_five_seconds(people, office):
    officer = people.sign_in("officer")
    address = begins(officer, "秋粮收购进度快于上年")
    types(officer, TEXT)
    time.sleep(5)

    office.stop(signal.SIGKILL)
    officer.page.close()
    office.start()

    again = people.sign_in("officer")
    again.page.goto(address)
    assert again.page.input_value("[name=title]") == "秋粮收购进度快于上年"
    assert again.page.input_value("textarea[name=body]").strip() == TEXT


def test_what_is_typed_while_the_server_is_away_is_kept_in_the_browser(people, office):
    officer = people.sign_in("officer")
    address = begins(officer, "秋粮收购")
    saved(officer)
    office.stop(signal.SIGKILL)

    types(officer, TEXT)
    officer.sees("已保留在本机")
    officer.page.goto("about:blank")  # else the page might save by itself before anybody asks
    officer.troubles.clear()
    office.start()
    officer.page.goto(address)
    officer.press("恢复", exact=True)
    saved(officer)
    officer.page.reload()

    assert officer.page.input_value("textarea[name=body]").strip() == TEXT
    officer.troubles.clear()


@pytest.mark.both
def test_two_people_save_the_same_item_and_both_texts_stay(people, office):
    officer = people.sign_in("officer")
    address = begins(officer, "秋粮收购")
    types(officer, TEXT)
    saved(officer)
    office.python(COLLEAGUE)
    colleague = people.sign_in("second_officer")
    colleague.page.goto(address)
    types(colleague, "这是同事的补充。")
    saved(colleague)

    types(officer, "这是我的补充。")
    officer.press("对照")

    officer.sees("这是同事的补充。")
    officer.sees("这是我的补充。")
    officer.picture("20-两份文字")
    officer.is_accessible()


def test_what_a_signatory_corrects_on_a_phone_outlives_the_window_until_it_is_signed(people, office):
    address = f"/items/{office.python(REVIEWED).split()[-1]}/?correct=1"
    leader = people.sign_in("signatory", PHONE)
    leader.open(address)
    leader.page.fill("textarea[name=body]", TEXT)
    leader.page.wait_for_timeout(600)
    leader.page.goto("about:blank")

    leader.open(address)
    leader.sees("上次在这里写的没有交出去")
    leader.picture("21-在稿上改-找回-手机")
    leader.is_accessible()
    leader.press("恢复", exact=True)
    assert leader.page.input_value("textarea[name=body]") == TEXT
    leader.page.context.set_offline(True)
    leader.press("按修改稿发")
    leader.sees("没有送到")
    leader.page.context.set_offline(False)
    leader.press("按修改稿发")
    leader.sees("已签发")
    assert leader.page.evaluate("Object.keys(localStorage).filter(key => key.includes('form.'))") == []
    leader.troubles.clear()  # the line that was down


COLLEAGUE = """
from datetime import date
from qianliyan.accounts.models import Person, User
from qianliyan.history.actors import SYSTEM
from qianliyan.offices.actions import seat
from qianliyan.offices.models import Office, Post
person = Person.objects.create(name="石小麦")
User.objects.enrol(person, "second_officer", "Yunchuan-2026", must_change_password=False)
county = Office.objects.get(short_name="青石县政府办")
seat(person, county, Post.objects.get(code="officer"), since=date(2020, 1, 1), by=SYSTEM)
"""

SIGNED = """
from tests.thread import signed_issue
from tests.world import World
from qianliyan.offices.models import Office, Seat
from qianliyan.accounts.models import User
by = lambda name: Office.objects.get(short_name=name)
world = World(by("省政府办公厅"), by("市政府办"), by("青石县政府办"), by("白桑县政府办"), by("市农业农村局"))
world.seats = {u.username: Seat.objects.get(person=u.person) for u in User.objects.all()}
print(signed_issue(world).uid)
"""

REVIEWED = """
from tests.items.steps import reviewed
from tests.world import World
from qianliyan.offices.models import Office, Seat
from qianliyan.accounts.models import User
by = lambda name: Office.objects.get(short_name=name)
world = World(by("省政府办公厅"), by("市政府办"), by("青石县政府办"), by("白桑县政府办"), by("市农业农村局"))
world.seats = {u.username: Seat.objects.get(person=u.person) for u in User.objects.all()}
print(reviewed(world).uid)
"""

WORKERS = """
import json
from qianliyan.bulletins.models import PrintOrder
from django_tasks_db.models import DBTaskResult
print(json.dumps([PrintOrder.objects.get().state, list(DBTaskResult.objects.values_list("status", flat=True))]))
"""


@pytest.mark.both
def test_a_worker_killed_while_it_sets_the_pages_costs_a_delay_and_no_page(people, office):
    uid = office.python(SIGNED).split()[-1]
    chief = people.sign_in("chief")
    chief.open(f"/issues/{uid}/")
    kill_workers(office)
    chief.page.locator("#side .acts button.primary").click()
    kill_workers(office)

    link = chief.page.locator("a[href$='/file/']").first
    deadline = time.monotonic() + 150
    while not link.count() and time.monotonic() < deadline:
        time.sleep(2)
        chief.page.reload()
    pdf = chief.page.request.get(f"{office.url}/issues/{uid}/file/").body()

    assert pages_of(pdf) >= 1
    assert json.loads(office.python(WORKERS).strip().splitlines()[-1])[0] == "made"
    office.run("check")


def kill_workers(office):
    """Kill -9 every task worker of this installation, as soon as there is one."""
    deadline = time.monotonic() + 30
    while not office.kill("--worker-id"):
        assert time.monotonic() < deadline, "the supervisor started no worker"
        time.sleep(0.05)
