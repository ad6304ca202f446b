"""A late save of a draft keeps everything that was given with it."""

import re

import pytest
from django.urls import reverse

from qianliyan.core.errors import Stale
from qianliyan.desk.actions import drafts
from qianliyan.desk.models import UnsavedDraft
from tests.thread import taken


def field(page, name):
    """What the form of the page would post under this name."""
    form = page[page.index("/settlement/") :]
    if name == "gist":
        return re.search(r'name="gist" value="([^"]*)"', form)[1]
    return re.search(rf'<select[^>]* name="{name}">.*?value="([^"]+)" selected', form)[1]


def test_a_late_save_keeps_the_other_fields_and_the_form_posts_mine(world, editor, colleague, sign_in):
    draft = drafts.save(taken(world), by=colleague, revision=0, body="苗编的", gist="苗编的提要", kind="warning")
    with pytest.raises(Stale):
        drafts.save(draft, by=editor, revision=0, body="林编的", gist="林编的提要", kind="problem", form="research")

    page = sign_in(editor).get(reverse("desk:conflict", args=[draft.uid])).content.decode()

    assert UnsavedDraft.objects.get().fields == {"gist": "林编的提要", "kind": "problem", "form": "research"}
    assert [field(page, name) for name in ("kind", "form", "gist")] == ["problem", "research", "林编的提要"]
    assert "对方：苗编的提要" in page


def test_fields_that_were_not_given_stay_as_they_are(world, editor, colleague, sign_in):
    draft = drafts.save(taken(world), by=colleague, revision=0, gist="苗编的提要")
    with pytest.raises(Stale):
        drafts.save(draft, by=editor, revision=0, body="林编的")

    page = sign_in(editor).get(reverse("desk:conflict", args=[draft.uid])).content.decode()

    assert (field(page, "gist"), UnsavedDraft.objects.get().title) == ("苗编的提要", draft.title)
