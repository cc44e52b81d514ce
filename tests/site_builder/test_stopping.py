"""A build that is ended from outside, by real signals to real processes: the site is the old one whole, or the new one whole."""

import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from site_builder.stopping import STOPPED
from tests.registry.edition.editions import KEMENAG, edition
from tests.site_builder.sites import BREBES, build_site, tree, write_editions

ROOT = Path(__file__).parents[2]
BUILDER = (sys.executable, "-m", "site_builder")

# The builder with an interruption of its own at exactly one moment of the swap: argv is the moment, then its usual arguments.
AT_THE_SWAP = """
import os, runpy, signal, sys
from pathlib import Path
from site_builder import staging

moment = sys.argv.pop(1)
real, exchange, seen = Path.rename, staging._exchange, []

def rename(self, target):
    made = real(self, target)
    seen.append(target)
    if moment == f"sesudah pindah {len(seen)}":
        os.kill(os.getpid(), signal.SIGINT)
    return made

def exchanged(one, other):
    if moment.startswith("sesudah pindah"):
        return False
    if moment == "sebelum tukar":
        os.kill(os.getpid(), signal.SIGINT)
    done = exchange(one, other)
    os.kill(os.getpid(), signal.SIGINT)
    return done

Path.rename, staging._exchange = rename, exchanged
runpy.run_module("site_builder", run_name="__main__", alter_sys=True)
"""


@pytest.fixture(scope="module")
def prepared(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A built site, editions in which both agencies have changed since, and what a build of those makes (`jadi`)."""
    place = tmp_path_factory.mktemp("henti")
    write_editions(place / "terbitan", [edition(3, instansi=BREBES), edition(3, instansi=KEMENAG)])
    build_site(place / "terbitan", place / "situs")
    write_editions(place / "terbitan", [edition(5000, instansi=BREBES), edition(5000, instansi=KEMENAG)])
    build_site(place / "terbitan", place / "jadi")
    return place


class Scene:
    """A copy of what was prepared, and builds of it."""

    def __init__(self, prepared: Path, place: Path) -> None:
        self.place = place
        self.old, self.new = tree(prepared / "situs"), tree(prepared / "jadi")
        for name in ("terbitan", "situs"):
            shutil.copytree(prepared / name, place / name)

    def start(self, *command: str) -> subprocess.Popen[str]:
        """A builder in a process group of its own, as a shell starts it."""
        arguments = ("--terbitan", self.place / "terbitan", "--keluar", self.place / "situs")
        return subprocess.Popen(
            [
                *command,
                *arguments,
                "--pemilik",
                "Badan Kepegawaian Contoh",
                "--kemajuan",
                "json",
            ],
            cwd=ROOT,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            start_new_session=True,
        )

    def stands(self) -> str:
        """Which site there is."""
        found = tree(self.place / "situs") if (self.place / "situs").is_dir() else {}
        return "lama" if found == self.old else "baru" if found == self.new else "rusak"

    def leftovers(self) -> set[str]:
        """What lies beside the site and its editions."""
        return {it.name for it in self.place.iterdir()} - {"terbitan", "situs", ".situs.kunci"}


@pytest.fixture
def scene(prepared: Path, tmp_path: Path) -> Scene:
    """Ready to be built."""
    return Scene(prepared, tmp_path)


def _until(child: subprocess.Popen[str], words: str) -> Iterator[str]:
    assert child.stdout is not None
    for line in child.stdout:
        yield line
        if words in line:
            return


def _told_when(scene: Scene, words: str, told: signal.Signals, *options: str) -> tuple[int, str]:
    """Start a build, tell it (Ctrl+C: its whole group, as a terminal does) as soon as it says these words. Its code and last words."""
    with scene.start(*BUILDER, *options) as child:
        assert words in list(_until(child, words))[-1]
        (os.killpg if told is signal.SIGINT else os.kill)(child.pid, told)
        _, errors = child.communicate(timeout=30)
    return child.returncode, errors.strip()


@pytest.mark.parametrize(
    ("words", "told", "processes"),
    [
        ("instansi, ", signal.SIGINT, "1"),
        ("instansi, ", signal.SIGINT, "2"),
        ("menyusun pencarian", signal.SIGINT, "2"),
        ("instansi, ", signal.SIGTERM, "2"),
        ("menyusun pencarian", signal.SIGHUP, "1"),
    ],
)
def test_a_build_told_to_end_leaves_the_old_site(
    scene: Scene, words: str, told: signal.Signals, processes: str
) -> None:
    """Ctrl+C, a service manager, a window that closes: one plain sentence, nothing half, nothing left beside it."""
    code, said = _told_when(scene, words, told, "--proses", processes)

    assert (1, STOPPED) == (code, said)
    assert ("lama", set()) == (scene.stands(), scene.leftovers())


def test_a_killed_build_is_cleaned_by_the_next(scene: Scene) -> None:
    """Power cut or `kill -9` in the middle: the old site stands, the processes it had started end, the next build is whole."""
    code, _ = _told_when(
        scene, "instansi, ", signal.SIGKILL, "--proses", "2"
    )  # its pipes close when the last of them is gone

    assert (-signal.SIGKILL, "lama", {".situs.baru"}) == (code, scene.stands(), scene.leftovers())
    build_site(scene.place / "terbitan", scene.place / "situs")
    assert ("baru", set()) == (scene.stands(), scene.leftovers())


@pytest.mark.parametrize(
    ("moment", "stands"),
    [("sebelum tukar", "lama"), ("sesudah tukar", "baru"), ("sesudah pindah 1", "lama"), ("sesudah pindah 2", "baru")],
)
def test_ctrl_c_in_the_swap(scene: Scene, moment: str, stands: str) -> None:
    """Before and after folders are exchanged, and between the two renames of systems that cannot."""
    with scene.start(sys.executable, "-c", AT_THE_SWAP, moment) as child:
        _, errors = child.communicate(timeout=30)

    assert (1, STOPPED) == (child.returncode, errors.strip())
    assert (stands, set()) == (scene.stands(), scene.leftovers())


def test_a_process_of_the_pool_that_dies_is_told(scene: Scene) -> None:
    """As when memory runs out: a sentence, and the old site."""
    with scene.start(*BUILDER, "--proses", "2") as child:
        deadline = time.monotonic() + 20
        while not (workers := _workers(child.pid)) and time.monotonic() < deadline:
            time.sleep(0.02)
        os.kill(workers[0], signal.SIGKILL)
        _, errors = child.communicate(timeout=30)

    assert (1, "lama", set()) == (child.returncode, scene.stands(), scene.leftovers())
    assert errors.startswith("Salah satu proses pembangun dihentikan oleh sistem.")


def _workers(parent: int) -> list[int]:
    """Processes of the pool of a builder."""
    children = Path(f"/proc/{parent}/task/{parent}/children").read_text("ascii").split()
    return [int(pid) for pid in children if b"spawn_main" in Path(f"/proc/{pid}/cmdline").read_bytes()]
