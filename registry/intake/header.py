"""Which rows are the header of a table, and which column holds which field. Knows nothing of people.

Headers stand in one row or in two ("SK" over "Nomor | Tanggal"), anywhere in the sheet, and may be repeated.
"""

import re
from collections.abc import Mapping, Sequence

from msgspec import Struct

from registry.intake.columns import BIRTH, BIRTH_PARTS, IGNORED, MARKED_L, MARKED_P, NUMBERING, field_of
from registry.intake.sheets import Row, Sheet, cell_text

_PERSON = frozenset(
    {
        "tanggal_lahir",
        BIRTH,
        "jabatan",
        "jenis_kelamin",
        "pendidikan",
        "tanggal_mulai",
        "unit_kerja",
        "nomor_sk",
        "tempat_lahir",
        "sumber_gaji",
    }
)
_DECREE = frozenset({"nomor_sk", "tanggal_mulai", "tanggal_sk"})
_UTAMA = frozenset({"tanggal_lahir", BIRTH, *BIRTH_PARTS, "tempat_lahir", "jenis_kelamin", MARKED_L, MARKED_P})
_IDENTITY = re.compile(
    r"\b(n\W?i\W?k|n\W?a\W?m\W?a|e?\W?ktp|nikp+npn|nmp+npn|nomor induk|no\W*\s?ktp|name|nma)\b|nama|nik", re.IGNORECASE
)
_LONG = 80
_DEEPEST = 3
_SURE = 94


class Header(Struct, frozen=True):
    """One header block. baris: its rows (from 0). kolom: column -> field. teks: the header texts in the columns' order.

    told: an operator said what the columns hold.
    """

    baris: tuple[int, ...]
    kolom: dict[int, str]
    teks: tuple[str, ...]
    told: bool = False

    @property
    def is_history(self) -> bool:
        """The second table: decrees (SK) of people, without their birth date."""
        fields = set(self.kolom.values())
        return bool(fields & _DECREE) and not fields & _UTAMA

    def column(self, field: str) -> int | None:
        """The column of a field, None when the table has none."""
        return next((index for index, name in self.kolom.items() if name == field), None)


def find_header(sheet: Sheet, first: int, last: int) -> Header | None:
    """The first header block that starts at row `first` or later, before row `last`."""
    for number in range(first, min(last, len(sheet.baris))):
        header = header_at(sheet, number)
        if header is not None:
            return header
    return None


def header_at(sheet: Sheet, number: int) -> Header | None:
    """The header block whose first row is this one; two- and three-row headers are tried before one row."""
    row = sheet.baris[number]
    if not _may_be_header(row) or not _names_identity(sheet, number):
        return None
    texts: list[_Levels] = [(text,) if text else () for text in _texts(row)]
    alone = _fields(texts)
    best = _Candidate((number,), alone, texts) if _is_table(alone) else None
    for depth in range(2, _DEEPEST + 1):
        below = number + depth - 1
        if below >= len(sheet.baris) or not _may_be_lower(sheet.baris[below]):
            break
        texts = _joined(sheet, texts, number, below)
        fields = _fields(texts)
        if best is None and _stands_alone(sheet, below, fields):
            return None
        if _is_table(fields) and _adds(fields, best, sheet.baris[below]):
            best = _Candidate(tuple(range(number, below + 1)), fields, texts)
    if best is None:
        return None
    return Header(best.baris, _resolve(sheet, best), tuple(" ".join(levels) for levels in best.teks))


# The texts above each other that make one column's header, from the top down.
_Levels = tuple[str, ...]


def _stands_alone(sheet: Sheet, below: int, joined: Mapping[int, tuple[str, int]]) -> bool:
    """The row below is a header without the row above, which is a title then."""
    alone = _fields([(text,) for text in _texts(sheet.baris[below])])
    return _is_table(alone) and {field for field, _ in alone.values()} >= {field for field, _ in joined.values()}


class _Candidate(Struct):
    baris: tuple[int, ...]
    fields: dict[int, tuple[str, int]]
    teks: list[_Levels]


def _may_be_header(row: Row) -> bool:
    texts = [cell for cell in row if isinstance(cell, str) and cell]
    return len(texts) >= 2 and all(len(text) <= 3 * _LONG for text in texts)


def _names_identity(sheet: Sheet, number: int) -> bool:
    """Cheap, for it is asked of every row that is no data: the row or one just below names the NIK or the name."""
    rows = sheet.baris[number : number + _DEEPEST]
    return any(_IDENTITY.search(cell) for row in rows for cell in row if isinstance(cell, str) and len(cell) <= _LONG)


def _may_be_lower(row: Row) -> bool:
    """A second header row holds short texts only; a row of column numbers or of data does not."""
    filled = [cell for cell in row if cell != ""]
    if not filled or not all(isinstance(cell, str) and len(cell) <= _LONG for cell in filled):
        return False
    return not any(sum(c.isdigit() for c in cell) > 2 or cell.strip("() ").isdigit() for cell in filled)


def _texts(row: Row) -> list[str]:
    return [cell_text(cell) if isinstance(cell, str) else "" for cell in row]


def _joined(sheet: Sheet, above: list[_Levels], top: int, below: int) -> list[_Levels]:
    """The texts of each column, those of merged cells above included."""
    own = _texts(sheet.baris[below])
    width = max(len(above), len(own))
    own += [""] * (width - len(own))
    parents = above + [()] * (width - len(above))
    reach = _reach(sheet, top, below, parents, own)
    return [(*reach[column], own[column]) if own[column] else parents[column] for column in range(width)]


def _reach(sheet: Sheet, top: int, below: int, parents: list[_Levels], own: list[str]) -> list[_Levels]:
    """The texts above each column: merged cells say how far they reach; without merges they reach over blanks."""
    reach = list(parents)
    known = False
    for first_row, first_column, last_row, last_column in sorted(sheet.gabung, reverse=True):  # The nearest text first.
        if top <= first_row <= last_row < below and first_column < len(parents) and last_column > first_column:
            known = True
            for column in range(first_column, min(last_column + 1, len(reach))):
                reach[column] = reach[column] or parents[first_column]
    if not known:
        for column in range(1, len(reach)):
            if not reach[column] and own[column] and own[column - 1]:
                reach[column] = reach[column - 1]
    return reach


def _fields(texts: Sequence[_Levels]) -> dict[int, tuple[str, int]]:
    """Column -> (field, how surely): by all texts above each other or by fewer of the lower ones, what is surest."""
    found: dict[int, tuple[str, int]] = {}
    for column, levels in enumerate(texts):
        best = ("", 0)
        for start in range(len(levels)):
            field, score = field_of(" ".join(levels[start:]))
            if field and score - start > best[1]:
                best = field, score - start
        if best[0]:
            found[column] = best
    return found


def _is_table(fields: Mapping[int, tuple[str, int]]) -> bool:
    """A header of people names the NIK with something else, or the name with two things about a person."""
    names = {field for field, _ in fields.values()} - {NUMBERING, IGNORED}
    about = names & _PERSON
    if "nik" in names:
        return len(names) >= 2 and ("nama" in names or bool(about))
    if "nama" not in names:
        return False
    return bool(names & {"tanggal_lahir", BIRTH}) or ("nip" not in names and len(about) >= 2)


def _adds(fields: Mapping[int, tuple[str, int]], best: "_Candidate | None", lower: Row) -> bool:
    """Whether the row below is part of the header: it brings fields, and most of its texts mean one."""
    if best is None:
        return True
    more = {field for field, score in fields.values() if score >= _SURE} - {field for field, _ in best.fields.values()}
    filled = [column for column, cell in enumerate(lower) if cell != ""]
    meant = [fields[column][0] for column in filled if column in fields and fields[column][1] >= _SURE]
    repeats = any(field_of(str(lower[column]))[0] in ("nik", "nama") for column in filled)
    return bool(more) and not repeats and len(meant) * 2 >= len(filled)


def _resolve(sheet: Sheet, candidate: _Candidate) -> dict[int, str]:
    """One column a field: the surest text wins, then the column with more cells filled, then the first."""
    after = candidate.baris[-1] + 1
    sample = sheet.baris[after : after + 60]
    chosen: dict[str, tuple[int, int, int]] = {}
    for column, (field, score) in _settle_school(candidate.fields).items():
        filled = sum(1 for row in sample if column < len(row) and row[column] != "")
        rank = (score if filled else 0, filled, -column)
        if field not in chosen or rank > chosen[field]:
            chosen[field] = rank
    columns = {-rank[2]: field for field, rank in chosen.items() if field != IGNORED}
    _add_second_birth_column(candidate, sample, columns)
    return dict(sorted(columns.items()))


def _settle_school(fields: Mapping[int, tuple[str, int]]) -> dict[int, tuple[str, int]]:
    """Sekolah is where a teacher works, unless the table names the unit elsewhere: then it is the school of the diploma."""
    unit = any(field == "unit_kerja" for field, _ in fields.values())
    meaning = "sekolah" if unit else "unit_kerja"
    return {
        column: (meaning if field == "sekolah_atau_unit" else field, score) for column, (field, score) in fields.items()
    }


def _add_second_birth_column(candidate: _Candidate, sample: Sequence[Row], columns: dict[int, str]) -> None:
    """A heading "Tempat, Tanggal Lahir" merged over two columns: the place in the first, the date in the second."""
    birth = next((column for column, field in columns.items() if field == BIRTH), None)
    if birth is None or birth + 1 in candidate.fields or "tanggal_lahir" in columns.values():
        return
    text = " ".join(candidate.teks[birth + 1]) if birth + 1 < len(candidate.teks) else ""
    if text and field_of(text)[0] != BIRTH:
        return
    firsts = [cell_text(row[birth]) for row in sample if birth < len(row)]
    seconds = [row[birth + 1] for row in sample if birth + 1 < len(row) and row[birth + 1] != ""]
    if seconds and not any(any(c.isdigit() for c in text) for text in firsts):
        columns[birth] = "tempat_lahir"
        columns[birth + 1] = "tanggal_lahir"
