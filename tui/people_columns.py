"""Columns of the table of people."""

from registry.model.pegawai import PegawaiRingkas
from registry.workflow.names import STATUS_PEGAWAI
from tui.widgets.columns import Column, Tone
from tui.words import KATEGORI, STATUS_TONE, SYARAT, number


def _syarat(row: PegawaiRingkas) -> str:
    word = SYARAT[row.syarat_berlaku][0]
    return word if row.syarat or row.syarat_usulan is None else f"{word} (usul)"


def _tone(row: PegawaiRingkas) -> Tone:
    return SYARAT[row.syarat_berlaku][1]


COLUMNS: tuple[Column[PegawaiRingkas], ...] = (
    Column("nama", "Nama", lambda row: row.nama, width=20, grow=2),
    Column("nik", "NIK", lambda row: row.nik, width=16, from_width=94),
    Column("jabatan", "Jabatan", lambda row: row.jabatan, width=16, grow=2, from_width=112),
    Column("unit_kerja", "Unit kerja", lambda row: row.unit_kerja, width=23, grow=2, ends=True),
    Column("kategori", "Kategori", lambda row: KATEGORI[row.kategori], width=8, from_width=124),
    Column("status", "Status", lambda row: STATUS_PEGAWAI[row.status], width=13, tone=lambda row: STATUS_TONE[row.status]),
    Column("syarat", "Syarat", _syarat, width=10, tone=_tone),
    Column(
        "temuan", "Temuan", lambda row: number(len(row.temuan)) if row.temuan else "", width=6, right=True,
        tone=lambda _: "warn", sort=lambda row: len(row.temuan),
    ),
    Column("nomor", "Nomor", lambda row: row.nomor, width=13, from_width=138),
)  # fmt: skip
