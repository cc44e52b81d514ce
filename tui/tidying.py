"""When Python's garbage collector looks at everything: not while somebody types, but as soon as nobody has for a moment."""

import gc
import time

NEVER = 1_000_000
QUIET = 1.5  # seconds
WORTH = 6  # collections of young objects, each after some 7,000 more of them


class Tidying:
    """A look at everything takes 50-100 ms with some rooms open; Python takes it in the middle of a keystroke."""

    def __init__(self) -> None:
        self._last = time.monotonic()
        self._before: tuple[int, int, int] | None = None

    def begin(self) -> None:
        """Never look again at what is there now, modules and style rules; the rest waits for quiet moments."""
        self._before = gc.get_threshold()
        gc.collect()
        gc.freeze()
        gc.set_threshold(*self._before[:2], NEVER)

    def end(self) -> None:
        """Leave everything to Python again."""
        if self._before is not None:
            gc.set_threshold(*self._before)
            gc.unfreeze()
            self._before = None

    def touched(self) -> None:
        """Somebody types or uses the mouse."""
        self._last = time.monotonic()

    def look(self) -> None:
        """Tidy up if nobody is waiting and there is enough to look at."""
        if self._before is not None and time.monotonic() - self._last >= QUIET and gc.get_count()[2] >= WORTH:
            gc.collect()
