"""Reads a stranger's file in a process of its own, with limits on time and memory.

The parent writes one line of JSON and the bytes; the child answers with one line of JSON. Nothing is unpickled.
"""

import json
import os
import resource
import subprocess
import sys
from dataclasses import asdict
from pathlib import Path

from qianliyan.text.cleaning.arrivals import tidied
from qianliyan.text.importers.reading import Imported, Refused, Removal, read

SLOW = "文件太复杂，规定时间内读不完。请另存为纯文本，或只粘贴文字。"
CRASHED = "文件读取失败，可能已损坏。请在原来的软件里重新另存一份再上传。"
ROOT = Path(__file__).resolve().parents[3]


def read_apart(
    content: bytes, name: str, *, seconds: float = 20, megabytes: int = 1024, tables: bool = False, tidy: bool = False
) -> Imported:
    """Read a file in a child process; refuse it when the child runs out of time or memory, or dies.

    `tidy` cleans what was read in the same process, under the same limits.
    """
    asked = {"name": name, "seconds": seconds, "megabytes": megabytes, "tables": tables, "tidy": tidy}
    order = json.dumps(asked).encode() + b"\n"
    try:
        done = subprocess.run(
            [sys.executable, "-m", "qianliyan.text.importers.child"],
            input=order + content,
            capture_output=True,
            timeout=seconds,
            check=False,
            # The child needs no secret of the parent's environment.
            env={"PYTHONPATH": str(ROOT), "PATH": os.environ.get("PATH", ""), "PYTHONIOENCODING": "utf-8"},
        )
    except subprocess.TimeoutExpired as error:
        raise Refused("too-slow", SLOW) from error
    return _answer(done.stdout)


def _answer(written: bytes) -> Imported:
    try:
        answer = json.loads(written)
    except ValueError as error:
        raise Refused("crashed", CRASHED) from error
    if "refused" in answer:
        raise Refused(answer["refused"], answer["message"])
    removed = tuple(Removal(**removal) for removal in answer.pop("removed"))
    return Imported(**answer, removed=removed)


def main() -> int:
    """Serve one file: limit this process, read, answer."""
    order = json.loads(sys.stdin.buffer.readline())
    _limit(order["seconds"], order["megabytes"])
    try:
        content = sys.stdin.buffer.read()
        found = read(content, order["name"], tables=order["tables"])
        answer = asdict(tidied(found, content) if order["tidy"] else found)
    except Refused as refusal:
        answer = {"refused": refusal.code, "message": refusal.message}
    except MemoryError:
        answer = {"refused": "too-complex", "message": SLOW}
    sys.stdout.buffer.write(json.dumps(answer).encode())
    return 0


def _limit(seconds: float, megabytes: int) -> None:
    resource.setrlimit(resource.RLIMIT_AS, (megabytes * 1024 * 1024,) * 2)
    resource.setrlimit(resource.RLIMIT_CPU, (int(seconds) + 1,) * 2)
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    # The child opens what it needs to import, but writes no files.
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))


if __name__ == "__main__":
    raise SystemExit(main())
