"""Commands of importing."""

from registry.workflow.actions import Action
from tui.command import Command

COMMANDS: tuple[Command, ...] = (
    Command("impor", "pilih", "o", "Pilih berkas", "Memilih berkas yang akan diimpor.", (Action.IMPOR,)),
    Command("impor", "saring", "f", "Saring hasil", "Menampilkan hanya satu jenis hasil."),
    Command("impor", "terapkan", "t", "Terapkan", "Memasukkan semua baris sekaligus; sebelum ini tak ada yang tertulis.", (Action.IMPOR,)),
    Command("impor", "tolakan", "x", "Berkas tolakan", "Menulis baris yang ditolak ke .xlsx beserta alasannya."),
    Command("impor", "lupakan", "escape", "Batal", "Membatalkan pembacaan atau melupakan pratinjau ini."),
)  # fmt: skip
