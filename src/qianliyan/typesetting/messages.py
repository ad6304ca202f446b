"""How the typesetter's child and its caller talk: one JSON head with the lengths of the bytes that follow."""

import json
import struct
from typing import IO, Any

HEAD = struct.Struct("!Q")


def send(stream: IO[bytes], head: dict[str, Any], parts: list[bytes]) -> None:
    """Write one message."""
    text = json.dumps({**head, "parts": [len(part) for part in parts]}).encode()
    stream.write(b"".join([HEAD.pack(len(text)), text, *parts]))
    stream.flush()


def receive(stream: IO[bytes]) -> tuple[dict[str, Any], list[bytes]] | None:
    """Read one message, or nothing when the other side has gone."""
    head = stream.read(HEAD.size)
    if len(head) < HEAD.size:
        return None
    text = stream.read(HEAD.unpack(head)[0])
    try:
        decoded: dict[str, Any] = json.loads(text)
    except ValueError:
        return None
    parts = [stream.read(length) for length in decoded.pop("parts")]
    whole = all(len(part) == length for part, length in zip(parts, json.loads(text)["parts"], strict=True))
    return (decoded, parts) if whole else None
