"""Commands of finalising."""

from registry.workflow.actions import Action
from tui.command import Command

COMMANDS: tuple[Command, ...] = (
    Command("finalisasi", "kerjakan", "enter", "Kerjakan", "Pergi ke tempat baris daftar periksa ini dikerjakan."),
    Command("finalisasi", "susun", "s", "Susun daftar", "Membekukan daftar final untuk SPTJM.", (Action.SUSUN_FINAL,)),
    Command("finalisasi", "buka", "b", "Buka kembali", "Membuka daftar final yang belum ber-SPTJM.", (Action.BUKA_KEMBALI,)),
    Command("finalisasi", "surat", "p", "Surat SPTJM", "Menulis SPTJM sebagai PDF untuk ditandatangani.", (Action.LAMPIRKAN_SPTJM,)),
    Command("finalisasi", "lampirkan", "l", "Lampirkan", "Melampirkan pindaian SPTJM yang sudah ditandatangani.", (Action.LAMPIRKAN_SPTJM,)),
    Command("finalisasi", "kunci", "k", "Finalisasi", "Mengumumkan daftar final dan mengunci data selamanya.", (Action.FINALISASI,)),
)  # fmt: skip
