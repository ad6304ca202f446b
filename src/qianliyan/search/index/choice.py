"""Which index this installation has."""

from types import ModuleType

from django.db import connection

from qianliyan.search.index import postgres, sqlite


def index() -> ModuleType:
    """Return the index of the database in use."""
    return sqlite if connection.vendor == "sqlite" else postgres
