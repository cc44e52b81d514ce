"""What the preview says in words: one row's findings by cell, changes field by field, how a file was laid out, the counts."""

from collections.abc import Iterable

from textual.content import Content

from registry.intake.cells import cell_of
from registry.intake.plan import Columns, Plan, RowPlan
from registry.model.codes import Hasil
from tui.words import HASIL, TONE_STYLE, in_words, kolom, number

_SHORT = frozenset({"nik", "kk", "sk", "hp", "nip", "bos", "thk", "ii", "apbd", "apbn", "blud"})


def outcome(plan: Plan) -> Content:
    """Return the six counts, which add up to the rows read."""
    parts = [Content.assemble((number(plan.baris_dibaca), "bold"), " baris = ")]
    parts += [
        Content.assemble((number(plan.hasil.get(code, 0)), "bold"), " ", (HASIL[code][0].lower(), TONE_STYLE[HASIL[code][1]]), " ")
        for code in Hasil
    ]  # fmt: skip
    return Content(" ") + Content("").join(parts)


def layout_line(plan: Plan) -> Content:
    """Return which tables were found where, and how many columns are used."""
    used = sum(len(table.kolom) for table in plan.columns)
    every = sum(sum(bool(text) for text in table.teks) for table in plan.columns)
    if len(plan.columns) == 1:
        table = plan.columns[0]
        where = f"Lembar {table.lembar}: kepala" if table.lembar else "Kepala"
        text = f"{where} di baris {_rows(table)}"
    else:
        sheets = len({table.lembar for table in plan.columns})
        text = f"{len(plan.columns)} tabel di {sheets} lembar" if sheets > 1 else f"{len(plan.columns)} tabel"
    line = Content(f" {text} · {used} dari {max(used, every)} kolom dipakai")
    if any(table.dikoreksi for table in plan.columns):
        line += Content.styled(" · pemetaan yang diingat dipakai", "$text-warning")
    return line + Content.styled(" (K)", "$foreground 70%")


def _rows(table: Columns) -> str:
    first, last = table.kepala[0], table.kepala[-1]
    return str(first) if first == last else f"{first}–{last}"


def code_in_words(code: str) -> str:
    """Return a finding's code as words: `nik-bukan-16-angka` is `NIK bukan 16 angka`."""
    text = " ".join(word.upper() if word in _SHORT else word for word in code.split("-"))
    return text[:1].upper() + text[1:]


def row_detail(plan: Plan, row: RowPlan) -> Content:
    """Return everything about one row."""
    lines = [*_findings(plan, row), *_changes(row)]
    return Content("\n").join(lines or [Content.styled("Tidak ada temuan pada baris ini.", "$foreground 70%")])


def _findings(plan: Plan, row: RowPlan) -> Iterable[Content]:
    """Findings in the order of the columns; those about the whole row last."""
    placed = [(cell_of(plan, row.baris, finding), finding) for finding in row.baris.temuan]
    for cell, finding in sorted(placed, key=lambda pair: (not pair[0], len(pair[0]), pair[0])):
        where = f"{kolom(finding.kolom)}: " if finding.kolom else ""
        yield Content.assemble(
            ("• ", "$text-warning"), (f"{cell} " if cell else "", "$text-primary"), (where, "bold"), finding.pesan
        )
        if finding.sumber:
            yield Content.styled(f"  {finding.sumber}", "$foreground 70%")


def _changes(row: RowPlan) -> Iterable[Content]:
    for field, old, new in row.changes:
        yield Content.assemble(
            (f"{kolom(field)}: ", "bold"),
            (in_words(field, old) or "(kosong)", "$text-error"),
            " menjadi ",
            (in_words(field, new) or "(kosong)", "$text-success"),
        )
