"""Making a letter of the assessment: what is handed out is recorded with its words; sending it is for people."""

from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from qianliyan.assessment.letters import head_of, typeset
from qianliyan.assessment.models import Calculation
from qianliyan.assessment.permissions import may_assess, may_edit
from qianliyan.core.errors import NotAllowed
from qianliyan.history.trail import record
from qianliyan.offices.models import Office, Seat


@transaction.atomic
def print_letter(title: str, *, recipients: str, body: str, form: str, by: Seat, to: Office | None = None) -> bytes:
    """Set a letter (告知函, 信息工作汇报) as PDF or Word and record for whom."""
    own = Calculation(office=by.office)
    if not may_assess(by, own) and not may_edit(by, own):
        raise NotAllowed(_("印制函件"))
    if to is not None and to.parent_id != by.office_id:
        raise NotAllowed(_("印制函件"))
    head: dict[str, Any] = head_of(by.office, title, recipients)
    if to is None:
        head |= {"template": "caiyong-tongbao", "recipients": f"{recipients}：" if recipients else ""}
    made = typeset({**head, "body": body}, form)
    record("letter.print", to or by.office, by=by, text=body, title=title, form=form)
    return made
