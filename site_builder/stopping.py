"""To be told to stop, and to stop: whoever ends a build from outside gets it ended in order, the old site whole."""

import signal
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from typing import Final

STOPPED: Final = "Dihentikan. Situs tidak setengah jadi: tetap yang lama, atau sudah seluruhnya yang baru."

_TOLD = ("SIGTERM", "SIGHUP", "SIGBREAK")  # a service manager, a closed window, Windows


@contextmanager
def interruptible() -> Iterator[None]:
    """Within, being told to end raises KeyboardInterrupt as Ctrl+C does; what is ignored (nohup) stays ignored.

    To be used in the main thread; in another one nothing changes.
    """
    changed: list[int] = []
    with suppress(ValueError):  # not the main thread
        for number in (getattr(signal, name) for name in _TOLD if hasattr(signal, name)):
            if signal.getsignal(number) is signal.SIG_DFL:
                signal.signal(number, signal.default_int_handler)
                changed.append(number)
    try:
        yield
    finally:
        for number in changed:
            signal.signal(number, signal.SIG_DFL)
