"""The tree of all agencies. Each list becomes sorted-out lines in a file aside; then each part of the keys is grown on its own.

Nothing here depends on the number of processes: lines are sorted, files are named after their content, and what the old site
has with the same name and bytes stays that file.
"""

import shutil
from collections.abc import Callable, Iterator, Sequence
from hashlib import sha256
from pathlib import Path
from typing import Final

from msgspec import Struct

from site_builder.places import Agency
from site_builder.pool import in_processes
from site_builder.search.agencies import agencies_file
from site_builder.search.entries import KeyedLines, parts_of, tails_of
from site_builder.search.shelf import Shelf
from site_builder.search.tree import Part, grow, plant
from site_builder.sources import EditionSource
from site_builder.stretch import stretches
from site_builder.writer import Writer, Written

FOLDER: Final = "data/cari-nasional"
_ASIDE: Final = ".telusur"
_READING: Final = 20  # percent
_SPREAD: Final = 60_000  # rows from which files stand in subfolders


class Sheaf(Struct, frozen=True):
    """The lines of one instansi in a file; `batas`: where each part begins, and the end."""

    berkas: Path
    batas: tuple[int, ...]


class ReapJob(Struct, frozen=True):
    """Make the sheaf of the newest edition of an instansi."""

    kode: str
    sumber: EditionSource
    tujuan: Path
    cuts: tuple[str, ...]


class GrowJob(Struct, frozen=True):
    """Grow part `nomor` of the keys from all sheaves into the folder `baru`; `lama`: the old site."""

    nomor: int
    ikatan: tuple[Sheaf, ...]
    shelf: Shelf
    baru: Path
    lama: Path


class Grown(Struct, frozen=True):
    """A part and the files written for it."""

    bagian: Part
    berkas: dict[str, Written]


class Placer:
    """Writes files of the tree; one that the old site has stays what it is, with its time."""

    def __init__(self, new: Path, old: Path) -> None:
        self._writer, self._old = Writer(new), old

    @property
    def written(self) -> dict[str, Written]:
        """What was written or carried over."""
        return self._writer.written

    def put(self, address: str, data: bytes) -> None:
        """A file named after its content: equal parts of a tree are one file."""
        if address in self.written:
            return
        before = self._old / address
        if _read(before) == data:
            self._writer.carry_over(address, before, Written(sha256(data).hexdigest(), len(data)))
        else:
            self._writer.write(address, data)


def build_national(
    agencies: Sequence[Agency], new: Path, old: Path, workers: int, say: Callable[[int], None]
) -> tuple[str, dict[str, Written]]:
    """Write the tree of all agencies below `new`. Returns the path of its root and the files. `say` hears percents of the work done."""
    total = sum(agency.newest.kepala.jumlah.semua for agency in agencies)
    cuts, shelf, placer = parts_of(total), Shelf(FOLDER, pecah=total > _SPREAD), Placer(new, old)
    aside = new / _ASIDE
    aside.mkdir()
    try:
        sheaves = tuple(_reap_all(agencies, aside, cuts, workers, say))
        parts: dict[int, Part] = {}
        jobs = [GrowJob(number, sheaves, shelf, new, old) for number in range(len(cuts) + 1)]
        for job, grown in in_processes(grow_part, jobs, _weight, workers):
            parts[job.nomor] = grown.bagian
            placer.written.update(grown.berkas)
            say(_READING + (100 - _READING) * len(parts) // (len(cuts) + 1))
    finally:
        shutil.rmtree(aside, ignore_errors=True)
    name, data = agencies_file(agencies, shelf)
    placer.put(shelf.address(name), data)
    root = plant([parts[number] for number in sorted(parts)], total, name, shelf, placer.put)
    return root, placer.written


def _reap_all(
    agencies: Sequence[Agency], aside: Path, cuts: tuple[str, ...], workers: int, say: Callable[[int], None]
) -> Iterator[Sheaf]:
    jobs = [ReapJob(it.newest.kepala.instansi.kode, it.newest, aside / it.slug, cuts) for it in agencies]
    found: dict[str, Sheaf] = {}
    for job, sheaf in in_processes(reap, jobs, lambda job: job.sumber.kepala.jumlah.semua, workers):
        found[job.tujuan.name] = sheaf
        say(_READING * len(found) // len(jobs))
    for _, sheaf in sorted(found.items()):
        yield sheaf


def _weight(job: GrowJob) -> int:
    return sum(sheaf.batas[job.nomor + 1] - sheaf.batas[job.nomor] for sheaf in job.ikatan)


def reap(job: ReapJob) -> Sheaf:
    """Read an edition and write its lines, part by part. Raises FileRefused, BuildRefused."""
    _, edition = job.sumber.read()
    keyed = KeyedLines(job.cuts)
    for stretch in stretches(edition.daftar):
        keyed.take(stretch.kolom.nama, tails_of(stretch, job.kode))
    bounds = [0]
    with job.tujuan.open("wb") as file:
        for lines in keyed.parts:
            file.write("".join([f"{line}\n" for line in lines]).encode())
            bounds.append(file.tell())
    return Sheaf(job.tujuan, tuple(bounds))


def grow_part(job: GrowJob) -> Grown:
    """Collect a part from all sheaves and grow it."""
    chunks: list[bytes] = []
    for sheaf in job.ikatan:
        start, end = sheaf.batas[job.nomor], sheaf.batas[job.nomor + 1]
        if end > start:
            with sheaf.berkas.open("rb") as file:
                file.seek(start)
                chunks.append(file.read(end - start))
    lines = b"".join(chunks).decode().split("\n")
    lines.pop()
    del chunks
    placer = Placer(job.baru, job.lama)
    return Grown(grow(lines, job.shelf, placer.put), placer.written)


def _read(path: Path) -> bytes | None:
    try:
        return path.read_bytes()
    except OSError:
        return None
