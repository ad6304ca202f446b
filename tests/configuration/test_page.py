import pytest

from qianliyan.configuration.models import CalendarDay, Value
from qianliyan.configuration.values import value
from qianliyan.items.settings import CHAIN, REQUIRED, TITLE_LIMIT
from qianliyan.notices.settings import BY_MAIL


def test_the_page_shows_every_setting_and_where_its_value_comes_from(chief, sign_in):
    page = sign_in(chief).get("/settings/").content.decode()

    assert "审签流程" in page
    assert "核稿、保密审查、审核、签发" in page


@pytest.mark.parametrize(
    ("setting", "given", "kept"),
    [
        (TITLE_LIMIT, ["40"], 40),
        (CHAIN, ["sign", "check"], ["check", "sign"]),
        (REQUIRED, [], []),
        (BY_MAIL, [], False),
    ],
)
def test_a_value_is_kept_in_its_type(world, chief, sign_in, setting, given, kept):
    answer = sign_in(chief).post(f"/settings/{setting.key}/", {"value": given})

    assert answer.status_code == 302
    assert value(setting, world.city) == kept


@pytest.mark.parametrize(
    ("key", "given"),
    [("items.title_limit", "vierzig"), ("items.title_limit", "5"), ("items.title_limit", ""), ("items.chain", "boss")],
)
def test_nonsense_is_refused_with_a_sentence(chief, sign_in, key, given):
    answer = sign_in(chief).post(f"/settings/{key}/", {"value": given})

    assert answer.status_code == 422
    assert Value.objects.count() == 0


def test_an_unknown_setting_is_not_found(chief, sign_in):
    assert sign_in(chief).post("/settings/no.such/", {"value": "1"}).status_code == 404


def test_an_editor_reads_but_does_not_change(editor, sign_in):
    client = sign_in(editor)

    assert 'name="value"' not in client.get("/settings/").content.decode()
    assert client.post("/settings/items.title_limit/", {"value": "40"}).status_code == 422
    assert Value.objects.count() == 0


def test_a_calendar_day_is_entered_and_a_wrong_one_refused(world, chief, sign_in):
    client = sign_in(chief)

    client.post("/settings/days/", {"day": "2026-11-23", "works": "", "name": "本市节日"})
    client.post("/settings/days/", {"day": "gestern", "works": ""})

    assert list(CalendarDay.objects.values_list("office", "works", "name")) == [(world.city.pk, False, "本市节日")]
