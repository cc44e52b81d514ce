"""What changed in a record, as lines to read: fields and codes by their words."""

import re
from collections.abc import Iterator
from datetime import datetime

from textual.content import Content

from registry.desk.differences import Difference
from registry.workflow.names import ALASAN_CORET, FASE, STATUS_MASUKAN, STATUS_PEGAWAI
from tui.moments import write_day, write_moment
from tui.words import in_words, kolom

_FIELDS = {
    "kop": "Kop surat",
    "ppk": "PPK",
    "sptjm": "SPTJM",
    "status": "Status",
    "alasan_status": "Alasan status",
    "alasan_coret": "Sebab dicoret",
    "syarat_usulan": "Usul aturan",
    "syarat": "Putusan MS/TMS",
    "alasan_syarat": "Alasan putusan",
}
_CODES = {
    "status": {**{str(k): v for k, v in STATUS_PEGAWAI.items()}, **{str(k): v for k, v in STATUS_MASUKAN.items()}},
    "fase": {str(k): v for k, v in FASE.items()},
    "alasan_coret": {str(k): v for k, v in ALASAN_CORET.items()},
}
EMPTY = "(kosong)"
_ISO = re.compile(r"\d{4}-\d{2}-\d{2}(T[0-9:.]+(Z|[+-]\d{2}:\d{2}))?")


def field_word(field: str) -> str:
    """What a field is called; a field within a field by both words."""
    outer, _, inner = field.partition(" ")
    if inner:
        return f"{field_word(outer)}, {field_word(inner).lower()}"
    word = _FIELDS.get(field) or kolom(field)
    return word[:1].upper() + word[1:]


def value_word(field: str, text: str) -> str:
    """The word for a code in this field; any other text stays."""
    name = field.rpartition(" ")[2]
    return _CODES.get(name, {}).get(text) or in_words(name, text)


def change_lines(changes: tuple[Difference, ...], *, new: bool = False, zona: str = "") -> Iterator[Content]:
    """Yield one line a field. new: there was nothing before, so only what is told now. zona: of clocks, where given."""
    for field, *texts in changes:
        before, after = (_moment(text, zona) for text in texts)
        name = Content.styled(f"{field_word(field)}: ", "bold")
        if new:
            yield name + Content(value_word(field, after))
        else:
            yield name + Content.assemble(
                (value_word(field, before) or EMPTY, "$text-error"),
                " menjadi ",
                (value_word(field, after) or EMPTY, "$text-success"),
            )


def _moment(text: str, zona: str) -> str:
    """A day or moment as the core writes it becomes one as people here write it; other texts stay."""
    if not _ISO.fullmatch(text):
        return text
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        return text
    return write_moment(moment, zona) if zona and moment.tzinfo else write_day(moment)
