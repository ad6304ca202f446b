"""What is still missing before an instruction is recorded, registered or closed."""

from django.urls import reverse
from django.utils.translation import gettext as _

from qianliyan.core import clock
from qianliyan.core.errors import Missing
from qianliyan.instructions.models import Instruction
from qianliyan.instructions.queries.sources import origins_of
from qianliyan.offices.models import Office
from qianliyan.offices.powers import Level

LEVELS = tuple(Level)


def before_recording(instruction: Instruction, office: Office) -> list[Missing]:
    """List what a recorded instruction lacks: a day that has come, and a proof when it was given above this office."""
    missing = []
    if instruction.given_on > clock.today():
        missing.append(Missing(_("批示日期不能晚于今天")))
    if is_above(instruction.level, office) and not (instruction.scan or instruction.evidence):
        missing.append(Missing(_("上级领导批示要附扫描件或写明依据（文号）")))
    return missing


def before_registering(instruction: Instruction) -> list[Missing]:
    """List what an instruction lacks for its number: words that everybody can read."""
    if instruction.text.strip():
        return []
    return [Missing(_("手写批示还没有文字稿，请对照手迹录入并核对"), f"{_page(instruction)}#transcript")]


def before_closing(instruction: Instruction) -> list[Missing]:
    """List what is open: what the sources are told must be decided by somebody, even if it is nothing yet."""
    told = instruction.tellings.exists() or not origins_of(instruction)
    return [] if told else [Missing(_("还没有定告知来源单位到什么程度"), f"{_page(instruction)}#telling")]


def is_above(level: str, office: Office) -> bool:
    """Tell whether a leader of this level stands above the office."""
    return LEVELS.index(Level(level)) > LEVELS.index(Level(office.level))


def _page(instruction: Instruction) -> str:
    return reverse("instructions:instruction", args=[instruction.uid])
