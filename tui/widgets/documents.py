"""The documents of one person: which there are, and what is accepted."""

from collections.abc import Sequence

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Static

from registry.desk.dokumen import Dokumen
from tui.widgets.columns import Column, Tone
from tui.widgets.explained import FAINT, shown
from tui.widgets.table import LineTable


def _tone(one: Dokumen) -> Tone:
    return "good" if one.letak else "warn" if one.tercatat else "muted"


COLUMNS: tuple[Column[Dokumen], ...] = (
    Column("jenis", "Dokumen", lambda one: one.ketentuan.label, width=22),
    Column("keadaan", "Keadaan", lambda one: one.keadaan, width=30, grow=2, tone=_tone),
    Column("tercatat", "Tercatat sebagai", lambda one: shown(one.tercatat), width=18, grow=1),
)


class Documents(Vertical):
    """One line a kind of document."""

    def __init__(self) -> None:
        super().__init__(id="dokumen")
        self._documents: Sequence[Dokumen] = ()

    def compose(self) -> ComposeResult:
        """Table above, what is accepted below."""
        yield LineTable(COLUMNS, lambda one: one.kolom, id="documents", empty="Simpan orang ini dahulu.")
        yield Static("", id="accepted")

    def on_mount(self) -> None:
        """Show what was filled in before anybody looked."""
        self._draw()

    @property
    def current(self) -> Dokumen | None:
        """The document under the cursor."""
        row = next((table.cursor_row for table in self.query(LineTable)), None)
        return row if isinstance(row, Dokumen) else None

    def fill(self, documents: Sequence[Dokumen]) -> None:
        """Show the documents as they are; once it is mounted."""
        self._documents = documents
        if self.query(LineTable):
            self._draw()

    def _draw(self) -> None:
        documents = self._documents
        self.query_one("#documents", LineTable).show(list(documents))
        lines = [Content.assemble((f"{one.ketentuan.label:<22}", "bold"), one.ketentuan.kalimat) for one in documents]
        remark = "Melampirkan atau melepas dokumen menjadikan data draf lagi; dokumen tidak pernah diumumkan."
        self.query_one("#accepted", Static).update(Content("\n").join([*lines, Content.styled(remark, FAINT)]))
