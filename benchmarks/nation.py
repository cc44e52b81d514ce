"""The site of many agencies without its search index: what building costs, against writing the same bytes; one agency changed.

Builds are `python -m site_builder` in a process of its own, its start included, into a file system in memory where there is one.
Build and reference take turns and the fastest of each counts. The index is measured by benchmarks/search.py, other generators on
the same pages by benchmarks/peers.py.
"""

import shutil
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks.measure import Figure, Spent, at_most, below, cpu_of, memory_folder, noted, peak_of_all, spent_by
from benchmarks.workload import NATION, rename_somebody, write_editions
from site_builder.manifest import MANIFEST, Manifest, read_manifest, verify_site
from site_builder.sources import EditionSource, load_sources

AN_AGENCY = 4_000  # people, about the mean of the nation
_TURNS = 3
_BATCH = 64 * 1024**2  # bytes of the reference that are held at once

Times = dict[str, int]  # address -> time of last change, ns


def agencies_for(rows: int) -> int:
    """How many agencies share so many people: as many as in the nation, or some of 4,000."""
    return NATION[0] if rows >= NATION[1] else max(2, rows // AN_AGENCY)


def figures(rows: int) -> Iterator[Figure]:
    """Build of all, the same again, and with one agency changed. Raises AssertionError when that touches other files."""
    at = f"{rows:,}"
    with TemporaryDirectory(dir=memory_folder()) as folder:
        place = Path(folder)
        write_editions(place / "terbitan", agencies_for(rows), rows, 1)
        site, command = place / "situs", _build_command(place)
        yield below("nation without index: peak memory, all processes", at, peak_of_all(command), 1_500, unit="MB")
        built, writing = _in_turns(command, site, place / "tulis")
        yield at_most("nation without index: build, CPU (reference: write the same bytes)", at, built.cpu, writing, 15)
        yield noted("nation without index: build, wall (reference: its CPU)", at, built.wall, built.cpu)
        again = min((spent_by(command) for _ in range(_TURNS)), key=lambda it: it.wall)
        yield noted("nation without index: nothing changed, wall (reference: build)", at, again.wall, built.wall)
        yield below("nation without index: one agency changed, wall", at, _one_changed(place, command), 3, unit="s")


def _build_command(place: Path) -> Sequence[str]:
    folders = ("--terbitan", str(place / "terbitan"), "--keluar", str(place / "situs"))
    return (sys.executable, "-m", "site_builder", "--tanpa-pencarian", *folders)


def _in_turns(command: Sequence[str], site: Path, other: Path) -> tuple[Spent, float]:
    """The build with the least CPU, and the least CPU of writing what it made."""
    builds, writes = list[Spent](), list[float]()
    for _ in range(_TURNS):
        shutil.rmtree(site)
        builds.append(spent_by(command))
        writes.append(_cost_of_writing(site, other))
    return min(builds, key=lambda it: it.cpu), min(writes)


def _cost_of_writing(site: Path, other: Path) -> float:
    """CPU of making the folders of `site` in `other` and writing its files there, a batch at a time; each is removed again."""
    paths = sorted(path for path in site.rglob("*") if path.is_file())
    folders = sorted({other / path.parent.relative_to(site) for path in paths})
    taken = cpu_of(lambda: [folder.mkdir(parents=True, exist_ok=True) for folder in folders])
    for batch in _batches(paths):
        files = [(other / path.relative_to(site), path.read_bytes()) for path in batch]
        taken += cpu_of(lambda files=files: [path.write_bytes(data) for path, data in files])
        for path, _ in files:
            path.unlink()
    shutil.rmtree(other)
    return taken


def _batches(paths: Sequence[Path]) -> Iterator[Sequence[Path]]:
    start, size = 0, 0
    for end, path in enumerate(paths, 1):
        size += path.stat().st_size
        if size >= _BATCH or end == len(paths):
            yield paths[start:end]
            start, size = end, 0


def _one_changed(place: Path, command: Sequence[str]) -> float:
    """Wall seconds, the least of some turns, of a build after somebody of an agency of 4,000 got another name."""
    site, walls = place / "situs", list[float]()
    agencies = sorted(load_sources(place / "terbitan"), key=lambda it: abs(it.kepala.jumlah.semua - AN_AGENCY))
    for source in agencies[:_TURNS]:
        before, times = _manifest(site), _times(site)
        rename_somebody(source.berkas.parent)
        walls.append(spent_by(command).wall)
        _untouched_or_raise(site, source, before, times)
    return min(walls)


def _manifest(site: Path) -> Manifest:
    found = read_manifest(site)
    if found is None:
        raise AssertionError(f"{site} is no site")
    return found


def _times(site: Path) -> Times:
    return {it.relative_to(site).as_posix(): it.stat().st_mtime_ns for it in site.rglob("*") if it.is_file()}


def _untouched_or_raise(site: Path, source: EditionSource, before: Manifest, times: Times) -> None:
    """Files of equal bytes kept their time; one other agency at most has a file of other bytes; the manifest tells the truth."""
    after, times_after = _manifest(site), _times(site)
    changed = {slug for slug, sidik in after.instansi.items() if before.instansi.get(slug) != sidik}
    if len(changed) != 1:
        raise AssertionError(f"{source.kode} was changed, built were {sorted(changed)}")
    same = {address for address, known in after.berkas.items() if before.berkas.get(address) == known}
    if moved := [address for address in same if times[address] != times_after[address]]:
        raise AssertionError(f"the same bytes with another time: {moved[:5]}")
    others = [it for it in after.berkas.keys() - same if it.startswith("instansi/") and it.split("/")[1] not in changed]
    if others:
        raise AssertionError(f"files of other agencies changed: {others[:5]}")
    if problems := verify_site(site):
        raise AssertionError(f"{MANIFEST} is not true: {problems[:5]}")
