"""Documents that are made from the code are fresh, and what only people can write is complete."""

import re
from pathlib import Path

import pytest
from django.apps import apps
from scripts import catalogues, reference

from qianliyan.history.followups import followed_verbs

ROOT = Path(__file__).resolve().parents[2]
ROOMS = [config for config in apps.get_app_configs() if config.name.startswith("qianliyan.")]


@pytest.mark.parametrize(("path", "wanted"), list(reference.pages()), ids=lambda part: getattr(part, "name", ""))
def test_the_page_is_what_the_code_says(path, wanted):
    assert path.read_text(encoding="utf-8") == wanted, "run scripts/reference.py"


def glossary():
    return (ROOT / "docs" / "glossary.md").read_text(encoding="utf-8")


def test_every_model_state_and_verb_is_in_the_glossary():
    known = set(re.findall(r"`([\w.]+)`", glossary()))
    models = {model.__name__ for room in ROOMS for model in room.get_models()}
    states = {state.value for _title, states, _table in reference.MACHINES.values() for state in states}
    verbs = {step.verb for _title, _states, table in reference.MACHINES.values() for step in table}

    assert sorted((models | states | verbs) - known) == []


def test_every_recorded_verb_is_in_the_glossary():
    known = set(re.findall(r"`([\w.]+)`", glossary()))
    sources = [file.read_text(encoding="utf-8") for file in (ROOT / "src").rglob("*.py")]
    recorded = {verb for text in sources for verb in re.findall(r'\brecord\(\s*"([a-z_.]+)"', text)}

    assert sorted(recorded - known) == []


def test_only_verbs_that_happen_are_followed():
    steps = {step.verb for _title, _states, table in reference.MACHINES.values() for step in table}
    sources = [file.read_text(encoding="utf-8") for file in (ROOT / "src").rglob("*.py")]
    recorded = {verb for text in sources for verb in re.findall(r'\brecord\(\s*"([a-z_.]+)"', text)}

    assert sorted(followed_verbs() - steps - recorded) == []


def test_every_environment_variable_is_documented():
    page = (ROOT / "docs" / "operate" / "configure.md").read_text(encoding="utf-8")

    assert sorted(name for name in reference.variables_in_code() if f"`{name}`" not in page) == []


def test_every_command_is_documented():
    page = (ROOT / "docs" / "operate" / "commands.md").read_text(encoding="utf-8")
    commands = {file.stem for file in (ROOT / "src").rglob("management/commands/*.py") if file.stem != "__init__"}

    assert sorted(name for name in commands if f"`qianliyan {name}" not in page) == []


def test_the_english_catalogue_is_complete():
    assert catalogues.missing() == []


def test_every_link_between_documents_leads_somewhere():
    broken = [
        f"{page.relative_to(ROOT)}: {target}"
        for page in [*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")]
        for target in re.findall(r"\]\(([^)#:\s]+)(?:#[^)]*)?\)", page.read_text(encoding="utf-8"))
        if not (page.parent / target).exists()
    ]

    assert broken == []
