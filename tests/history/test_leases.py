from datetime import UTC, datetime, timedelta

import pytest

from qianliyan.core import clock
from qianliyan.history.leases import hold

NOON = datetime(2026, 11, 20, 12, tzinfo=UTC)


@pytest.mark.django_db
def test_only_one_holds_a_lease_until_it_runs_out():
    with clock.at(NOON):
        assert hold("tick", "a", 30)
        assert not hold("tick", "b", 30)
        assert hold("tick", "a", 30)
    with clock.at(NOON + timedelta(seconds=31)):
        assert hold("tick", "b", 30)
        assert not hold("tick", "a", 30)
