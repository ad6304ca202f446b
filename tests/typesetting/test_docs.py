"""The documentation names every template and every field."""

import dataclasses
from pathlib import Path

import pytest

from qianliyan.typesetting import layouts
from qianliyan.typesetting.model import Bar, Box, Bulletin, Chart, Entry, Letter, Sheet, Table, Tail

TEXT = (Path(__file__).resolve().parents[2] / "docs" / "typesetting.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("kind", [Bulletin, Entry, Tail, Table, Chart, Bar, Sheet, Box, Letter])
def test_every_field_of_the_json_is_documented(kind):
    paragraph = next(part for part in TEXT.split("\n\n") if f"**{kind.__name__}**" in part)

    assert [field.name for field in dataclasses.fields(kind) if f"`{field.name}`" not in paragraph] == []


def test_every_template_is_documented_with_its_kind_of_document():
    rows = [row.split(" | ") for row in TEXT.splitlines() if row.startswith("| `")]
    kinds = {"bulletin": "Bulletin", "sheet": "Sheet", "letter": "Letter"}

    told = {row[0].strip("| `"): row[2] for row in rows}
    assert told == {name: kinds[layouts.layout(name)["document"]] for name in layouts.names()}


def test_every_setting_of_a_layout_is_documented():
    section = TEXT[TEXT.index("### What a layout may say") : TEXT.index("To add a template")]
    base = layouts.read("base")

    wanted = (set(base) - {"document", "title"}) | set(base["styles"]["body"])
    assert sorted(name for name in wanted if f"`{name}`" not in section) == []
