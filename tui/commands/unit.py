"""Commands of the board of units."""

from registry.workflow.actions import Action
from tui.command import Command

COMMANDS: tuple[Command, ...] = (
    Command("unit", "buka", "enter", "Pegawai", "Menampilkan orang-orang unit ini di daftar pegawai."),
    Command("unit", "cari", "slash", "Cari", "Mencari nama unit sambil mengetik."),
    Command("unit", "tabel", "escape", "Ke tabel", "Kembali dari baris pencarian ke tabel; yang dicari tetap tersaring."),
    Command("unit", "saring", "f", "Saring", "Hanya unit yang belum mengirim, ada tolakan, menunggu, atau lainnya."),
    Command("unit", "lepas", "l", "Lepas saringan", "Menghapus pencarian dan saringan.", footer=False),
    Command("unit", "tolakan", "x", "Tolakan", "Menulis baris unit ini yang ditolak ke .xlsx beserta alasannya."),
    Command("unit", "ekspor", "e", "Ekspor", "Menyimpan papan ini sebagai .xlsx atau .csv."),
    Command("unit", "daftar", "d", "Daftar", "Mengisi nama unit yang harus mengirim, satu per baris.", (Action.ATUR,)),
)  # fmt: skip
