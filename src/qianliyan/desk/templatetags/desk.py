"""The line under a submission's title."""

from django import template
from django.utils.translation import gettext as _

from qianliyan.core.templatetags.qianliyan import full_day
from qianliyan.items.models import Submission

register = template.Library()


@register.filter
def byline(submission: Submission) -> str:
    """Say whose it is, who wrote and who signed it as far as that is known, and when it was sent."""
    parts = [submission.sender_name]
    if submission.drafter_name:
        parts.append(_("拟稿%(name)s") % {"name": submission.drafter_name})
    if submission.signatory_name:
        parts.append(_("签发%(name)s") % {"name": submission.signatory_name})
    return " · ".join([*parts, full_day(submission.sent_at)])
