"""What an item brought stands on its own page, and from a piece one gets to recording."""

import pytest
from django.urls import reverse

from qianliyan.assessment.actions import grouping
from qianliyan.core import clock
from qianliyan.core.errors import NotAllowed, Unreadable
from qianliyan.items.models import Item
from tests.assessment.steps import calculated, page_of, totals


def test_an_item_s_page_says_what_each_step_brought_with_the_clause(world, made, officer, neighbour, sign_in):
    item = Item.objects.get(office=world.county)
    browser = sign_in(officer)
    points = reverse("assessment:item_points", args=[item.uid])

    assert points in browser.get(reverse("items:item", args=[item.uid])).content.decode()
    fragment = page_of(browser.get(points, headers={"HX-Request": "true"}))
    assert "采用 1.33" in fragment
    assert "采用 5.33" in fragment
    assert "第四条" in fragment
    assert "采用 5.33" in page_of(browser.get(points))
    assert sign_in(neighbour).get(points).status_code == 404


def test_units_are_put_into_groups_for_a_year(world, judge, editor, sign_in):
    year, browser = clock.today().year, sign_in(judge)
    page = reverse("assessment:groups", args=[year])
    given = {f"unit{world.county.pk}": "第一组", f"unit{world.neighbour_county.pk}": "第一组"}

    browser.post(page, given)

    groups = dict(calculated(judge).standings.filter(unit__isnull=False).values_list("name", "group"))
    assert groups == {"青石县政府办": "第一组", "白桑县政府办": "第一组", "市农业农村局": "横向组"}
    assert 'value="第一组"' in browser.get(reverse("assessment:groups", args=[year + 1])).content.decode()
    assert sign_in(editor).post(page, given).status_code == 422
    with pytest.raises(NotAllowed):
        grouping.group(year, {world.county.pk: "甲"}, by=editor)
    with pytest.raises(Unreadable, match="40字"):
        grouping.group(year, {world.county.pk: "甲" * 41}, by=judge)
    assert len(totals(calculated(judge))) == 3
