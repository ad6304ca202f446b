import io

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from PIL import Image

from qianliyan.core.errors import NotAllowed, Unreadable, WrongState
from qianliyan.items.actions import tips
from qianliyan.items.models import Item, Tip
from qianliyan.notices.models import Notice

WORDS = "今早七点北山村后山有裂缝。村里在转移人"


def picture():
    kept = io.BytesIO()
    Image.new("RGB", (8, 8)).save(kept, "PNG")
    return kept.getvalue()


def told():
    return list(Notice.objects.order_by("pk").values_list("person__name", "kind"))


def test_anybody_in_the_unit_drops_two_lines_and_a_photo_and_the_officer_is_told(world, reviewer):
    tip = tips.drop(f" {WORDS} ", by=reviewer, photos=[(picture(), "裂缝.png")])

    assert (tip.text, tip.office, tip.supplier, tip.photos.count()) == (WORDS, world.county, reviewer.person, 1)
    assert told() == [("石小禾", "to_do")]


def test_the_officer_makes_an_item_of_it_and_its_supplier_is_credited(world, reviewer, officer):
    tip = tips.drop(WORDS, by=reviewer, photos=[(picture(), "裂缝.png")])
    Notice.objects.all().delete()

    item = tips.use(tip, by=officer)

    assert (item.title, item.body, item.supplier, item.drafter) == (
        "今早七点北山村后山有裂缝",
        WORDS,
        "岳川",
        officer.person,
    )
    assert (item.attachments.count(), Tip.objects.get().item, Tip.objects.get().state) == (1, item, "used")
    assert told() == [("岳川", "done")]


def test_or_thanks_for_it_with_a_word(world, reviewer, officer):
    tip = tips.drop(WORDS, by=reviewer)
    with pytest.raises(Unreadable):
        tips.close(tip, by=officer, word=" ")

    closed = tips.close(tip, by=officer, word="已报过，谢谢")

    assert (closed.state, closed.word) == ("closed", "已报过，谢谢")
    with pytest.raises(WrongState):
        tips.use(tip, by=officer)
    assert Item.objects.count() == 0


def test_the_neighbour_s_officer_does_neither(world, reviewer, neighbour):
    tip = tips.drop(WORDS, by=reviewer)

    with pytest.raises(NotAllowed):
        tips.use(tip, by=neighbour)
    with pytest.raises(NotAllowed):
        tips.close(tip, by=neighbour, word="谢谢")
    assert (Item.objects.count(), Tip.objects.get().state) == (0, "open")


@pytest.mark.parametrize("text", ["", "  \n", "长" * 501])
def test_nothing_and_a_whole_report_are_refused(world, reviewer, text):
    with pytest.raises(Unreadable):
        tips.drop(text, by=reviewer)

    assert Tip.objects.count() == 0


@pytest.mark.parametrize("photos", [[(b"no picture", "a.png")], [(b"", "a.png")] * 5])
def test_what_is_no_picture_and_too_many_are_refused_and_the_box_stays_empty(world, reviewer, photos):
    with pytest.raises(Unreadable):
        tips.drop(WORDS, by=reviewer, photos=photos)

    assert Tip.objects.count() == 0


def test_on_the_phone_it_is_one_page(world, reviewer, officer, neighbour, sign_in):
    browser, address = sign_in(reviewer), reverse("items:tips")
    photo = SimpleUploadedFile("裂缝.png", picture(), content_type="image/png")
    for _click in range(2):
        browser.post(address, {"text": WORDS, "photos": photo, "once": "key-1"})
    tip = Tip.objects.get()
    shown = reverse("items:tip_photo", args=[tip.uid, tip.photos.get().uid])

    assert "信息员还没有看" in browser.get(address).content.decode()
    page = sign_in(officer).get(address).content.decode()
    assert [words in page for words in (WORDS, shown, "写成信息")] == [True] * 3
    assert b"".join(sign_in(officer).get(shown).streaming_content) == picture()
    assert sign_in(neighbour).get(shown).status_code == 404
    answer = sign_in(officer).post(reverse("items:tip_item", args=[tip.uid]))
    assert answer.url == reverse("items:item", args=[Item.objects.get().uid])


def test_the_box_takes_the_same_few_queries_whatever_lies_in_it(
    world, reviewer, officer, sign_in, django_assert_max_num_queries
):
    browser, counts = sign_in(officer), []

    for dropped in (1, 3):
        while Tip.objects.count() < dropped:
            tips.drop(WORDS, by=reviewer, photos=[(picture(), "裂缝.png")])
        with django_assert_max_num_queries(12) as counted:
            browser.get(reverse("items:tips"))
        counts.append(len(counted))

    assert counts[0] == counts[1]
