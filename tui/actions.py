"""Every command of the terminal in one table, joined from the modules of `tui.commands`.

Bindings, footer, command palette and help screen derive from it; the workflow tables of the registry decide what is allowed.
"""

from collections.abc import Iterator

from textual.binding import Binding, BindingType

from tui.command import Command
from tui.commands import (
    beranda,
    finalisasi,
    impor,
    keputusan,
    masukan,
    orang,
    pegawai,
    pengaturan,
    pengumuman,
    riwayat,
    ruang,
    semua,
    statistik,
    terbitkan,
    unit,
)

TABLE: tuple[Command, ...] = (
    *semua.COMMANDS,
    *beranda.COMMANDS,
    *ruang.COMMANDS,
    *pegawai.COMMANDS,
    *orang.COMMANDS,
    *unit.COMMANDS,
    *impor.COMMANDS,
    *keputusan.COMMANDS,
    *masukan.COMMANDS,
    *pengumuman.COMMANDS,
    *finalisasi.COMMANDS,
    *terbitkan.COMMANDS,
    *statistik.COMMANDS,
    *riwayat.COMMANDS,
    *pengaturan.COMMANDS,
)

BY_ID: dict[str, Command] = {command.id: command for command in TABLE}


def of_place(*places: str) -> Iterator[Command]:
    """Yield the commands of these places, in the order of the table."""
    return (command for command in TABLE if command.place in places)


def bindings(*places: str) -> list[BindingType]:
    """Return the key bindings of these places."""
    return [
        Binding(
            command.key,
            f"do({command.id!r})",
            command.label,
            show=command.footer,
            tooltip=command.help,
            id=command.id,
            priority=command.key.startswith(("ctrl+", "f1")),
        )
        for command in of_place(*places)
    ]
