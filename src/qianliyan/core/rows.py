"""Fetching one row by its number under a lock. Every step of work does it, so the statement is worked out only once."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from typing import Any, TypeVar

from django.db import DEFAULT_DB_ALIAS, connections, models
from django.db.transaction import TransactionManagementError

M = TypeVar("M", bound=models.Model)


@dataclass(frozen=True)
class _Statement:
    sql: str
    columns: tuple[str, ...]
    to_python: Callable[[Any], Any]


def locked_row(model: type[M], pk: Any) -> M:
    """Return the row as it stands now, locked until the transaction ends; there must be one."""
    connection = connections[DEFAULT_DB_ALIAS]
    if not connection.in_atomic_block:
        raise TransactionManagementError(model.__name__)
    statement = _statement(model)
    with connection.cursor() as cursor:
        cursor.execute(statement.sql, [pk])
        row = cursor.fetchone()
    if row is None:
        raise model.DoesNotExist(f"{model.__name__} {pk}")  # type: ignore[attr-defined]
    return model.from_db(DEFAULT_DB_ALIAS, statement.columns, statement.to_python(row))


@cache
def _statement(model: type[models.Model]) -> _Statement:
    """Let Django write the statement for this model, and remember how its values become those of Python."""
    query = model._default_manager.using(DEFAULT_DB_ALIAS).select_for_update(of=("self",)).order_by().filter(pk=0)  # noqa: SLF001
    compiler = query.query.get_compiler(DEFAULT_DB_ALIAS)
    sql, _parameters = compiler.as_sql()
    converters = compiler.get_converters([column for column, _sql, _alias in compiler.select])
    columns = tuple(field.attname for field in model._meta.concrete_fields)  # noqa: SLF001
    return _Statement(sql, columns, lambda row: next(iter(compiler.apply_converters([row], converters))))
