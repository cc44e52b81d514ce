"""The editions so far as an operator knows them: by the letter that announced each. Numbers stand in the frozen files."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import msgspec

from registry.desk.terbitan import edition_path
from registry.model import tables
from registry.model.terbitan import EdisiTercatat
from registry.normalise.text import format_date
from tui.moments import write_moment
from tui.session import Session
from tui.words import number


class Letter(msgspec.Struct, frozen=True):
    """Number and date of the letter of an edition."""

    nomor: str
    tanggal: date


class EditionLine(msgspec.Struct, frozen=True):
    """One edition; letter: None when its file cannot be read here."""

    edition: EdisiTercatat
    letter: Letter | None


def editions(session: Session) -> list[EditionLine]:
    """Return every edition of the open instansi, oldest first."""
    rows = (row for row in session.store.rows(tables.EDISI) if isinstance(row, EdisiTercatat))
    return [EditionLine(row, _letter(edition_path(session.terbitan, row))) for row in rows]


def _letter(path: Path) -> Letter | None:
    try:
        return msgspec.json.decode(path.read_bytes(), type=Letter)
    except (OSError, msgspec.DecodeError):
        return None


def in_lines(line: EditionLine, zona: str) -> Iterator[str]:
    """Yield what to show of an edition: its letter, then when and of how many people it was frozen."""
    row, letter = line.edition, line.letter
    told = f"nomor {letter.nomor}, {format_date(letter.tanggal)}" if letter else "berkas edisi tidak terbaca di sini"
    yield f"{row.nomor}. {row.tahap.capitalize()}  {told}"
    yield f"   dibekukan {write_moment(row.waktu, zona)}  {number(row.jumlah)} orang  sidik {row.sidik[:8]}"
