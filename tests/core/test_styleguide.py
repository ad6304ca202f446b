"""The living style sheet is complete and obeys the policy; a journey sees whether everybody can read it."""

import re
from pathlib import Path

import pytest
from django.test import Client

CORE = Path(__file__).resolve().parents[2] / "src/qianliyan/core"
# What stands in the shell or belongs to failures is seen on every page and not shown again.
IN_THE_SHELL = {"banner", "bar", "head", "language", "notices", "person", "rail", "scripts_texts", "seats", "typed"}
SHOWN_BY_HAND = {"progress"}
WITHIN_OTHERS = {"blocks"}  # the lines of a paper


def test_every_component_is_shown() -> None:
    sources = "".join(path.read_text(encoding="utf-8") for path in (CORE / "templates/core").rglob("*.html"))
    shown = set(re.findall(r'(?:include "components/|component ")([a-z_]+)', sources))
    drawn = set(re.findall(r"{% (meter|sparkline|bars|stacked) ", sources))

    made = {path.stem for path in (CORE / "templates/components").glob("*.html")}

    assert made - IN_THE_SHELL - SHOWN_BY_HAND - WITHIN_OTHERS == shown | drawn


@pytest.mark.django_db
def test_the_page_has_nothing_that_the_policy_forbids() -> None:
    html = Client().get("/styleguide/").content.decode()

    assert re.findall(r"\s(?:style|on[a-z]+)=", html) == []
    assert re.findall(r"<script(?![^>]*\bsrc=)|<style", html) == []
