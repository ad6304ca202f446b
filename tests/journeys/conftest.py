"""An installation and windows for every journey."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, sync_playwright

from tests.journeys.browser import Windows, launch
from tests.journeys.installation import Installation, copy_of, template


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Everything here needs the browser."""
    for item in items:
        if "journeys" in item.path.parts:
            item.add_marker(pytest.mark.browser)


@pytest.fixture(scope="session")
def made(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Installation]:
    with template(tmp_path_factory.mktemp("installation")) as ready:
        yield ready


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        started = launch(playwright)
        yield started
        started.close()


@pytest.fixture
def office(made: Installation, tmp_path: Path) -> Iterator[Installation]:
    with copy_of(made, tmp_path) as running:
        yield running


@pytest.fixture
def people(browser: Browser, office: Installation) -> Iterator[Windows]:
    """Windows in which nothing may go wrong unseen: no script error, no CSP violation, no 500."""
    windows = Windows(browser, office.url)
    yield windows
    troubles = [trouble for someone in windows.people for trouble in someone.troubles]
    for someone in windows.people:
        someone.page.context.close()
    assert troubles == []
