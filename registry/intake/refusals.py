"""Why a file is refused as a whole: code, what happened, what to do next. The only place that words these."""

from registry.errors import FileRefused

_REASONS: dict[str, tuple[str, str]] = {
    "berkas-tidak-ada": (
        "Berkas tidak ditemukan atau tidak dapat dibuka.",
        "Periksa nama dan letak berkas.",
    ),
    "berkas-kosong": (
        "Berkas kosong (0 bita).",
        "Minta pengirim mengirim ulang berkasnya.",
    ),
    "berkas-terlalu-besar": (
        "Berkas terlalu besar untuk dibaca dengan aman.",
        "Pecah menjadi beberapa berkas, atau salin datanya saja ke berkas .xlsx baru.",
    ),
    "berkas-bom-zip": (
        "Isi berkas mengembang jauh melebihi ukurannya (bom zip).",
        "Jangan dibuka. Minta pengirim menyalin datanya ke berkas .xlsx baru.",
    ),
    "berkas-ber-dtd": (
        "Berkas memuat deklarasi DTD/entitas XML yang tidak pernah ditulis program lembar kerja.",
        "Jangan dipakai. Minta pengirim menyimpan ulang dari programnya.",
    ),
    "berkas-bersandi": (
        "Berkas dilindungi kata sandi.",
        "Buka di program lembar kerja, hapus kata sandinya, simpan ulang, lalu impor lagi.",
    ),
    "berkas-rusak": (
        "Berkas rusak atau terpotong, isinya tidak dapat dibaca.",
        "Minta pengirim mengirim ulang, atau buka dan simpan ulang sebagai .xlsx.",
    ),
    "berkas-bukan-tabel": (
        "Berkas ini bukan lembar kerja atau tabel.",
        "Kirim sebagai .xlsx, .xls, .ods, .xlsm atau .csv.",
    ),
    "berkas-terlalu-luas": (
        "Ada isi pada sel yang sangat jauh (misalnya kolom XFD atau baris 1.048.576) sehingga berkas tidak dapat dibaca.",
        "Hapus baris dan kolom kosong di luar tabel, simpan ulang, lalu impor lagi.",
    ),
    "berkas-terlalu-lama": (
        "Membaca berkas melewati batas waktu.",
        "Salin datanya saja ke berkas .xlsx baru, lalu impor lagi.",
    ),
    "kepala-tidak-ditemukan": (
        "Tidak ada baris kepala tabel yang dikenali (NIK, Nama, Tanggal Lahir ...), jadi tidak ada orang yang dapat dibaca.",
        "Pastikan tabel punya baris kepala; pakai templat impor bila perlu.",
    ),
}

CODES = tuple(_REASONS)


def refused(code: str, where: str = "", detail: str = "") -> FileRefused:
    """The refusal with its wording. where: the file's name. detail: a sentence more."""
    what, to_do = _REASONS[code]
    return FileRefused(f"{what} {detail}".strip(), code=code, where=where, to_do=to_do)
