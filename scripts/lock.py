"""Write the two hashed locks anew with uv (installed beside the project's own packages for the moment)."""

import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
OPTIONS = ["--universal", "--python-version", "3.11", "--generate-hashes", "--no-emit-index-url", "--no-header"]
LOCKS = {"run": ["build"], "dev": ["build", "dev"]}


def main() -> int:
    """Compile both locks without any address in them."""
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run([sys.executable, "-m", "pip", "install", "-q", "--target", folder, "uv"], check=True)
        for name, extras in LOCKS.items():
            wanted = [part for extra in extras for part in ("--extra", extra)]
            uv = [str(Path(folder) / "bin" / "uv"), "pip", "compile", "-q", *OPTIONS, *wanted, "pyproject.toml"]
            subprocess.run([*uv, "-o", f"requirements/{name}.txt"], cwd=ROOT, check=True)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
