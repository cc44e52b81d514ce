"""Search by going through editions row by row: a workspace, downloaded files, a site of one instansi. The measure of the tree."""

from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path

import msgspec
from msgspec import Struct

from registry.edition.types import FORMAT, InstansiPublik, Orang
from site_builder.errors import BuildRefused
from site_builder.paging import PAGE_ROWS
from site_builder.search.hits import Filters, Hit, Whence, hit_of
from site_builder.search.key import readings
from site_builder.search.near import SHORTEST
from site_builder.search.phonetics import answers, meanings, spoken, word_key
from site_builder.search.query import Match, answers_nearly, match
from site_builder.search.row import Row


class _List(Struct, frozen=True, kw_only=True):
    format: str
    instansi: InstansiPublik
    tahap: str
    edisi: int
    tanggal: date
    daftar: tuple[Orang, ...]


_decoder = msgspec.json.Decoder(_List)
Listed = tuple[Path, _List]


def search_editions(folder: Path, text: str, filters: Filters) -> list[Hit]:
    """People of the newest edition of each instansi below `folder` (or in the file `folder`) whose name answers `text`, best first.

    Raises BuildRefused when there is no edition or one cannot be read.
    """
    lists = {edition.instansi.kode: (path, edition) for path, edition in newest_lists(folder)}
    rows = [row for path, edition in lists.values() for row in _rows(edition)]
    wanted = {kode for kode, (_, it) in lists.items() if _takes(filters, it)}
    return [
        _hit(found, *lists[found.kode])
        for found in sorted(_found(rows, text))
        if found.kode in wanted and filters.takes_row(found.row.unit, found.row.kategori)
    ]


def _found(rows: Sequence[Row], text: str) -> list[Match]:
    number = text.strip().upper()
    numbered = [row for row in rows if row.nomor.upper() == number]
    if numbered:
        return [match(row, ()) for row in numbered]
    for query in readings(text):
        for meaning in meanings(query):
            named = [match(row, query) for row in rows if answers(meaning, row.kunci)]
            if named:
                return named
    query = readings(text)[0]
    typed = [word for word in spoken(query) if word_key(word)]
    if not any(len(word) >= SHORTEST for word in typed):
        return []
    return [match(row, query, corrected=True) for row in rows if answers_nearly(typed, row)]


def _rows(edition: _List) -> Iterator[Row]:
    for at, it in enumerate(edition.daftar):
        page = at // PAGE_ROWS + 1
        yield Row(it.nama, it.nomor, it.unit_kerja, it.jabatan, it.status, it.kategori, page, edition.instansi.kode)


def _takes(filters: Filters, edition: _List) -> bool:
    instansi = edition.instansi
    return filters.takes_agency(instansi.kode, instansi.nama, instansi.wilayah, edition.tahap)


def _hit(found: Match, path: Path, edition: _List) -> Hit:
    instansi = edition.instansi
    whence = Whence(
        instansi=instansi.nama,
        wilayah=instansi.wilayah,
        tahap=edition.tahap,
        edisi=edition.edisi,
        tanggal=edition.tanggal,
        alamat="",
        berkas=str(path),
    )
    return hit_of(found, whence)


def newest_lists(folder: Path) -> list[Listed]:
    """The newest edition of each instansi with its file. Raises BuildRefused."""
    newest: dict[str, Listed] = {}
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
