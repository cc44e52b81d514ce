"""What an operator sees of the queue: a line a file with its state and counts, and how far the present one is."""

from collections.abc import Callable
from dataclasses import dataclass

from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.message import Message
from textual.widgets import ProgressBar, Static

from registry.desk.antrean_berkas import Antrean, Berkas, Keadaan
from registry.model.codes import Hasil
from tui.widgets.columns import Column, Tone
from tui.widgets.table import LineTable
from tui.words import number
from tui.work import Progress, Reporter

KEADAAN: dict[Keadaan, tuple[str, Tone]] = {
    Keadaan.MENUNGGU: ("menunggu", "muted"),
    Keadaan.DIBACA: ("dibaca …", "strong"),
    Keadaan.SIAP: ("siap", "good"),
    Keadaan.DITERAPKAN: ("diterapkan", "muted"),
    Keadaan.DITOLAK_UTUH: ("ditolak utuh", "bad"),
    Keadaan.GAGAL: ("gagal", "bad"),
}


def _counted(hasil: Hasil) -> Callable[[Berkas], str]:
    return lambda one: number(one.plan.hasil.get(hasil, 0)) if one.plan else ""


def _sorted_by(hasil: Hasil) -> Callable[[Berkas], int]:
    return lambda one: one.plan.hasil.get(hasil, 0) if one.plan else -1


def _count(key: str, title: str, hasil: Hasil, tone: Tone) -> Column[Berkas]:
    return Column(key, title, _counted(hasil), width=6, right=True, sort=_sorted_by(hasil),
                  tone=lambda one: tone if one.plan and one.plan.hasil.get(hasil, 0) else "muted")  # fmt: skip


COLUMNS: tuple[Column[Berkas], ...] = (
    Column("berkas", "Berkas", lambda one: one.path.name, width=20, grow=2, ends=True),
    Column("unit", "Unit", lambda one: one.unit, width=16, grow=1, from_width=92, ends=True),
    Column("keadaan", "Keadaan", lambda one: KEADAAN[one.keadaan][0], width=12, tone=lambda one: KEADAAN[one.keadaan][1]),
    Column("nomor", "Impor", lambda one: one.impor, width=8, from_width=92),
    _count("diterima", "Terima", Hasil.DITERIMA, "good"),
    _count("diperbarui", "Ubah", Hasil.DIPERBARUI, "good"),
    _count("menunggu", "Tunggu", Hasil.MENUNGGU, "warn"),
    _count("ditolak", "Tolak", Hasil.DITOLAK, "bad"),
)  # fmt: skip


class QueueView(Vertical):
    """Table and progress. `current`: the file that is being read or written; `applying`: those still to be taken in."""

    @dataclass
    class Showing(Message):
        """A file is to be looked at, or what is known of it has changed."""

        berkas: Berkas | None

    def __init__(self) -> None:
        super().__init__(id="queue-panel")
        self.antrean = Antrean()
        self.current: Berkas | None = None
        self.reporter: Reporter | None = None
        self.writing = False
        self.applying: list[Berkas] = []
        self.total = 0

    def compose(self) -> ComposeResult:
        """Lay out the table and the bar."""
        yield LineTable(COLUMNS, lambda one: str(one.path), empty="Antrean kosong.", id="queue")
        yield Static("", id="doing", classes="remark hidden", markup=False)
        yield ProgressBar(show_eta=False, id="bar", classes="hidden")

    @property
    def busy(self) -> bool:
        """A file is being read or written."""
        return self.current is not None

    @property
    def chosen(self) -> Berkas | None:
        """The file under the cursor."""
        row = self.query_one("#queue", LineTable).cursor_row if self.is_mounted else None
        return row if isinstance(row, Berkas) else None

    def draw(self, to: Berkas | None = None) -> None:
        """Show the queue. `to`: the file to go to."""
        table = self.query_one("#queue", LineTable)
        table.show(self.antrean.berkas)
        if to is not None:
            table.go_to(str(to.path))
        table.styles.height = min(len(self.antrean.berkas), 9 if self.screen.has_class("-wide") else 4) + 1
        self.set_class(not self.antrean.berkas, "hidden")
        self.draw_doing()
        self.post_message(self.Showing(self.chosen))

    def draw_doing(self) -> None:
        """Say what is being done, and how far it is."""
        doing, bar = self.query_one("#doing", Static), self.query_one("#bar", ProgressBar)
        doing.set_class(not self.busy, "hidden")
        bar.set_class(self.reporter is None, "hidden")
        if self.current is None:
            return
        place = f" ({self.total - len(self.applying) + 1} dari {self.total})" if self.applying else ""
        verb = "Menyimpan" if self.writing else "Membaca"
        if self.reporter is not None and self.reporter.stopped:
            verb = "Menghentikan pembacaan"
        doing.update(f"{verb} {self.current.path.name}{place} …{'' if self.writing else '   Esc menghentikan'}")
        bar.update(total=None, progress=0)

    @on(LineTable.Highlighted, "#queue")
    def _highlighted(self, message: LineTable.Highlighted) -> None:
        message.stop()
        self.post_message(self.Showing(self.chosen))

    @on(Progress)
    def _progress(self, message: Progress) -> None:
        self.query_one("#bar", ProgressBar).update(total=max(1, message.total), progress=message.done)
