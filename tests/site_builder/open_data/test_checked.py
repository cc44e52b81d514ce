"""Sums of joined and cut bytes."""

from zlib import crc32

from hypothesis import given
from hypothesis import strategies as st

from site_builder.open_data.checked import Checked


def _of(data: bytes) -> Checked:
    return Checked(crc32(data), len(data))


@given(st.binary(max_size=5_000), st.binary(max_size=5_000))
def test_the_sum_of_joined_bytes_follows_from_their_sums(one: bytes, other: bytes) -> None:
    """And so does the sum of the second from that of both and the first."""
    both = _of(one + other)

    assert both == _of(one).followed_by(_of(other))
    assert _of(other) == both.without_start(_of(one))
