"""The demo city made in two halves at once: one city, with one trail and no number twice."""

import json
import os
import sqlite3
import subprocess
import sys
from contextlib import closing

import pytest
from django.db import connection

# Two months before the turn of a year and one after it, so that the year is closed and its circular printed.
PROGRAM = """
import json
from datetime import UTC, date, datetime
import django
django.setup()
from qianliyan.assessment.models import Circular
from qianliyan.bulletins.models import Issue
from qianliyan.core import clock
from qianliyan.history.models import Event
from qianliyan.history.seals import seal_pending
from qianliyan.items.models import Submission
from qianliyan.workbench.checking.rules import breaches
from qianliyan.workbench.demo.plan import Month
from qianliyan.workbench.demo.spans import Span
from qianliyan.workbench.demo.year.halves import can_be_halved, make_in_halves
few = {"reported": 4, "adopted": 2, "instructed": 2, "instructed_above": 0}
months = [Month(*month, arrivals=60, bulletins=3, specials=2, **few) for month in ((2025, 11), (2025, 12), (2026, 1))]
now, halved = datetime(2026, 2, 20, 10, tzinfo=UTC), can_be_halved()
make_in_halves(now, Span(tuple(months), date(2026, 2, 20)))
issues = Issue.objects.filter(publication__name="政务信息", series=None, year=2025)
with clock.at(now):
    while seal_pending():
        continue
    told = {
        "halved": halved,
        "breaches": [str(one) for one in breaches()],
        "numbers": list(issues.order_by("signed_on", "pk").values_list("number", flat=True)),
        "arrived": Submission.objects.filter(receiver__level="city", follows=None).count(),
        "forward": (moments := list(Event.objects.order_by("pk").values_list("at", flat=True))) == sorted(moments),
        "circulars": list(Circular.objects.order_by("label").values_list("label", "state", "draft__state")),
    }
print(json.dumps(told))
"""


# Tables are made only when some test says that it needs them.
pytestmark = [pytest.mark.slow, pytest.mark.django_db]


@pytest.fixture(scope="module")
def home(tmp_path_factory, django_db_setup, django_db_blocker):
    """Return the home of an installation whose database is empty."""
    home = tmp_path_factory.mktemp("home")
    with django_db_blocker.unblock(), closing(sqlite3.connect(home / "qianliyan.sqlite3")) as empty:
        connection.ensure_connection()
        connection.connection.backup(empty)
    return home


@pytest.mark.skipif(connection.vendor != "sqlite", reason="only a file of SQLite is copied")
def test_two_halves_become_one_city(home):
    environment = {**os.environ, "QIANLIYAN_HOME": str(home), "DJANGO_SETTINGS_MODULE": "qianliyan.config.settings"}
    environment.pop("QIANLIYAN_DATABASE", None)

    made = subprocess.run([sys.executable, "-c", PROGRAM], env=environment, stdout=subprocess.PIPE, check=True)

    assert json.loads(made.stdout.splitlines()[-1]) == {
        "halved": True,
        "breaches": [],
        "numbers": [1, 2, 3, 4, 5, 6],
        "arrived": 180,
        "forward": True,
        "circulars": [["2025", "issued", "printed"], ["2026-01", "issued", "ready"]],
    }
    assert sorted(path.name for path in home.iterdir() if path.name.startswith("making")) == []
