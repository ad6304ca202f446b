"""The child process that typesets: it keeps a warm compiler and ends when its caller goes away."""

import contextlib
import os
import sys
from typing import Any

from qianliyan.typesetting import messages, rendering
from qianliyan.typesetting.copies import render_copies
from qianliyan.typesetting.errors import CannotTypeset, InvalidDocument
from qianliyan.typesetting.fonts import Fonts
from qianliyan.typesetting.preview import render_pages
from qianliyan.typesetting.reading import load

MOST_MEMORY = 8 << 30


def main() -> int:
    """Answer requests until standard input closes."""
    limit_memory()
    # Whatever a library prints must not mix with the answers.
    answers = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)
    fonts = Fonts.load(sys.argv[1]) if sys.argv[1] else Fonts.minimum()
    while (request := messages.receive(sys.stdin.buffer)) is not None:
        head, parts = answered(request[0], fonts)
        messages.send(answers, head, parts)
    return 0


def answered(request: dict[str, Any], fonts: Fonts) -> tuple[dict[str, Any], list[bytes]]:
    """Set what was asked for; refusals travel back as sentences."""
    try:
        return set_as_asked(request, fonts)
    except InvalidDocument as refusal:
        return {"refusal": refusal.message, "path": refusal.path}, []
    except CannotTypeset as failure:
        return {"failure": str(failure)}, []
    except RecursionError:
        return {"refusal": "嵌套太深", "path": ""}, []


def set_as_asked(request: dict[str, Any], fonts: Fonts) -> tuple[dict[str, Any], list[bytes]]:
    """Set a file or the pages of a preview."""
    document = load(request["data"])
    if request["form"] == "png":
        pages, notices = render_pages(document, fonts, request["scale"])
        return {"pages": len(pages), "notices": notices}, pages
    if copies := request.get("copies"):
        result = render_copies(document, copies, fonts)
    else:
        result = rendering.render(document, fonts, request["form"])
    return {"pages": result.pages, "notices": result.notices}, [result.data]


def limit_memory() -> None:
    """Keep a runaway document from taking the machine's memory, where the system can."""
    with contextlib.suppress(ImportError, ValueError, OSError):
        import resource  # noqa: PLC0415 — Windows has none

        resource.setrlimit(resource.RLIMIT_AS, (MOST_MEMORY, MOST_MEMORY))


if __name__ == "__main__":
    sys.exit(main())
