"""Run every measurement that this machine can do, one process each, and print one table after the other.

`make bench` runs all; `python -m bench pages` one of them; `--prose FOLDER` hands real prose to the text rules.
"""

import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).parent


def main(arguments: list[str]) -> int:
    """Run the named measurements, or all."""
    options, names = [], []
    words = iter(arguments)
    for word in words:
        if word == "--prose":
            options = ["--prose", next(words)]
        else:
            names.append(word)
    failed = 0
    for name in names or available():
        print(f"\n=== {name}", flush=True)
        more = options if name == "text" else []
        failed |= subprocess.run([sys.executable, "-m", f"bench.{name}", *more], check=False).returncode
    return failed


def available() -> list[str]:
    """Return the measurements in this folder: modules and packages that can be run."""
    modules = [file.stem for file in HERE.glob("*.py") if not file.stem.startswith("_") and runs(file)]
    packages = [folder.parent.name for folder in HERE.glob("*/__main__.py")]
    return sorted(modules + packages)


def runs(file: Path) -> bool:
    """Tell whether a module is meant to be run."""
    return '__name__ == "__main__"' in file.read_text(encoding="utf-8")


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
