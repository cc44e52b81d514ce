"""The half of Beranda that makes agencies: one from the reference table, or the sample in an empty workspace."""

from dataclasses import dataclass

from textual import on
from textual.message import Message

from tui.deeds.instansi import InstansiMade, SampleMade, add_instansi, make_sample
from tui.dialogs.choose import Choice, Choose
from tui.screens.base import BaseScreen
from tui.session import Session
from tui.widgets.first_start import FirstStart
from tui.words import JENIS
from tui.work import Gave, Progress, Reporter


class BeginningScreen(BaseScreen):
    """A screen with a FirstStart. making: the sample is being made."""

    def __init__(self) -> None:
        super().__init__()
        self.making = False

    class WorkspaceChanged(Message):
        """The workspace holds other agencies than before."""

    @on(FirstStart.Chosen)
    def _first(self, message: FirstStart.Chosen) -> None:
        getattr(self, f"do_{message.way}")()

    def do_tambah(self) -> None:
        """Choose from the reference table."""
        self.ask(_reference, self.Reference, doing="Membaca tabel acuan instansi")

    @dataclass
    class Reference(Message):
        """What can be added."""

        choices: list[Choice[str]]

    @on(Reference)
    def _choose(self, message: Reference) -> None:
        question = Choose("Instansi mana?", message.choices, search="Ketik nama atau kode, misalnya pekalongan")
        self.question(question, lambda kode: self.write(add_instansi(kode)))

    @on(InstansiMade)
    def _made(self, message: InstansiMade) -> None:
        self.working.open_instansi(message.kode)

    def do_contoh(self) -> None:
        """Make the sample agencies."""
        if self.working.sample is not None and not self.making:
            self._begin_making()
            self.write(make_sample(self.working.sample, Reporter(self)))

    def _begin_making(self) -> None:
        self.making = True
        self.query_one(FirstStart).begin()
        self.refresh_bindings()

    @on(Progress)
    def _sample_grows(self, message: Progress) -> None:
        if not self.making:  # tried again after a failure
            self._begin_making()
        self.query_one(FirstStart).progress(message.done, message.total, message.text)

    @on(SampleMade)
    @on(Gave)
    def _sample_over(self) -> None:
        if self.making:
            self.making = False
            self.query_one(FirstStart).end()
            self.post_message(self.WorkspaceChanged())


def _reference(session: Session) -> list[Choice[str]]:
    from registry.reference.instansi import all_instansi  # noqa: PLC0415  700 rows, read only when asked for

    present = set(session.workspace.instansi_codes())
    return [
        Choice(one.kode, f"{one.nama}  ({one.kode})", f"{JENIS[one.jenis]} {one.wilayah}")
        for one in all_instansi()
        if one.kode not in present
    ]
