"""Pages by key, as the unit's lists use them; the way of cutting is everybody's (`core.paging`)."""

from qianliyan.core.paging import SIZE, Page, page_of

__all__ = ["SIZE", "Page", "page_of"]
