"""For which commission and which key task an item is written."""

from uuid import UUID

from django import forms
from django.utils.translation import gettext as _

from qianliyan.core.errors import Unreadable


class PurposeForm(forms.Form):
    """Two uids, either of them empty."""

    commission = forms.UUIDField(required=False)
    key_task = forms.UUIDField(required=False)

    def uids(self) -> tuple[UUID | None, UUID | None]:
        """Return the commission's and the task's."""
        if not self.is_valid():
            raise Unreadable(_("没有看懂选的是哪一条，请刷新后再选。"))
        return self.cleaned_data["commission"], self.cleaned_data["key_task"]
