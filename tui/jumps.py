"""Where the work behind an unmet condition is done: the command that leads there, and whom to show. Pure data."""

from dataclasses import dataclass

from registry.desk.tally import Tally
from registry.model.codes import StatusPegawai
from tui.people import UNDECIDED, Filter


@dataclass(frozen=True, slots=True)
class Jump:
    """command: id of the command that leads there. label: where that is. wanted: the people to show there."""

    command: str
    label: str
    wanted: Filter | None = None


SETTINGS = Jump("ruang.pengaturan", "Pengaturan")
_ROOMS = {
    "ada-orang": Jump("ruang.impor", "Impor"),
    "syarat-diputus": Jump("ruang.pegawai", "Pegawai yang perlu putusan", Filter(syarat=UNDECIDED)),
    "tidak-ada-dikembalikan": Jump(
        "ruang.pegawai", "Pegawai yang dikembalikan", Filter(status=StatusPegawai.DIKEMBALIKAN.value)
    ),
    "tunggu-diputus": Jump("ruang.keputusan", "Keputusan"),
    "masukan-diputus": Jump("ruang.masukan", "Masukan"),
    "uji-publik-berakhir": Jump("ruang.pengumuman", "Umumkan"),
    "kop-diisi": SETTINGS,
    "ppk-diisi": SETTINGS,
    "alamat-masukan-diisi": SETTINGS,
    "sptjm-terlampir": Jump("finalisasi.lampirkan", "lampirkan pindaian"),
}


def jump_of(kode: str, counted: Tally) -> Jump | None:
    """The way to where this condition is met; None where only time helps."""
    if kode != "semua-terverifikasi":
        return _ROOMS.get(kode)
    if counted.status[StatusPegawai.DRAF]:
        return Jump("ruang.pegawai", "Pegawai berstatus draf", Filter(status=StatusPegawai.DRAF.value))
    return _ROOMS["tidak-ada-dikembalikan"]
