"""Letterhead, signing head and addresses of an instansi, as one question."""

from collections.abc import Mapping

from registry.model.instansi import Instansi, Kop, Ppk
from tui.dialogs.fields import Field, Fields


def settings_question(instansi: Instansi) -> Fields:
    """Return the question, filled with what is known."""
    kop, ppk = instansi.kop, instansi.ppk
    fields = [
        Field("kop", "Kop surat (baris | baris)", " | ".join(kop.baris), hint="baris pertama | baris kedua | ..."),
        Field("alamat", "Alamat pada kop", kop.alamat),
        Field("telepon", "Telepon", kop.telepon),
        Field("laman", "Laman", kop.laman),
        Field("surel", "Surel", kop.surel),
        Field("tempat", "Tempat penandatanganan", instansi.tempat, hint="kota tempat surat ditandatangani"),
        Field("ppk_nama", "Nama PPK", ppk.nama),
        Field("ppk_jabatan", "Jabatan PPK", ppk.jabatan, hint="misalnya: Wali Kota"),
        Field("ppk_nip", "NIP PPK", ppk.nip, hint="boleh kosong"),
        Field("alamat_masukan", "Alamat usulan dan sanggahan", instansi.alamat_masukan, hint="laman, surel, atau loket"),
    ]  # fmt: skip
    return Fields(f"Pengaturan {instansi.nama}", fields)


def settings_of(answer: Mapping[str, str]) -> dict[str, object]:
    """Return the answers as the fields of an instansi."""
    lines = tuple(line.strip() for line in answer["kop"].split("|") if line.strip())
    return {
        "kop": Kop(lines, answer["alamat"], answer["telepon"], answer["laman"], answer["surel"]),
        "ppk": Ppk(answer["ppk_nama"], answer["ppk_jabatan"], answer["ppk_nip"]),
        "tempat": answer["tempat"],
        "alamat_masukan": answer["alamat_masukan"],
    }
