"""Commands of the list of instansi."""

from tui.command import Command

COMMANDS: tuple[Command, ...] = (
    Command("beranda", "buka", "enter", "Buka", "Membuka instansi yang dipilih."),
    Command("beranda", "kerjakan", "k", "Kerjakan", "Menuju pekerjaan pertama; angka 1 sampai 6 menuju pekerjaan bernomor itu."),
    Command("beranda", "tambah", "t", "Tambah instansi", "Membuat instansi dari daftar wilayah dan instansi pusat."),
    Command("beranda", "terbitkan", "b", "Bangun situs", "Membangun situs publik dari semua edisi di ruang kerja ini."),
    Command("beranda", "contoh", "c", "Muat contoh", "Membuat tiga instansi rekaan untuk berlatih, selama ruang kerja masih kosong."),
    Command("beranda", "periksa", "p", "Periksa", "Memeriksa jurnal dan berkas instansi yang dipilih."),
    Command("beranda", "muat", "m", "Muat ulang", "Membaca lagi instansi yang berubah.", footer=False),
    Command("beranda", "pindah", "r", "Ruang kerja lain", "Membuka ruang kerja di folder lain.", footer=False),
)  # fmt: skip
