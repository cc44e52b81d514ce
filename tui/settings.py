"""The settings of an instansi as texts to type: which fields there are, and what they become."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from msgspec.structs import replace

from registry.desk.tenggat import in_words, next_deadline
from registry.letters.kop import address_lines, head_lines
from registry.model.codes import Fase
from registry.model.instansi import Instansi, Kop, Ppk
from registry.normalise.text import format_date, format_moment
from registry.periode.types import Periode
from tui.moments import write_moment

ZONES = {
    "Asia/Jakarta": "WIB, Indonesia bagian barat",
    "Asia/Makassar": "WITA, Indonesia bagian tengah",
    "Asia/Jayapura": "WIT, Indonesia bagian timur",
}
HEAD_LINES = 4


@dataclass(frozen=True, slots=True)
class Setting:
    """One text of the settings. part: the section it stands in."""

    part: str
    name: str
    label: str
    hint: str = ""


SETTINGS: tuple[Setting, ...] = (
    Setting("instansi", "alamat", "Alamat", "jalan, kota, kode pos"),
    Setting("instansi", "telepon", "Telepon"),
    Setting("instansi", "laman", "Laman", "bkpsdm.contoh.go.id"),
    Setting("instansi", "surel", "Surel"),
    Setting("instansi", "tempat", "Tempat surat", "kota tempat surat ditandatangani"),
    Setting("instansi", "alamat_masukan", "Usulan/sanggahan ke", "laman, surel, atau loket"),
    *(Setting("kop", f"kop_{n}", f"Baris {n}") for n in range(1, HEAD_LINES + 1)),
    Setting("ppk", "ppk_nama", "Nama PPK", "nama lengkap dengan gelar"),
    Setting("ppk", "ppk_jabatan", "Jabatan PPK", "misalnya: Wali Kota"),
    Setting("ppk", "ppk_nip", "NIP PPK", "boleh kosong"),
)  # fmt: skip


def texts_of(instansi: Instansi) -> dict[str, str]:
    """The settings as texts, by name; the zone as `zona`."""
    kop, ppk = instansi.kop, instansi.ppk
    lines = (
        (*kop.baris[: HEAD_LINES - 1], " ".join(kop.baris[HEAD_LINES - 1 :]))
        if len(kop.baris) > HEAD_LINES
        else kop.baris
    )
    return {
        "alamat": kop.alamat, "telepon": kop.telepon, "laman": kop.laman, "surel": kop.surel,
        "tempat": instansi.tempat, "alamat_masukan": instansi.alamat_masukan,
        **{f"kop_{n}": lines[n - 1] if n <= len(lines) else "" for n in range(1, HEAD_LINES + 1)},
        "ppk_nama": ppk.nama, "ppk_jabatan": ppk.jabatan, "ppk_nip": ppk.nip,
        "zona": instansi.zona,
    }  # fmt: skip


def changes_of(texts: Mapping[str, str], instansi: Instansi) -> dict[str, object]:
    """What of an instansi differs from the texts: fields for `registry.desk.register`."""
    given = {name: text.strip() for name, text in texts.items()}
    lines = tuple(line for n in range(1, HEAD_LINES + 1) if (line := given[f"kop_{n}"]))
    if given["kop_4"] == texts_of(instansi)["kop_4"] and lines[:-1] == instansi.kop.baris[: HEAD_LINES - 1]:
        lines = instansi.kop.baris if len(instansi.kop.baris) > HEAD_LINES else lines
    wanted: dict[str, object] = {
        "kop": Kop(lines, given["alamat"], given["telepon"], given["laman"], given["surel"]),
        "ppk": Ppk(given["ppk_nama"], given["ppk_jabatan"], given["ppk_nip"]),
        "tempat": given["tempat"],
        "alamat_masukan": given["alamat_masukan"],
        "zona": given["zona"],
    }
    return {name: value for name, value in wanted.items() if value != getattr(instansi, name)}


def preview(texts: Mapping[str, str], instansi: Instansi, width: int) -> list[str]:
    """The letterhead as it will stand on letters, in lines of `width` cells."""
    kop = changes_of(texts, instansi).get("kop", instansi.kop)
    if not isinstance(kop, Kop):
        return []
    lines = [*head_lines(replace(instansi, kop=kop)), *address_lines(kop)]
    return [*(line[:width].center(width).rstrip() for line in lines), "━" * width, "─" * width]


def zone_is_settled(instansi: Instansi) -> bool:
    """Whether the zone can no longer change: announcements rest on it."""
    return instansi.fase is not Fase.PENDAFTARAN


def schedule(instansi: Instansi, periode: Periode, now: datetime) -> list[tuple[str, str]]:
    """The dates that bind this agency, each with its label, and where each comes from."""
    zona = instansi.zona
    rows = [
        ("Periode", periode.judul),
        ("Prafinalisasi", write_moment(periode.jadwal.prafinalisasi, zona)),
        ("Finalisasi", write_moment(periode.jadwal.finalisasi, zona)),
        ("Uji publik", f"paling singkat {periode.uji_publik_minimum_hari} hari kalender"),
        ("Perbaikan", f"paling lama {periode.perbaikan_hari} hari kalender sesudah uji publik"),
        ("Batas usia", f"{periode.usia_minimum} sampai {periode.usia_maksimum} tahun pada {format_date(periode.batas_usia)}"),
        ("Batas masa kerja", format_date(periode.batas_masa_kerja)),
    ]  # fmt: skip
    window = instansi.uji_publik
    if window is not None:
        rows.append(
            ("Uji publik di sini", f"{write_moment(window.mulai, zona)} sampai {write_moment(window.selesai, zona)}")
        )
    if due := next_deadline(instansi, periode, now):
        rows.append(("Berikutnya", f"{due.judul}: {in_words(due, now)}"))
    rows.append(("Sekarang", format_moment(now.astimezone(ZoneInfo(zona)))))
    return rows
