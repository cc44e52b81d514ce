"""The tree of all agencies. Each list becomes sorted-out lines in a file aside; then each part of the keys is grown on its own.

Nothing here depends on the number of processes: lines are sorted, files are named after their content, and what the old site
has with the same name and bytes stays that file.
"""

import shutil
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from hashlib import sha256
from pathlib import Path
from typing import Final

from msgspec import Struct

from registry.errors import PendataanError
from site_builder.places import Agency
from site_builder.pool import in_processes
from site_builder.search.agencies import agencies_file
from site_builder.search.entries import lines_of, parts_of
from site_builder.search.leaves import Cut
from site_builder.search.old_tree import KeptLeaves, OldTree
from site_builder.search.shelf import Shelf
from site_builder.search.tree import Part, grow, plant
from site_builder.sources import EditionSource
from site_builder.writer import OldSite, Writer, Written

FOLDER: Final = "data/cari-nasional"
_ASIDE: Final = ".telusur"
_READING: Final = 20  # percent
_SPREAD: Final = 60_000  # rows from which files stand in subfolders


class Sheaf(Struct, frozen=True):
    """The lines of one instansi in a file; `batas`: where each part begins, and the end."""

    berkas: Path
    batas: tuple[int, ...]


class ReapJob(Struct, frozen=True):
    """Make the sheaf of the newest edition of an instansi. `hitung`: parts of which the sheaf holds but the keys."""

    kode: str
    sumber: EditionSource
    tujuan: Path
    cuts: tuple[str, ...]
    hitung: frozenset[int]


class GrowJob(Struct, frozen=True):
    """Grow part `nomor` of the keys from all sheaves into the folder `baru`; `lama`: the old site.

    `daun`: leaves the old site has for it, where they stay; then the sheaves hold but keys to be counted. `kenal`: the same builder
    made the old site, so that a leaf it has is no larger than it may be.
    """

    nomor: int
    ikatan: tuple[Sheaf, ...]
    shelf: Shelf
    baru: Path
    lama: Path
    daun: tuple[Cut, ...] | None
    kenal: bool


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

    def has(self, address: str, data: bytes) -> bool:
        """Whether the old site has just these bytes there."""
        return _read(self._old / address) == data

    def keep(self, address: str, old: OldSite) -> None:
        """A file of the old site that stays."""
        if address not in self.written:
            self._writer.carry_over(address, old)

    def put(self, address: str, data: bytes) -> None:
        """A file named after its content: equal parts of a tree are one file."""
        if address in self.written:
            return
        if self.has(address, data):
            known = Written(sha256(data).hexdigest(), len(data))
            self._writer.carry_over(address, OldSite(self._old, {address: known}))
        else:
            self._writer.write(address, data)


def build_national(
    agencies: Sequence[Agency], new: Path, old: OldSite, workers: int, say: Callable[[int], None]
) -> tuple[str, dict[str, Written]]:
    """Write the tree of all agencies below `new`. Returns the path of its root and the files. `say` hears percents of the work done."""
    total = sum(agency.newest.kepala.jumlah.semua for agency in agencies)
    cuts, shelf, placer = parts_of(total), Shelf(FOLDER, pecah=total > _SPREAD), Placer(new, old.folder)
    kept = _kept_leaves(agencies, old, cuts, shelf)
    aside = new / _ASIDE
    aside.mkdir()
    try:
        counted = frozenset(kept)
        reaping = [ReapJob(it.newest.kode, it.newest, aside / it.slug, cuts, counted) for it in agencies]
        sheaves = tuple(_reap_all(reaping, workers, say))
        parts: dict[int, Part] = {}
        jobs = [
            GrowJob(it, sheaves, shelf, new, old.folder, kept.get(it), old.pohon != "") for it in range(len(cuts) + 1)
        ]
        for job, grown in in_processes(grow_part, jobs, _weight, workers):
            parts[job.nomor] = grown.bagian
            placer.written.update(grown.berkas)
            for cut in kept.get(job.nomor, ()):
                placer.keep(shelf.address(cut.nama), old)
            say(_READING + (100 - _READING) * len(parts) // (len(cuts) + 1))
    finally:
        shutil.rmtree(aside, ignore_errors=True)
    name, data = agencies_file(agencies, shelf)
    placer.put(shelf.address(name), data)
    root = plant([parts[number] for number in sorted(parts)], total, name, shelf, placer.put)
    return root, placer.written


def _kept_leaves(agencies: Sequence[Agency], old: OldSite, cuts: tuple[str, ...], shelf: Shelf) -> KeptLeaves:
    """By the old tree; where it cannot be read, nothing is kept and all grows anew."""
    if not old.pohon:
        return {}
    try:
        found = OldTree(old).kept_leaves(agencies, cuts, shelf)
    except (PendataanError, OSError):
        return {}
    whole = all(map(old.has_file, (shelf.address(cut.nama) for leaves in found.values() for cut in leaves)))
    return found if whole else {}


def _reap_all(jobs: Sequence[ReapJob], workers: int, say: Callable[[int], None]) -> Iterator[Sheaf]:
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
    bounds = [0]
    with job.tujuan.open("wb") as file:
        for lines in lines_of(edition.daftar, job.kode, job.cuts, job.hitung):
            file.write("".join([f"{line}\n" for line in lines]).encode())
            bounds.append(file.tell())
    return Sheaf(job.tujuan, tuple(bounds))


def grow_part(job: GrowJob) -> Grown:
    """Collect a part from all sheaves and grow it, or count its keys where its leaves stay."""
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
    if job.daun is not None:
        return Grown(Part(job.daun, tuple(sorted(Counter(lines).items()))), {})
    placer = Placer(job.baru, job.lama)

    def known(name: str, data: bytes) -> bool:
        return placer.has(job.shelf.address(name), data)

    return Grown(grow(lines, job.shelf, placer.put, known if job.kenal else None), placer.written)


def _read(path: Path) -> bytes | None:
    try:
        return path.read_bytes()
    except OSError:
        return None
