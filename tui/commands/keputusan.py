"""Commands of what waits for a person."""

from registry.workflow.actions import Action
from tui.command import Command

COMMANDS: tuple[Command, ...] = (
    Command("keputusan", "terima", "t", "Orang baru", "Mencatat baris yang dipilih sebagai orang baru; akibatnya diperlihatkan dahulu.", (Action.TERIMA_BARIS,)),
    Command("keputusan", "gabung", "g", "Gabungkan", "Menggabungkan satu baris ke orang yang tercatat, isian demi isian.", (Action.PERBARUI_DARI_BARIS,)),
    Command("keputusan", "perbarui", "p", "Perbarui", "Memakai semua isi baris yang dipilih untuk memperbarui orang yang tercatat.", (Action.PERBARUI_DARI_BARIS,)),
    Command("keputusan", "nik", "n", "Isi NIK", "Mengetik NIK yang benar dari KTP, lalu memutuskan baris ini.", (Action.TERIMA_BARIS,)),
    Command("keputusan", "tolak", "x", "Tolak", "Menolak baris yang dipilih, dengan alasan.", (Action.TOLAK_BARIS,)),
    Command("keputusan", "syarat", "m", "MS/TMS", "Memutuskan memenuhi syarat atau tidak bagi orang yang dipilih, dengan alasan.", (Action.PUTUSKAN_SYARAT,)),
    Command("keputusan", "serupa", "a", "Tandai serupa", "Menandai semua yang menunggu karena sebab yang sama, dan bagi orang: jabatan yang sama."),
    Command("keputusan", "cari", "slash", "Cari", "Mencari nama, NIK, nomor, jabatan, atau unit kerja sambil mengetik."),
    Command("keputusan", "tabel", "escape", "Ke tabel", "Kembali ke tabel; yang dicari tetap tersaring."),
    Command("keputusan", "buka", "enter", "Buka orang", "Membuka data orang yang tercatat."),
)  # fmt: skip
