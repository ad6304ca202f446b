"""What this machine must bring along: a Python, and for the journeys a browser with Chinese fonts.

As root on a Debian-like system the packages are installed; elsewhere a sentence says which ones to ask for.
"""

import os
import shutil
import subprocess
import sys

BROWSER = ("chromium", "fonts-noto-cjk")


def main() -> int:
    """Check one need: `python` or `browser`."""
    return {"python": python, "browser": browser}[sys.argv[1]]()


def python() -> int:
    """Ask for Python 3.11 with venv."""
    if sys.version_info < (3, 11):  # noqa: UP036 - this runs before anything is installed
        return ask(f"Python 3.11 or newer is needed, this is {sys.version.split()[0]} (make PYTHON=python3.12 …)")
    try:
        import ensurepip  # noqa: F401, PLC0415
    except ImportError:
        return install(("python3-venv",))
    return 0


def browser() -> int:
    """Find Chromium, or install it."""
    if any(shutil.which(name) for name in ("chromium", "chromium-browser", "google-chrome")):
        return 0
    return install(BROWSER)


def install(packages: tuple[str, ...]) -> int:
    """Install Debian packages as root, else ask for them."""
    if os.geteuid() != 0 or not shutil.which("apt-get"):
        return ask(f"please install these packages (Debian names): sudo apt-get install {' '.join(packages)}")
    quiet = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    subprocess.run(["apt-get", "update", "-qq"], check=False, env=quiet)
    return subprocess.run(["apt-get", "install", "-y", "-qq", *packages], check=False, env=quiet).returncode


def ask(sentence: str) -> int:
    """Say what is missing."""
    print(sentence, file=sys.stderr)
    return 1


if __name__ == "__main__":
    raise SystemExit(main())
