"""Keys at the desk: a letter typed for a reason takes no step, and a line that was down leaves the buttons alive."""

LYING = """
from tests.thread import submitted
from tests.world import World
from qianliyan.accounts.models import User
from qianliyan.offices.models import Office, Post, Seat
by = lambda name: Office.objects.get(short_name=name)
world = World(by("省政府办公厅"), by("市政府办"), by("青石县政府办"), by("白桑县政府办"), by("市农业农村局"))
world.seats = {u.username: Seat.objects.get(person=u.person) for u in User.objects.all()}
world.posts = {post.code: post for post in Post.objects.all()}
submitted(world)
"""
STATE = """
from qianliyan.items.models import Submission
print(Submission.objects.get().state)
"""


def state(office):
    return office.python(STATE).strip().splitlines()[-1]


def test_letters_rest_while_a_reason_is_asked_and_buttons_wake_when_the_line_is_back(people, office):
    office.python(LYING)
    editor = people.sign_in("editor").open("/desk/")
    editor.page.locator("#desk-read .acts").wait_for()  # the only arrival lies open by itself

    editor.page.locator("body").press("r")
    editor.page.locator("details.menu[open]").wait_for()
    editor.page.keyboard.press("a")
    editor.page.keyboard.press("t")
    editor.page.wait_for_timeout(500)
    assert state(office) == "received"

    editor.page.keyboard.press("Escape")
    editor.page.context.set_offline(True)
    editor.page.locator("body").press("t")
    editor.sees("没有送到")
    editor.page.context.set_offline(False)
    editor.page.get_by_text("没有送到").wait_for(state="detached")
    editor.page.locator("body").press("t")
    editor.page.locator("#desk-read button[data-key=t]").wait_for(state="detached")
    assert state(office) == "signed_for"
    editor.troubles.clear()
