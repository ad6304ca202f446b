"""Habits that a linter does not know."""

import ast
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
SOURCE = ROOT / "src" / "qianliyan"
FILES = [file for file in SOURCE.rglob("*.py") if "migrations" not in file.parts]
TEMPLATES = list(SOURCE.rglob("templates/**/*.html"))
NOT_NAMES = {"utils", "helpers", "common", "services", "misc", "manager"}


def named(paths):
    return [str(path.relative_to(ROOT)) for path in paths]


def test_views_reach_objects_only_through_visible_to():
    views = [file for file in FILES if "views" in file.parts or file.name in {"views.py", "tasks.py"}]

    assert named(file for file in views if ".objects" in file.read_text(encoding="utf-8")) == []


def test_no_view_catches_a_refusal():
    views = [file for file in FILES if "views" in file.parts or file.name == "views.py"]

    assert named(f for f in views if re.search(r"except \(?\w*DomainError", f.read_text(encoding="utf-8"))) == []


def test_the_clock_is_the_office_s():
    asking = [f for f in FILES if "timezone.now" in f.read_text(encoding="utf-8") and f.name != "clock.py"]

    assert named(asking) == []


def test_no_function_imports_our_own_code():
    found = []
    for file in FILES:
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if isinstance(node, ast.FunctionDef) and any(_imports_ours(inner) for inner in ast.walk(node)):
                is_ready = node.name == "ready" and file.name == "apps.py"
                found += [] if is_ready else [f"{file.relative_to(ROOT)}:{node.name}"]

    assert found == []


def _imports_ours(node):
    return isinstance(node, ast.ImportFrom) and (node.module or "").startswith("qianliyan")


def test_no_module_is_called_after_nothing():
    assert named(file for file in FILES if file.stem in NOT_NAMES) == []


def test_files_stay_short():
    long = [file for file in FILES if len(file.read_text(encoding="utf-8").splitlines()) > 300]
    tests = [f for f in (ROOT / "tests").rglob("test_*.py") if len(f.read_text(encoding="utf-8").splitlines()) > 250]

    assert named(long + tests) == []


@pytest.mark.parametrize(
    "forbidden",
    [r"\sstyle\s*=", r"\son[a-z]+\s*=\s*\"", r"<script(?![^>]*\bsrc=)", r"<style", r"https?://", r"\|safe\b"],
)
def test_templates_keep_the_content_security_policy(forbidden):
    found = [file for file in TEMPLATES if re.search(forbidden, file.read_text(encoding="utf-8"))]

    assert named(found) == []


def test_every_form_that_posts_carries_its_token():
    forms = re.compile(r'<form\b[^>]*method="post"[^>]*>.*?</form>', re.DOTALL | re.IGNORECASE)
    naked = [
        file
        for file in TEMPLATES
        if any("csrf_token" not in form for form in forms.findall(file.read_text(encoding="utf-8")))
    ]

    assert named(naked) == []


def test_nothing_unfinished_is_left():
    words = re.compile(r"(?:#|\{#)[^\n]*\b(?:TODO|FIXME|XXX)\b|\braise NotImplementedError\b")

    assert named(file for file in [*FILES, *TEMPLATES] if words.search(file.read_text(encoding="utf-8"))) == []
