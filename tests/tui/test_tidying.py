"""The garbage collector waits for moments in which nobody types."""

import gc

import pytest
from textual import events
from textual.message import Message

import tui.app  # noqa: F401 - defines the messages
from tui import tidying
from tui.tidying import NEVER, Tidying


@pytest.fixture
def tidy(monkeypatch):
    """A collector at work, with enough to look at, whose clock is set by hand."""
    now = [0.0]
    monkeypatch.setattr("tui.tidying.time.monotonic", lambda: now[0])
    monkeypatch.setattr(tidying, "WORTH", 0)
    one = Tidying()
    one.clock = now
    one.begin()
    yield one
    one.end()


class Ring:
    """Garbage that only the collector finds."""

    left = 0

    def __init__(self):
        self.me = self

    def __del__(self):
        Ring.left += 1


def swept(tidy):
    """Whether a look takes a ring away."""
    before = Ring.left
    gc.disable()  # of itself Python takes young rings away
    try:
        Ring()
        tidy.look(settled=False)
        return Ring.left > before
    finally:
        gc.enable()


def test_nothing_is_looked_at_while_somebody_types(tidy):
    """The last key was half a second ago."""
    tidy.clock[0] = 0.5

    assert not swept(tidy)


def test_a_pause_is_used(tidy):
    """Two seconds without a key."""
    tidy.clock[0] = 2.0

    assert swept(tidy)


def test_a_key_begins_the_pause_anew(tidy):
    """Whatever the pause before it."""
    tidy.clock[0] = 2.0
    tidy.touched()

    assert not swept(tidy)


def test_what_is_settled_is_set_aside(tidy):
    """The next look does not look at it."""
    tidy.clock[0] = 2.0
    before = gc.get_freeze_count()
    kept = [[] for _ in range(1000)]
    tidy.look(settled=True)

    assert gc.get_freeze_count() >= before + len(kept)


def test_what_was_set_aside_is_looked_at_in_a_longer_pause(tidy):
    """After an instansi was closed; a short pause is not enough for that."""
    tidy.loosen()
    tidy.clock[0] = 2.0
    soon = swept(tidy)
    tidy.clock[0] = 20.0

    assert (False, True) == (soon, swept(tidy))


def test_afterwards_python_decides_again():
    """As before."""
    before, one = gc.get_threshold(), Tidying()
    one.begin()
    during = gc.get_threshold()
    one.end()

    assert (NEVER, before) == (during[2], gc.get_threshold())


def subclasses(kind):
    """All of them, however far."""
    return {one for child in kind.__subclasses__() for one in (child, *subclasses(child))}


def test_no_message_of_ours_is_called_like_one_of_textuals():
    """Its handler would be called for both: a `Ready` of the list of people began the tidying anew at each instansi."""
    names = {one.handler_name for one in subclasses(events.Event)}
    ours = [one for one in subclasses(Message) if one.__module__.startswith("tui.")]

    assert ours
    assert [] == [one for one in ours if one.handler_name in names]
