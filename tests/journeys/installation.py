"""A real installation for one journey: its own home and database, web, worker and tick under the supervisor."""

import os
import shutil
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlsplit, urlunsplit
from uuid import uuid4

import psycopg

PROJECT = Path(__file__).resolve().parents[2]
START_SECONDS = 60


def free_port() -> int:
    """Return a port below the range that outgoing connections use."""
    for port in range(20000 + os.getpid() % 1000 * 9, 32000):
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) != 0:
                return port
    raise RuntimeError("no free port")


@dataclass
class Installation:
    """Where it lives and how to reach it."""

    home: Path
    database: str
    port: int = 0
    process: subprocess.Popen[bytes] | None = None
    more: dict[str, str] = field(default_factory=dict)

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    @property
    def environment(self) -> dict[str, str]:
        fonts = {"QIANLIYAN_FONTS": str(PROJECT / "var" / "fonts.json")}
        return {
            **{key: value for key, value in os.environ.items() if not key.startswith("QIANLIYAN_")},
            "QIANLIYAN_HOME": str(self.home),
            "QIANLIYAN_DATABASE": self.database,
            "QIANLIYAN_TESTING": "1",
            "PYTHONPATH": os.pathsep.join([str(PROJECT / "src"), str(PROJECT)]),
            **(fonts if (PROJECT / "var" / "fonts.json").exists() else {}),
            **self.more,
        }

    def run(self, *command: str) -> str:
        """Run one command of the product and return what it says."""
        words = [sys.executable, "-m", "qianliyan", *command]
        done = subprocess.run(words, env=self.environment, cwd=PROJECT, capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stdout + done.stderr
        return done.stdout

    def python(self, code: str) -> str:
        """Run a few lines inside the product (making a world, looking at the database)."""
        return self.run("shell", "-c", code)

    def start(self) -> None:
        """Start the supervisor and wait until the door answers."""
        self.port = self.port or free_port()
        words = [sys.executable, "-m", "qianliyan", "serve", "--port", str(self.port)]
        with (self.home / "serve.log").open("ab") as log:
            self.process = subprocess.Popen(words, env=self.environment, cwd=PROJECT, stdout=log, stderr=log)
        deadline = time.monotonic() + START_SECONDS
        while time.monotonic() < deadline:
            try:
                with urllib.request.urlopen(f"{self.url}/healthz/", timeout=1) as answer:
                    if answer.status == 200:
                        return
            except OSError:
                time.sleep(0.1)
        self.stop()
        raise RuntimeError((self.home / "serve.log").read_text()[-3000:])

    def stop(self, how: int = signal.SIGTERM) -> None:
        """Stop everything: kindly, or as when the power fails."""
        if self.process and self.process.poll() is None:
            below = self._children()
            self.process.send_signal(how)
            if how == signal.SIGKILL:
                for pid in below:
                    _kill(pid)
            self.process.wait(timeout=30)
        self.process = None

    def kill(self, word: str) -> int:
        """Kill -9 the programs under the supervisor whose command line has `word`; return how many there were."""
        found = [pid for pid in self._children() if word in _command(pid)]
        for pid in found:
            _kill(pid)
        return len(found)

    def _children(self) -> list[int]:
        """Return everything that runs below the supervisor."""
        assert self.process
        parents = {int(f.name): _parent(int(f.name)) for f in Path("/proc").iterdir() if f.name.isdigit()}
        found, wanted = [], {self.process.pid}
        while wanted:
            wanted = {pid for pid, parent in parents.items() if parent in wanted}
            found += sorted(wanted)
        return found


def _parent(pid: int) -> int:
    try:
        return int(Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()[1])
    except OSError:
        return 0


def _command(pid: int) -> str:
    try:
        return Path(f"/proc/{pid}/cmdline").read_text()
    except OSError:
        return ""


def _kill(pid: int) -> None:
    with suppress(ProcessLookupError):
        os.kill(pid, signal.SIGKILL)


@contextmanager
def template(folder: Path) -> Iterator[Installation]:
    """Make the database that every journey starts from: migrated, with the small world in it."""
    made = Installation(home=folder / "template", database=_database(folder, "template"))
    made.home.mkdir()
    made.run("migrate", "--verbosity", "0")
    made.python("from tests.world import build; build()")
    yield made
    _drop(made.database)


@contextmanager
def copy_of(made: Installation, folder: Path) -> Iterator[Installation]:
    """Copy the template and serve the copy."""
    name = f"journey_{uuid4().hex[:10]}"
    home = folder / name
    shutil.copytree(made.home, home)
    copy = Installation(home=home, database=_copied(made.database, folder, name))
    copy.start()
    try:
        yield copy
    finally:
        copy.stop()
        _drop(copy.database)


def _database(folder: Path, name: str) -> str:
    server = os.environ.get("QIANLIYAN_DATABASE", "")
    if not server.startswith("postgres"):
        return f"sqlite:///{folder / name}.sqlite3"
    _sql(server, f'CREATE DATABASE "{name}_{os.getpid()}"')
    return _named(server, f"{name}_{os.getpid()}")


def _copied(source: str, folder: Path, name: str) -> str:
    if source.startswith("sqlite"):
        shutil.copy(source.removeprefix("sqlite:///"), folder / f"{name}.sqlite3")
        return f"sqlite:///{folder / name}.sqlite3"
    server = os.environ["QIANLIYAN_DATABASE"]
    _sql(server, f'CREATE DATABASE "{name}" TEMPLATE "{urlsplit(source).path[1:]}"')
    return _named(server, name)


def _drop(database: str) -> None:
    if database.startswith("postgres"):
        _sql(os.environ["QIANLIYAN_DATABASE"], f'DROP DATABASE "{urlsplit(database).path[1:]}" WITH (FORCE)')


def _named(server: str, name: str) -> str:
    return urlunsplit(urlsplit(server)._replace(path=f"/{name}"))


def _sql(server: str, statement: str) -> None:
    with psycopg.connect(server.replace("postgres://", "postgresql://"), autocommit=True) as connection:
        connection.execute(statement.encode())
