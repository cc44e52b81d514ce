"""The bulk filter against the loop a reader would write in Jinja."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jinja2 import Environment
from msgspec.structs import replace

from registry.edition.types import Orang
from site_builder.errors import BuildRefused
from site_builder.rows import list_rows, page_rows, table_rows
from site_builder.stretch import cells_of, columns_of
from site_builder.wording import KATEGORI
from tests.registry.edition.editions import orang

NAIVE = Environment(autoescape=True, keep_trailing_newline=True).from_string(
    '{% for it in people %}<tr id="{{ it.nomor }}"><td>{{ it.nomor }}</td><th scope="row">{{ it.nama }}</th>'
    "<td>{{ it.jabatan }}</td><td>{{ it.unit_kerja }}</td><td>{{ kategori[it.kategori] }}</td><td>{{ it.status }}</td></tr>\n"
    "{% endfor %}"
)
NAIVE_TABLE = Environment(autoescape=True, keep_trailing_newline=True).from_string(
    "{% for row in rows %}<tr>{% for cell in row %}<td>{{ cell }}</td>{% endfor %}</tr>\n{% endfor %}"
)
CELL = st.text(st.characters(blacklist_characters="\x1e\x1f", blacklist_categories=("Cs",)), max_size=12)
PERSON = st.builds(
    Orang,
    nomor=CELL,
    nama=CELL,
    jabatan=CELL,
    unit_kerja=CELL,
    kategori=st.sampled_from(["THK_II", "NON_ASN"]),
    status=CELL,
)


@given(st.lists(PERSON, max_size=5))
def test_list_rows_equal_the_naive_loop(people: list[Orang]) -> None:
    """Byte for byte, whatever the cells hold."""
    assert NAIVE.render(people=people, kategori=KATEGORI) == page_rows(list_rows(columns_of(cells_of(people)))).decode()


@given(st.lists(st.lists(CELL, min_size=5, max_size=5), max_size=5))
def test_table_rows_equal_the_naive_loop(rows: list[list[str]]) -> None:
    """The same for tables without anchors."""
    assert NAIVE_TABLE.render(rows=rows) == str(table_rows(rows))


@pytest.mark.parametrize("separator", ["\x1e", "\x1f"])
@pytest.mark.parametrize("field", ["nomor", "nama", "jabatan", "unit_kerja", "status"])
def test_a_separator_in_a_cell_is_refused(separator: str, field: str) -> None:
    """It would forge tags."""
    with pytest.raises(BuildRefused):
        list_rows(columns_of(cells_of([orang(1), replace(orang(2), **{field: f"a{separator}b"})])))


def test_no_rows_no_tags() -> None:
    """An empty list draws nothing."""
    assert (b"", "") == (page_rows(list_rows(columns_of([]))), str(table_rows([])))
