"""Search without a browser: over a folder of editions, or a built or downloaded site; same key and order as the page."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import msgspec
from msgspec import Struct

from registry.edition.types import FORMAT, InstansiPublik, Orang
from site_builder.errors import BuildRefused
from site_builder.paging import PAGE_ROWS
from site_builder.search.key import fold, readings, score, words


class Hit(Struct, frozen=True, kw_only=True):
    """A listed person a query found. `halaman`: page of the list, from 1; `berkas`: the file it was found in."""

    nomor: str
    nama: str
    jabatan: str
    unit_kerja: str
    kategori: str
    status: str
    kode_instansi: str
    instansi: str
    tahap: str
    edisi: int
    tanggal: date
    halaman: int
    berkas: str


class _List(Struct, frozen=True, kw_only=True):
    format: str
    instansi: InstansiPublik
    tahap: str
    edisi: int
    tanggal: date
    daftar: tuple[Orang, ...]


_decoder = msgspec.json.Decoder(_List)


def search_offline(folder: Path, text: str, *, limit: int | None = None) -> list[Hit]:
    """People of the newest edition of each instansi below `folder` (or in the file `folder`) whose name answers `text`.

    Best first, in a stable order. Raises BuildRefused when there is no edition or one cannot be read.
    """
    lists = sorted(_newest_lists(folder), key=lambda it: (it[1].instansi.nama.casefold(), it[1].instansi.kode))
    for query in readings(text):
        hits = sorted(
            (
                found
                for order, (path, edition) in enumerate(lists)
                for found in _matches(query, text, path, edition, order)
            ),
            key=lambda it: it[0],
        )
        if hits:
            return [hit for _, hit in hits[:limit]]
    return []


Rank = tuple[int, str, int, str]


def _matches(query: list[str], text: str, path: Path, edition: _List, order: int) -> Iterator[tuple[Rank, Hit]]:
    number = text.strip().upper()
    for row, person in enumerate(edition.daftar):
        if person.nomor.upper() == number:
            rank, name = 0, list[str]()
        else:
            folded = fold(person.nama)
            if not query or not all(word in folded for word in query):
                continue
            name = words(person.nama)
            rank = score(query, name)
            if rank < 0:
                continue
        yield (rank, " ".join(name), order, person.nomor), _hit(path, edition, person, row)


def _hit(path: Path, edition: _List, person: Orang, row: int) -> Hit:
    return Hit(
        nomor=person.nomor,
        nama=person.nama,
        jabatan=person.jabatan,
        unit_kerja=person.unit_kerja,
        kategori=person.kategori,
        status=person.status,
        kode_instansi=edition.instansi.kode,
        instansi=edition.instansi.nama,
        tahap=edition.tahap,
        edisi=edition.edisi,
        tanggal=edition.tanggal,
        halaman=row // PAGE_ROWS + 1,
        berkas=str(path),
    )


def _newest_lists(folder: Path) -> list[tuple[Path, _List]]:
    newest: dict[str, tuple[Path, _List]] = {}
    for path in _edition_files(folder):
        try:
            edition = _decoder.decode(path.read_bytes())
        except (OSError, msgspec.DecodeError, UnicodeDecodeError):
            edition = None
        if edition is None or edition.format != FORMAT:
            raise BuildRefused("Berkas edisi rusak atau bukan pengumuman/1.", where=str(path), to_do="Ambil ulang.")
        known = newest.get(edition.instansi.kode)
        if known is None or known[1].edisi < edition.edisi:
            newest[edition.instansi.kode] = (path, edition)
    if not newest:
        raise BuildRefused(
            "Tidak ada pengumuman di sini.", where=str(folder), to_do="Tunjuk folder terbitan atau folder situs."
        )
    return list(newest.values())


def _edition_files(folder: Path) -> list[Path]:
    if folder.is_file():
        return [folder]
    stages = ("prafinalisasi", "final")
    found = [path for stage in stages for path in folder.glob(f"*/*-{stage}.json")]
    found += [path for stage in stages for path in folder.glob(f"*-{stage}.json")]
    found += [
        *folder.glob("instansi/*/*/pengumuman.json"),
        *folder.glob("*/pengumuman.json"),
        *folder.glob("pengumuman.json"),
    ]
    return sorted(set(found))
