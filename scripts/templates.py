"""Finds the source strings of Django templates for Babel, with Django's own lexer."""

from collections.abc import Collection, Iterator, Mapping
from typing import BinaryIO

from django.template.base import Lexer, Token, TokenType
from django.utils.regex_helper import _lazy_re_compile
from django.utils.text import smart_split
from django.utils.translation import trim_whitespace

Found = tuple[int, str, str | tuple[str, str], list[str]]
CONSTANT = _lazy_re_compile(r"""_\((?:"([^"]+)"|'([^']+)')\)""")


def extract(
    fileobj: BinaryIO,
    _keywords: Collection[str],
    _comment_tags: Collection[str],
    options: Mapping[str, object],  # noqa: ARG001 - Babel passes it by name
) -> Iterator[Found]:
    """Yield what stands in translate, blocktranslate and _("…")."""
    tokens = iter(Lexer(fileobj.read().decode()).tokenize())
    for token in tokens:
        yield from _constants(token)
        words = list(smart_split(token.contents)) if token.token_type == TokenType.BLOCK else []
        if words[:1] in (["translate"], ["trans"]) and len(words) > 1 and words[1][0] in "'\"":
            yield token.lineno or 1, "gettext", words[1][1:-1].replace("%", "%%"), []
        elif words[:1] in (["blocktranslate"], ["blocktrans"]):
            yield _block(token, words, tokens)


def _constants(token: Token) -> Iterator[Found]:
    if token.token_type in (TokenType.BLOCK, TokenType.VAR):
        for match in CONSTANT.finditer(token.contents):
            yield token.lineno or 1, "gettext", match[1] or match[2], []


def _block(start: Token, words: list[str], tokens: Iterator[Token]) -> Found:
    forms = [""]
    for token in tokens:
        if token.token_type == TokenType.BLOCK and token.contents.startswith("end"):
            break
        if token.token_type == TokenType.BLOCK and token.contents.strip() == "plural":
            forms.append("")
        elif token.token_type == TokenType.VAR:
            forms[-1] += f"%({token.contents.split('|')[0].strip()})s"
        elif token.token_type == TokenType.TEXT:
            forms[-1] += token.contents.replace("%", "%%")
    texts = [trim_whitespace(form) if "trimmed" in words else form for form in forms]
    if len(texts) == 2:
        return start.lineno or 1, "ngettext", (texts[0], texts[1]), []
    return start.lineno or 1, "gettext", texts[0], []
