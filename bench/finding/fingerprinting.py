"""Millions of fingerprints, noted while things are made and written once, in the order of the table's own key."""

from array import array
from collections.abc import Iterable

from django.db import connection, transaction

from qianliyan.search.models import Row
from qianliyan.search.tables import TABLE, fingerprints_of

PARTS, SHIFT, HALF = 256, 56, 128


class Fingerprints:
    """Hashes and row numbers in parts by the first byte of the hash, so that each part is sorted in memory."""

    def __init__(self) -> None:
        self.parts = [(array("q"), array("q")) for _ in range(PARTS)]

    def note(self, rows: Iterable[Row]) -> None:
        """Note the fingerprints of rows."""
        for row in rows:
            for value in fingerprints_of(row.body):
                hashes, numbers = self.parts[(value >> SHIFT) + HALF]
                hashes.append(value)
                numbers.append(row.pk)

    def write(self) -> None:
        """Write all of them; random places in so large a tree would take half an hour."""
        for hashes, numbers in self.parts:
            with transaction.atomic():
                _write(sorted(zip(hashes, numbers, strict=True)))


def _write(pairs: list[tuple[int, int]]) -> None:
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            cursor.executemany(f"INSERT INTO {TABLE} (hash, row_pk) VALUES (%s, %s)", pairs)  # noqa: S608
            return
        with cursor.copy(f"COPY {TABLE} (hash, row_pk) FROM STDIN") as copy:
            for pair in pairs:
                copy.write_row(pair)
