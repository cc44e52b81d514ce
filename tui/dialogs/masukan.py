"""The questions of the inbox: recording, filtering, deciding, writing answers."""

from collections.abc import Sequence
from pathlib import Path

from registry.desk.alasan import Alasan, for_masukan
from registry.model.codes import JenisMasukan
from registry.model.masukan import Masukan
from tui.dialogs.fields import Field, Fields
from tui.dialogs.reason import Reasoned, ready
from tui.inbox import BELUM, PUTUS, InboxFilter
from tui.moments import read_day
from tui.words import number

ANY = "-"


def ask_usulan() -> Fields:
    """Return the question for a proposal."""
    fields = [
        Field("nama", "Nama yang diusulkan", required=True),
        Field("isi", "Isi usulan", required=True),
        Field("nik", "NIK"),
        Field("unit_kerja", "Unit kerja"),
        Field("jabatan", "Jabatan"),
        Field("pelapor", "Nama pengusul"),
        Field("kontak", "Kontak pengusul"),
    ]
    return Fields("Catat usulan", fields)


def ask_sanggahan() -> Fields:
    """Return the question for an objection."""
    fields = [
        Field("nomor_pegawai", "Nomor orang yang disanggah", hint="lihat kolom Nomor di daftar pegawai", required=True),
        Field("isi", "Isi sanggahan", required=True),
        Field("pelapor", "Nama penyanggah"),
        Field("kontak", "Kontak penyanggah"),
    ]
    return Fields("Catat sanggahan", fields)


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


def ask_grant(row: Masukan, alasan: Alasan) -> Reasoned:
    """Return the question before granting; for an usulan it asks for the person's data."""
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
    return Reasoned(title, sentences, fields=fields, text=text, yes="Kabulkan")


def ask_refusal(row: Masukan, alasan: Alasan) -> Reasoned:
    """Return the question before refusing."""
    sentences = ready(alasan.get(for_masukan(row.jenis, granted=False), ()))
    return Reasoned(f"Tolak {row.jenis} {row.tanda_terima}?", sentences, text=row.isi, yes="Tolak", danger=True)


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


def _check_answers(values: dict[str, str]) -> str:
    if read_day(values["tanggal"]) is None:
        return "Tanggal surat tidak terbaca; tulis misalnya 07-10-2022."
    if not Path(values["folder"]).expanduser().is_dir():
        return "Folder itu tidak ada."
    return ""
