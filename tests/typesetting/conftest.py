import json
from pathlib import Path
from typing import Any

import pytest

from qianliyan.typesetting.cli import found_fonts
from qianliyan.typesetting.fonts import Fonts

EXAMPLES = Path(__file__).resolve().parents[2] / "examples"


@pytest.fixture(scope="session")
def fonts() -> Fonts:
    return found_fonts(None)


@pytest.fixture
def issue() -> dict[str, Any]:
    return json.loads((EXAMPLES / "issue.json").read_text(encoding="utf-8"))


@pytest.fixture
def sign_off_sheet() -> dict[str, Any]:
    return json.loads((EXAMPLES / "sign-off-sheet.json").read_text(encoding="utf-8"))
