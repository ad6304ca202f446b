from django.urls import reverse

from qianliyan.items.models import Submission
from tests.thread import submitted

WRONG = "今年以来，青石县共核查146座设施，其中正常运行83座、停运61座、改造中3座。截止目前，尚未移交。"


def test_the_section_sees_what_keeps_being_found_in_one_unit_s_texts(world, editor, sign_in):
    for _ in range(2):
        submitted(world, body=WRONG)
    browser = sign_in(editor)

    listed = browser.get(reverse("desk:coaching")).content.decode()
    shown = browser.get(reverse("desk:coaching_unit", args=[world.county.uid])).content.decode()

    assert (world.county.name in listed, world.neighbour_county.name in listed) == (True, False)
    assert ("分项之和对不上总数" in shown, "2篇" in shown) == (True, True)


def test_nobody_in_the_units_sees_it_and_the_list_says_no_numbers(world, editor, officer, outsider, sign_in):
    submitted(world, body=WRONG)
    pages = [reverse("desk:coaching"), reverse("desk:coaching_unit", args=[world.county.uid])]

    refused = [sign_in(seat).get(page).status_code for seat in (officer, outsider) for page in pages]
    html = sign_in(editor).get(pages[0]).content.decode()

    assert set(refused) <= {302, 403, 404, 422}
    assert "篇" not in html


def test_one_unit_takes_the_same_few_queries_whatever_it_sent(world, editor, sign_in, django_assert_max_num_queries):
    browser, counts = sign_in(editor), []
    for number in (1, 3):
        while Submission.objects.count() < number:
            submitted(world, body=WRONG)
        with django_assert_max_num_queries(12) as counted:
            browser.get(reverse("desk:coaching_unit", args=[world.county.uid]))
        counts.append(len(counted))

    assert counts[0] == counts[1]
