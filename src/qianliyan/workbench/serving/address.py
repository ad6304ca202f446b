"""Where the web server listens: the wanted port, or the next free one."""

import socket
import time
import urllib.error
import urllib.request

TRIES = 50


def free_port(host: str, wanted: int) -> int:
    """Return `wanted` or the nearest free port above it; refuse when none of fifty is free."""
    for port in range(wanted, wanted + TRIES):
        if _is_free(host, port):
            return port
    raise OSError(f"no free port from {wanted} to {wanted + TRIES - 1}")


def answers(url: str, seconds: float) -> bool:
    """Wait until the web server answers."""
    until = time.monotonic() + seconds
    while time.monotonic() < until:
        try:
            with urllib.request.urlopen(url, timeout=5):  # noqa: S310 - our own address
                return True
        except (urllib.error.URLError, OSError):
            time.sleep(0.1)
    return False


def _is_free(host: str, port: int) -> bool:
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    with socket.socket(family, socket.SOCK_STREAM) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except OSError:
            return False
    return True
