"""The questions of the inbox: recording, filtering, deciding, writing answers."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path

from registry.desk.alasan import Alasan, for_masukan
from registry.desk.pegawai import check_fields
from registry.model.codes import JenisMasukan
from registry.model.masukan import Masukan
from registry.periode.types import Periode
from tui.dialogs.fields import Field, Fields
from tui.dialogs.reason import REASON, Reasoned, ready
from tui.inbox import BELUM, PUTUS, InboxFilter
from tui.moments import read_day
from tui.words import number

ANY = "-"
Answers = Mapping[str, str]


def ask_usulan(draft: Answers) -> Fields:
    """Return the question for a proposal. draft: what was typed when it could not be written, here and below."""
    fields = [
        Field("nama", "Nama yang diusulkan", required=True),
        Field("isi", "Isi usulan", required=True),
        Field("nik", "NIK"),
        Field("unit_kerja", "Unit kerja"),
        Field("jabatan", "Jabatan"),
        Field("pelapor", "Nama pengusul"),
        Field("kontak", "Kontak pengusul"),
    ]
    return Fields("Catat usulan", _filled(fields, draft))


def ask_sanggahan(draft: Answers) -> Fields:
    """Return the question for an objection."""
    fields = [
        Field("nomor_pegawai", "Nomor yang disanggah", hint="lihat kolom Nomor di daftar pegawai", required=True),
        Field("isi", "Isi sanggahan", required=True),
        Field("pelapor", "Nama penyanggah"),
        Field("kontak", "Kontak penyanggah"),
    ]
    return Fields("Catat sanggahan", _filled(fields, draft))


def ask_filter(wanted: InboxFilter) -> Fields:
    """Return the question for filters, filled with those in force."""
    jenis = (("Usulan dan sanggahan", ANY), *((one.capitalize(), str(one)) for one in JenisMasukan))
    status = (("Semua", ANY), ("Belum diputus", BELUM), ("Sudah diputus", PUTUS))
    tenggat = (("Semua", ANY), ("Segera atau lewat", "segera"), ("Lewat tenggat", "lewat"))
    fields = [
        Field("jenis", "Jenis", wanted.jenis or ANY, choices=jenis),
        Field("status", "Status", wanted.status or ANY, choices=status),
        Field("tenggat", "Tenggat", wanted.tenggat or ANY, choices=tenggat),
    ]
    return Fields("Saring kotak masuk", fields, yes="Saring")


def filter_from(answer: dict[str, str], words: str) -> InboxFilter:
    """Return the filter that was answered."""
    chosen = {name: "" if value == ANY else value for name, value in answer.items()}
    return InboxFilter(words, chosen["status"], chosen["jenis"], chosen["tenggat"])


def ask_grant(row: Masukan, alasan: Alasan, draft: Answers, periode: Periode) -> Reasoned:
    """Return the question before granting; for an usulan it asks for the person's data and says what is wrong with them."""
    text, fields = "Orang yang disanggah dicoret dari daftar.", list[Field]()
    if row.jenis is JenisMasukan.USULAN:
        text = "Orang ini dicatat sebagai draf. Lengkapi datanya kemudian di daftar pegawai."
        fields = [
            Field("nik", "NIK", row.nik, required=True),
            Field("nama", "Nama", row.nama, required=True),
            Field("tanggal_lahir", "Tanggal lahir", hint="17-08-1990", required=True),
            Field("unit_kerja", "Unit kerja", row.unit_kerja),
            Field("jabatan", "Jabatan", row.jabatan),
        ]
    sentences = ready(alasan.get(for_masukan(row.jenis, granted=True), ()))
    title = f"Kabulkan {row.jenis} {row.tanda_terima}?"
    asked = _filled([*fields, REASON], draft)
    check = partial(_check_person, periode) if fields else None
    return Reasoned(title, sentences, fields=asked, text=text, yes="Kabulkan", check=check)


def ask_refusal(row: Masukan, alasan: Alasan, draft: Answers) -> Reasoned:
    """Return the question before refusing."""
    sentences = ready(alasan.get(for_masukan(row.jenis, granted=False), ()))
    title, asked = f"Tolak {row.jenis} {row.tanda_terima}?", _filled([REASON], draft)
    return Reasoned(title, sentences, fields=asked, text=row.isi, yes="Tolak", danger=True)


def ask_answers(rows: Sequence[Masukan], today: str, folder: Path) -> Fields:
    """Return the question for number, date and folder of the answers."""
    fields = [
        Field("nomor", "Nomor surat", hint="boleh kosong; diisi tangan"),
        Field("tanggal", "Tanggal surat", today, required=True),
        Field("folder", "Folder", str(folder), required=True),
    ]
    about = rows[0].tanda_terima if len(rows) == 1 else f"{number(len(rows))} tanda terima"
    text = f"Satu berkas PDF bagi tiap surat: jawaban-<tanda terima>.pdf; yang bernama sama diganti. Untuk {about}."
    return Fields("Tulis surat jawaban", fields, text=text, yes="Tulis", check=_check_answers)


def _filled(fields: Sequence[Field], draft: Answers) -> list[Field]:
    return [replace(field, value=draft.get(field.name, field.value)) for field in fields]


def _check_person(periode: Periode, values: dict[str, str]) -> str:
    said = {name: text for name, text in values.items() if name != REASON.name and text}
    return " ".join(finding.pesan for finding in check_fields(said, periode).halangan)


def _check_answers(values: dict[str, str]) -> str:
    if read_day(values["tanggal"]) is None:
        return "Tanggal surat tidak terbaca; tulis misalnya 07-10-2022."
    if not Path(values["folder"]).expanduser().is_dir():
        return "Folder itu tidak ada."
    return ""
