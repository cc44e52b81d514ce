"""The questions of the inbox: recording, filtering, writing answers. Those before a decision stand in `putusan`."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from registry.model.codes import JenisMasukan
from registry.model.masukan import Masukan
from registry.normalise.moments import read_day
from tui.dialogs.fields import Field, Fields
from tui.inbox import BELUM, PUTUS, InboxFilter
from tui.words import number

ANY = "-"
Answers = Mapping[str, str]


def ask_usulan(draft: Answers) -> Fields:
    """Return the question for a proposal. draft: what was typed when it could not be written, here and below."""
    fields = [
        Field("nama", "Nama yang diusulkan", required=True),
        Field("isi", "Isi usulan", required=True),
        Field("nik", "NIK"),
        Field("tanggal_lahir", "Tanggal lahir", hint="17-08-1990; diperlukan untuk mengabulkan"),
        Field("unit_kerja", "Unit kerja"),
        Field("jabatan", "Jabatan"),
        Field("pelapor", "Nama pengusul"),
        Field("kontak", "Kontak pengusul"),
    ]
    return Fields("Catat usulan", _filled(fields, draft), check=_check_birth)


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


def _check_birth(values: dict[str, str]) -> str:
    text = values["tanggal_lahir"]
    return "Tanggal lahir tidak terbaca; tulis misalnya 17-08-1990." if text and read_day(text) is None else ""


def _check_answers(values: dict[str, str]) -> str:
    if read_day(values["tanggal"]) is None:
        return "Tanggal surat tidak terbaca; tulis misalnya 07-10-2022."
    if not Path(values["folder"]).expanduser().is_dir():
        return "Folder itu tidak ada."
    return ""
