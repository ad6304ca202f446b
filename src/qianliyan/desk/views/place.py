"""Where somebody stands in the queue: whose part, the tab, the page of the list, the chosen paper."""

from dataclasses import dataclass
from urllib.parse import urlencode

from django.http import QueryDict
from django.urls import reverse

from qianliyan.desk.allotments import whose_called
from qianliyan.desk.queries import tab_called


@dataclass(frozen=True)
class Place:
    """A place as an address and as the fields of a form."""

    tab: str = ""
    at: str = ""
    chosen: str = ""
    whose: str = ""

    @classmethod
    def given(cls, data: QueryDict) -> "Place":
        """Read the place from an address or a form."""
        tab, whose = tab_called(data.get("tab", "")).code, whose_called(data.get("whose", "")).code
        return cls(tab, data.get("at", ""), data.get("chosen", ""), whose)

    def url(self, **other: str) -> str:
        """Return the address of this place, or of one that differs in something."""
        parts = {"whose": self.whose, "tab": self.tab, "at": self.at, "chosen": self.chosen, **other}
        query = urlencode({name: text for name, text in parts.items() if text})
        return reverse("desk:queue") + (f"?{query}" if query else "")

    def to(self, **other: str) -> str:
        """Return the address of the first page of another list."""
        return self.url(at="", chosen="", **other)
