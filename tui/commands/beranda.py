"""Commands of the list of instansi."""

from tui.command import Command

COMMANDS: tuple[Command, ...] = (
    Command("beranda", "buka", "enter", "Buka", "Membuka instansi yang dipilih."),
    Command("beranda", "tambah", "t", "Tambah instansi", "Membuat instansi dari daftar wilayah dan instansi pusat."),
    Command("beranda", "terbitkan", "b", "Bangun situs", "Membangun situs publik dari semua edisi di ruang kerja ini."),
)  # fmt: skip
