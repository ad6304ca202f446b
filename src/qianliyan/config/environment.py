"""Read the environment: flags, lists of words and the installation's secret key."""

import os
import secrets
from pathlib import Path


def flag(name: str, *, default: bool) -> bool:
    """Read a yes/no variable."""
    return os.environ.get(name, "1" if default else "0").lower() in {"1", "true", "yes", "on"}


def words(name: str, default: str) -> list[str]:
    """Read a blank-separated list."""
    return os.environ.get(name, default).split()


def secret_key(home: Path) -> str:
    """Return the installation's key from the environment, or make one once and keep it readable by its owner only."""
    if given := os.environ.get("QIANLIYAN_SECRET_KEY"):
        return given
    home.mkdir(parents=True, exist_ok=True)
    file = home / "secret-key"
    try:
        handle = os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError:
        return file.read_text()
    with os.fdopen(handle, "w") as new:
        new.write(secrets.token_urlsafe(48))
    return file.read_text()
