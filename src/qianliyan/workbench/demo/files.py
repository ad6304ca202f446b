"""Reads the words of the demo. Pure, so that they can be read without Django too."""

from pathlib import Path
from typing import Any

from ruamel.yaml import YAML

HERE = Path(__file__).parent


def read(name: str) -> Any:
    """Return the contents of one YAML file of the demo."""
    return YAML(typ="safe").load((HERE / name).read_text(encoding="utf-8"))
