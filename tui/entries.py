"""Entries of the journal as lines of a table, and one entry as text. Plain functions: no widgets, no store."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from textual.content import Content

from registry.desk.riwayat import TABLE_WORDS, Jurnal, RecordChange, Touched, label_of
from registry.model.tables import PEGAWAI
from registry.model.terbitan import EdisiTercatat
from registry.store.change import JournalNote
from registry.store.seam import Head
from tui.changes import change_lines
from tui.moments import write_moment
from tui.widgets.columns import Column

NO_JOURNAL = Jurnal(entries=(), names={}, people={}, zona="Asia/Jakarta")


@dataclass(frozen=True, slots=True)
class Line:
    """One entry; waktu by the clocks of the instansi, told: what it touched."""

    note: JournalNote
    waktu: datetime
    told: str


def lines_of(jurnal: Jurnal) -> list[Line]:
    """Return the lines, newest first."""
    zone = ZoneInfo(jurnal.zona)
    return [Line(note, note.waktu.astimezone(zone), jurnal.summary(note)) for note in jurnal.entries]


ENTRY_COLUMNS: tuple[Column[Line], ...] = (
    Column("seq", "Entri", lambda line: str(line.note.seq), width=5, right=True, sort=lambda line: line.note.seq),
    Column("waktu", "Waktu", lambda line: f"{line.waktu:%d-%m-%Y %H.%M}", width=16, sort=lambda line: line.note.seq),
    Column("operator", "Petugas", lambda line: line.note.operator, width=10, grow=1),
    Column("action", "Tindakan", lambda line: label_of(line.note.action), width=18, grow=1),
    Column("told", "Menyentuh", lambda line: line.told, width=22, grow=3),
    Column("alasan", "Alasan", lambda line: line.note.alasan, width=14, grow=2, from_width=112),
)
RECORD_COLUMNS: tuple[Column[Touched], ...] = (
    Column("key", "Catatan", lambda one: one.key, width=13),
    Column("nama", "Nama", lambda one: one.nama or TABLE_WORDS.get(one.table, one.table), width=14, grow=1),
)


def head_lines(head: Head, editions: Sequence[EdisiTercatat], *, wide: bool, damaged: bool) -> Content:
    """Return head and, where there is room, the editions' fingerprints; those are always in the question of K."""
    lines = [Content.assemble((f" Kepala {head.seq}: ", "bold"), (head.hash, "$foreground 70%"))]
    for edition in reversed(editions[-3:] if wide else ()):
        name = f" Edisi {edition.nomor} ({edition.tahap}): "
        lines.append(Content.assemble((name, "bold"), (edition.sidik, "$foreground 70%")))
    if damaged:
        lines.append(Content.styled(" Jurnal rusak: ada entri yang hilang. Tekan P untuk memeriksa.", "$text-error"))
    return Content("\n").join(lines)


def entry_lines(note: JournalNote, zona: str, record: Touched | None, change: RecordChange | None) -> Iterator[Content]:
    """Yield who, when, why; then what changed in one record."""
    yield Content.assemble((label_of(note.action), "bold"), f"  oleh {note.operator}")
    yield Content.styled(write_moment(note.waktu, zona), "$foreground 70%")
    if note.alasan:
        yield Content.assemble(("Alasan: ", "bold"), note.alasan)
    if record is not None and change is not None:
        yield Content("")
        who = f"{record.nama or TABLE_WORDS.get(record.table, record.table).capitalize()} {record.key}"
        yield Content.styled(f"{who} (baru)" if change.baru else who, "bold $text-primary")
        lines = list(change_lines(change.changes, new=change.baru, zona=zona))
        yield from lines or [Content.styled(_nothing(record), "$foreground 70%")]
    yield Content.styled(f"Sidik entri {note.seq}: {note.hash}", "$foreground 70%")


def _nothing(record: Touched) -> str:
    what = "data orang ini" if record.table == PEGAWAI else "catatan ini"
    return f"Tidak ada isian {what} yang berubah."
