"""The English catalogue: find every Chinese source string, update the catalogue, compile it, name what is missing.

Made with Babel, so that no gettext programs are needed. `update` keeps what is translated; `compile` is set-up's part.
"""

import io
import sys
from collections.abc import Iterator
from pathlib import Path

from babel.messages import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

ROOT = Path(__file__).resolve().parents[1]
SOURCE = ROOT / "src" / "qianliyan"
PO = SOURCE / "locale" / "en" / "LC_MESSAGES" / "django.po"
KEYWORDS = {"_": None, "gettext": None, "gettext_lazy": None, "ngettext": (1, 2), "pgettext": ((1, "c"), 2)}
METHODS = [("**/migrations/**", "ignore"), ("**.py", "python"), ("**/templates/**.html", "templates:extract")]


def source_catalogue() -> Catalog:
    """Return every source string with its places (files only, so that a moved line changes nothing)."""
    sys.path.insert(0, str(Path(__file__).parent))
    catalogue = Catalog(project="qianliyan", charset="utf-8")
    methods = [(pattern, _method(name)) for pattern, name in METHODS]
    found = extract_from_dir(str(SOURCE), method_map=methods, keywords=KEYWORDS, options_map={})
    for file, _line, message, _comments, context in found:
        catalogue.add(message, None, [(f"{Path(file).as_posix()}", 1)], context=context)
    return catalogue


def translated() -> Catalog:
    """Return the English catalogue as it stands."""
    if not PO.exists():
        return Catalog(locale="en", project="qianliyan", charset="utf-8")
    return read_po(io.BytesIO(PO.read_bytes()), locale="en")


def missing() -> list[str]:
    """Return the source strings without an English text."""
    done = translated()
    return [str(message.id) for message in source_catalogue() if message.id and not _has_text(done, message)]


def update() -> None:
    """Bring the catalogue up to date with the sources."""
    catalogue = translated()
    catalogue.update(source_catalogue(), no_fuzzy_matching=True)
    catalogue.obsolete.clear()
    PO.parent.mkdir(parents=True, exist_ok=True)
    with PO.open("wb") as file:
        write_po(file, catalogue, width=0, sort_output=True, include_lineno=False, omit_header=False)
    for text in missing():
        print(text)


def compile_all() -> None:
    """Write the .mo file beside the .po file."""
    if PO.exists():
        with PO.with_suffix(".mo").open("wb") as file:
            write_mo(file, translated())


def _has_text(catalogue: Catalog, message: object) -> bool:
    found = catalogue.get(message.id, message.context)  # type: ignore[attr-defined]
    return bool(found and found.string and (not isinstance(found.string, tuple) or all(found.string)))


def _method(name: str) -> object:
    if name == "templates:extract":
        from templates import extract  # noqa: PLC0415

        return extract
    return name


def _commands() -> Iterator[str]:
    yield from sys.argv[1:] or ["compile"]


if __name__ == "__main__":
    for command in _commands():
        {"update": update, "compile": compile_all, "missing": lambda: print("\n".join(missing()))}[command]()
