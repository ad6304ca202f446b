"""From a clone to the first page: the commands of `make run` one after the other in a fresh clone, each timed.

`python -m bench.start`. What was committed is measured, not what lies around. The package registries' speed is in the
first two lines; a machine that has set up before finds its downloads in pip's and npm's own caches.
"""

import os
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
PORT = 18455
PATIENCE = 600.0


def main() -> int:
    """Clone, set up, start, ask for the first page; print the seconds of each part."""
    total = time.perf_counter()
    with tempfile.TemporaryDirectory() as folder:
        clone = Path(folder) / "clone"
        for name, command in parts():
            where = clone if clone.exists() else ROOT
            timed(name, lambda command=command, where=where: run(command, where, clone))
        with served(clone):
            timed("demo city, start, first page", first_page)
            print(f"{'clone to first page':34}{time.perf_counter() - total:8.1f} s")
            timed("the same page again", first_page)
    return 0


def parts() -> Iterator[tuple[str, list[str]]]:
    """Yield the name and the command of each part, as the Makefile has them."""
    python = ".venv/bin/python"
    pip = [python, "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
    yield "clone", ["git", "clone", "--quiet", str(ROOT), "CLONE"]
    yield "environment", [sys.executable, "-m", "venv", ".venv"]
    yield "Python packages", [*pip, "--require-hashes", "-r", "requirements/run.txt"]
    yield "the product itself", [*pip, "--no-deps", "--no-build-isolation", "-e", "."]
    yield "front end", [python, "scripts/frontend.py"]
    yield "fonts", [python, "scripts/fonts.py"]
    yield "catalogue", [python, "scripts/catalogues.py", "compile"]


def run(command: list[str], where: Path, clone: Path) -> None:
    """Run one part; CLONE stands for the new folder."""
    words = [str(clone) if word == "CLONE" else word for word in command]
    subprocess.run(words, cwd=where, env=own_environment(), check=True, capture_output=True)


def own_environment() -> dict[str, str]:
    """Return the environment without anything that points to another checkout."""
    return {key: value for key, value in os.environ.items() if key != "PYTHONPATH" and not key.startswith("QIANLIYAN_")}


@contextmanager
def served(clone: Path) -> Iterator[None]:
    """Run the product in the clone for as long as the block lasts."""
    command = [str(clone / ".venv/bin/python"), "scripts/run.py", "--port", str(PORT)]
    server = subprocess.Popen(
        command, cwd=clone, env=own_environment(), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    try:
        yield
    finally:
        server.terminate()
        server.wait(timeout=60)


def first_page() -> None:
    """Ask for the sign-in page until it comes."""
    deadline = time.monotonic() + PATIENCE
    while time.monotonic() < deadline:
        try:
            with urllib.request.urlopen(f"http://127.0.0.1:{PORT}/session/", timeout=10) as answer:
                assert answer.status == 200, answer.status
                return
        except urllib.error.URLError:
            time.sleep(0.05)
    raise TimeoutError("the product did not start")


def timed(name: str, step: Callable[[], None]) -> None:
    """Do one step and print its seconds."""
    start = time.perf_counter()
    step()
    print(f"{name:34}{time.perf_counter() - start:8.1f} s", flush=True)


if __name__ == "__main__":
    raise SystemExit(main())
