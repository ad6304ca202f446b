from datetime import UTC, date, datetime, timedelta

from qianliyan.core import clock
from qianliyan.core.uids import new_uid
from qianliyan.core.workdays import add_working_days


class Week:
    def works_on(self, day):
        return day.weekday() < 5


def test_the_office_s_day_begins_at_its_own_midnight():
    with clock.at(datetime(2026, 11, 20, 16, 30, tzinfo=UTC)):
        assert clock.today() == date(2026, 11, 21)
        assert f"{clock.local(clock.now()):%H:%M}" == "00:30"


def test_a_simulated_moment_ends_with_its_block():
    then = datetime(2020, 1, 1, tzinfo=UTC)
    with clock.at(then):
        with clock.at(then + timedelta(days=1)):
            assert clock.now() == then + timedelta(days=1)
        assert clock.now() == then

    assert clock.now() > then + timedelta(days=365)


def test_working_days_skip_the_weekend_and_the_first_day():
    friday = date(2026, 11, 20)

    assert [add_working_days(friday, n, Week()) for n in (0, 1, 3)] == [
        friday,
        date(2026, 11, 23),
        date(2026, 11, 25),
    ]


def test_uids_sort_by_time():
    uids = [new_uid() for _ in range(100)]

    assert sorted(uids) == uids
    assert {uid.version for uid in uids} == {7}
