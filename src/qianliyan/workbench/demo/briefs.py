"""The weeks before: short items and the issues they were printed in, told in one line each."""

from collections import defaultdict
from typing import Any

from qianliyan.workbench.demo.files import read

EDITOR, COMPOSER, SIGNATORY = "city-bianji", "city-kezhang", "city-mishuzhang"


def items() -> dict[str, dict[str, Any]]:
    """Return each brief as an item's script: sent on its day, decided the next working day."""
    return {f"brief-{place:02}": _item(place, brief) for place, brief in enumerate(_briefs())}


def issues() -> dict[str, dict[str, Any]]:
    """Return the issues, each signed two working days after its last brief came in."""
    drafts: dict[int, list[str]] = defaultdict(list)
    days: dict[int, int] = {}
    for place, brief in enumerate(_briefs()):
        if number := brief.get("issue"):
            drafts[number].append(f"brief-{place:02}")
            days[number] = brief["day"] + 2
    return {f"zhengwu-{number}": _issue(days[number], slugs) for number, slugs in drafts.items()}


def _briefs() -> list[dict[str, Any]]:
    return list(read("briefs.yaml"))


def _item(place: int, brief: dict[str, Any]) -> dict[str, Any]:
    day, minute = brief["day"], 10 + place % 5 * 9
    steps = [f"{day} 09:{minute} write", f"{day} 10:{minute} sign_chain", f"{day} 15:{minute} submit city"]
    steps.append(f"{day + 1} 08:{minute} sign_for {EDITOR}")
    if brief.get("issue"):
        steps += [f"{day + 1} 09:{minute} take {EDITOR}", f"{day + 1} 10:{minute} hold_ready {EDITOR}"]
    else:
        steps.append(f"{day + 1} 09:{minute} decline {EDITOR} | {brief['declined']}")
    return {"form": "brief", **brief, "steps": steps}


def _issue(day: int, drafts: list[str]) -> dict[str, Any]:
    steps = [f"{day} 09:05 start", f"{day} 09:40 send_for_signing"]
    steps += [f"{day} 10:20 sign {SIGNATORY} | 同意", f"{day} 11:00 publish"]
    return {"publication": "zhengwu", "composer": COMPOSER, "drafts": drafts, "steps": steps}
