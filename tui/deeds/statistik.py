"""Writes of the statistics: a table as a file."""

from pathlib import Path

from registry.desk.keluaran import write_file
from registry.desk.statistik import Topik, as_csv
from tui.deeds.deed import Deed, Done
from tui.session import Session
from tui.words import number


def write_csv(topik: Topik, target: Path) -> Deed:
    """Write the table as CSV."""

    def do(_session: Session) -> Done:
        write_file(target, as_csv(topik))
        return Done(f"{topik.judul}: {number(len(topik.sel))} baris ditulis ke {target}.")

    return Deed("Menulis CSV", do)
