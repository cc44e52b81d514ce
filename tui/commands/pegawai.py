"""Commands of the people."""

from registry.workflow.actions import Action
from tui.command import Command

COMMANDS: tuple[Command, ...] = (
    Command("pegawai", "cari", "slash", "Cari", "Mencari nama, NIK, nomor, jabatan, atau unit kerja sambil mengetik."),
    Command("pegawai", "tabel", "escape", "Ke tabel", "Kembali dari baris pencarian ke tabel; yang dicari tetap tersaring."),
    Command("pegawai", "saring", "f", "Saring", "Memilih status, syarat, unit, temuan, kategori, sumber gaji."),
    Command("pegawai", "lepas", "l", "Lepas saringan", "Menghapus pencarian dan semua saringan.", footer=False),
    Command("pegawai", "pakai", "d", "Saringan tersimpan", "Memakai lagi saringan yang disimpan dengan nama.", footer=False),
    Command("pegawai", "simpan", "n", "Simpan saringan", "Menyimpan pencarian dan saringan ini dengan nama.", footer=False),
    Command("pegawai", "buang", "x", "Hapus saringan", "Menghapus satu saringan tersimpan.", footer=False),
    Command("pegawai", "buka", "enter", "Buka", "Membuka data orang yang dipilih."),
    Command("pegawai", "tambah", "t", "Tambah", "Mencatat satu orang dengan tangan.", (Action.TAMBAH,)),
    Command(
        "pegawai", "verifikasi", "v", "Verifikasi", "Menyatakan data yang ditandai sudah diperiksa.", (Action.VERIFIKASI,)
    ),
    Command("pegawai", "kembalikan", "k", "Kembalikan", "Mengembalikan data kepada unit, dengan alasan.", (Action.KEMBALIKAN,)),
    Command("pegawai", "syarat", "m", "MS/TMS", "Memutuskan memenuhi syarat atau tidak.", (Action.PUTUSKAN_SYARAT,)),
    Command("pegawai", "tetapkan", "u", "Unit", "Menetapkan unit kerja bagi yang ditandai.", (Action.UBAH,)),
    Command("pegawai", "coret", "c", "Coret", "Mengeluarkan orang dari daftar; datanya tetap tersimpan.", (Action.CORET,)),
    Command(
        "pegawai", "ajukan", "a", "Ajukan kembali", "Menjadikan data yang dikembalikan draf lagi.", (Action.AJUKAN_KEMBALI,),
        footer=False,
    ),
    Command("pegawai", "pulihkan", "p", "Pulihkan", "Memulihkan orang yang keliru dicoret.", (Action.PULIHKAN,), footer=False),
    Command(
        "pegawai", "sanggah", "g", "Catat sanggahan", "Mencatat sanggahan terhadap orang ini.", (Action.TERIMA_SANGGAHAN,),
        footer=False,
    ),
)  # fmt: skip
