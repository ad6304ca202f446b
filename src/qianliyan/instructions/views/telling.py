"""告知来源: how much the offices behind a paper are told."""

from uuid import UUID

from django.http import HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from qianliyan.core.errors import Unreadable
from qianliyan.core.web import Request, seated
from qianliyan.history.once import once
from qianliyan.instructions.actions.telling import tell_sources
from qianliyan.instructions.models.telling import Depth
from qianliyan.instructions.views.finding import instruction_of
from qianliyan.instructions.views.instruction import answer


@require_POST
@seated
def create(request: Request, uid: UUID) -> HttpResponse:
    """Tell them as much as was chosen."""
    instruction, depth = instruction_of(request, uid), request.POST.get("depth", "")
    if depth not in Depth.values:
        raise Unreadable(_("请选择告知来源单位到什么程度。"))
    with once(request.seat, request.POST.get("once", "")):
        tell_sources(instruction, by=request.seat, depth=depth, excerpt=request.POST.get("excerpt", ""))
    return answer(request, instruction, _("告知程度已定：%(depth)s。") % {"depth": Depth(depth).label})
