"""Pages of docs/ that are made from the code: state diagrams, permission table, settings, addresses.

`python scripts/reference.py` writes them; a test compares them with what this would write.
"""

import inspect
import os
import re
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
DOCS = ROOT / "docs"

if __name__ == "__main__":
    import django

    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "qianliyan.config.settings")
    django.setup()

from django.utils import translation  # noqa: E402

from qianliyan.assessment import states as assessment  # noqa: E402
from qianliyan.assessment.models import (  # noqa: E402
    Calculation,
    Circular,
    Claim,
    Comment,
    Determination,
    Period,
    ReviewRequest,
    Scheme,
)
from qianliyan.bulletins import states as bulletins  # noqa: E402
from qianliyan.bulletins.models import Issue, PrintOrder  # noqa: E402
from qianliyan.configuration.registry import declared  # noqa: E402
from qianliyan.desk import states as desk  # noqa: E402
from qianliyan.desk.models import Draft, Mail, Opinion  # noqa: E402
from qianliyan.files import states as files  # noqa: E402
from qianliyan.files.models import Making  # noqa: E402
from qianliyan.history.workflow import Transition  # noqa: E402
from qianliyan.instructions import states as instructions  # noqa: E402
from qianliyan.instructions.models import Forwarding, Instruction, Reader  # noqa: E402
from qianliyan.items import states as items  # noqa: E402
from qianliyan.items.models import Item, Submission, Tip  # noqa: E402
from qianliyan.items.stages import Stage  # noqa: E402
from qianliyan.offices.models import Office, Post, Seat  # noqa: E402
from qianliyan.offices.powers import Power  # noqa: E402
from qianliyan.planning import states as planning  # noqa: E402
from qianliyan.planning.models import Addressee, Commission, KeyTask  # noqa: E402
from qianliyan.proofing import states as proofing  # noqa: E402
from qianliyan.proofing.models import Verification  # noqa: E402

HERE, ELSEWHERE = 1, 2
Table = Iterable[Transition[Any, Any]]

MACHINES: dict[str, tuple[str, Any, Table]] = {
    "commission": ("约稿（Commission）", planning.CommissionState, planning.COMMISSION_TRANSITIONS),
    "addressee": ("被约单位（Addressee）", planning.AddresseeState, planning.ADDRESSEE_TRANSITIONS),
    "key_task": ("重点任务（KeyTask）", planning.KeyTaskState, planning.KEY_TASK_TRANSITIONS),
    "item": ("信息（Item）在本单位", items.ItemState, items.ITEM_TRANSITIONS),
    "submission": ("来稿（Submission）在收稿单位", items.SubmissionState, items.SUBMISSION_TRANSITIONS),
    "verification": ("核实记录（Verification）", proofing.VerificationState, proofing.VERIFICATION_STEPS),
    "tip": ("线索（Tip）", items.TipState, items.TIP_TRANSITIONS),
    "mail": ("来信（Mail）", desk.MailState, desk.MAIL_TRANSITIONS),
    "draft": ("待编稿（Draft）", desk.DraftState, desk.DRAFT_TRANSITIONS),
    "opinion": ("会签意见（Opinion）", desk.OpinionState, desk.OPINION_TRANSITIONS),
    "issue": ("一期刊物（Issue）", bulletins.IssueState, bulletins.ISSUE_TRANSITIONS),
    "print_order": ("付印单（PrintOrder）", bulletins.PrintState, bulletins.PRINT_TRANSITIONS),
    "making": ("制作（Making）", files.MakingState, files.MAKING_TRANSITIONS),
    "reader": ("呈送（Reader）到一位领导", instructions.ReaderState, instructions.READER_TRANSITIONS),
    "instruction": ("批示（Instruction）", instructions.InstructionState, instructions.INSTRUCTION_TRANSITIONS),
    "forwarding": ("转办（Forwarding）到一个单位", instructions.ForwardingState, instructions.FORWARDING_TRANSITIONS),
    "scheme": ("计分办法（Scheme）", assessment.SchemeState, assessment.SCHEME_TRANSITIONS),
    "calculation": ("计算（Calculation）", assessment.CalculationState, assessment.CALCULATION_TRANSITIONS),
    "period": ("考核期（Period）", assessment.PeriodState, assessment.PERIOD_TRANSITIONS),
    "circular": ("采用情况通报（Circular）", assessment.CircularState, assessment.CIRCULAR_TRANSITIONS),
    "claim": ("申报加分（Claim）", assessment.ClaimState, assessment.CLAIM_TRANSITIONS),
    "determination": ("认定（Determination）", assessment.DeterminationState, assessment.DETERMINATION_TRANSITIONS),
    "review": ("复核（ReviewRequest）", assessment.ReviewState, assessment.REVIEW_TRANSITIONS),
    "comment": ("编辑评语（Comment）", assessment.CommentState, assessment.COMMENT_TRANSITIONS),
}


def state_page(name: str) -> str:
    """Return the Mermaid page of one state machine."""
    title, states, table = MACHINES[name]
    first = next(iter(states))
    lines = [f"# {title}", "", "Made from the transition table by `scripts/reference.py`.", "", "```mermaid"]
    lines += ["stateDiagram-v2", f"    [*] --> {first}"]
    lines += [f"    {state.value} : {state.label}" for state in states]
    for step in table:
        lines += [f"    {source} --> {step.target} : {step.label}" for source in step.sources]
    return "\n".join([*lines, "```", "", *_step_rows(table), ""])


def permissions_page() -> str:
    """Return the table verb × power, from evaluating the predicates on sample people."""
    lines = ["# Who may do what", "", "Rows are steps, columns are powers; ● in the thing's own office, ○ in the"]
    lines += ["receiving office. Nobody may do anything in an office that has no part in the thing. Made by"]
    lines += ["`scripts/reference.py` from the predicates.", ""]
    lines += ["| 步骤 | " + " | ".join(str(power.label) for power in Power) + " |", "|" + " --- |" * (len(Power) + 1)]
    for _title, _states, table in MACHINES.values():
        lines += [f"| {step.label} `{step.verb}` | {' | '.join(_marks(step))} |" for step in table]
    return "\n".join([*lines, ""])


def settings_page() -> str:
    """Return the list of what an office edits."""
    lines = ["# What an office edits", "", "Every entry is inherited down the tree and valid from a day on. Made by"]
    lines += ["`scripts/reference.py` from the registry.", ""]
    lines += ["| key | 名称 | default | 说明 |", "| --- | --- | --- | --- |"]
    for setting in declared():
        default = "、".join(map(str, setting.default)) if isinstance(setting.default, list) else setting.default
        lines.append(f"| `{setting.key}` | {setting.label} | {default} | {setting.help} |")
    return "\n".join([*lines, ""])


def variables_in_code() -> set[str]:
    """Return the environment variables that the product reads."""
    files = [*(ROOT / "src").rglob("*.py"), *(ROOT / "scripts").glob("*.py")]
    return {name for file in files for name in re.findall(r'"(QIANLIYAN_[A-Z_]+)"', file.read_text(encoding="utf-8"))}


def pages() -> Iterator[tuple[Path, str]]:
    """Yield each page and what should stand on it."""
    with translation.override("zh-hans"):
        for name in MACHINES:
            yield DOCS / "states" / f"{name}.md", state_page(name)
        yield DOCS / "permissions.md", permissions_page()
        yield DOCS / "operate" / "settings.md", settings_page()


def _step_rows(table: Table) -> list[str]:
    rows = ["| 步骤 | verb | 从 | 到 | 谁 | 理由 |", "| --- | --- | --- | --- | --- | --- |"]
    for step in table:
        who = (inspect.getdoc(step.allowed) or "").split("\n")[0]
        reason = "要" if step.needs_reason else ""
        rows.append(f"| {step.label} | `{step.verb}` | {'、'.join(step.sources)} | {step.target} | {who} | {reason} |")
    return rows


def _marks(step: Transition[Any, Any]) -> Iterator[str]:
    for power in Power:
        own = any(step.allowed(_seat(power, HERE), thing) for thing in _samples(step))
        receiving = any(step.allowed(_seat(power, ELSEWHERE), thing) for thing in _samples(step))
        yield ("●" if own else "") + ("○" if receiving else "")


def _seat(power: Power, office: int) -> Seat:
    return Seat(pk=1, office_id=office, person_id=1, post=Post(powers=[power.value]), office=Office(pk=office))


def _samples(step: Transition[Any, Any]) -> list[Any]:
    issue, instruction = Issue(office_id=HERE, composer_id=9), Instruction(office_id=HERE)
    samples: dict[str, list[Any]] = {
        "item": [Item(office_id=HERE, drafter_id=9, due=due) for due in ("", *Stage.values)],
        "submission": [Submission(sender_id=HERE, receiver_id=ELSEWHERE)],
        "verification": [Verification(office_id=HERE)],
        "tip": [Tip(office_id=HERE)],
        "mail": [Mail(office_id=HERE)],
        "draft": [Draft(office_id=HERE, editor_id=9)],
        "opinion": [Opinion(draft=Draft(office_id=HERE, editor_id=9), office_id=ELSEWHERE)],
        "issue": [issue],
        "print_order": [PrintOrder(issue=issue)],
        "making": [Making(seat=Seat(person_id=1, office_id=HERE))],
        "reader": [Reader(office_id=HERE, seat=Seat(person_id=1, office_id=HERE))],
        "commission": [Commission(office_id=HERE)],
        "addressee": [Addressee(asking_id=HERE, office_id=ELSEWHERE)],
        "key_task": [KeyTask(office_id=HERE)],
        "instruction": [instruction],
        "scheme": [Scheme(office_id=HERE)],
        "calculation": [Calculation(office_id=HERE)],
        "period": [Period(office_id=HERE)],
        "circular": [Circular(office_id=HERE)],
        "claim": [Claim(office_id=HERE, unit_id=ELSEWHERE)],
        "determination": [Determination(office_id=HERE, unit_id=ELSEWHERE)],
        "comment": [Comment(office_id=HERE, unit_id=ELSEWHERE, person_id=9)],
        "review": [ReviewRequest(circular=Circular(office_id=HERE), unit_id=ELSEWHERE)],
        "forwarding": [Forwarding(office_id=ELSEWHERE, instruction=instruction)],
    }
    return samples[step.verb.split(".")[0]]


def main() -> int:
    """Write every page."""
    for path, text in pages():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
