"""The daily pages beside 200,000 submissions: queries, CPU time against a bare Django list, requests a second.

`python -m bench.large` measures SQLite and then PostgreSQL; BENCH_SUBMISSIONS says how many, if not 200,000.
The rows are made by `qianliyan demo --bulk`, with the written story of the last weeks on top.
"""

import http.client
import os
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from bench.pages import timed

COUNT = int(os.environ.get("BENCH_SUBMISSIONS", "200000"))
SECONDS, CLIENTS = float(os.environ.get("BENCH_SECONDS", "10")), 4
WHO = {"editor": "city-bianji", "officer": "qs-xinxi", "chief": "city-kezhang"}


def main() -> int:
    """Measure on SQLite, then on PostgreSQL, each in a process of its own."""
    if len(sys.argv) > 1:
        return measure()
    with tempfile.TemporaryDirectory() as folder:
        places = {"QIANLIYAN_DATABASE": f"sqlite:///{folder}/bench.sqlite3", "QIANLIYAN_HOME": folder}
        command = [sys.executable, "-m", "bench.large", "here"]
        failed = subprocess.run(command, env={**os.environ, **places}, check=False).returncode
        if failed or os.environ.get("BENCH_ONLY_SQLITE"):
            return failed
        environment = {**os.environ, "QIANLIYAN_HOME": folder}
        return subprocess.run(
            [sys.executable, "scripts/postgres.py", *command], env=environment, check=False
        ).returncode


def measure() -> int:
    """Make the rows, then ask for every page in this process, then from several clients of a running server."""
    os.environ["DJANGO_SETTINGS_MODULE"] = "bench.settings"
    import django  # noqa: PLC0415

    django.setup()
    from django.core.management import call_command  # noqa: PLC0415
    from django.db import connection  # noqa: PLC0415

    call_command("migrate", verbosity=0)
    start = time.monotonic()
    call_command("demo", bulk=COUNT, on="2026-11-27", verbosity=0)
    print(f"{connection.vendor}: {COUNT} submissions made in {time.monotonic() - start:.0f} s", flush=True)
    print("  page, queries, CPU ms (median), ratio to the bare list, requests a second", flush=True)
    browsers = {role: browser(username) for role, username in WHO.items()}
    bare = timed(lambda: ok(browsers["editor"].get("/bare/")))
    with served() as port:
        print(f"  {'bare Django list':24}{bare[0]:5}{bare[1]:8.1f}", flush=True)
        for name, (role, path) in pages().items():
            queries, milliseconds = timed(lambda role=role, path=path: ok(browsers[role].get(path)))
            rate = per_second(port, session_of(browsers[role]), path)
            print(f"  {name:24}{queries:5}{milliseconds:8.1f}{milliseconds / bare[1]:7.1f}×{rate:8.1f}/s", flush=True)
    return 0


def pages() -> dict[str, tuple[str, str]]:
    """Return what is measured: the page's name, who asks, and where it is."""
    from qianliyan.bulletins.models import Issue  # noqa: PLC0415
    from qianliyan.desk.models import Draft  # noqa: PLC0415
    from qianliyan.items.models import Item, Submission  # noqa: PLC0415

    printed = Issue.objects.filter(state="printed", office__level="city").latest("pk")
    submission = Submission.objects.filter(state="published", receiver__level="city").latest("pk")
    item = Item.objects.filter(office__short_name="青石县政府办", submissions__state="published").latest("pk")
    draft = Draft.objects.filter(state="editing").latest("pk")
    return {
        "queue (editor)": ("editor", "/desk/"),
        "submission (editor)": ("editor", f"/submissions/{submission.uid}/"),
        "item and trail (officer)": ("officer", f"/items/{item.uid}/"),
        "my items (officer)": ("officer", "/items/"),
        "draft (editor)": ("editor", f"/drafts/{draft.uid}/"),
        "today (editor)": ("editor", "/"),
        "today (officer)": ("officer", "/"),
        "today (chief)": ("chief", "/"),
        "issue (chief)": ("chief", f"/issues/{printed.uid}/"),
        "year in figures (chief)": ("chief", "/assessment/year/"),
    }


def browser(username: str) -> "Callable":  # type: ignore[type-arg]
    """Return a client in which somebody is signed in."""
    from django.test import Client  # noqa: PLC0415

    from qianliyan.accounts.models import User  # noqa: PLC0415

    client = Client()
    client.force_login(User.objects.get(username=username), backend="qianliyan.accounts.backends.SignIn")
    return client  # type: ignore[return-value]


def session_of(client: "object") -> str:
    """Return the cookie that signs a client in."""
    return "; ".join(f"{name}={morsel.value}" for name, morsel in client.cookies.items())  # type: ignore[attr-defined]


@contextmanager
def served() -> Iterator[int]:
    """Run the web server as an installation runs it, and give its port."""
    from django.db import connection  # noqa: PLC0415

    from qianliyan.workbench.serving.address import answers, free_port  # noqa: PLC0415
    from qianliyan.workbench.serving.programs import web  # noqa: PLC0415

    port = free_port("127.0.0.1", 20800)
    connection.close()
    with subprocess.Popen([*web("127.0.0.1", port)]) as process:
        try:
            assert answers(f"http://127.0.0.1:{port}/session/", 60), "the server did not start"
            yield port
        finally:
            process.terminate()


def per_second(port: int, cookie: str, path: str) -> float:
    """Ask from several clients for some seconds, and return how many answers came a second."""
    counts = [0] * CLIENTS
    end = time.monotonic() + SECONDS

    def ask(place: int) -> None:
        connection = http.client.HTTPConnection("127.0.0.1", port, timeout=30)
        while time.monotonic() < end:
            connection.request("GET", path, headers={"Cookie": cookie})
            answer = connection.getresponse()
            answer.read()
            assert answer.status == 200, (path, answer.status)
            counts[place] += 1

    threads = [threading.Thread(target=ask, args=(place,)) for place in range(CLIENTS)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return sum(counts) / SECONDS


def ok(answer: object) -> object:
    """Refuse to measure an error page."""
    assert answer.status_code == 200, answer.status_code  # type: ignore[attr-defined]
    return answer


if __name__ == "__main__":
    raise SystemExit(main())
