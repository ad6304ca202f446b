"""What still stands between a draft and being held ready."""

from django.utils.translation import gettext as _

from qianliyan.configuration.values import Values
from qianliyan.core.errors import Missing
from qianliyan.core.links import page_of
from qianliyan.desk.models import Draft
from qianliyan.desk.proofs import subject_of
from qianliyan.items.settings import TITLE_LIMIT
from qianliyan.proofing.queries import Proof, proof_of
from qianliyan.proofing.requirements import unfilled
from qianliyan.text.parsing.counting import character_count


def before_holding_ready(draft: Draft, *, values: Values | None = None, proof: Proof | None = None) -> list[Missing]:
    """List everything that is missing, with the field to mend it in; a page gives what it has already fetched."""
    values = values or Values(draft.office)
    missing, page = [], page_of("desk:draft", draft.uid)
    if not draft.title.strip():
        missing.append(Missing(_("题目还没有写"), f"{page}#title"))
    if not draft.body.strip():
        missing.append(Missing(_("正文还没有写"), f"{page}#body"))
    limit, length = values[TITLE_LIMIT], character_count(draft.title)
    if length > limit:
        words = _("题目%(length)d字，超过%(limit)d字，请压缩") % {"length": length, "limit": limit}
        missing.append(Missing(words, f"{page}#title"))
    return [*missing, *unfilled(proof or proof_of(subject_of(draft), values), f"{page}#findings")]
