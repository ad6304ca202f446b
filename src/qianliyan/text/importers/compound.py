"""The compound files of old Office and WPS (OLE2): a small file system within a file.

[MS-CFB]; only what is needed to read a stream by its name, with every chain bounded.
"""

import struct

from qianliyan.text.importers.imported import Refused

DAMAGED = "文件已损坏，打不开。请在原来的软件里另存为“.docx”再上传。"
LAST = 0xFFFFFFFA
ENTRY = 128
HEADER = 512


class Compound:
    """A compound file whose streams can be read by name."""

    def __init__(self, content: bytes) -> None:
        try:
            self._open(content)
        except (struct.error, IndexError, UnicodeDecodeError, OverflowError) as error:
            raise Refused("damaged", DAMAGED) from error

    def _open(self, content: bytes) -> None:
        self._content = content
        sector, mini = struct.unpack_from("<HH", content, 30)
        if sector not in (9, 12) or mini != 6:
            raise Refused("damaged", DAMAGED)
        self._size = 1 << sector
        first_directory, self._cutoff, first_mini = (struct.unpack_from("<I", content, at)[0] for at in (48, 56, 60))
        self._table = self._allocation()
        self._streams = self._entries(self._chain(first_directory, self._table))
        self._mini_table = _words(self._joined(first_mini))
        root = self._streams.get("Root Entry", (0, 0))
        self._mini = self._joined(root[0])

    @property
    def names(self) -> frozenset[str]:
        """Return the names of all streams and storages."""
        return frozenset(self._streams)

    def stream(self, name: str) -> bytes:
        """Return the bytes of a stream."""
        if name not in self._streams:
            raise Refused("damaged", DAMAGED)
        start, size = self._streams[name]
        if size >= self._cutoff:
            return self._joined(start)[:size]
        pieces = (self._mini[place * 64 : place * 64 + 64] for place in self._chain(start, self._mini_table))
        return b"".join(pieces)[:size]

    def _allocation(self) -> list[int]:
        """Return the table that says which sector follows which."""
        sectors = list(struct.unpack_from("<109I", self._content, 76))
        following, count = struct.unpack_from("<II", self._content, 68)
        for _ in range(min(count, 10_000)):
            if following >= LAST:
                break
            more = _words(self._sector(following))
            sectors.extend(more[:-1])
            following = more[-1]
        return [word for place in sectors if place < LAST for word in _words(self._sector(place))]

    def _sector(self, place: int) -> bytes:
        start = HEADER if self._size == HEADER else self._size
        return self._content[start + place * self._size : start + (place + 1) * self._size]

    def _chain(self, place: int, table: list[int]) -> list[int]:
        """Follow a chain; one that runs in a circle ends where it began to repeat."""
        chain: list[int] = []
        seen: set[int] = set()
        while place < LAST and place < len(table) and place not in seen:
            chain.append(place)
            seen.add(place)
            place = table[place]
        return chain

    def _joined(self, start: int) -> bytes:
        return b"".join(self._sector(place) for place in self._chain(start, self._table))

    def _entries(self, chain: list[int]) -> dict[str, tuple[int, int]]:
        directory = b"".join(self._sector(place) for place in chain)
        found: dict[str, tuple[int, int]] = {}
        for at in range(0, len(directory) - ENTRY + 1, ENTRY):
            length = struct.unpack_from("<H", directory, at + 64)[0]
            if 2 <= length <= 64:
                name = directory[at : at + length - 2].decode("utf-16-le", "replace")
                found.setdefault(name, struct.unpack_from("<II", directory, at + 116))
        return found


def _words(content: bytes) -> list[int]:
    return list(struct.unpack(f"<{len(content) // 4}I", content[: len(content) // 4 * 4]))
