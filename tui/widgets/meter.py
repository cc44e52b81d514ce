"""A share as a bar of block characters, for tables and text. Never full before everything is, never empty after something is."""

_PARTS = "▏▎▍▌▋▊▉█"


def meter(part: int, whole: int, width: int) -> str:
    """Return `width` cells: `█████▌░░░░`; nothing at all is an empty bar."""
    if whole <= 0 or part <= 0:
        return "░" * width
    steps = len(_PARTS)
    eighths = width * steps if part >= whole else max(1, min(part * width * steps // whole, width * steps - 1))
    full, rest = divmod(eighths, steps)
    bar = "█" * full + (_PARTS[rest - 1] if rest else "")
    return bar + "░" * (width - len(bar))


def percent(part: int, whole: int) -> str:
    """Return `80 %`, cut off rather than rounded: `100 %` is everything. Nothing to do has no share."""
    return f"{part * 100 // whole} %" if whole > 0 else "-"
