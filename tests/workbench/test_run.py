"""What `make run` calls after the set-up."""

import os
import signal
import subprocess
import sys
import urllib.request
from pathlib import Path

import pytest

from tests.journeys.installation import free_port
from tests.workbench.test_serving import asked, wait_for

PROJECT = Path(__file__).resolve().parents[2]


def start(home, port):
    environment = {key: value for key, value in os.environ.items() if not key.startswith("QIANLIYAN_")} | {
        "QIANLIYAN_HOME": str(home),
        "QIANLIYAN_DATABASE": f"sqlite:///{home}/q.sqlite3",
        "DJANGO_SETTINGS_MODULE": "qianliyan.config.settings",
    }
    words = [sys.executable, "scripts/run.py", "--port", str(port)]
    with (home / "run.log").open("ab") as log:
        return subprocess.Popen(words, cwd=PROJECT, env=environment, stdout=log, stderr=log)


def page(port, path):
    try:
        with urllib.request.urlopen(f"http://127.0.0.1:{port}{path}", timeout=5) as answer:
            return answer.read().decode()
    except OSError:
        return ""


@pytest.mark.slow
def test_an_empty_machine_becomes_the_demo_city_once_and_prints_who_may_sign_in(tmp_path):
    port = free_port()
    process = start(tmp_path, port)
    shown = wait_for(lambda: page(port, "/session/"), seconds=240, pause=0.2)
    told = wait_for(lambda: "按 Ctrl+C" in (log := (tmp_path / "run.log").read_text()) and log, seconds=60)
    process.send_signal(signal.SIGINT)
    assert process.wait(60) == 0
    people = asked(tmp_path, "SELECT count(*) FROM accounts_person")

    again = start(tmp_path, port)
    wait_for(lambda: page(port, "/session/"), seconds=120, pause=0.2)
    again.send_signal(signal.SIGINT)
    again.wait(60)

    assert ("qs-xinxi" in shown, "qs-xinxi" in told, f"http://127.0.0.1:{port}/" in told) == (True, True, True)
    assert asked(tmp_path, "SELECT count(*) FROM accounts_person") == people
