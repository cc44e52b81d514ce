"""Text that does not behave: nothing crashes, nothing vanishes silently, nothing leaves its column."""

import pypdfium2
import pytest

from registry.letters.announcement import announcement_pdf
from registry.model.instansi import Kop
from tests.registry.edition.editions import edition, orang
from tests.registry.letters.samples import PERIODE, agency, read


def listed(**fields: str) -> str:
    """Text of the list's page with one person."""
    return read(announcement_pdf(edition([orang(1, **fields)]), agency(), PERIODE)).pages[1]


@pytest.mark.parametrize(
    "nama",
    ["Nur’aini “Ida”", "Ma'ruf (Alm)", "José Ñandú Šimić Ḥasan", "A\\B(C)D", "Siti – Ratna — Dewi…", "≥ 5 § 2 ≤"],
)
def test_every_glyph_a_name_needs_can_be_read_back(nama: str):
    """Typographic quotes, dashes, accents, brackets and backslashes."""
    assert nama in listed(nama=nama)


@pytest.mark.parametrize("nama", ["محمد", "漢字", "\u202eBudi", "Bu\u200bdi", "Bu\u00addi", "Budi\x07", "😀 Budi"])
def test_what_the_font_lacks_is_visibly_replaced(nama: str):
    """A box with a question mark for every character: a reader sees that something is missing."""
    hidden = sum(not (char.isascii() and char.isprintable()) for char in nama)

    assert hidden == listed(nama=nama).count("\ufffd")


def test_letters_in_their_compatibility_form_are_drawn_plainly():
    """Ligatures and full-width letters have a plain form the font knows."""
    assert "Fifi Aa" in listed(nama="Fiﬁ Ａａ")


def test_a_long_name_takes_more_lines_and_loses_nothing():
    """All words are there."""
    nama = "I Gusti Ayu Putu Wahyuningsih Kusumawardhani Prawirodirdjo Nuraini Hidayatullah"

    assert nama in listed(nama=nama)


def test_what_is_cut_ends_in_an_ellipsis():
    """Six lines of a name are enough for everybody who exists."""
    assert "…" in listed(nama="A" * 600)


def test_braces_and_stars_of_a_value_stay_what_they_are():
    """A value cannot open a blank of the template nor set bold marks."""
    text = read(announcement_pdf(edition(1, nomor="{semua}/**800**"), agency(), PERIODE)).text

    assert "NOMOR {semua}/**800** TENTANG" in text


def test_text_stays_inside_the_page():
    """However long words are, no glyph is drawn beyond the paper's margins."""
    long = "Wxyz" * 60
    odd = agency(kop=Kop(baris=(long, long), alamat=long), nama=long)
    data = announcement_pdf(edition([orang(1, nama=long, jabatan=long, unit_kerja=long)]), odd, PERIODE)

    assert [] == [box for box in _boxes(data) if box[0] < 30 or box[2] > 565]


def test_cells_of_a_row_do_not_touch():
    """A name as wide as its column ends before the position begins."""
    data = announcement_pdf(edition([orang(1, nama="M" * 90, jabatan="Xx")]), agency(), PERIODE)
    with pypdfium2.PdfDocument(data) as document:
        page = document[1].get_textpage()
        text = page.get_text_range()
        ends = max(
            page.get_charbox(n)[2] for n, char in enumerate(text) if char == "M" and text[n - 1 : n + 2] == "MMM"
        )
        begins = page.get_charbox(text.index("Xx"))[0]

    assert ends < begins


def _boxes(data: bytes) -> list[tuple[float, float, float, float]]:
    boxes: list[tuple[float, float, float, float]] = []
    with pypdfium2.PdfDocument(data) as document:
        for page in document:
            text = page.get_textpage()
            boxes += [text.get_charbox(n) for n in range(text.count_chars()) if text.get_text_range(n, 1).strip()]
    return boxes
