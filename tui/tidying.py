"""When Python's garbage collector looks at everything: not while somebody types, but as soon as nobody has for a moment."""

import gc
import time

NEVER = 1_000_000
QUIET, LONG_QUIET = 0.8, 15.0  # seconds
WORTH = 2  # collections of young objects, each after some 7,000 more of them


class Tidying:
    """A look at everything takes 100 ms with all rooms open; left to itself Python takes it in the middle of a keystroke.

    What is there to stay, modules and the widgets of the rooms, is set aside, so that each look has little to look at.
    """

    def __init__(self) -> None:
        self._last = time.monotonic()
        self._before: tuple[int, int, int] | None = None
        self._loosened = False

    def begin(self) -> None:
        """Set aside what is there now; the rest waits for quiet moments."""
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

    def loosen(self) -> None:
        """What was set aside is no longer needed: a longer pause is used to look at all of it once."""
        if self._before is not None:
            gc.unfreeze()
            self._loosened = True

    def look(self, *, settled: bool) -> None:
        """Tidy up if nobody is waiting and there is enough to look at. settled: everything on the screen is there to stay."""
        quiet = LONG_QUIET if self._loosened else QUIET
        if self._before is None or time.monotonic() - self._last < quiet or gc.get_count()[2] < WORTH:
            return
        gc.collect()
        self._loosened = False
        if settled:
            gc.freeze()
