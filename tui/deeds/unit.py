"""Writes that concern work units: the list of those expected, and the files that leave."""

from pathlib import Path

from registry.desk import register
from registry.desk.keluaran import write_file
from tui.deeds.deed import Deed, Done
from tui.session import Session
from tui.words import number


def set_units(names: tuple[str, ...]) -> Deed:
    """Keep the list of units that are to send."""

    def do(session: Session) -> Done:
        kept = register.set_instansi(session.store, {"unit_diharapkan": names}, session.act()).unit_diharapkan
        return Done(
            f"Daftar tersimpan: {number(len(kept))} unit diharapkan." if kept else "Daftar unit sekarang kosong."
        )

    return Deed("Menyimpan daftar unit", do)


def write_unit_rejects(unit: str, target: Path, *, with_returned: bool) -> Deed:
    """Write what one unit has to correct."""

    def do(session: Session) -> Done:
        from registry.desk.unit_rejects import unit_rejects  # noqa: PLC0415  loads the spreadsheet writer

        made = unit_rejects(session.store, unit, with_returned=with_returned)
        write_file(target, made.isi)
        returned = f" dan {number(made.dikembalikan)} orang yang dikembalikan" if with_returned else ""
        return Done(f"{number(made.ditolak)} baris yang ditolak{returned} ditulis ke {target}.")

    return Deed("Menulis berkas tolakan", do)


def write_board(target: Path) -> Deed:
    """Write the board as it stands now: CSV when the name ends so, XLSX otherwise."""

    def do(session: Session) -> Done:
        from registry.desk.papan_unit import board  # noqa: PLC0415
        from registry.desk.unit_export import board_csv, board_xlsx  # noqa: PLC0415

        papan, instansi = board(session.store), session.store.instansi
        plain = target.suffix.lower() == ".csv"
        write_file(target, board_csv(papan, instansi) if plain else board_xlsx(papan, instansi, session.clock()))
        return Done(f"Papan {number(len(papan.unit))} unit ditulis ke {target}.")

    return Deed("Mengekspor papan unit", do)
