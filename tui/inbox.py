"""Searching and filtering the inbox in memory. Plain functions on plain rows: no widgets, no store."""

from collections.abc import Sequence
from dataclasses import dataclass

from registry.desk.tenggat_masukan import Mendesak, Tenggat
from registry.model.codes import JenisMasukan, StatusMasukan
from registry.model.masukan import Masukan
from tui.words import number

BELUM, PUTUS = "belum", "putus"
PRESSING = {"lewat": (Mendesak.LEWAT,), "segera": (Mendesak.LEWAT, Mendesak.SEGERA)}
_SAID = {
    BELUM: "belum diputus",
    PUTUS: "sudah diputus",
    "lewat": "lewat tenggat",
    "segera": "segera atau lewat tenggat",
}


@dataclass(frozen=True, slots=True)
class Entry:
    """One usulan or sanggahan, and until when it is to be decided."""

    masukan: Masukan
    tenggat: Tenggat


@dataclass(frozen=True, slots=True)
class InboxFilter:
    """What to show. Empty means everything. status: `belum`, `putus`; tenggat: `lewat`, `segera` (the overdue included)."""

    words: str = ""
    status: str = ""
    jenis: str = ""
    tenggat: str = ""


def mask_of(entries: Sequence[Entry], wanted: InboxFilter) -> bytes:
    """Return one truth value per entry."""
    words = wanted.words.casefold().split()
    return bytes(_fits(entry, wanted) and _holds(entry.masukan, words) for entry in entries)


def describe(wanted: InboxFilter) -> str:
    """`usulan, belum diputus`: the filters in words, the search aside; empty when everything is shown."""
    return ", ".join(_SAID.get(part, part) for part in (wanted.jenis, wanted.status, wanted.tenggat) if part)


def counts(entries: Sequence[Entry], shown: int) -> str:
    """How many are shown, undecided, overdue and due soon."""
    undecided = [entry for entry in entries if is_open(entry.masukan)]
    late = sum(entry.tenggat.mendesak is Mendesak.LEWAT for entry in undecided)
    soon = sum(entry.tenggat.mendesak is Mendesak.SEGERA for entry in undecided)
    parts = [f"{number(shown)} tampak", f"{number(len(undecided))} belum diputus"]
    parts += [f"{number(count)} {word}" for count, word in ((late, "lewat tenggat"), (soon, "segera")) if count]
    return ", ".join(parts)


def is_open(masukan: Masukan) -> bool:
    """Not decided yet."""
    return masukan.status is StatusMasukan.DITERIMA_MASUK


def _fits(entry: Entry, wanted: InboxFilter) -> bool:
    if wanted.status and (wanted.status == BELUM) != is_open(entry.masukan):
        return False
    if wanted.jenis and entry.masukan.jenis is not JenisMasukan(wanted.jenis):
        return False
    return not wanted.tenggat or entry.tenggat.mendesak in PRESSING[wanted.tenggat]


def _holds(one: Masukan, words: Sequence[str]) -> bool:
    parts = (one.tanda_terima, one.nama, one.isi, one.unit_kerja, one.jabatan, one.pelapor, one.nik, one.nomor_pegawai)
    text = " ".join(parts).casefold()
    return all(word in text for word in words)
