"""SM3 as GB/T 32905-2016 gives it, by the system's library and by hand."""

import pytest

from qianliyan.files.digests import sm3, sm3_by_hand

EXAMPLES = {
    b"abc": "66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0",
    b"abcd" * 16: "debe9ff92275b8a138604889c18e5a4d6fdb70e5387e5765293dcba39c0c5732",
}


@pytest.mark.parametrize("content", [*EXAMPLES, b"", b"a" * 55, b"a" * 56, b"a" * 1000])
def test_both_ways_give_the_digest_of_the_standard(content: bytes):
    assert sm3_by_hand(content) == sm3(content) == EXAMPLES.get(content, sm3(content))
