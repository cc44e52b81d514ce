"""People -> Edition. The only place where a private record becomes a public row.

What is not copied here field by field is not published. No files, no clock: the caller gives every moment.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date, datetime
from typing import Final
from unicodedata import category, normalize

from registry.edition.types import Edition, InstansiPublik, Jumlah, Jurnal, Orang, SptjmPublik, UjiPublikPublik
from registry.errors import GatesClosed
from registry.model.codes import Kategori, StatusPegawai, Syarat, Tahap
from registry.model.instansi import Instansi, Sptjm
from registry.model.pegawai import Pegawai
from registry.periode.types import Periode
from registry.publication.recap import few_changes, private_tables_withheld, recap

_NOT_LISTED: Final = frozenset({StatusPegawai.DICORET, StatusPegawai.DIKEMBALIKAN})
_INVISIBLE: Final = frozenset({"Cc", "Cf", "Co", "Cs", "Cn"})


def freeze(  # noqa: PLR0913  (what an edition consists of)
    instansi: Instansi,
    people: Iterable[Pegawai],
    *,
    periode: Periode,
    tahap: Tahap,
    edisi: int,
    nomor: str,
    tanggal: date,
    terbit: datetime,
    jurnal: Jurnal,
    sebelumnya: str = "",
    sptjm: Sptjm | None = None,
    earlier: Sequence[Edition] = (),
) -> Edition:
    """The announcement of the listed people among `people` (see `is_listed`), sorted by registration number.

    instansi: as it will be after the step, with its window. nomor, tanggal: of the announcement letter. terbit: with zone, kept
    to the second. sebelumnya: fingerprint of the edition before, empty for the first. earlier: the agency's editions so far;
    when only few people came or went since one of them, the private tables of the recap are withheld (see `recap`).
    Raises GatesClosed when the window is not set or a listed person has neither a proposed nor a decided status.
    """
    window = _window(instansi)
    chosen = _listed(people)
    daftar = tuple(_public(person) for person in chosen)
    rekap = recap(chosen, periode)
    return Edition(
        periode=periode.kode,
        instansi=_instansi(instansi),
        tahap=tahap.value,
        edisi=edisi,
        nomor=public_text(nomor),
        tanggal=tanggal,
        uji_publik=window,
        terbit=terbit.replace(microsecond=0),
        jurnal=jurnal,
        sebelumnya=sebelumnya,
        sptjm=_sptjm(sptjm),
        rekap=private_tables_withheld(rekap) if few_changes(daftar, earlier) else rekap,
        jumlah=count(daftar),
        daftar=daftar,
    )


def public_rows(people: Iterable[Pegawai]) -> tuple[Orang, ...]:
    """The rows of the list, sorted by registration number. Raises GatesClosed when a listed person has no status yet."""
    chosen = _listed(people)
    return tuple(_public(person) for person in chosen)


def is_listed(person: Pegawai) -> bool:
    """Everybody is announced but those crossed out and those sent back to their unit."""
    return person.status not in _NOT_LISTED


def public_text(text: str) -> str:
    """NFC, one blank for any run of blanks and line breaks, no control or invisible characters."""
    if text.isascii() and text.isprintable():
        return " ".join(text.split())
    kept = (" " if char.isspace() or category(char) == "Cc" else char for char in normalize("NFC", text))
    return " ".join("".join(char for char in kept if category(char) not in _INVISIBLE).split())


def count(daftar: Iterable[Orang]) -> Jumlah:
    """The totals of a list."""
    seen = Counter((row.kategori, row.status) for row in daftar)
    return Jumlah(
        semua=seen.total(),
        thk_ii=sum(n for (kategori, _), n in seen.items() if kategori == Kategori.THK_II),
        non_asn=sum(n for (kategori, _), n in seen.items() if kategori == Kategori.NON_ASN),
        ms=sum(n for (_, status), n in seen.items() if status == Syarat.MS),
        tms=sum(n for (_, status), n in seen.items() if status == Syarat.TMS),
    )


def _listed(people: Iterable[Pegawai]) -> list[Pegawai]:
    chosen = sorted((person for person in people if is_listed(person)), key=lambda person: person.nomor)
    undecided = [person.nomor for person in chosen if person.syarat_berlaku is None]
    if undecided:
        some = ", ".join(undecided[:5]) + (" ..." if len(undecided) > 5 else "")
        raise GatesClosed(
            "Daftar belum dapat dibekukan:",
            [f"{len(undecided)} orang belum diputuskan MS atau TMS ({some})."],
            to_do="Putuskan syarat setiap orang, lalu ulangi.",
        )
    return chosen


def _public(person: Pegawai) -> Orang:
    return Orang(
        nomor=person.nomor,
        nama=public_text(person.nama),
        jabatan=public_text(person.jabatan),
        unit_kerja=public_text(person.unit_kerja),
        kategori=person.kategori.value,
        status=person.syarat_berlaku.value if person.syarat_berlaku else "",
    )


def _instansi(instansi: Instansi) -> InstansiPublik:
    return InstansiPublik(
        kode=instansi.kode,
        nama=public_text(instansi.nama),
        jenis=instansi.jenis.value,
        wilayah=public_text(instansi.wilayah),
        zona=instansi.zona,
        alamat_masukan=public_text(instansi.alamat_masukan),
    )


def _window(instansi: Instansi) -> UjiPublikPublik:
    if instansi.uji_publik is None:
        raise GatesClosed(
            "Daftar belum dapat dibekukan:",
            ["masa uji publik belum ditetapkan."],
            where=instansi.nama,
            to_do="Tetapkan awal dan akhir masa uji publik.",
        )
    return UjiPublikPublik(instansi.uji_publik.mulai, instansi.uji_publik.selesai)


def _sptjm(sptjm: Sptjm | None) -> SptjmPublik | None:
    return SptjmPublik(nomor=public_text(sptjm.nomor), tanggal=sptjm.tanggal, sha256=sptjm.pindaian) if sptjm else None
