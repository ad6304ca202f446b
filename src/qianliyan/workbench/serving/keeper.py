"""Keeps one program running: starts it, starts it again when it died, ends it with everything it started."""

import logging
import os
import secrets
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field

logger = logging.getLogger("qianliyan.serve")

SHORTEST_WAIT = 0.5
LONGEST_WAIT = 30.0
STEADY = 30.0
PATIENCE = 15.0


@dataclass(frozen=True)
class Program:
    """What is run: `command(name of this run)` gives the arguments, `mourn(name of this run)` cleans up after it."""

    name: str
    command: Callable[[str], Sequence[str]]
    mourn: Callable[[str], object] = field(default=lambda _run: None)


class Keeper:
    """One program and its present process."""

    def __init__(self, program: Program, environment: Mapping[str, str]) -> None:
        self.program = program
        self.environment = environment
        self.process: subprocess.Popen[bytes] | None = None
        self.run = ""
        self.started_at = 0.0
        self.wait = 0.0
        self.next_start = 0.0

    def tend(self) -> None:
        """Start the program if it does not run and its time has come."""
        if self.process is not None and self.process.poll() is not None:
            self._bury(self.process)
        if self.process is None and time.monotonic() >= self.next_start:
            self._start()

    def ask_to_end(self) -> None:
        """Send the gentle signal; running tasks and requests may finish."""
        if self.process is not None:
            self.process.terminate()

    def end(self) -> None:
        """Wait a while for the end, then insist; leave nothing behind."""
        if self.process is None:
            return
        with suppress(subprocess.TimeoutExpired):
            self.process.wait(PATIENCE)
        self._sweep(self.process)
        self.program.mourn(self.run)
        self.process = None

    def _start(self) -> None:
        self.run = f"{self.program.name}-{secrets.token_hex(8)}"
        self.started_at = time.monotonic()
        child = [sys.executable, "-m", "qianliyan.workbench.serving.child", *self.program.command(self.run)]
        # A session of its own: Ctrl+C reaches only the supervisor, and the whole group can be swept up.
        self.process = subprocess.Popen(child, env=dict(self.environment), start_new_session=True)

    def _bury(self, process: subprocess.Popen[bytes]) -> None:
        """Clean up after a death and wait longer each time, unless it had run steadily."""
        steady = time.monotonic() - self.started_at >= STEADY
        self.wait = SHORTEST_WAIT if steady else min(max(self.wait * 2, SHORTEST_WAIT), LONGEST_WAIT)
        self.next_start = time.monotonic() + self.wait
        logger.warning("%s ended (%s), starts again in %.1f s", self.program.name, process.returncode, self.wait)
        self._sweep(process)
        self.program.mourn(self.run)
        self.process = None

    def _sweep(self, process: subprocess.Popen[bytes]) -> None:
        """Kill what is left of the process's group."""
        with suppress(ProcessLookupError, PermissionError):
            os.killpg(process.pid, signal.SIGKILL)
        process.wait()
