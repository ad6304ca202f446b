"""Statements that every step of work asks for: Django writes each of them once, and afterwards they are only run.

Working out a statement costs Django five to ten times what the database needs to carry it out.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import cache, wraps
from typing import Any, TypeVar
from uuid import UUID

from django.db import DEFAULT_DB_ALIAS, connections, models
from django.db.models import QuerySet
from django.db.models.query import get_related_populators
from django.db.transaction import TransactionManagementError

M = TypeVar("M", bound=models.Model)
Number = int | UUID
# They stand for arguments while a query is written; no row has them.
STAND_INS: dict[type, list[Any]] = {
    int: [9_007_199_254_730_001 + place for place in range(8)],
    UUID: [UUID(int=9_007_199_254_730_001 + place) for place in range(8)],
}


# So many values of a statement are safe with every database.
MOST_VALUES = 8000


@dataclass(frozen=True)
class _Asked:
    """A query as it is run: which of its values stand for arguments, and how its rows become objects."""

    sql: str
    values: tuple[Any, ...]
    read: Callable[[list[tuple[Any, ...]]], list[Any]]

    def run(self, stand_ins: Sequence[Number], arguments: Sequence[Number]) -> list[Any]:
        given = dict(zip(map(_plain, stand_ins), map(_plain, arguments), strict=True))
        with connections[DEFAULT_DB_ALIAS].cursor() as cursor:
            cursor.execute(self.sql, [given.get(value, value) for value in self.values])
            return self.read(cursor.fetchall())


def prepared(build: Callable[..., QuerySet[M]]) -> Callable[..., list[M]]:
    """Let a query of whole rows by numbers of rows be written once; it may depend on nothing but these numbers."""
    statements: dict[tuple[type, ...], tuple[_Asked, list[Number]]] = {}

    @wraps(build)
    def asked(*numbers: Number) -> list[M]:
        kinds = tuple(map(type, numbers))
        if len(numbers) > len(STAND_INS[int]):
            return list(build(*numbers))
        if kinds not in statements:
            stand_ins = [STAND_INS[kind][place] for place, kind in enumerate(kinds)]
            statements[kinds] = _written(build(*stand_ins)), stand_ins
        statement, stand_ins = statements[kinds]
        return statement.run(stand_ins, numbers)

    return asked


def locked_row(model: type[M], pk: Any) -> M:
    """Return the row as it stands now, locked until the transaction ends; there must be one."""
    if not connections[DEFAULT_DB_ALIAS].in_atomic_block:
        raise TransactionManagementError(model.__name__)
    found: list[M] = _by_number(model).run(STAND_INS[int][:1], [pk])
    if not found:
        raise model.DoesNotExist(f"{model.__name__} {pk}")  # type: ignore[attr-defined]
    return found[0]


def insert_row(row: M) -> M:
    """Insert a new row, whose references are already in the database, and give it its number."""
    _insert_some(_insertion(type(row)), [row])
    return row


def insert_rows(rows: Sequence[models.Model]) -> None:
    """Insert many new rows of one table in few statements, and give them their numbers."""
    statement = _insertion(type(rows[0]))
    if not statement.numbers:
        # What a row hangs on got its own number only now.
        for row in rows:
            row._prepare_related_fields_for_save("insert")  # type: ignore[attr-defined]  # noqa: SLF001
    at_once = MOST_VALUES // len(statement.fields)
    for start in range(0, len(rows), at_once):
        _insert_some(statement, rows[start : start + at_once])


def _insert_some(statement: "_Writing", rows: Sequence[models.Model]) -> None:
    with connections[DEFAULT_DB_ALIAS].cursor() as cursor:
        cursor.execute(statement.of_many(len(rows)), [value for row in rows for value in statement.values_of(row)])
        if statement.numbers:
            for row, (number,) in zip(rows, cursor.fetchall(), strict=True):
                row.pk = number
    for row in rows:
        row._state.adding, row._state.db = False, DEFAULT_DB_ALIAS  # noqa: SLF001


def write_row(row: models.Model, names: Iterable[str]) -> None:
    """Write these columns of a row that stands in the database."""
    statement = _change(type(row), tuple(names))
    with connections[DEFAULT_DB_ALIAS].cursor() as cursor:
        cursor.execute(statement.sql, [*statement.values_of(row), row.pk])


@dataclass(frozen=True)
class _Writing:
    """A statement that writes these columns; one that inserts may be asked for the numbers that rows were given."""

    sql: str
    fields: tuple["models.Field[Any, Any]", ...]
    numbers: str = ""

    def values_of(self, row: models.Model) -> list[Any]:
        """Return what the columns of a row hold, as the database takes it."""
        connection = connections[DEFAULT_DB_ALIAS]
        return [field.get_db_prep_save(getattr(row, field.attname), connection) for field in self.fields]

    def of_many(self, count: int) -> str:
        """Return the statement that inserts so many rows."""
        signs = f"({', '.join(['%s'] * len(self.fields))})"
        return f"{self.sql} VALUES {', '.join([signs] * count)}{self.numbers}"


@cache
def _by_number(model: type[models.Model]) -> _Asked:
    query = model._default_manager.using(DEFAULT_DB_ALIAS).select_for_update(of=("self",), no_key=True)  # noqa: SLF001
    return _written(query.order_by().filter(pk=STAND_INS[int][0]))


@cache
def _insertion(model: type[models.Model]) -> _Writing:
    quote = connections[DEFAULT_DB_ALIAS].ops.quote_name
    meta = model._meta  # noqa: SLF001
    fields = tuple(field for field in meta.local_concrete_fields if not isinstance(field, models.AutoField))
    columns = ", ".join(quote(field.column or "") for field in fields)
    numbers = f" RETURNING {quote(meta.pk.column or '')}" if isinstance(meta.pk, models.AutoField) else ""
    return _Writing(f"INSERT INTO {quote(meta.db_table)} ({columns})", fields, numbers)


@cache
def _change(model: type[models.Model], names: tuple[str, ...]) -> _Writing:
    quote = connections[DEFAULT_DB_ALIAS].ops.quote_name
    meta = model._meta  # noqa: SLF001
    fields = tuple(meta.get_field(name) for name in names)
    columns = ", ".join(f"{quote(field.column or '')} = %s" for field in fields)  # type: ignore[union-attr]
    sql = f"UPDATE {quote(meta.db_table)} SET {columns} WHERE {quote(meta.pk.column or '')} = %s"  # noqa: S608
    return _Writing(sql, fields)  # type: ignore[arg-type]


def _plain(value: Number) -> Any:
    """Return a number as the database takes it."""
    native = connections[DEFAULT_DB_ALIAS].features.has_native_uuid_field
    return value.hex if isinstance(value, UUID) and not native else value


def _written(query: QuerySet[Any]) -> _Asked:
    """Let Django write a query, and remember how its values become those of Python."""
    compiler = query.query.get_compiler(DEFAULT_DB_ALIAS)
    sql, values = compiler.as_sql()
    converters = compiler.get_converters([column for column, _sql, _alias in compiler.select])
    kind = compiler.klass_info
    places = kind["select_fields"]
    names = [column.target.attname for column, _sql, _alias in compiler.select[places[0] : places[-1] + 1]]
    related = get_related_populators(kind, compiler.select, DEFAULT_DB_ALIAS)  # type: ignore[call-arg]

    def read(rows: list[tuple[Any, ...]]) -> list[Any]:
        converted = compiler.apply_converters(rows, converters) if converters else rows
        return [made(tuple(row)) for row in converted]

    def made(row: tuple[Any, ...]) -> Any:
        thing = kind["model"].from_db(DEFAULT_DB_ALIAS, names, row[places[0] : places[-1] + 1])
        for one in related:
            one.populate(row, thing)
        return thing

    return _Asked(sql, tuple(values), read)
