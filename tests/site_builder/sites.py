"""Small sites for tests: editions written where a workspace keeps them, and built with the real templates and content."""

from collections.abc import Iterable
from datetime import date
from pathlib import Path
from typing import Any

from msgspec.structs import replace

from registry.edition.canonical import encode_edition, fingerprint
from registry.edition.types import Alasan, Edition, Rekap, Sel
from site_builder.build import BuildReport, build
from site_builder.settings import SiteSettings
from site_builder.sources import load_sources
from tests.registry.edition.editions import KEMENAG, edition, final, orang, people

BREBES = replace(KEMENAG, kode="3329", nama="Pemerintah Kabupaten Brebes", jenis="KABUPATEN", wilayah="Jawa Tengah")


def write_editions(terbitan: Path, editions: Iterable[Edition]) -> Path:
    """The editions as `terbitan/<kode>/<n>-<tahap>.json`."""
    for one in editions:
        folder = terbitan / one.instansi.kode
        folder.mkdir(parents=True, exist_ok=True)
        (folder / f"{one.edisi}-{one.tahap}.json").write_bytes(encode_edition(one))
    return terbitan


def two_editions(**changes: Any) -> tuple[Edition, Edition]:
    """Kabupaten Brebes in prafinalisasi and final: number 2 left, 1 changed position and unit, 6 came."""
    early = edition(people(5, kode="3329"), instansi=BREBES, **changes)
    first = replace(early.daftar[0], jabatan="Kepala <Tata> Usaha", unit_kerja="SMP 1 & 2")
    late = final(
        (first, *early.daftar[2:], orang(6, kode="3329")),
        instansi=BREBES,
        sebelumnya=fingerprint(encode_edition(early)),
        rekap=Rekap(unit_kerja=(Sel("SDN Medono 01", 12), Sel("Puskesmas Tirto", None), Sel("Dinas Pertanian", None))),
        alasan=Alasan(),
        tanggal=date(2022, 10, 31),
    )
    return early, late


def small_site(terbitan: Path) -> Path:
    """Two agencies: Kota Pekalongan in uji publik, Kabupaten Brebes final."""
    return write_editions(terbitan, (edition(3), *two_editions()))


def build_site(terbitan: Path, out: Path, **options: Any) -> BuildReport:
    """Build with default settings unless told otherwise."""
    settings = options.pop("settings", SiteSettings(pemilik="Badan Kepegawaian Contoh"))
    return build(load_sources(terbitan), out=out, settings=settings, **({"processes": 1} | options))


def tree(folder: Path) -> dict[str, bytes]:
    """Relative path -> bytes of all files."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()
    }
