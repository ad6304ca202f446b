import json
import os
import signal
import sqlite3
import time
from contextlib import closing
from pathlib import Path

import pytest

from tests.journeys.installation import Installation

MAKE = "from tests.world import build; from tests.thread import printed_issue; printed_issue(build())"


def asked(home, query):
    """Ask the installation's database what stands there now."""
    with closing(sqlite3.connect(f"file:{home}/q.sqlite3?mode=ro", uri=True, timeout=10)) as database:
        return database.execute(query).fetchall()


def wait_for(true, seconds=60, pause=0.02):
    until = time.monotonic() + seconds
    while not (found := true()):
        assert time.monotonic() < until, "too slow"
        time.sleep(pause)
    return found


def processes(*words):
    """The processes whose command line holds all the words."""
    found = []
    for folder in Path("/proc").glob("[0-9]*"):
        try:
            line = (folder / "cmdline").read_bytes().decode(errors="replace")
        except OSError:
            continue
        if all(word in line for word in words):
            found.append(int(folder.name))
    return found


@pytest.fixture
def installation(tmp_path):
    place = Installation(home=tmp_path, database=f"sqlite:///{tmp_path}/q.sqlite3")
    place.run("migrate", "-v0")
    yield place
    place.stop()


@pytest.mark.slow
def test_a_worker_killed_while_it_makes_a_pdf_is_replaced_and_the_issue_gets_its_file(installation):
    home = installation.home
    installation.python(MAKE)
    installation.start()
    tasks = "SELECT status, worker_ids FROM django_tasks_database_dbtaskresult"

    running = wait_for(lambda: [ids for status, ids in asked(home, tasks) if status == "RUNNING"], pause=0.002)
    (worker,) = processes("--worker-id", json.loads(running[0])[0])
    os.kill(worker, signal.SIGKILL)
    wait_for(lambda: asked(home, "SELECT state FROM bulletins_printorder") == [("made",)])
    wait_for(lambda: asked(home, tasks)[0][0] == "SUCCESSFUL")

    ((_status, workers),) = asked(home, tasks)
    assert (len(json.loads(workers)), asked(home, "SELECT count(*) FROM files_file")) == (2, [(1,)])
    assert "没有发现不符" in installation.run("check")


@pytest.mark.slow
def test_stopping_ends_everything_and_leaves_no_process(installation):
    installation.start()
    port = str(installation.port)
    wait_for(lambda: processes("granian", port))

    installation.stop()

    wait_for(lambda: processes("granian", port) == [], seconds=10)
    assert asked(installation.home, "SELECT name FROM history_lease") == [("tick",)]


@pytest.mark.slow
def test_a_supervisor_killed_outright_takes_its_programs_along_and_the_next_one_goes_on(installation):
    installation.start()
    port = str(installation.port)

    installation.stop(signal.SIGKILL)
    wait_for(lambda: processes("granian", port) == [], seconds=20)
    installation.python(MAKE)
    installation.start()

    wait_for(lambda: asked(installation.home, "SELECT state FROM bulletins_printorder") == [("made",)])
    wait_for(lambda: asked(installation.home, "SELECT count(*) FROM history_unsealed") == [(0,)])
