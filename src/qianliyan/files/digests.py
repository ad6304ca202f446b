"""Digests of kept and handed-out files: SHA-256, and SM3 (GB/T 32905-2016) for archives."""

import hashlib
from collections.abc import Iterator
from struct import pack, unpack

WORD = 0xFFFFFFFF
START = (0x7380166F, 0x4914B2B9, 0x172442D7, 0xDA8A0600, 0xA96F30BC, 0x163138AA, 0xE38DEE4D, 0xB0FB0E4E)
BLOCK = 64
FIRST_ROUNDS = 16


def sha256(content: bytes) -> str:
    """Return the SHA-256 of the bytes."""
    return hashlib.sha256(content).hexdigest()


def sm3(content: bytes) -> str:
    """Return the SM3 of the bytes, by the system's library where it has it."""
    if "sm3" in hashlib.algorithms_available:
        return hashlib.new("sm3", content).hexdigest()
    return sm3_by_hand(content)


def sm3_by_hand(content: bytes) -> str:
    """Compute SM3 as the standard writes it, for systems whose library lacks it."""
    padded = content + b"\x80" + b"\0" * ((55 - len(content)) % BLOCK) + pack(">Q", 8 * len(content))
    state = START
    for at in range(0, len(padded), BLOCK):
        state = tuple(old ^ new for old, new in zip(state, _compressed(state, padded[at : at + BLOCK]), strict=True))  # type: ignore[assignment]
    return "".join(f"{word:08x}" for word in state)


def _compressed(state: tuple[int, ...], block: bytes) -> tuple[int, ...]:
    a, b, c, d, e, f, g, h = state
    words = list(_expanded(block))
    for j in range(BLOCK):
        early = j < FIRST_ROUNDS
        constant = 0x79CC4519 if early else 0x7A879D8A
        ss1 = _turned((_turned(a, 12) + e + _turned(constant, j % 32)) & WORD, 7)
        ss2 = ss1 ^ _turned(a, 12)
        mixed = a ^ b ^ c if early else (a & b) | (a & c) | (b & c)
        other = e ^ f ^ g if early else (e & f) | (~e & g)
        tt1 = (mixed + d + ss2 + (words[j] ^ words[j + 4])) & WORD
        tt2 = (other + h + ss1 + words[j]) & WORD
        a, b, c, d = tt1, a, _turned(b, 9), c
        e, f, g, h = tt2 ^ _turned(tt2, 9) ^ _turned(tt2, 17), e, _turned(f, 19), g
    return a, b, c, d, e, f, g, h


def _expanded(block: bytes) -> Iterator[int]:
    words = list(unpack(">16I", block))
    for j in range(FIRST_ROUNDS, 68):
        mixed = words[j - 16] ^ words[j - 9] ^ _turned(words[j - 3], 15)
        words.append(mixed ^ _turned(mixed, 15) ^ _turned(mixed, 23) ^ _turned(words[j - 13], 7) ^ words[j - 6])
    return iter(words)


def _turned(word: int, by: int) -> int:
    word &= WORD
    return ((word << by) | (word >> (32 - by))) & WORD if by else word
