"""Bars and sparklines of block characters. Plain functions on numbers."""

from collections.abc import Sequence
from itertools import pairwise

_EIGHTHS = " ▏▎▍▌▋▊▉"
_LEVELS = " ▁▂▃▄▅▆▇█"
_WIDEST = 4


def bar(part: int, whole: int, width: int) -> str:
    """A bar for `part` in a room where `whole` fills `width` cells. What is not nothing is seen."""
    if part <= 0 or whole <= 0 or width <= 0:
        return ""
    eighths = max(1, round(8 * width * min(part, whole) / whole))
    return "█" * (eighths // 8) + _EIGHTHS[eighths % 8].strip()


def sparkline(values: Sequence[int], width: int) -> str:
    """A cell or a few for each value; more values than cells are summed up in stretches.

    Nothing is a blank, anything at least the lowest step.
    """
    if not values or width <= 0:
        return ""
    if len(values) > width:
        cuts = [n * len(values) // width for n in range(width + 1)]
        values = [sum(values[start:end]) for start, end in pairwise(cuts)]
    most, each = max(values), max(1, min(_WIDEST, width // len(values)))
    return "".join(each * (_LEVELS[max(1, round(8 * value / most))] if value > 0 else " ") for value in values)
