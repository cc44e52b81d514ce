"""The search index: what building it costs, and what a reader loads for a query, counted in gzipped bytes and files.

The reader is the one of `pendataan cari`, which does what the script in the page does. "Cold" is a first visit: the start (root and
agencies) is loaded, nothing else. Names come from `benchmarks.names`; slips of the pen are drawn with a fixed seed.
"""

import json
import resource
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

from benchmarks.measure import Figure, at_most, below, memory_folder, noted, spent_by
from benchmarks.workload import NATION, rename_somebody, write_editions
from registry.edition.types import Orang
from site_builder.search.entries import keys_of
from site_builder.search.library import Library
from site_builder.search.query import Match, TreeQuery
from site_builder.search.shelf import SHARD_LIMIT, gzipped
from site_builder.search.tree_reader import TreeReader
from site_builder.sources import load_sources

_SAMPLE = 400
_LETTERS = "abdegiklmnoprstuwy"
_NOBODY = ("Xarmanto Qwertzui", "Siti Zzyxwv", "Budi Harjaksumo", "Brentolius Wakawaka", "Qeqe", "Muhammad Xyrian Siti")


def figures(rows: int) -> Iterator[Figure]:
    """Build and queries of a site of so many people: one agency, or the nation."""
    agencies = NATION[0] if rows == NATION[1] else 1
    at = f"{rows:,}"
    with TemporaryDirectory(dir=memory_folder()) as folder:
        place = Path(folder)
        write_editions(place / "terbitan", agencies, rows, 1)
        without = _build(place, "tanpa", "--tanpa-pencarian")
        wall, cpu, peak = _build(place, "situs")
        yield below("site with its search index, wall", at, wall, 120, unit="s")
        yield noted("site with its search index, CPU (reference: without)", at, cpu, without[1])
        yield below("peak memory, all processes", at, peak, 1_500, unit="MB")
        if agencies > 1:
            rename_somebody(place / "terbitan" / "1103")
            yield below("one agency changed, wall", at, _build(place, "situs")[0], 60, unit="s")
        yield from _queries(place, at)


def _build(place: Path, name: str, *options: str) -> tuple[float, float, float]:
    """Wall and CPU seconds of a build in a process of its own, and the peak of it and its helpers together, at most, in MB."""
    command = [
        sys.executable,
        "-m",
        "site_builder",
        "--terbitan",
        str(place / "terbitan"),
        "--keluar",
        str(place / name),
    ]
    spent = spent_by([*command, *options])
    return spent.wall, spent.cpu, resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024 * 3


def _queries(place: Path, at: str) -> Iterator[Figure]:
    site = place / "situs"
    library, root, start = _opened(site)
    yield below("largest file, gzipped", at, _largest(site), SHARD_LIMIT + 1, unit="B")
    yield below("start: root and agencies", at, start, 10_001, unit="B")
    people, rnd = _people(place / "terbitan"), Random(7)
    kinds: tuple[tuple[str, Callable[[str], str]], ...] = (
        ("full name", str),
        ("two words, any order", lambda name: " ".join(rnd.sample(name.split(), min(2, len(name.split()))))),
        ("word and three letters", lambda name: _begun(name, rnd)),
    )
    for what, asked in kinds:
        costs, requests, found = _asked(library, root, [(it, asked(it.nama)) for it in people])
        yield below(f"{what}: p95 of a cold query", at, _p95(costs), 16_001, unit="B")
        yield below(f"{what}: most of a cold query", at, max(costs), 32_001, unit="B")
        yield below(f"{what}: most files of a cold query", at, max(requests), 5, unit="")
        yield noted(f"{what}: found at once (reference: all)", at, found, len(people), unit="")
    long = [it for it in people if max(map(len, it.nama.split())) >= 4]
    costs, _, found = _asked(library, root, [(it, slipped(it.nama, rnd)) for it in long], corrected=True)
    yield below("one slip: most of a query", at, max(costs), 100_001, unit="B")
    yield at_most("one slip: missed (reference: all)", at, len(long) - found, len(long), 0.05, unit="")
    costs, _, _ = _asked(library, root, [(people[0], name) for name in _NOBODY])
    yield below("nobody: most of a query", at, max(costs), 100_001, unit="B")


def _opened(site: Path) -> tuple[Library, str, int]:
    """The site, the root of its tree, and the bytes of a start."""
    library = Library(site)
    root = json.loads((site / "manifest.json").read_bytes())["cari"][1]
    if not root:
        (folder,) = (site / "data").glob("*/cari.js")
        root = library.load(f"data/{folder.parent.name}/cari")["pohon"]
    tree = TreeReader(library, root)
    if tree.instansi:
        library.load(tree.instansi)
    return library, root, library.bita


def _largest(site: Path) -> int:
    files = (it for it in (site / "data").rglob("*.js") if "-" not in it.stem)  # not the shards of the older search
    return max(gzipped(it.read_bytes()) for it in files)


def _people(terbitan: Path) -> list[Orang]:
    sources = load_sources(terbitan)
    rnd = Random(3)
    chosen = rnd.sample(sources, min(40, len(sources)))
    return [it for source in chosen for it in rnd.sample(source.read()[1].daftar, _SAMPLE // len(chosen))]


def _asked(
    library: Library, root: str, queries: list[tuple[Orang, str]], *, corrected: bool = False
) -> tuple[list[int], list[int], int]:
    """Bytes and files of each cold query, and how many found their person; `corrected`: or somebody of the same name."""
    costs, requests, found = list[int](), list[int](), 0
    tree = TreeReader(library, root)
    for person, text in queries:
        library.reset()
        batches = TreeQuery(tree, text).batches()
        hits = next(batches, list[Match]())
        if corrected and not _is_there(person, hits):
            hits = [*hits, *(hit for batch in batches for hit in batch)]
        found += _is_there(person, hits) or (corrected and any(keys_of(person.nama)[1] == it.row.kunci for it in hits))
        costs.append(library.bita)
        requests.append(library.permintaan)
    return costs, requests, found


def _is_there(person: Orang, hits: list[Match]) -> bool:
    return any(hit.nomor == person.nomor for hit in hits)


def _p95(costs: list[int]) -> int:
    return sorted(costs)[int(len(costs) * 0.95)]


def _begun(name: str, rnd: Random) -> str:
    parts = name.split()
    rnd.shuffle(parts)
    return " ".join([parts[0], *(it[:3] for it in parts[1:2])])


def slipped(name: str, rnd: Random) -> str:
    """One word of four letters or more with a letter missing, added, wrong, or swapped with the next."""
    parts = name.split()
    place = rnd.choice([at for at, word in enumerate(parts) if len(word) >= 4])
    word = parts[place]
    at, letter = rnd.randrange(len(word) - 1), rnd.choice(_LETTERS)
    rest = word[at + 1 :]
    parts[place] = word[:at] + rnd.choice((rest, letter + word[at:], letter + rest, rest[:1] + word[at] + rest[1:]))
    return " ".join(parts)
