"""Fill the words of a template, such as 第{n}期, from a document; text of the document is never read as a template."""

import dataclasses
import re
from collections.abc import Mapping

SLOT = re.compile(r"\{(\w+)\}")


def slots(document: object) -> dict[str, str]:
    """Give every text and number field of a document by its name, and the named fields of a letter or sheet."""
    words = {
        field.name: str(content)
        for field in dataclasses.fields(document)  # type: ignore[arg-type]
        if isinstance(content := getattr(document, field.name), str | int) and not isinstance(content, bool)
    }
    return {**dict(getattr(document, "fields", ())), **words}


def filled(template: str, words: Mapping[str, str]) -> str:
    """Put the words in; a text whose slots are all empty is dropped altogether."""
    wanted = SLOT.findall(template)
    if wanted and not any(words.get(name) for name in wanted):
        return ""
    return SLOT.sub(lambda match: words.get(match[1], ""), template)
