"""Publications: their list, shelf and settings."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from django.test import Client
from django.urls import reverse

from qianliyan.bulletins.actions import composing, publications, signing
from qianliyan.bulletins.models import Issue, Publication
from qianliyan.core import clock
from qianliyan.core.errors import NotAllowed
from qianliyan.history.models import Event
from qianliyan.offices.models import Seat
from tests.thread import TITLE, composed, printed_issue, signed_issue
from tests.world import World

NOON = datetime(2026, 11, 22, 12, tzinfo=ZoneInfo("Asia/Shanghai"))
FIELDS = {
    "name": "政务信息",
    "template": "zhengwu",
    "caution": "内部资料",
    "number_format": "〔{year}〕第{number}号",
    "contents": "on",
    "yearly": "on",
    "report_to": "市领导",
    "send_to": "",
    "distribute_to": "各县（区）",
    "copies": "90",
    "pages": "6",
}


def page_of(publication: Publication, name: str = "publication") -> str:
    return reverse(f"bulletins:{name}", args=[publication.uid])


def numbers_on(client: Client, address: str) -> list[str]:
    return [volume.issue.number_text for volume in client.get(address).context["volumes"]]


def test_head_and_tail_are_edited_and_the_next_issue_has_them(world: World, sign_in, chief: Seat):
    publication = world.bulletin
    open_issue = composing.start(publication, by=chief)

    answer = sign_in(chief).post(page_of(publication, "publication_settings"), {**FIELDS, "readers": [world.county.pk]})

    assert answer.status_code == 302
    changed = world.bulletin
    assert (changed.number_format, changed.copies, changed.pages, changed.send_to, changed.protected) == (
        "〔{year}〕第{number}号",
        90,
        6,
        "",
        False,
    )
    assert list(changed.readers.all()) == [world.county]
    assert composing.start(changed, by=chief).report_to == "市领导"
    assert Issue.objects.get(pk=open_issue.pk).report_to == "市委、市人大、市政府、市政协领导"
    assert Event.objects.filter(verb="publication.change").count() == 1


def test_a_changed_number_format_is_printed_from_the_next_signature_on(world: World, chief: Seat):
    first = signed_issue(world)
    publications.change(world.bulletin, by=chief, number_format="〔{year}〕第{number}号")

    with clock.at(NOON):
        second = signed_issue(world)

    assert (first.layout["number"], second.layout["number"]) == ("第1期", "〔2026〕第2号")


@pytest.mark.parametrize(
    "wrong", ["第期", "{number}{number}", "第{number.__class__}期", "{name}{number}", "第{number期"]
)
def test_a_number_format_without_its_number_is_refused_at_the_field(world: World, sign_in, chief: Seat, wrong: str):
    answer = sign_in(chief).post(page_of(world.bulletin, "publication_settings"), {**FIELDS, "number_format": wrong})

    assert (answer.status_code, list(answer.context["form"].errors)) == (422, ["number_format"])
    assert world.bulletin.number_format == "第{number}期"


def test_two_publications_of_an_office_have_different_names(world: World, sign_in, chief: Seat):
    answer = sign_in(chief).post(page_of(world.bulletin, "publication_settings"), {**FIELDS, "name": "专报信息"})

    assert answer.context["form"].errors == {"name": ["本单位已有《专报信息》，请换一个刊名。"]}


def test_a_new_publication_begins_with_number_one(world: World, sign_in, chief: Seat):
    sign_in(chief).post(reverse("bulletins:new_publication"), {**FIELDS, "name": "信息摘报", "once": "k"})

    found = Publication.objects.get(name="信息摘报")
    assert (found.office, found.order, found.number_as_printed(1, 2026)) == (world.city, 2, "〔2026〕第1号")


@pytest.mark.parametrize("role", ["editor", "secretary_general", "officer"])
def test_only_composers_found_and_change_publications(world: World, sign_in, role: str):
    seat = world.seats[role]
    with pytest.raises(NotAllowed):
        publications.change(world.bulletin, by=seat, copies=1)
    with pytest.raises(NotAllowed):
        publications.found(by=seat, name="新刊")

    answer = sign_in(seat).post(reverse("bulletins:new_publication"), {**FIELDS, "name": "新刊"})

    assert answer.status_code == 422
    assert (world.bulletin.copies, Publication.objects.count()) == (60, 2)


def test_another_offices_publication_is_not_found(world: World, sign_in, provincial_editor: Seat, chief: Seat):
    for name in ("publication", "publication_settings"):
        assert sign_in(provincial_editor).get(page_of(world.bulletin, name)).status_code == 404
        assert sign_in(chief).get(page_of(world.bulletin, name)).status_code == 200


def test_the_shelf_is_ordered_by_year_and_shows_why_a_number_is_void(world: World, sign_in, chief: Seat):
    with clock.at(NOON - timedelta(days=365)):
        printed_issue(world)
    with clock.at(NOON):
        printed_issue(world)
        signing.void(signed_issue(world), by=chief, reason="数据有误")
    client = sign_in(chief)

    this_year = client.get(page_of(world.bulletin))

    assert [year["label"] for year in this_year.context["years"]] == ["2026", "2025"]
    assert numbers_on(client, page_of(world.bulletin)) == ["第2期", "第1期"]
    assert numbers_on(client, page_of(world.bulletin) + "?year=2025") == ["第1期"]
    assert "数据有误" in this_year.content.decode()
    assert TITLE in this_year.content.decode()


def test_the_shelf_goes_on_where_its_page_ended(world: World, sign_in, chief: Seat):
    with clock.at(NOON):
        publication, composer = world.bulletin, chief.person
        Issue.objects.bulk_create(
            Issue(
                publication=publication,
                office=world.city,
                composer=composer,
                state="printed",
                year=2026,
                number=number,
                signed_on=clock.today(),
                layout={},
            )
            for number in range(1, 33)
        )
    client = sign_in(chief)

    first = client.get(page_of(publication))
    older = first.context["older"]

    assert (len(first.context["volumes"]), first.context["newer"]) == (30, "")
    assert numbers_on(client, page_of(publication) + older) == ["第2期", "第1期"]


@pytest.mark.parametrize("count", [1, 3])
@pytest.mark.parametrize(("name", "queries"), [("publications", 8), ("shelf", 8)])
def test_lists_take_as_many_queries_whatever_is_in_them(
    world: World, sign_in, chief: Seat, django_assert_num_queries, name: str, queries: int, count: int
):
    for _ in range(count):
        printed_issue(world)
        composed(world)
        signed_issue(world)
    client = sign_in(chief)

    with django_assert_num_queries(queries):
        client.get(reverse(f"bulletins:{name}"))


@pytest.mark.parametrize("count", [1, 3])
def test_a_publications_page_takes_as_many_queries_whatever_is_on_its_shelf(
    world: World, sign_in, chief: Seat, django_assert_num_queries, count: int
):
    for _ in range(count):
        printed_issue(world)
        composed(world)
    client = sign_in(chief)

    client.get(page_of(world.bulletin))

    with django_assert_num_queries(12):
        client.get(page_of(world.bulletin))
