"""Two builds of the same input have equal bytes, whatever the number of processes, the hash seed and the clock's zone.

Large enough for all that a nation has: work in several processes, keys in parts, directory pages, a vocabulary, an instansi with a tree
of its own, lists of several pages, editions that differ, pictures, and bundles of provinces.
"""

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from hashlib import sha256
from itertools import product
from pathlib import Path
from random import Random

import pytest

from registry.edition.types import Orang
from site_builder.search.entries import SMALL
from site_builder.search.library import Library
from tests.registry.edition.editions import KEMENAG, PEKALONGAN, edition, orang
from tests.site_builder.sites import two_editions, write_editions

RARE = tuple(map("".join, product("BKLMPRST", ("a", "i", "u"), "dgklnrst", ("ang", "ita", "o", "yu"), ("", "n", "s"))))
COMMON = "Siti Muhammad Nur Sri Ahmad Abdul".split()


def _people(kode: str, count: int) -> Iterator[Orang]:
    """Names of one word, so that so many people are made and sorted soon; some common, some of two words."""
    rnd = Random(kode)
    for serial in range(1, count + 1):
        names = [rnd.choice(RARE), *([rnd.choice(COMMON)] if serial % 9 == 0 else [])]
        yield orang(serial, kode=kode, nama=" ".join(names))


@pytest.fixture(scope="module")
def terbitan(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Editions of a ministry and two regions, one of them twice, with a PDF: as many people as make parts of the keys worth while."""
    folder = tmp_path_factory.mktemp("sama") / "terbitan"
    ministry = edition(tuple(_people("KEMENAG", SMALL - 3000)), instansi=KEMENAG)
    town = edition(tuple(_people("3375", 3010)), instansi=PEKALONGAN)
    write_editions(folder, [ministry, town, *two_editions()])
    (folder / "3375/1-prafinalisasi.pdf").write_bytes(b"%PDF-1.7 contoh")
    return folder


def _built(terbitan: Path, out: Path, processes: int, seed: str, zone: str) -> dict[str, str]:
    """Fingerprint of every file of a site built by an interpreter of its own."""
    options = ("--keluar", out, "--proses", str(processes), "--alamat", "https://situs.contoh.test/data")
    subprocess.run(
        [sys.executable, "-m", "site_builder", "--terbitan", terbitan, *options],
        check=True,
        capture_output=True,
        cwd=Path(__file__).parents[2],
        env=os.environ | {"PYTHONHASHSEED": seed, "TZ": zone},
    )
    files = (path for path in sorted(out.rglob("*")) if path.is_file())
    return {path.relative_to(out).as_posix(): sha256(path.read_bytes()).hexdigest() for path in files}


def test_processes_and_hash_seed_do_not_show(terbitan: Path, tmp_path: Path) -> None:
    """One process and three, on machines whose hashes and zones differ."""
    one = _built(terbitan, tmp_path / "satu", 1, "1", "Asia/Jakarta")
    many = _built(terbitan, tmp_path / "banyak", 3, "4294967295", "America/New_York")
    site = Library(tmp_path / "satu")
    root = site.load(json.loads((tmp_path / "satu/manifest.json").read_bytes())["cari"][1])
    reached = {
        "kunci berat": len(root["berat"].split()) > 3,
        "halaman direktori": root["tingkat"] == 2,
        "kosakata": len(site.load(f"{root['folder']}/{root['kosakata'][0]}/{root['kosakata']}")["maju"]["awal"]) > 10,
        "pohon instansi": bool(site.load("data/kementerian-agama/cari")["pohon"]),
        "abjad": "instansi/pemerintah-kota-pekalongan/1-prafinalisasi/abjad/index.html" in one,
        "perubahan": "instansi/pemerintah-kabupaten-brebes/perubahan/index.html" in one,
        "gambar": any(it.endswith(".png") for it in one),
        "zip": "unduh/jawa-tengah-csv.zip" in one,
    }

    assert one == many
    assert dict.fromkeys(reached, True) == reached
