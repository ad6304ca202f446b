"""Start a program that ends with its supervisor: `python -m qianliyan.workbench.serving.child PROGRAM ARGUMENT…`.

Without this a supervisor killed outright would leave a web server on the port and a worker in the queue.
"""

import ctypes
import os
import signal
import sys

PR_SET_PDEATHSIG = 1  # linux/prctl.h


def die_with_parent() -> None:
    """Ask the kernel to stop this process when its parent ends (Linux only; elsewhere nothing happens)."""
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, signal.SIGTERM)


if __name__ == "__main__":
    supervisor = os.getppid()
    die_with_parent()
    # The supervisor may have died before the kernel was asked.
    if os.getppid() == supervisor:
        os.execvp(sys.argv[1], sys.argv[1:])  # noqa: S606 - a list, from our own supervisor
