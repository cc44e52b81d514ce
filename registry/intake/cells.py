"""Where in a spreadsheet something stands: letters of columns, the cell a finding is about."""

from registry.intake.plan import Columns, Plan
from registry.intake.rejects import SHOWN_IN
from registry.model.finding import Finding
from registry.model.impor import BarisImpor

_LETTERS = 26


def column_letter(column: int) -> str:
    """A for 0, Z for 25, AA for 26."""
    letters = ""
    column += 1
    while column:
        column, place = divmod(column - 1, _LETTERS)
        letters = chr(ord("A") + place) + letters
    return letters


def table_of(plan: Plan, row: BarisImpor) -> Columns | None:
    """The table a row stands in: the last of its sheet whose header is above it."""
    above = [table for table in plan.columns if table.lembar == row.lembar and table.kepala[-1] < row.nomor]
    return max(above, key=lambda table: table.kepala[-1], default=None)


def cell_of(plan: Plan, row: BarisImpor, finding: Finding) -> str:
    """The cell a finding is about ("B7"); empty when it is about the whole row or a column the table does not have."""
    table = table_of(plan, row)
    if table is None or not finding.kolom:
        return ""
    for field in (finding.kolom, *SHOWN_IN.get(finding.kolom, ())):
        column = next((column for column, name in table.kolom.items() if name == field), None)
        if column is not None:
            return f"{column_letter(column)}{row.nomor}"
    return ""
