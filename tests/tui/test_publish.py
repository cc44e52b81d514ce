"""Building the site from the terminal: a child process, its progress, its refusals, its end."""

import sys

import pytest

from registry.errors import PendataanError
from tests.tui.frames import frame
from tests.tui.pilots import running, settle
from tui.builder import build_site
from tui.work import Cancelled, Progress, Reporter

PROGRAM = """
import json, sys, time
for n in range(3):
    print(json.dumps({"selesai": n + 1, "jumlah": 3, "pesan": f"langkah {n + 1}"}), flush=True)
"""
SLOW = PROGRAM + "time.sleep(30)\n"
BROKEN = PROGRAM + "print('Pemeriksaan privasi menghentikan penerbitan.', file=sys.stderr)\nsys.exit(1)\n"


class Heard:
    """Takes the place of a widget: remembers what it was told."""

    def __init__(self):
        self.told = []

    def post_message(self, message):
        self.told.append(message)


def test_progress_of_the_child_is_passed_on(tmp_path):
    """The last report is the child's last line."""
    heard = Heard()
    build_site(tmp_path, Reporter(heard), command=(sys.executable, "-c", PROGRAM))

    last = heard.told[-1]
    assert isinstance(last, Progress)
    assert (3, 3, "langkah 3") == (last.done, last.total, last.text)


def test_the_last_words_come_back(tmp_path):
    """They say what was built."""
    assert "langkah 3" == build_site(tmp_path, Reporter(Heard()), command=(sys.executable, "-c", PROGRAM))


def test_a_failing_child_is_told_with_its_own_words(tmp_path):
    """What the builder refuses is shown as it said it."""
    with pytest.raises(PendataanError, match="Pemeriksaan privasi"):
        build_site(tmp_path, Reporter(Heard()), command=(sys.executable, "-c", BROKEN))


def test_stopping_ends_the_child(tmp_path):
    """The operator does not wait for the end."""
    heard = Heard()
    reporter = Reporter(heard)
    heard.post_message = lambda _message: reporter.stop()

    with pytest.raises(Cancelled):
        build_site(tmp_path, reporter, command=(sys.executable, "-c", SLOW))


def test_the_builder_tells_agencies_and_bytes(ready):
    """From its first words on."""
    heard = Heard()
    build_site(ready, Reporter(heard))

    assert "dari 10 kB: 0 dari 1 instansi, Kota Pekalongan" in heard.told[0].text


async def test_publishing_builds_the_site(ready):
    """B builds with the real builder; the bar stands at its end."""
    async with running(ready) as pilot:
        await pilot.press("b", "b")
        await settle(pilot)

        assert (ready / "situs" / "index.html").is_file()
        assert "Terbitkan situs publik" in frame(pilot.app)


def test_words_that_are_no_json_are_understood(tmp_path):
    """A builder that speaks plainly is shown as it speaks."""
    program = (sys.executable, "-c", "print('Situs selesai.')")

    assert "Situs selesai." == build_site(tmp_path, Reporter(Heard()), command=program)


async def test_the_room_says_what_was_built(ready):
    """Not only a full bar: where the site is, how many files and agencies."""
    async with running(ready, size=(120, 40)) as pilot:
        await pilot.press("b", "b")
        await settle(pilot)

        assert "Situs siap di" in frame(pilot.app)
