"""Signed with ink: the sheet is printed, its photo comes back, the signing is recorded on behalf."""

from PIL import Image

from tests.journeys.papers import words_of

HANDED_OVER = """
from tests.thread import handed_over
from tests.world import World
from qianliyan.offices.models import Office, Seat
from qianliyan.accounts.models import User
by = lambda name: Office.objects.get(short_name=name)
world = World(by("省政府办公厅"), by("市政府办"), by("青石县政府办"), by("白桑县政府办"), by("市农业农村局"))
world.seats = {u.username: Seat.objects.get(person=u.person) for u in User.objects.all()}
print(handed_over(world).uid)
"""


def photo(path):
    Image.new("RGB", (1200, 1600), "white").save(path, "JPEG")
    return path


def test_the_sheet_is_printed_and_its_photo_comes_back(people, office, tmp_path):
    uid = office.python(HANDED_OVER).split()[-1]
    officer = people.sign_in("officer")
    officer.open(f"/items/{uid}/")
    officer.picture("30-审签中-信息员")

    sheet = officer.page.request.get(f"{office.url}/items/{uid}/sheet/").body()
    words = words_of(sheet)
    officer.open(f"/items/{uid}/paper/")
    code = officer.page.locator("strong.num").first.inner_text()
    assert "信息报送审签单" in words
    assert code in words
    officer.picture("31-登记书面签发")
    officer.is_accessible()
    officer.page.set_input_files("input[type=file]", photo(tmp_path / "审签单.jpg"))
    officer.press("登记，视同签发")
    officer.sees("已签发")
    officer.picture("32-书面签发之后")

    officer.press("报送云川市")
    editor = people.sign_in("editor").open("/desk/")
    editor.sees("书面")
    editor.picture("33-来稿-书面审签单")
