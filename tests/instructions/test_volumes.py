"""The year's instructions by leader: a volume of its own, only for those who handle instructions."""

from django.urls import reverse

from qianliyan.core import clock
from qianliyan.files.making import perform
from qianliyan.files.models import Making
from tests.instructions.steps import WORDS, forwarded
from tests.journeys.papers import words_of


def ordered(client):
    return client.post(reverse("instructions:volumes"), {"year": clock.today().year})


def test_the_volume_goes_by_leader_and_has_an_index_of_the_units(world, chief, sign_in):
    forwarded(world)

    page = ordered(sign_in(chief)).headers["Location"]
    perform(Making.objects.get().pk)
    words = words_of(b"".join(sign_in(chief).get(f"{page}file/").streaming_content))

    for said in (f"{clock.today().year}年分卷", "共1件", "限批办人员知悉", "市长李明", WORDS, "承办单位索引"):
        assert said in words, said


def test_nobody_else_may_have_it(world, editor, officer, sign_in):
    forwarded(world)

    for seat in (editor, officer):
        ordered(sign_in(seat))

    assert Making.objects.count() == 0


def test_a_year_without_instructions_has_no_volume(world, chief, sign_in):
    ordered(sign_in(chief))

    assert Making.objects.count() == 0
