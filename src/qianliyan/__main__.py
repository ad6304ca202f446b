"""The one command line: the three libraries by name, everything else to Django.

`qianliyan text|typeset|score …` never loads Django, so the libraries stay usable by themselves.
"""

import importlib
import os
import sys
from collections.abc import Sequence

LIBRARIES = {
    "text": "qianliyan.text.cli",
    "typeset": "qianliyan.typesetting.cli",
    "score": "qianliyan.scoring.cli",
}


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command and return its exit code."""
    arguments = list(sys.argv[1:] if argv is None else argv)
    if arguments and arguments[0] in LIBRARIES:
        return int(importlib.import_module(LIBRARIES[arguments[0]]).main(arguments[1:]) or 0)
    return django(arguments)


def django(arguments: list[str]) -> int:
    """Hand the command to Django's management with our settings."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "qianliyan.config.settings")
    management = importlib.import_module("django.core.management")
    management.execute_from_command_line(["qianliyan", *arguments])
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
