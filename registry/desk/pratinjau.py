"""Before an announcement: what the public would see, what stays hidden, and what the publication gate would find. Writes nothing."""

from collections.abc import Callable, Iterator, Sequence
from datetime import date
from pathlib import Path

from msgspec import Struct

from registry.desk.tahap import preview
from registry.desk.terbitan import secrets_of
from registry.edition.canonical import encode_edition
from registry.edition.types import Edition, Orang, Rekap
from registry.model.act import Act
from registry.model.instansi import UjiPublik
from registry.normalise.text import format_number
from registry.periode.types import Periode
from registry.publication.inspect import inspect_bytes
from registry.publication.secrets import Secrets
from registry.store.store import Store

Progress = Callable[[int, int], None]
_PIECE = 500
_ENOUGH = 200
_SEARCHED = ("nama", "jabatan", "unit_kerja")
_TABLES = {
    "unit_kerja": "Unit kerja",
    "jabatan": "Jabatan",
    "pendidikan": "Pendidikan",
    "jenis_kelamin": "Jenis kelamin",
    "kelompok_usia": "Kelompok usia",
    "masa_kerja": "Masa kerja",
    "sumber_gaji": "Sumber gaji",
}


class Draft(Struct, frozen=True, kw_only=True):
    """An announcement that is being prepared: its window, the number and date of its letter."""

    uji_publik: UjiPublik
    nomor: str
    tanggal: date


class Place(Struct, frozen=True, kw_only=True):
    """Private data the public would see: where and of what kind, never the data itself.

    nomor, nama, kolom: whose record to correct and which field; empty when it is not in the list.
    """

    tempat: str
    jenis: str
    nomor: str = ""
    nama: str = ""
    kolom: str = ""


def draft_edition(store: Store, terbitan: Path, periode: Periode, act: Act, draft: Draft) -> Edition:
    """The edition as it would leave now. Raises GatesClosed when somebody has no status."""
    return preview(store, terbitan, periode, act, uji_publik=draft.uji_publik, nomor=draft.nomor, tanggal=draft.tanggal)


def recap_lines(rekap: Rekap) -> Iterator[str]:
    """What of the recap the public sees: how many numbers of each table, how many of them hidden, which tables not at all."""
    withheld: list[str] = []
    for name, label in _TABLES.items():
        cells = getattr(rekap, name)
        hidden = sum(cell.jumlah is None for cell in cells)
        if cells:
            told = f"{format_number(hidden)} disembunyikan" if hidden else "semua ditunjukkan"
            yield f"{label}: {format_number(len(cells))} angka, {told}"
        else:
            withheld.append(label.casefold())
    if withheld:
        yield f"Tidak ditunjukkan, agar orangnya tidak dikenali: {', '.join(withheld)}"


def search_draft(  # noqa: PLR0913  (what is published, by whom, and who watches)
    store: Store, terbitan: Path, periode: Periode, act: Act, draft: Draft, *, progress: Progress
) -> tuple[Place, ...]:
    """What the publication gate would find in the list and its letter, at most 200 places. Nobody's data is repeated.

    First row by row, so that each place names a person and a field; then both files whole, as the gate itself does. progress hears
    (pieces done, pieces in all) and may raise to stop.
    """
    from registry.letters.announcement import announcement_pdf  # noqa: PLC0415  (fpdf2 takes two seconds)

    edition = draft_edition(store, terbitan, periode, act, draft)
    secrets = secrets_of(store, store.instansi, (draft.tanggal, *(letter.tanggal for letter in periode.dasar)))
    pieces = range(0, len(edition.daftar), _PIECE)
    everything = len(pieces) + 3
    found: list[Place] = []
    for done, start in enumerate(pieces):
        progress(done, everything)
        found += _in_rows(edition.daftar[start : start + _PIECE], secrets)
    progress(len(pieces), everything)
    letter = announcement_pdf(edition, store.instansi, periode)
    for done, (name, data) in enumerate((("pengumuman.pdf", letter), ("pengumuman.json", encode_edition(edition))), 1):
        progress(len(pieces) + done, everything)
        if not found:
            found += (Place(tempat=leak.tempat, jenis=leak.jenis) for leak in inspect_bytes(name, data, secrets))
    progress(everything, everything)
    return tuple(found[:_ENOUGH])


def _in_rows(rows: Sequence[Orang], secrets: Secrets) -> Iterator[Place]:
    """A clean piece is searched once; only the others field by field."""
    text = "\n".join(getattr(row, name) for row in rows for name in _SEARCHED)
    if not inspect_bytes("daftar", text.encode(), secrets):
        return
    for row in rows:
        for name in _SEARCHED:
            for leak in inspect_bytes("daftar", getattr(row, name).encode(), secrets):
                label = name.replace("_", " ")
                yield Place(
                    tempat=f"{row.nomor}, kolom {label}", jenis=leak.jenis, nomor=row.nomor, nama=row.nama, kolom=label
                )
