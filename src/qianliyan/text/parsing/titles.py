"""Which line may be a title."""

import re

LONGEST_TITLE = 60
SENTENCE_END = "。；：，、;:,"
HEADING = re.compile(
    r"[一二三四五六七八九十百]+、|（[一二三四五六七八九十百]+）|\d{1,3}[.．、]|（\d{1,3}）|第.{1,4}[章条]"
)


def could_be_title(text: str) -> bool:
    """Tell whether a line may stand as a title: short, no sentence, no numbered heading, no table row."""
    return (
        0 < len(text) <= LONGEST_TITLE
        and text[-1] not in SENTENCE_END
        and "\t" not in text
        and not HEADING.match(text)
        and "。" not in text
    )
