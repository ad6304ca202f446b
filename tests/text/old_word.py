"""Builds the smallest old Word file: a compound file with a document stream and a table stream."""

import struct

SECTOR = 512
FREE, END, TABLE_SECTOR = 0xFFFFFFFF, 0xFFFFFFFE, 0xFFFFFFFD


def old_word(text: str, footnotes: str = "", *, locked: bool = False) -> bytes:
    """Return a document whose text lies in one piece of two bytes a character."""
    whole = text + footnotes
    start = 0x400
    document = bytearray(start + 2 * len(whole))
    struct.pack_into("<H", document, 0, 0xA5EC)
    struct.pack_into("<H", document, 10, 0x0200 | (0x0100 if locked else 0))
    struct.pack_into("<II", document, 0x4C, len(text), len(footnotes))
    plan = struct.pack("<IIHIH", 0, len(whole), 0, start, 0)
    pieces = b"\x01" + struct.pack("<H", 2) + b"\0\0" + b"\x02" + struct.pack("<I", len(plan)) + plan
    struct.pack_into("<II", document, 0x01A2, 0, len(pieces))
    document[start:] = whole.encode("utf-16-le")
    return compound({"WordDocument": bytes(document), "1Table": pieces})


def compound(streams: dict[str, bytes]) -> bytes:
    """Return a compound file; every stream is padded beyond the size at which small ones live elsewhere."""
    padded = {name: content.ljust(4096, b"\0") for name, content in streams.items()}
    chains: list[int] = [TABLE_SECTOR, END]
    entries = [entry("Root Entry", 5, END, 0)]
    body = b""
    for name, content in padded.items():
        count = -(-len(content) // SECTOR)
        first = len(chains)
        chains += [*range(first + 1, first + count), END]
        entries.append(entry(name, 2, first, len(content)))
        body += content.ljust(count * SECTOR, b"\0")
    table = struct.pack(f"<{SECTOR // 4}I", *chains, *[FREE] * (SECTOR // 4 - len(chains)))
    directory = b"".join(entries).ljust(SECTOR, b"\0")
    return header() + table + directory + body


def entry(name: str, kind: int, start: int, size: int) -> bytes:
    written = name.encode("utf-16-le") + b"\0\0"
    content = bytearray(128)
    content[: len(written)] = written
    struct.pack_into("<HB", content, 64, len(written), kind)
    struct.pack_into("<II", content, 116, start, size)
    return bytes(content)


def header() -> bytes:
    content = bytearray(SECTOR)
    content[:8] = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
    struct.pack_into("<HHHHH", content, 24, 0x3E, 3, 0xFFFE, 9, 6)
    struct.pack_into("<IIII", content, 44, 1, 1, 0, 4096)
    struct.pack_into("<IIII", content, 60, END, 0, END, 0)
    struct.pack_into("<109I", content, 76, 0, *[FREE] * 108)
    return bytes(content)
