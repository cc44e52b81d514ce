"""Commands of every screen of an open instansi: its rooms, settings, and leaving."""

from registry.workflow.actions import Action
from tui.command import Command

COMMANDS: tuple[Command, ...] = (
    Command("ruang", "pegawai", "f2", "Pegawai", "Daftar semua orang di instansi ini.", footer=False),
    Command("ruang", "impor", "f3", "Impor", "Memasukkan berkas dari unit kerja.", footer=False),
    Command("ruang", "keputusan", "f4", "Keputusan", "Baris yang menunggu keputusan manusia.", footer=False),
    Command("ruang", "masukan", "f5", "Masukan", "Kotak masuk usulan dan sanggahan.", footer=False),
    Command("ruang", "pengumuman", "f6", "Umumkan", "Mengumumkan prafinalisasi dan memperpanjang uji publik.", footer=False),
    Command("ruang", "finalisasi", "f7", "Finalisasi", "Daftar periksa, SPTJM, dan penguncian.", footer=False),
    Command("ruang", "terbitkan", "f8", "Situs", "Membangun situs publik.", footer=False),
    Command("ruang", "unit", "ctrl+n", "Unit", "Papan unit: siapa sudah mengirim, berapa yang masuk, ditolak, dan menunggu.", footer=False),
    Command("ruang", "statistik", "ctrl+g", "Statistik", "Angka instansi ini sebagai grafik batang.", footer=False),
    Command("ruang", "riwayat", "ctrl+r", "Riwayat", "Jurnal: siapa mengubah apa, kapan, dan mengapa.", footer=False),
    Command("ruang", "pengaturan", "f10", "Pengaturan", "Kop surat, PPK, zona waktu, jadwal, tema, dan tombol.", footer=False),
    Command("ruang", "urungkan", "ctrl+z", "Urungkan", "Mengembalikan data seperti sebelum perubahan terakhir.", (Action.URUNGKAN,), footer=False),
    Command("ruang", "tutup", "f9", "Ganti instansi", "Kembali ke daftar instansi.", footer=False),
)  # fmt: skip
