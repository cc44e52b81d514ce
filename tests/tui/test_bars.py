"""Bars and sparklines of block characters."""

import pytest

from tui.bars import bar, sparkline


@pytest.mark.parametrize(
    ("part", "expected"),
    [(0, ""), (1, "▏"), (50, "█████"), (55, "█████▌"), (100, "██████████"), (200, "██████████")],
)
def test_a_bar_is_as_long_as_its_share(part, expected):
    """Eighths of a cell; what is not nothing is seen."""
    assert expected == bar(part, 100, 10)


def test_no_room_no_bar():
    """A table too narrow draws nothing."""
    assert ("", "") == (bar(1, 1, 0), sparkline([1], 0))


def test_a_sparkline_reaches_from_nothing_to_the_most():
    """Nothing is a blank, one of many the lowest step."""
    assert " ▁▄█" == sparkline([0, 1, 50, 100], 4)


def test_few_values_are_drawn_wider():
    """Four cells each at most."""
    assert "████▄▄▄▄" == sparkline([2, 1], 40)


def test_many_values_are_summed_up():
    """As many stretches as there are cells."""
    assert "█▄" == sparkline([2, 2, 1, 1], 2)


def test_nothing_at_all():
    """No day, no line; only empty days, only blanks."""
    assert ("", "    ") == (sparkline([], 10), sparkline([0], 10))
