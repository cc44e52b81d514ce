"""Importing files: choose, read one after the other, look at what would happen to every row, then apply file by file."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import ClassVar

from textual import on
from textual.binding import BindingType

from registry.desk.antrean_berkas import Berkas, Keadaan
from registry.intake.peek import FirstRow, as_header, first_rows
from registry.intake.plan import Columns, Plan
from registry.model.codes import Hasil
from tui.actions import bindings
from tui.command import Command
from tui.deeds.impor import ColumnsKept, keep_columns, write_rejects
from tui.dialogs.choose import Choice, Choose
from tui.dialogs.file import SaveFile
from tui.dialogs.files import ChooseFolder
from tui.impor.columns import ColumnsQuestion, Corrected
from tui.impor.header import FirstRowsRead, HeaderQuestion
from tui.impor.parts import ImporParts
from tui.impor.watch import WHERE, Picked
from tui.words import number


class ImporScreen(ImporParts):
    """What is possible when; rows that go back, columns, and a watched folder."""

    place: ClassVar[str] = "impor"
    BINDINGS: ClassVar[list[BindingType]] = bindings("impor")

    # commands

    def may(self, command: Command) -> bool:
        """What the queue and the file that is looked at allow."""
        if not super().may(command) or command.place != self.place:
            return super().may(command)
        berkas, busy = self.berkas, self.queue.busy
        settled = berkas is not None and berkas.keadaan is not Keadaan.DIBACA and not busy
        allowed: dict[str, Callable[[], bool]] = {
            "terapkan": lambda: settled and berkas is not None and berkas.keadaan is Keadaan.SIAP,
            "semua": lambda: not busy and len(self.queue.antrean.ready()) > 1,
            "lupakan": lambda: berkas is not None and not self.queue.writing,
            "saring": lambda: self.plan is not None,
            "kolom": lambda: (
                settled and berkas is not None and not berkas.impor and (self.plan is not None or berkas.headless)
            ),
            "tolakan": lambda: bool(self.plan and _back(self.plan)),
            "unit": lambda: settled and not (berkas and berkas.impor),
            "baca": lambda: settled and not (berkas and berkas.impor),
            "henti": lambda: self.watched.watching is not None,
            "bersihkan": lambda: not busy and any(one.impor for one in self.queue.antrean.berkas),
        }
        return allowed.get(command.name, lambda: True)()

    def do_saring(self) -> None:
        """Show some of the rows."""
        self.question(self.preview.filter_question(), lambda got: self.preview.show_only(got["hasil"], got["kode"]))

    # what goes back

    def do_tolakan(self) -> None:
        """Write the refused rows to a file; those that wait too, if asked."""
        berkas, plan = self.berkas, self.plan
        if berkas is None or plan is None:
            return
        refused, waiting = plan.hasil.get(Hasil.DITOLAK, 0), plan.hasil.get(Hasil.MENUNGGU, 0)
        if not waiting:
            self._ask_target(berkas, plan, waiting=False)
            return
        choices = [Choice(value=False, label=f"Hanya yang ditolak ({number(refused)})")] if refused else []
        choices += [Choice(value=True, label=f"Yang ditolak dan yang menunggu keputusan ({number(refused + waiting)})")]
        dialog = Choose("Baris mana yang dikembalikan?", choices)
        self.question(dialog, lambda both: self._ask_target(berkas, plan, waiting=both))

    def _ask_target(self, berkas: Berkas, plan: Plan, *, waiting: bool) -> None:
        target = berkas.path.with_name(f"{berkas.path.stem}-tolakan.xlsx")
        text = "Baris yang kembali ke unit beserta alasannya. Setelah dibetulkan, berkas itu dapat diimpor apa adanya."
        dialog = SaveFile("Tulis berkas tolakan", text, target)
        self.question(dialog, lambda path: self.write(write_rejects(plan, path, waiting=waiting)))

    # columns

    def do_kolom(self) -> None:
        """Show what each column holds, to be corrected; where no header was recognised, ask for its row first."""
        berkas, plan = self.berkas, self.plan
        if berkas is not None and plan is not None:
            self._ask_columns(berkas.unit, plan.columns)
        elif berkas is not None and berkas.headless:
            path = berkas.path
            self.ask(lambda _: FirstRowsRead(first_rows(path), berkas.unit), lambda read: read, doing="Membaca berkas")

    @on(FirstRowsRead)
    def _ask_header(self, message: FirstRowsRead) -> None:
        def named(row: FirstRow) -> None:
            self._ask_columns(message.unit, [as_header(message.rows, row)], anew=True)

        self.question(HeaderQuestion(message.rows), named)

    def _ask_columns(self, unit: str, tables: Sequence[Columns], *, anew: bool = False) -> None:
        self.question(ColumnsQuestion(tables, unit, anew=anew), lambda told: self._keep_columns(unit, told))

    def _keep_columns(self, unit: str, told: list[Corrected]) -> None:
        self.write(keep_columns(unit, [(one.kepala, one.kolom) for one in told]))

    @on(ColumnsKept)
    def _columns_kept(self, message: ColumnsKept) -> None:
        """Read every file of that unit again that has such a header, or in which none was recognised."""
        concerned = [
            one
            for one in self.queue.antrean.berkas
            if one.unit == message.unit and not one.impor and (one.headless or _has_header(one, message.headers))
        ]
        self.queue.again(concerned)

    # watching

    def do_pantau(self) -> None:
        """Ask for the folder, or open the list of its files."""
        if self.watched.watching is None:
            self.question(ChooseFolder("Pantau folder", WHERE, self.folder), self._begin_watching)
        else:
            self.question(self.watched.question(), self._picked)

    def _begin_watching(self, folder: Path) -> None:
        self.watched.start(folder)
        self.do_pantau()

    def _picked(self, picked: Picked) -> None:
        if picked.stop:
            self.do_henti()
        else:
            self._ask_unit(list(picked.paths))

    def do_henti(self) -> None:
        """Watch the folder no longer."""
        self.watched.stop()


def _back(plan: Plan) -> int:
    """How many rows can go back to the unit."""
    return plan.hasil.get(Hasil.DITOLAK, 0) + plan.hasil.get(Hasil.MENUNGGU, 0)


def _has_header(berkas: Berkas, headers: Sequence[tuple[str, ...]]) -> bool:
    return berkas.plan is not None and any(table.teks in headers for table in berkas.plan.columns)
