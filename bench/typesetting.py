"""Time and memory of typesetting: an issue of twelve pages in every form, one changed item, a yearbook, and peers.

`python -m bench.typesetting`. Each line is a process of its own, so that memory is its own. Peers set the same
content in the same run: WeasyPrint our HTML, LibreOffice our DOCX; where one is not installed, that is said.
"""

import json
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from statistics import median
from typing import Any

from qianliyan.typesetting.child import pages_apart
from qianliyan.typesetting.cli import fonts_place, found_fonts
from qianliyan.typesetting.model import Rendered
from qianliyan.typesetting.reading import load
from qianliyan.typesetting.rendering import render

EXAMPLE = Path(__file__).resolve().parents[1] / "examples" / "issue.json"
ROUNDS = 7


@dataclass(frozen=True, order=True)
class Took:
    """Seconds on the clock, and seconds of processor, which a busy machine does not lengthen."""

    clock: float
    processor: float

    def __str__(self) -> str:
        """Show both."""
        return f"{self.clock:.3f} s (processor {self.processor:.3f} s)"


def processor() -> float:
    """Give the processor time of this process and of the children that have ended."""
    used = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    return sum(one.ru_utime + one.ru_stime for one in used)


def timed(step: Callable[[], object]) -> Took:
    """Measure one call."""
    started, used = time.perf_counter(), processor()
    step()
    return Took(time.perf_counter() - started, processor() - used)


def middle(times: list[Took]) -> Took:
    """Give the medians."""
    return Took(median(one.clock for one in times), median(one.processor for one in times))


def issue(items: int) -> dict[str, Any]:
    """Repeat the example's items until there are so many, each with its own title."""
    data: dict[str, Any] = json.loads(EXAMPLE.read_text(encoding="utf-8"))
    own = data["entries"]
    data["entries"] = [{**own[n % len(own)], "title": f"{own[n % len(own)]['title']}之{n + 1}"} for n in range(items)]
    return data


TWELVE_PAGES, YEARBOOK = 11, 282


def changed(data: dict[str, Any], number: int) -> dict[str, Any]:
    """Change one word of one item, as an editor does."""
    first = {**data["entries"][0], "body": f"{data['entries'][0]['body']}第{number}次改动。"}
    return {**data, "entries": [first, *data["entries"][1:]]}


def warm(form: str) -> tuple[Took, Rendered]:
    """Give the median time of setting a slightly changed issue again, everything already loaded."""
    data, fonts = issue(TWELVE_PAGES), found_fonts(None)
    rendered = render(load(data), fonts, form)
    times = [timed(lambda n=n: render(load(changed(data, n)), fonts, form)) for n in range(ROUNDS)]
    return middle(times), rendered


def preview() -> tuple[Took, int]:
    """Give the median time until all pages of a changed issue have come back from the child as pictures."""
    data = issue(TWELVE_PAGES)
    pages = pages_apart(data, fonts_place())
    times = [timed(lambda n=n: pages_apart(changed(data, n), fonts_place())) for n in range(ROUNDS)]
    return middle(times), len(pages)


def memory(who: int = resource.RUSAGE_SELF) -> str:
    """Give the largest memory of this process, or of its children."""
    return f"{resource.getrusage(who).ru_maxrss / 1024:.0f} MB"


def command(arguments: list[str]) -> Took:
    """Time a whole process from nothing."""
    return timed(lambda: subprocess.run(arguments, check=True, capture_output=True))


def cold(form: str) -> None:
    """Print the time of the command line from nothing to the finished file."""
    with tempfile.TemporaryDirectory() as folder:
        source, target = Path(folder) / "issue.json", Path(folder) / f"out.{form}"
        source.write_text(json.dumps(issue(TWELVE_PAGES)), encoding="utf-8")
        seconds = command([sys.executable, "-m", "qianliyan", "typeset", str(source), "-o", str(target)])
        print(f"{form} from nothing, whole process: {seconds}, {memory(resource.RUSAGE_CHILDREN)}")


def again(form: str) -> None:
    """Print the time of a kept typesetter."""
    seconds, rendered = warm(form)
    size = f"{rendered.pages} pages, " if rendered.pages else ""
    told = f"{form} again after a change, median of {ROUNDS}: {seconds}"
    print(f"{told}, {size}{len(rendered.data):,} bytes, {memory()}")


def shown() -> None:
    """Print how long an editor waits for the preview."""
    seconds, pages = preview()
    print(f"preview of {pages} pages after one change, through the child: {seconds.clock:.3f} s")


def yearbook() -> None:
    """Print the time of a book of three hundred pages."""
    fonts, book = found_fonts(None), {**issue(YEARBOOK), "template": "huibian"}
    results: list[Rendered] = []
    seconds = timed(lambda: results.append(render(load(book), fonts, "pdf")))
    print(f"yearbook of {results[0].pages} pages as pdf, first time: {seconds}, {memory()}")


def weasyprint() -> None:
    """Let WeasyPrint make a PDF of our HTML."""
    if not find_spec("weasyprint"):
        print("WeasyPrint is not installed here; not compared.")
        return
    page = render(load(issue(TWELVE_PAGES)), found_fonts(None), "html").data.decode()
    try:
        from weasyprint import HTML  # noqa: PLC0415 — only where it is installed
    except OSError:
        print("WeasyPrint finds no Pango on this machine; not compared.")
        return

    first = timed(lambda: HTML(string=page).write_pdf())
    second = timed(lambda: HTML(string=page).write_pdf())
    print(f"WeasyPrint, pdf of our html: first {first}, again {second}, {memory()}")


def libreoffice() -> None:
    """Let LibreOffice make a PDF of our DOCX."""
    program = shutil.which("soffice")
    if not program:
        print("LibreOffice is not installed here; not compared.")
        return
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder) / "issue.docx"
        source.write_bytes(render(load(issue(TWELVE_PAGES)), found_fonts(None), "docx").data)
        profile = f"-env:UserInstallation=file://{folder}/profile"
        order = [program, profile, "--headless", "--convert-to", "pdf", "--outdir", folder, str(source)]
        first, second = command(order), command(order)
        told = memory(resource.RUSAGE_CHILDREN)
    print(f"LibreOffice, pdf of our docx: first {first}, again {second}, {told}")


STEPS: dict[str, Callable[[], None]] = {
    "cold-pdf": lambda: cold("pdf"),
    "cold-docx": lambda: cold("docx"),
    "pdf": lambda: again("pdf"),
    "docx": lambda: again("docx"),
    "html": lambda: again("html"),
    "ofd": lambda: again("ofd"),
    "preview": shown,
    "yearbook": yearbook,
    "weasyprint": weasyprint,
    "libreoffice": libreoffice,
}


def main(arguments: list[str]) -> int:
    """Run one step here, or every step in a process of its own."""
    if arguments:
        STEPS[arguments[0]]()
        return 0
    codes = [subprocess.run([sys.executable, __file__, name], check=False).returncode for name in STEPS]
    return max(codes)


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
