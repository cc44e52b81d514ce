"""Where work is done, that behind an unmet condition and that of a to-do: the command leading there, whom to show. Pure data."""

from dataclasses import dataclass, replace

from registry.desk.gates import Todo
from registry.desk.tally import Tally
from registry.model.codes import StatusPegawai
from registry.workflow.actions import Action
from tui.people import UNDECIDED, Filter


@dataclass(frozen=True, slots=True)
class Jump:
    """command: id of the command that leads there. label: where that is. wanted: the people to show there."""

    command: str
    label: str
    wanted: Filter | None = None

    @property
    def place(self) -> str:
        """The room, where the command leads to one."""
        return self.command.removeprefix("ruang.")


UNDECIDED_PEOPLE = Filter(syarat=UNDECIDED)
DRAFTS = Filter(status=StatusPegawai.DRAF.value)
RETURNED = Filter(status=StatusPegawai.DIKEMBALIKAN.value)
SETTINGS = Jump("ruang.pengaturan", "Pengaturan")
_ROOMS = {
    "ada-orang": Jump("ruang.impor", "Impor"),
    "syarat-diputus": Jump("ruang.pegawai", "Pegawai yang perlu putusan", UNDECIDED_PEOPLE),
    "tidak-ada-dikembalikan": Jump("ruang.pegawai", "Pegawai yang dikembalikan", RETURNED),
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
        return Jump("ruang.pegawai", "Pegawai berstatus draf", DRAFTS)
    return _ROOMS["tidak-ada-dikembalikan"]


_WHERE: dict[Action | None, Jump] = {
    Action.IMPOR: Jump("ruang.impor", "Impor"),
    Action.TERIMA_BARIS: Jump("ruang.keputusan", "Keputusan"),
    Action.KABULKAN: Jump("ruang.masukan", "Masukan"),
    **dict.fromkeys((None, Action.UMUMKAN), Jump("ruang.pengumuman", "Umumkan")),
    **dict.fromkeys(
        (Action.SUSUN_FINAL, Action.LAMPIRKAN_SPTJM, Action.FINALISASI), Jump("ruang.finalisasi", "Finalisasi")
    ),
    **dict.fromkeys((Action.PUTUSKAN_SYARAT, Action.VERIFIKASI, Action.UBAH), Jump("ruang.pegawai", "Pegawai")),
}
_WHOM = {"syarat": UNDECIDED_PEOPLE, "draf": DRAFTS, "dikembalikan": RETURNED}


def jump_to(todo: Todo) -> Jump:
    """The way to where this is done."""
    return replace(_WHERE[todo.action], wanted=_WHOM.get(todo.kode))
