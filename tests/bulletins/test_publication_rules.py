"""What an office says once about a publication: its look, its numbers, its columns, its deadlines, its lists."""

from datetime import datetime, time
from zoneinfo import ZoneInfo

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from PIL import Image

from qianliyan.bulletins.actions import composing, numbering, publications, signing
from qianliyan.bulletins.actions.distribution import Place, keep_list
from qianliyan.bulletins.deadlines import next_deadline
from qianliyan.bulletins.layouts import layout_of
from qianliyan.bulletins.models import Counter, DistributionList, Issue, Publication
from qianliyan.bulletins.queries.issues import signatories_for
from qianliyan.bulletins.queries.pieces import pieces_of
from qianliyan.configuration.calendar import OfficeCalendar
from qianliyan.core import clock
from qianliyan.core.errors import NotAllowed, Unreadable
from qianliyan.offices.models import Seat
from tests.bulletins.test_publications import FIELDS
from tests.thread import composed, ready_draft, signed_issue
from tests.world import World

SHANGHAI = ZoneInfo("Asia/Shanghai")


def settings_of(publication: Publication, name: str = "publication_settings") -> str:
    return reverse(f"bulletins:{name}", args=[publication.uid])


def of_series(world: World, chief: Seat, secretary_general: Seat, name: str) -> Issue:
    issue = composing.start(world.bulletin, by=chief, series=world.bulletin.series.get(name=name))
    composing.add(issue, ready_draft(world), by=chief)
    return signing.sign(signing.send_for_signing(issue, by=chief), by=secretary_general)


def test_only_what_differs_from_the_template_is_kept_as_the_offices_design(world: World, sign_in, chief: Seat):
    chosen = {"colour": "#0057b8", "size": "58", "rule_colour": "#d0021b", "title": "run-in", "columns": "要情\n动态\n"}

    sign_in(chief).post(settings_of(world.bulletin), {**FIELDS, **chosen})

    publication = world.bulletin
    assert (publication.design, publication.columns) == ({"colour": "#0057b8", "title": "run-in"}, ["要情", "动态"])


def test_the_specimen_shows_what_is_typed_and_saves_nothing(world: World, sign_in, chief: Seat):
    client = sign_in(chief)

    shown = client.post(settings_of(world.bulletin, "specimen"), {**FIELDS, "masthead": "云川要情"}).content.decode()
    faulty = client.post(settings_of(world.bulletin, "specimen"), {**FIELDS, "number_format": "第期"}).content.decode()

    assert 'src="data:image/png;base64,iVBORw0KGgo' in shown
    assert "期号格式：格式里要有一个{number}" in faulty
    assert world.bulletin.masthead == ""


def test_another_template_brings_the_fields_of_its_look_along(world: World, sign_in, chief: Seat):
    client, address = sign_in(chief), settings_of(world.bulletin, "specimen")

    same = client.post(address, {**FIELDS, "looks_like": FIELDS["template"]})
    other = client.post(address, {**FIELDS, "template": "meiri-yaoqing", "looks_like": FIELDS["template"]})

    chosen = {field.name: field.value() for field in other.context["look"]}
    assert (same.context["look"], chosen["looks_like"], chosen["title"]) == ([], "meiri-yaoqing", "run-in")
    assert 'hx-swap-oob="true"' in other.content.decode()
    again = {**FIELDS, "template": "meiri-yaoqing", "looks_like": "meiri-yaoqing", "title": "centred"}
    client.post(settings_of(world.bulletin), again)
    assert world.bulletin.design == {"title": "centred"}


def test_the_specimen_is_shown_only_to_those_who_may_edit_the_publication(world: World, sign_in, editor: Seat):
    answer = sign_in(editor).post(settings_of(world.bulletin, "specimen"), FIELDS)

    assert answer.status_code == 422


def test_a_picture_replaces_the_name_and_is_taken_down_again(world: World, sign_in, chief: Seat, tmp_path):
    path = tmp_path / "head.png"
    Image.new("RGB", (600, 120), "red").save(path)
    client, address = sign_in(chief), settings_of(world.bulletin)

    client.post(address, {**FIELDS, "picture": SimpleUploadedFile("head.png", path.read_bytes())})
    hung = world.bulletin.picture
    layout = layout_of(composed(world), [])
    client.post(address, {**FIELDS, "no_picture": "on"})

    assert hung is not None
    assert layout["masthead_picture"] == f"file:{hung.digest}"
    assert world.bulletin.picture is None


def test_a_broken_picture_is_refused_at_its_field(world: World, sign_in, chief: Seat):
    broken = SimpleUploadedFile("head.png", b"\x89PNG\r\n\x1a\nnothing")

    answer = sign_in(chief).post(settings_of(world.bulletin), {**FIELDS, "picture": broken})

    assert (answer.status_code, list(answer.context["form"].errors)) == (422, ["picture"])
    assert world.bulletin.picture is None


def test_a_supplement_counts_by_itself_and_takes_no_number_of_the_main_series(
    world: World, chief: Seat, secretary_general: Seat
):
    publications.add_series(world.bulletin, by=chief, name="增刊", number_format="增刊第{number}期")
    publications.change(world.bulletin, by=chief, total_format="（总第{total}期）")

    issues = [signed_issue(world), of_series(world, chief, secretary_general, "增刊"), signed_issue(world)]

    printed = [(issue.number_text, issue.total, issue.layout.get("total_number")) for issue in issues]
    assert printed == [("第1期", 1, "（总第1期）"), ("增刊第1期", None, None), ("第2期", 2, "（总第2期）")]


def test_a_running_series_goes_on_at_the_new_year_and_a_yearly_one_begins_again(world: World, chief: Seat):
    ends = []
    for yearly in (True, False):
        publications.change(world.bulletin, by=chief, yearly=yearly)
        for year in (2026, 2027):
            with clock.at(datetime(year, 5, 6, 9, tzinfo=SHANGHAI)):
                ends.append(numbering.take(world.bulletin, None, year).number)

    assert ends == [1, 1, 1, 2]


def test_an_office_that_begins_in_mid_year_goes_on_counting(world: World, chief: Seat):
    publications.change(world.bulletin, by=chief, total_format="（总第{total}期）")
    numbering.begin_after(world.bulletin, by=chief, number=186, total=2045)

    issue = signed_issue(world)

    assert (issue.number, issue.total) == (187, 2046)
    with pytest.raises(Unreadable, match="起始期号不能再改"):
        numbering.begin_after(world.bulletin, by=chief, number=1)
    assert sorted(Counter.objects.values_list("year", "last")) == [(0, 2046), (issue.year, 187)]


def test_a_running_series_begins_once_and_its_total_never_goes_back(world: World, chief: Seat):
    publications.change(world.bulletin, by=chief, total_format="（总第{total}期）")
    with clock.at(datetime(2026, 12, 31, 9, tzinfo=SHANGHAI)):
        numbering.begin_after(world.bulletin, by=chief, number=0, total=2045)
        signed_issue(world)
    with clock.at(datetime(2027, 1, 4, 9, tzinfo=SHANGHAI)):
        with pytest.raises(Unreadable, match="已有一期的总期数比它大"):
            numbering.begin_after(world.bulletin, by=chief, number=0, total=2000)
        publications.change(world.bulletin, by=chief, yearly=False)
        with pytest.raises(Unreadable, match="起始期号不能再改"):
            numbering.begin_after(world.bulletin, by=chief, number=0)


def test_only_composers_say_where_the_numbers_stood(world: World, editor: Seat):
    with pytest.raises(NotAllowed):
        numbering.begin_after(world.bulletin, by=editor, number=5)

    assert Counter.objects.count() == 0


def test_a_kind_that_the_publication_does_not_take_cannot_be_put_in(world: World, chief: Seat):
    publications.change(world.bulletin, by=chief, kinds=["experience"])
    issue, draft = composing.start(world.bulletin, by=chief), ready_draft(world)

    with pytest.raises(Unreadable, match="《政务信息》不收动态类稿件"):
        composing.add(issue, draft, by=chief)

    publications.change(world.bulletin, by=chief, kinds=["experience", "ordinary"])
    composing.add(issue, draft, by=chief)
    assert len(pieces_of(issue)) == 1


def test_problems_are_attributed_to_the_grass_roots_wherever_they_are_printed(world: World, chief: Seat):
    issue = composed(world, kind="problem")

    assert layout_of(issue, pieces_of(issue))["entries"][0]["units"] == ["据基层反映"]


def test_the_publications_own_signatories_are_asked_first(world: World, chief: Seat):
    deputy = world.seat("deputy", "secretary_general", world.city, "余向东")
    everybody = signatories_for(composed(world))

    publications.change(world.bulletin, by=chief, many={"signatories": [deputy.person]})

    assert {seat.person.name for seat in everybody} == {"宋衡", "余向东"}
    assert [seat.person.name for seat in signatories_for(composed(world))] == ["余向东"]


@pytest.mark.parametrize(
    ("frequency", "day", "expected"),
    [
        ("irregular", None, None),
        ("daily", None, (9, 24, 16)),
        ("weekly", 5, (9, 24, 16)),
        ("monthly", 31, (9, 30, 16)),
    ],
)
def test_a_deadline_on_a_free_day_comes_forward(world: World, chief: Seat, frequency: str, day: int | None, expected):
    publication = publications.change(
        world.bulletin, by=chief, frequency=frequency, deadline_day=day, deadline_time=time(16, 0)
    )
    # 25 September 2026 is the Mid-Autumn holiday, a Friday.
    found = next_deadline(publication, OfficeCalendar(world.city), datetime(2026, 9, 24, 9, tzinfo=SHANGHAI))

    assert (found and (found.month, found.day, found.hour)) == expected


def test_a_list_finds_the_offices_that_work_here(world: World, sign_in, chief: Seat):
    client = sign_in(chief)

    client.post(reverse("bulletins:new_list"), {"name": "各处", "places": "市委办公室 2\n青石县政府办×3份\n市长"})

    places = DistributionList.objects.get().places.values_list("name", "copies", "office__short_name")
    assert list(places) == [("市委办公室", 2, None), ("青石县政府办", 3, "青石县政府办"), ("市长", 1, None)]


def test_a_list_that_names_somebody_twice_is_refused_at_the_field(world: World, sign_in, chief: Seat):
    answer = sign_in(chief).post(reverse("bulletins:new_list"), {"name": "各处", "places": "市长 1\n市长 2"})

    assert (answer.status_code, answer.context["form"].errors["places"]) == (422, ["“市长”写了两次。"])


def test_only_composers_keep_lists(world: World, editor: Seat):
    with pytest.raises(NotAllowed):
        keep_list(None, by=editor, name="各处", places=[Place("市长", 1)])

    assert DistributionList.objects.count() == 0
