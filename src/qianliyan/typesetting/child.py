"""Typeset in a child process with a time limit: a page of the web never waits for a document that runs away."""

import atexit
import os
import subprocess
import sys
import threading
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any

from qianliyan.typesetting import messages
from qianliyan.typesetting.errors import CannotTypeset, InvalidDocument
from qianliyan.typesetting.model import Rendered

# The first answer of a fresh child includes loading fonts.
START = 20.0


class Child:
    """One kept worker; a call that takes too long kills it, the next call starts another."""

    def __init__(self, fonts_path: str) -> None:
        """Start nothing yet."""
        self.fonts_path = fonts_path
        self.lock = threading.Lock()
        self.owner = os.getpid()
        self.process: subprocess.Popen[bytes] | None = None

    def ask(self, request: Mapping[str, Any], seconds: float) -> tuple[dict[str, Any], list[bytes]]:
        """Send one request and wait for its answer, one at a time."""
        with self.lock:
            fresh = self.process is None or self.process.poll() is not None
            process = self.started() if fresh else self.process
            assert process is not None  # noqa: S101 — for the type checker
            timer = threading.Timer(seconds + START * fresh, process.kill)
            timer.start()
            try:
                answer = exchanged(process, request)
            finally:
                timed_out = not timer.is_alive()
                timer.cancel()
            if answer is None:
                self.stop()
                late = f"排版超过{seconds:g}秒，已停止" if timed_out else "排版程序意外停止，请再试一次"
                raise CannotTypeset(late)
            return answer

    def started(self) -> "subprocess.Popen[bytes]":
        """Start a worker with our own Python and nothing from the environment but what it needs."""
        self.stop()
        command = [sys.executable, "-m", "qianliyan.typesetting.worker", self.fonts_path]
        self.process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, env=environment())
        return self.process

    def stop(self) -> None:
        """End the worker, if there is one and it is ours: a forked caller must not kill its parent's."""
        process, self.process = self.process, None
        if process is None or self.owner != os.getpid():
            return
        process.kill()
        process.wait()
        for stream in (process.stdin, process.stdout):
            if stream:
                try:
                    stream.close()
                except BrokenPipeError:
                    continue


def exchanged(
    process: "subprocess.Popen[bytes]", request: Mapping[str, Any]
) -> tuple[dict[str, Any], list[bytes]] | None:
    """Write the request and read the answer; nothing if the worker went away."""
    if process.stdin is None or process.stdout is None:
        return None
    try:
        messages.send(process.stdin, dict(request), [])
        return messages.receive(process.stdout)
    except (BrokenPipeError, OSError):
        return None


def environment() -> dict[str, str]:
    """Let the worker find this package, wherever it was started from."""
    source = str(Path(__file__).resolve().parents[2])
    return {**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, [source, os.environ.get("PYTHONPATH")]))}


@cache
def kept(fonts_path: str, _version: int, _process_id: int) -> Child:
    """Keep one child for each list of fonts, anew when the list changes or the caller was forked."""
    child = Child(fonts_path)
    atexit.register(child.stop)
    return child


def child(fonts_path: Path | str) -> Child:
    """Find the kept child for a list of fonts; an empty path means the bundled fonts."""
    path = Path(fonts_path) if fonts_path else None
    if path and not path.is_file():
        raise CannotTypeset(f"没有字体清单{path}，请运行 python scripts/fonts.py")
    return kept(str(path or ""), path.stat().st_mtime_ns if path else 0, os.getpid())


def render_apart(
    data: Mapping[str, Any], fonts_path: Path | str, *, seconds: float = 30, form: str = "pdf"
) -> Rendered:
    """Set the data of a document in the child; refusals are raised here as if set in this process."""
    head, parts = checked(child(fonts_path).ask({"data": data, "form": form}, seconds))
    return Rendered(parts[0], head["pages"], tuple(head["notices"]))


def copies_apart(
    data: Mapping[str, Any], copies: Sequence[str], fonts_path: Path | str, *, seconds: float = 60
) -> Rendered:
    """Set a numbered paper once for each copy, as one PDF for the printer."""
    head, parts = checked(child(fonts_path).ask({"data": data, "form": "pdf", "copies": list(copies)}, seconds))
    return Rendered(parts[0], head["pages"], tuple(head["notices"]))


def pages_apart(
    data: Mapping[str, Any], fonts_path: Path | str, *, seconds: float = 30, scale: float = 1.0
) -> list[bytes]:
    """Give the pages as PNG, for the preview beside the composer."""
    request = {"data": data, "form": "png", "scale": scale}
    return checked(child(fonts_path).ask(request, seconds))[1]


def preview_apart(
    data: Mapping[str, Any], fonts_path: Path | str, *, seconds: float = 30, scale: float = 1.0
) -> tuple[list[bytes], tuple[str, ...]]:
    """Give the pages as PNG together with what the editor should know, from one setting of the text."""
    request = {"data": data, "form": "png", "scale": scale}
    head, pages = checked(child(fonts_path).ask(request, seconds))
    return pages, tuple(head["notices"])


def checked(answer: tuple[dict[str, Any], list[bytes]]) -> tuple[dict[str, Any], list[bytes]]:
    """Raise what the worker refused."""
    head = answer[0]
    if "refusal" in head:
        raise InvalidDocument(head["refusal"], head["path"])
    if "failure" in head:
        raise CannotTypeset(head["failure"])
    return answer
