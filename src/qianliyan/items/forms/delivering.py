"""How a signed item was handed to an office on another network."""

from collections.abc import Collection
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from qianliyan.core import clock
from qianliyan.items.forms.sending import ReceiverForm
from qianliyan.items.forms.writing import MINUTE
from qianliyan.items.models.submission import Channel
from qianliyan.offices.models import Office

OTHER_NETWORK = [(Channel.OTHER.value, Channel.OTHER.label)]
WAYS = [*OTHER_NETWORK, *((one.value, one.label) for one in Channel if one not in (Channel.SYSTEM, Channel.OTHER))]


class DeliveryForm(ReceiverForm):
    """To whom, how and when."""

    channel = forms.ChoiceField(label=_("交出方式"), choices=WAYS)
    at = forms.DateTimeField(label=_("交出时间"), widget=MINUTE)

    def __init__(self, receivers: Collection[Office], data: Any = None) -> None:
        super().__init__(receivers, data)
        self.fields["at"].initial = lambda: clock.local(clock.now())

    def delivery(self) -> dict[str, Any]:
        """Return the keywords for the action."""
        channel = Channel(self.cleaned_data["channel"])
        return {"receiver": self.office(), "channel": channel, "at": self.cleaned_data["at"]}
