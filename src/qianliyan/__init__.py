"""Qianliyan (千里眼): a government's information work, from the first two lines to the year's scores."""

__version__ = "0.1.0"
