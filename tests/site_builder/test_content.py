"""Markdown pages: front matter, cleaning, links that must lead somewhere; data folders; palette."""

import re
from pathlib import Path

import pytest

from site_builder.content import load_content, render_content
from site_builder.errors import BuildRefused
from site_builder.palette import contrast, dark_palette, light_palette, palette_css

CONTENT = Path(__file__).parents[2] / "content"
ADDRESSES = {"index.html", "tentang/index.html"}


def _page(folder: Path, body: str, head: str = "judul: Coba\nurutan: 1") -> Path:
    (folder / "coba.md").write_text(f"---\n{head}\n---\n{body}\n", "utf-8")
    return folder


def _rendered(folder: Path, body: str) -> str:
    return render_content(load_content(_page(folder, body))[0], ADDRESSES)


def test_links_between_pages_become_relative(tmp_path: Path) -> None:
    """`/tentang/` works below any path and from file://."""
    assert (
        '<p><a href="../tentang/index.html#x" rel="noopener">T</a> <a href="../index.html" rel="noopener">B</a></p>'
        == _rendered(tmp_path, "[T](/tentang/#x) [B](/)")
    )


def test_a_link_to_nowhere_is_refused(tmp_path: Path) -> None:
    """Named with its page."""
    with pytest.raises(BuildRefused, match=r"/hilang/.*coba\.md"):
        _rendered(tmp_path, "[H](/hilang/)")


def test_scripts_styles_and_handlers_are_cleaned_away(tmp_path: Path) -> None:
    """Whoever may edit content may not run code in readers' browsers."""
    html = _rendered(
        tmp_path,
        '<script>alert(1)</script><p onclick="x()" style="color:red">a</p> [b](javascript:alert(1)) <img src=x>',
    )

    assert [] == [bad for bad in ("script", "onclick", "style", "javascript", "img") if bad in html]


@pytest.mark.parametrize(
    ("head", "why"),
    [("urutan: 1", "judul"), ("judul: A\nwarna: merah", "warna"), ("judul: A\nurutan: satu", "urutan")],
)
def test_faulty_front_matter_is_refused(tmp_path: Path, head: str, why: str) -> None:
    """Nothing is silently left out."""
    with pytest.raises(BuildRefused, match=why):
        load_content(_page(tmp_path, "isi", head))


def test_a_page_without_front_matter_is_refused(tmp_path: Path) -> None:
    """The title must come from somewhere."""
    (tmp_path / "coba.md").write_text("# Coba\n", "utf-8")
    with pytest.raises(BuildRefused, match="---"):
        load_content(tmp_path)


def test_pages_stand_in_the_order_they_ask_for(tmp_path: Path) -> None:
    """Not in the order of their file names."""
    for name, order in (("a", 2), ("b", 1)):
        (tmp_path / f"{name}.md").write_text(f"---\njudul: {name}\nurutan: {order}\n---\n", "utf-8")

    assert ["b", "a"] == [page.nama for page in load_content(tmp_path)]


@pytest.mark.parametrize("colour", ["#0b5a6f", "#ffee00", "#ff0000", "#777777", "#000000", "#ffffff", "#7b2ff7"])
def test_every_colour_gives_a_readable_palette(colour: str) -> None:
    """Text 4.5:1 or better on every ground it stands on, borders of controls 3:1, light and dark."""
    faults = [
        (name, ground)
        for palette in (light_palette(colour), dark_palette(colour))
        for names, grounds, ratio in (
            (("teks", "redup", "utama", "kuat"), ("kertas", "latar", "lembut"), 4.5),
            (("tepi", "fokus"), ("kertas", "latar", "lembut"), 3.0),
            (("di-utama",), ("utama", "kuat"), 4.5),
            (("awas", "teks"), ("awas-latar",), 4.5),
            (("baik",), ("baik-latar", "lembut"), 4.5),
            (("awas",), ("lembut", "latar"), 4.5),
            (("teks", "redup"), ("tanda",), 4.5),
            (("peta-muda",), ("peta-1", "peta-2", "peta-3"), 4.5),
            (("peta-tua",), ("peta-4", "peta-5"), 4.5),
        )
        for name in names
        for ground in grounds
        if contrast(palette[name], palette[ground]) < ratio
    ]
    white_on_head = [
        contrast("#ffffff", palette["kepala"]) for palette in (light_palette(colour), dark_palette(colour))
    ]

    assert [] == faults
    assert min(white_on_head) >= 4.5


def test_what_is_no_colour_is_refused() -> None:
    """It would end up in a style sheet."""
    with pytest.raises(BuildRefused, match="rrggbb"):
        palette_css("red;}body{")


def test_guides_name_no_date_of_one_round() -> None:
    """They stand on the sites of every periode; dates stand in the announcements."""
    dated = [path.name for path in CONTENT.glob("cara-*.md") if re.search(r"\b20\d\d\b", path.read_text("utf-8"))]

    assert [] == dated
