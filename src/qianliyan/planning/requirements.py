"""What still stands between a commission and being sent to its units."""

from django.urls import reverse
from django.utils.translation import gettext as _

from qianliyan.core import clock
from qianliyan.core.errors import Missing
from qianliyan.planning.models import Commission


def before_issuing(commission: Commission, *, addressed: int | None = None) -> list[Missing]:
    """List everything that is missing; a page gives the number of units it has already fetched."""
    missing, form = [], reverse("planning:edit_commission", args=[commission.uid])
    count = commission.addressees.count() if addressed is None else addressed
    if not commission.title.strip():
        missing.append(Missing(_("题目没有写"), f"{form}#id_title"))
    if not commission.content.strip():
        missing.append(Missing(_("内容没有写"), f"{form}#id_content"))
    if not count:
        missing.append(Missing(_("没有选被约单位"), f"{form}#id_units"))
    if commission.due_at <= clock.now():
        missing.append(Missing(_("报送期限已经过了"), f"{form}#id_due_at"))
    return missing
