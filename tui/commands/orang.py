"""Commands of one person."""

from registry.workflow.actions import Action
from tui.command import Command

COMMANDS: tuple[Command, ...] = (
    Command("orang", "simpan", "ctrl+s", "Simpan", "Menyimpan isian dan riwayat kerja sekaligus.", (Action.TAMBAH, Action.UBAH)),
    Command("orang", "tambah", "t", "Tambah", "Menambah SK pada riwayat kerja, atau melampirkan dokumen.", (Action.TAMBAH, Action.UBAH)),
    Command("orang", "buka", "enter", "Buka", "Masuk ke isian, mengubah SK yang dipilih, atau membuka dokumen dengan program komputer ini."),
    Command("orang", "hapus", "delete", "Hapus", "Menghapus SK dari riwayat kerja, atau melepas dokumen.", (Action.TAMBAH, Action.UBAH)),
    Command("orang", "putuskan", "m", "MS/TMS", "Mengukuhkan atau mengubah usul MS/TMS, dengan alasan.", (Action.PUTUSKAN_SYARAT,)),
    Command("orang", "lembar", "ctrl+l", "Lembar berikut", "Pindah ke lembar berikutnya; angka 1-5 langsung ke lembarnya."),
    Command("orang", "kembali", "escape", "Kembali", "Kembali ke daftar; perubahan yang belum disimpan ditanyakan."),
    Command("orang", "sebelumnya", "ctrl+up", "Sebelumnya", "Orang sebelumnya dalam saringan ini.", footer=False),
    Command("orang", "berikutnya", "ctrl+down", "Berikutnya", "Orang berikutnya dalam saringan ini.", footer=False),
    Command("orang", "data", "1", "Data", "Lembar isian, dengan temuan di samping isiannya.", footer=False),
    Command("orang", "kerja", "2", "Riwayat kerja", "Lembar SK, dengan hitungan masa kerja.", footer=False),
    Command("orang", "syarat", "3", "Syarat", "Lembar MS/TMS: usia, masa kerja, setiap aturan, dan putusan.", footer=False),
    Command("orang", "dokumen", "4", "Dokumen", "Lembar ijazah, SK, dan bukti pembayaran.", footer=False),
    Command("orang", "jurnal", "5", "Jurnal", "Lembar siapa mengubah apa, kapan, semula, dan menjadi apa.", footer=False),
)  # fmt: skip
SHEETS: tuple[str, ...] = ("data", "kerja", "syarat", "dokumen", "jurnal")
