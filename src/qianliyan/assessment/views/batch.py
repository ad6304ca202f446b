"""Many results at once: read the list, show what was understood of each line, then enter all of it."""

from dataclasses import dataclass

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from qianliyan.assessment.above import candidates
from qianliyan.assessment.actions import batch
from qianliyan.assessment.forms.batch import BatchForm
from qianliyan.assessment.models import RecordedFact
from qianliyan.assessment.models.recorded import FactName
from qianliyan.assessment.papers import sealed, text_in, unsealed
from qianliyan.assessment.pasted.entries import Row, read
from qianliyan.assessment.pasted.matching import Candidate, Likely, Matcher, sure
from qianliyan.assessment.permissions import may_record
from qianliyan.assessment.unit_names import short_names, units_by_name
from qianliyan.core import clock
from qianliyan.core.errors import NotAllowed
from qianliyan.core.web import Request, seated
from qianliyan.files.models import File
from qianliyan.history.once import once
from qianliyan.offices.powers import Level

ABOUT_A_PIECE = (FactName.ADOPTED, FactName.INSTRUCTED, FactName.EFFECT)
NOT_ONE_OF_OURS = "none"


@dataclass(frozen=True)
class Line:
    """One line as it was understood, with the pieces that may be meant."""

    row: Row
    fact: str
    level: str
    units: str
    likely: tuple[Likely, ...]
    chosen: str

    @property
    def piece(self) -> Candidate | None:
        """The piece that is meant, if any."""
        return next((one.candidate for one in self.likely if _code(one.candidate) == self.chosen), None)

    @property
    def blocked(self) -> bool:
        """Tell whether the line cannot be entered as it stands."""
        return bool(self.row.doubts) and self.piece is None


@seated
def new(request: Request) -> HttpResponse:
    """Ask for the list, show it back line by line, and enter it."""
    if not may_record(request.seat, RecordedFact(office=request.seat.office)):
        raise NotAllowed(_("成批登记"))
    initial = {"on": clock.today(), "level": "province", "fact": request.GET.get("fact", FactName.ADOPTED)}
    if request.method != "POST":
        return _shown(request, BatchForm(initial=initial), [])
    form = BatchForm(request.POST, request.FILES)
    if not form.is_valid():
        return _shown(request, form, [])
    text, file = _text_and_paper(request, form)
    lines = _lines(request, form, text)
    if request.POST.get("step") == "enter" and lines and not any(line.blocked for line in lines):
        return _entered(request, lines, file)
    return _shown(request, BatchForm({**request.POST.dict(), "text": text}), lines, file)


def _shown(request: Request, form: BatchForm, lines: list[Line], file: File | None = None) -> HttpResponse:
    context = {
        "form": form,
        "lines": lines,
        "blocked": sum(line.blocked for line in lines),
        "paper": sealed(file),
        "paper_name": file.name if file else "",
    }
    return render(request, "assessment/batch.html", context, status=422 if form.errors else 200)


def _text_and_paper(request: Request, form: BatchForm) -> tuple[str, File | None]:
    """Return the list, with a file's text put where one can correct it, and the file as the paper."""
    text, upload = form.cleaned_data["text"], form.cleaned_data["file"]
    if not upload:
        return text, unsealed(request.POST.get("paper", ""))
    read_out, file = text_in(upload, by=request.seat)
    return "\n".join(part for part in (text, read_out) if part), file


def _entered(request: Request, lines: list[Line], file: File | None) -> HttpResponse:
    pieces = {line.row.line: line.piece for line in lines if line.piece}
    with once(request.seat, request.POST.get("once", "")):
        made = batch.enter_all([line.row for line in lines], pieces, file=file, by=request.seat)
    words = ngettext("已登记%(count)d条，下次计算即计入。", "已登记%(count)d条，下次计算即计入。", len(made))
    messages.success(request, words % {"count": len(made)})
    return redirect("assessment:records")


def _lines(request: Request, form: BatchForm, text: str) -> list[Line]:
    office = request.seat.office
    units = units_by_name(office)
    rows = read(text, form.given, units)
    batch.refuse_too_many(rows)
    matcher = Matcher(candidates(office, form.given.on)) if any(row.fact in ABOUT_A_PIECE for row in rows) else None
    names = short_names(units.values())
    return [_line(request, row, matcher, names) for row in rows]


def _line(request: Request, row: Row, matcher: Matcher | None, names: dict[int, str]) -> Line:
    likely = matcher.likely(row.title, row.on) if matcher and row.title and row.fact in ABOUT_A_PIECE else []
    meant = sure(likely)
    given = request.POST.get(f"piece-{row.line}", _code(meant) if meant else NOT_ONE_OF_OURS)
    fact, level = str(FactName(row.fact).label), str(Level(row.level).label) if row.level else ""
    return Line(row, fact, level, "、".join(names.get(pk, "") for pk in row.units), tuple(likely), given)


def _code(candidate: Candidate) -> str:
    return f"{candidate.kind}:{candidate.uid}"
