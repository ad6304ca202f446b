from datetime import date, timedelta

import pytest

from qianliyan.configuration.actions import mark_day, set_value
from qianliyan.configuration.calendar import OfficeCalendar
from qianliyan.configuration.models import CalendarDay, Value
from qianliyan.configuration.values import Values, value
from qianliyan.core import clock
from qianliyan.core.errors import NotAllowed, Unreadable
from qianliyan.core.workdays import add_working_days, working_days_between
from qianliyan.items.settings import CHAIN, TITLE_LIMIT


def test_an_office_inherits_from_above_until_it_sets_its_own(world, chief):
    today = clock.today()
    set_value(TITLE_LIMIT, 40, office=world.city, valid_from=today, by=chief)

    assert value(TITLE_LIMIT, world.county) == 40
    assert value(TITLE_LIMIT, world.province) == TITLE_LIMIT.default

    Value.objects.create(office=world.county, key=TITLE_LIMIT.key, value=30, valid_from=today)
    assert value(TITLE_LIMIT, world.county) == 30
    assert value(TITLE_LIMIT, world.neighbour_county) == 40


def test_a_value_holds_from_its_day_on(world, chief):
    tomorrow = clock.today() + timedelta(days=1)
    set_value(TITLE_LIMIT, 40, office=world.city, valid_from=tomorrow, by=chief)

    assert value(TITLE_LIMIT, world.city) == TITLE_LIMIT.default
    assert value(TITLE_LIMIT, world.city, on=tomorrow) == 40


def test_all_values_of_an_office_cost_one_query(world, django_assert_num_queries):
    with django_assert_num_queries(1):
        values = Values(world.county)
        assert [values[TITLE_LIMIT], values[CHAIN]] == [TITLE_LIMIT.default, CHAIN.default]


def test_only_those_who_configure_may_set_and_never_backwards(world, chief, editor):
    today = clock.today()

    with pytest.raises(NotAllowed):
        set_value(TITLE_LIMIT, 40, office=world.city, valid_from=today, by=editor)
    with pytest.raises(NotAllowed):
        set_value(TITLE_LIMIT, 40, office=world.county, valid_from=today, by=chief)
    with pytest.raises(Unreadable, match="过去"):
        set_value(TITLE_LIMIT, 40, office=world.city, valid_from=today - timedelta(days=1), by=chief)
    assert Value.objects.count() == 0


def test_the_country_s_holidays_and_the_office_s_own_days(world, chief):
    mark_day(world.city, date(2026, 11, 23), works=False, name="本市节日", by=chief)
    calendar = OfficeCalendar(world.county)

    assert not calendar.works_on(date(2026, 10, 1))
    assert not calendar.works_on(date(2026, 11, 23))
    assert OfficeCalendar(world.province).works_on(date(2026, 11, 23))
    assert add_working_days(date(2026, 11, 20), 1, calendar) == date(2026, 11, 24)
    assert working_days_between(date(2026, 11, 20), date(2026, 11, 27), calendar) == 4


def test_a_nearer_office_overrules_the_one_above(world, chief):
    mark_day(world.city, date(2026, 11, 23), works=False, name="", by=chief)
    CalendarDay.objects.create(office=world.county, day=date(2026, 11, 23), works=True)

    assert OfficeCalendar(world.county).works_on(date(2026, 11, 23))


@pytest.mark.django_db
def test_a_year_without_published_holidays_follows_the_week():
    calendar = OfficeCalendar(None)

    assert calendar.works_on(date(2050, 1, 3))
    assert not calendar.works_on(date(2050, 1, 1))
