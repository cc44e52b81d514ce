"""What the codes of the rules' findings are called where there is no room for the sentence: tables, bars, lists."""

from typing import Final

from registry.normalise.text import format_date
from registry.periode.types import Periode

DECIDED: Final = "ditetapkan-instansi"
_REASONS: Final = {
    "masa-kerja-kurang": "Masa kerja kurang dari syarat",
    "kontrak-setelah-batas": "Mulai bekerja setelah tanggal batas",
    "masa-kerja-tidak-diketahui": "Masa kerja tidak dapat dihitung",
    "masa-kerja-perlu-keputusan": "Masa kerja belum pasti",
    "kontrak-berakhir-sebelum-batas": "SK berakhir sebelum tanggal batas",
    "keterangan-tidak-aktif": "Tidak lagi aktif bekerja",
    "usia-tidak-diketahui": "Usia tidak dapat dihitung",
    "sumber-gaji-kosong": "Sumber gaji belum diisi",
    "sumber-gaji-apbn": "Digaji dari APBN",
    "sumber-gaji-apbd": "Digaji dari APBD",
    "sumber-gaji-bos": "Digaji dari dana BOS",
    "sumber-gaji-komite": "Digaji dari komite sekolah",
    "sumber-gaji-blud": "Digaji BLU/BLUD",
    "sumber-gaji-pihak-ketiga": "Dibayar melalui pihak ketiga",
    "sumber-gaji-lainnya": "Sumber gaji bukan APBN atau APBD",
    "penanda-tangan-diragukan": "Penanda tangan SK bukan pimpinan unit kerja",
    "thk-ii-tanpa-nomor": "THK-II tanpa nomor peserta",
    DECIDED: "Ditetapkan instansi",
}


def reason_words(periode: Periode) -> dict[str, str]:
    """Code -> short text. Ages and positions are named as the periode names them."""
    groups = (*periode.jabatan_dikecualikan, *periode.jabatan_perlu_keputusan)
    low, high, cutoff = periode.usia_minimum, periode.usia_maksimum, format_date(periode.batas_usia)
    return {
        **_REASONS,
        **{group.kode: f"Jabatan: {group.nama}" for group in groups},
        f"usia-di-bawah-{low}": f"Usia di bawah {low} tahun pada {cutoff}",
        f"usia-di-atas-{high}": f"Usia di atas {high} tahun pada {cutoff}",
    }


def reason_word(code: str, words: dict[str, str]) -> str:
    """A code nobody named here is still told, in words of its own."""
    return words.get(code) or code.replace("-", " ").capitalize()
