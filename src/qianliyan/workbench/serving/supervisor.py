"""The loop that keeps all programs running until it is told to stop."""

import signal
import threading
from collections.abc import Mapping, Sequence

from qianliyan.workbench.serving.keeper import Keeper, Program

PAUSE = 0.2


class Supervisor:
    """Several programs under one roof; ends them all on SIGTERM or SIGINT."""

    def __init__(self, programs: Sequence[Program], environment: Mapping[str, str]) -> None:
        self.keepers = [Keeper(program, environment) for program in programs]
        self.stopping = threading.Event()

    def listen(self) -> None:
        """Let the two usual signals end the loop."""
        for number in (signal.SIGTERM, signal.SIGINT):
            signal.signal(number, lambda _number, _frame: self.stopping.set())

    def start(self) -> None:
        """Start everything once."""
        for keeper in self.keepers:
            keeper.tend()

    def keep_running(self) -> None:
        """Look after the programs until told to stop, then end them all."""
        try:
            while not self.stopping.wait(PAUSE):
                self.start()
        finally:
            for keeper in self.keepers:
                keeper.ask_to_end()
            for keeper in self.keepers:
                keeper.end()
