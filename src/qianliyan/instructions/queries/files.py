"""The files that belong to an instruction."""

from django.db.models import Q

from qianliyan.files.models import File
from qianliyan.instructions.models import Instruction


def files_of(instruction: Instruction) -> list[File]:
    """Return pen strokes, scan, signed sheets and what was attached to reports."""
    own = Q(pk__in=[pk for pk in (instruction.strokes_id, instruction.scan_id) if pk])
    sheets = instruction.proposals.exclude(sheet=None).values("sheet")
    reports = instruction.reports.exclude(file=None).values("file")
    return list(File.objects.filter(own | Q(pk__in=sheets) | Q(pk__in=reports)))
