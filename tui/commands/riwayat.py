"""Commands of the journal."""

from tui.command import Command

COMMANDS: tuple[Command, ...] = (
    Command("riwayat", "cari", "slash", "Cari", "Mencari petugas, tindakan, alasan, nama, NIK, atau nomor sambil mengetik."),
    Command("riwayat", "tabel", "escape", "Ke tabel", "Kembali dari baris pencarian atau hasil periksa ke tabel; periksa yang berjalan dihentikan."),
    Command("riwayat", "saring", "f", "Saring", "Memilih tindakan, petugas, dan kurun waktu."),
    Command("riwayat", "lepas", "l", "Lepas saringan", "Menghapus pencarian dan semua saringan.", footer=False),
    Command("riwayat", "buka", "enter", "Buka orang", "Membuka orang yang tersentuh; bila banyak, pindah dahulu ke daftarnya."),
    Command("riwayat", "salin", "k", "Salin sidik", "Menyalin sidik kepala jurnal, entri ini, atau sebuah edisi ke papan klip."),
    Command("riwayat", "periksa", "p", "Periksa", "Memeriksa jurnal, tampilan, berkas, dan edisi instansi ini; tidak mengubah apa pun."),
)  # fmt: skip
