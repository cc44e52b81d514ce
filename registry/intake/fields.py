"""From a cell to the fields it fills: one reader per column, made once for a table and asked once per different value.

A reading is (assignments, findings). An assignment is (field, value); an empty cell assigns nothing.
"""

import re
from collections.abc import Callable
from datetime import date
from functools import partial
from typing import Any

from registry.intake.columns import BIRTH, BIRTH_PARTS, IGNORED, MARKED_L, MARKED_P, NUMBERING, THK
from registry.intake.sheets import Cell, CellError, cell_text
from registry.model.codes import JenisKelamin, Kategori
from registry.model.finding import Finding
from registry.normalise.dates import read_date, read_end, read_start, split_place, usual_date
from registry.normalise.names import is_plain_name, split_titles
from registry.normalise.text import clean
from registry.normalise.values import (
    is_empty,
    is_formula_error,
    read_aktif,
    read_email,
    read_jenis_kelamin,
    read_kategori,
    read_nomor_hp,
    read_nomor_kk,
    read_nomor_thk_ii,
    read_pendidikan,
    read_sumber_gaji,
)

Reading = tuple[tuple[tuple[str, Any], ...], tuple[Finding, ...]]
Reader = Callable[[Cell], Reading]
Glance = Callable[[str], Any]
NOTHING: Reading = ((), ())
OTHER_PHONE = "nomor_hp_lain"
# What makes a text a formula when a program reads it; the reject file puts an apostrophe before it.
FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")

# Read for the row as a whole or not at all.
UNREAD = frozenset({NUMBERING, IGNORED, "nip", "masa_kerja", "nominal_gaji", "jurusan", "nik", *BIRTH_PARTS})
_DATES = frozenset({"tanggal_lulus", "tanggal_sk"})
_PLAIN = {
    "nomor_hp": re.compile(r"08[0-9]{8,12}"),
    "email": re.compile(r"[a-z0-9][a-z0-9._-]*@(?:[a-z0-9-]+\.)+[a-z]{2,}"),
}
_PLAIN_TEXT = re.compile(r"[A-Za-z0-9](?: ?[!-~]){12,}")
_NO = frozenset({"tidak", "tdk", "n", "no", "non", "tidak aktif", "nonaktif", "non aktif", "false", "bukan", "x", "0"})


class Readers:
    """The readers of one table. epoch1904: bare serial dates count from 1904. paling_akhir: a later birth is in the future."""

    def __init__(self, *, epoch1904: bool, paling_akhir: date) -> None:
        self.epoch1904 = epoch1904
        self.paling_akhir = paling_akhir
        self.special: dict[str, Reader] = {
            "nama": _nama,
            "tanggal_lahir": self._tanggal_lahir,
            BIRTH: self._ttl,
            "tanggal_mulai": self._tanggal_mulai,
            "tanggal_akhir": self._tanggal_akhir,
            THK: _thk_ii,
            "nomor_thk_ii": _thk_ii,
            "nomor_kk": _nomor_kk,
            "pendidikan": _pendidikan,
            "keterangan": _keterangan,
            "aktif": _aktif,
            MARKED_L: partial(_marked, JenisKelamin.L),
            MARKED_P: partial(_marked, JenisKelamin.P),
            "jenis_kelamin": partial(_coded, "jenis_kelamin", read_jenis_kelamin),
            "sumber_gaji": partial(_coded, "sumber_gaji", read_sumber_gaji),
            "nomor_hp": _nomor_hp,
            "email": partial(_coded, "email", read_email),
        }

    def reader(self, field: str) -> Reader:
        """The reader of a column; failed formulas are told, not read."""
        special = self.special.get(field)
        if special is None:
            special = partial(self._tanggal, field) if field in _DATES else partial(_text, field)
        return partial(_guarded, field, special)

    def glance(self, field: str) -> Glance:
        """What the reader gives for a cell in the usual form, about which there is nothing to say; None: the reader must look.

        Most cells of the columns in which every cell is another one are in the usual form; the reader takes four times as long.
        """
        if field == "nama":
            return _plain_name
        if field == "tanggal_lahir":
            return partial(usual_date, paling_akhir=self.paling_akhir)
        if field in _DATES:
            return usual_date
        plain = _PLAIN.get(field) if field in self.special else _PLAIN_TEXT
        return partial(_matching, plain.fullmatch) if plain else _not_at_a_glance

    def _tanggal(self, field: str, cell: Cell) -> Reading:
        if isinstance(cell, str) and is_empty(cell):
            return NOTHING
        reading = read_date(cell, epoch1904=self.epoch1904, kolom=field)
        if (
            reading.tanggal is None
            and field == "tanggal_lulus"
            and _only(reading.findings, "tanggal-lulus-tidak-lengkap")
        ):
            return NOTHING  # A year is what most units know of a diploma.
        return _assign(field, reading.tanggal, reading.findings)

    def _tanggal_lahir(self, cell: Cell) -> Reading:
        reading = read_date(cell, epoch1904=self.epoch1904, paling_akhir=self.paling_akhir)
        assigned, findings = _assign("tanggal_lahir", reading.tanggal, reading.findings)
        return (*assigned, *((("tempat_lahir", reading.tempat),) if reading.tempat else ())), findings

    def _ttl(self, cell: Cell) -> Reading:
        """Place and date ("Pekalongan, 8 Februari 1992"), only the date, or only the place."""
        if isinstance(cell, str) and not any(c.isdigit() for c in cell) and not is_empty(cell):
            return (("tempat_lahir", clean(cell).strip(" ,")),), ()
        if isinstance(cell, str):
            place, rest = split_place(cell)
            if place and rest:
                assigned, findings = self._tanggal_lahir(rest)
                return (("tempat_lahir", place), *assigned), findings
        return self._tanggal_lahir(cell)

    def _tanggal_mulai(self, cell: Cell) -> Reading:
        if isinstance(cell, str) and is_empty(cell):
            return NOTHING
        span = read_start(cell, epoch1904=self.epoch1904)
        assigned = (("tanggal_mulai", span.mulai),) if span.mulai else ()
        ending = (("tanggal_akhir", span.akhir),) if span.akhir else ()
        return (*assigned, *ending), span.findings

    def _tanggal_akhir(self, cell: Cell) -> Reading:
        if isinstance(cell, str) and is_empty(cell):
            return NOTHING
        reading = read_end(cell, epoch1904=self.epoch1904)
        return _assign("tanggal_akhir", reading.tanggal, reading.findings)


def _plain_name(cell: str) -> str | None:
    return cell if is_plain_name(cell) else None


def _matching(fullmatch: Callable[[str], re.Match[str] | None], cell: str) -> str | None:
    return cell if fullmatch(cell) else None


def _not_at_a_glance(cell: str) -> None:
    """A column of codes: each different cell is read once anyway."""


def _guarded(field: str, reader: Reader, cell: Cell) -> Reading:
    if cell.__class__ is str:
        if cell[0] == "'" and cell[1:2] in FORMULA_STARTS:
            return reader(cell[1:])
        if cell[0] != "#" or not is_formula_error(cell):
            return reader(cell)
    elif not isinstance(cell, CellError):
        return reader(cell)
    return (), (formula_finding(field, cell),)


def formula_finding(field: str, cell: Cell) -> Finding:
    """A cell whose formula failed or was never computed."""
    shown = cell_text(cell)
    if shown.startswith("#"):
        return Finding("galat-rumus", field, shown, f"Sel berisi galat rumus ({shown}). Ketik isinya.")
    pesan = (
        "Sel berisi rumus yang belum dihitung. Buka berkas di program lembar kerja, simpan ulang, atau ketik isinya."
    )
    return Finding("rumus-tanpa-nilai", field, shown, pesan)


def _only(findings: tuple[Finding, ...], kode: str) -> bool:
    return len(findings) == 1 and findings[0].kode == kode


def _assign(field: str, value: object, findings: tuple[Finding, ...]) -> Reading:
    return ((field, value),) if value is not None else (), findings


def _text(field: str, cell: Cell) -> Reading:
    text = clean(cell_text(cell))
    return NOTHING if is_empty(text) else (((field, text),), ())


def _coded(field: str, read: Callable[[str], tuple[Any, tuple[Finding, ...]]], cell: Cell) -> Reading:
    value, findings = read(cell_text(cell))
    return _assign(field, value, findings)


def _marked(jenis_kelamin: JenisKelamin, cell: Cell) -> Reading:
    """A tick, a 1, an L: any mark in the column of one sex."""
    return NOTHING if is_empty(cell_text(cell)) else ((("jenis_kelamin", jenis_kelamin),), ())


def _nama(cell: Cell) -> Reading:
    reading = split_titles("" if isinstance(cell, bool) else cell_text(cell))
    pairs = (("nama", reading.nama), ("gelar_depan", reading.gelar_depan), ("gelar_belakang", reading.gelar_belakang))
    return tuple([pair for pair in pairs if pair[1]]), reading.findings


def _pendidikan(cell: Cell) -> Reading:
    text = clean(cell_text(cell))
    value, findings = read_pendidikan(text)
    if is_empty(text):
        return NOTHING
    return _assign("pendidikan", value, findings)


def _thk_ii(cell: Cell) -> Reading:
    text = cell_text(cell)
    if is_empty(text):
        return NOTHING
    kategori, findings = read_kategori(text)
    nomor, _ = read_nomor_thk_ii(text) if kategori is Kategori.THK_II else ("", ())
    return (
        *((("kategori", kategori),) if kategori else ()),
        *((("nomor_thk_ii", nomor),) if nomor else ()),
    ), findings


def _nomor_hp(cell: Cell) -> Reading:
    """The first number; of several, the others go to the remarks instead of a finding: nothing is wrong and nothing is lost."""
    text = cell_text(cell)
    value, findings = read_nomor_hp(text)
    if _only(findings, "nomor-hp-ganda"):
        return (("nomor_hp", value), (OTHER_PHONE, clean(text))), ()
    return _assign("nomor_hp", value, findings)


def _nomor_kk(cell: Cell) -> Reading:
    if not isinstance(cell, str):
        pesan = "Sel KK bertipe angka sehingga angka ke-16 hilang. Ubah kolom menjadi Teks, lalu ketik ulang."
        return (), (Finding("kk-dari-angka", "nomor_kk", cell_text(cell), pesan),)
    value, findings = read_nomor_kk(cell)
    return _assign("nomor_kk", value, findings)


def _keterangan(cell: Cell) -> Reading:
    text = clean(cell_text(cell))
    if is_empty(text):
        return NOTHING
    aktif, findings = read_aktif(text)
    return (("keterangan", text), *((("aktif", aktif),) if aktif is not None else ())), findings


def _aktif(cell: Cell) -> Reading:
    text = clean(cell_text(cell))
    if text.casefold().strip(" .") in _NO:
        pesan = (
            "Menurut kolom status, orang ini tidak lagi bekerja di sini. Periksa; bila benar, coret dengan alasannya."
        )
        return (("aktif", False),), (Finding("keterangan-tidak-aktif", "aktif", text, pesan),)
    aktif, findings = read_aktif("ya" if text == "TRUE" else text)
    return _assign("aktif", aktif, findings)
