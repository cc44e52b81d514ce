"""What the SPTJM is filled in with, and what of it the agency has not told yet."""

from msgspec import Struct

from registry.model.instansi import Instansi


class Isian(Struct, frozen=True):
    """One blank of the letter. nilai: empty when it was not told. wajib: printed as dots when empty, else just left out."""

    kode: str
    judul: str
    nilai: str
    wajib: bool = True

    @property
    def kurang(self) -> bool:
        """Still to be told."""
        return self.wajib and not self.nilai


def sptjm_blanks(instansi: Instansi) -> tuple[Isian, ...]:
    """The blanks that come from the settings, in the order of the letter."""
    kop, ppk = instansi.kop, instansi.ppk
    return (
        Isian("kop", "Kop surat", " / ".join(kop.baris)),
        Isian("alamat", "Alamat pada kop", kop.alamat),
        Isian("ppk-nama", "Nama PPK", ppk.nama),
        Isian("ppk-jabatan", "Jabatan PPK", ppk.jabatan),
        Isian("ppk-nip", "NIP PPK", ppk.nip, wajib=False),
        Isian("tempat", "Tempat penandatanganan", instansi.tempat),
        Isian("laman", "Laman pengumuman", kop.laman, wajib=False),
    )
