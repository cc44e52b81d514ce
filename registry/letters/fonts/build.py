"""Makes the fonts of the letters from npm's `@fontsource/plus-jakarta-sans`. Run by hand when that package changes:

    npm pack @fontsource/plus-jakarta-sans@5.3.0 && tar xzf fontsource-plus-jakarta-sans-5.3.0.tgz
    python -m registry.letters.fonts.build package/files

The subsets latin, latin-ext and vietnamese of one face become one TTF without layout tables. Digits get equal widths, and the
glyphs the source lacks are drawn: ≥, ≤ and the replacement character. Same input, same bytes.
"""

import sys
import tempfile
from pathlib import Path
from typing import Any, Final

FACES: Final = {"Regular": "400-normal", "Bold": "700-normal", "Italic": "400-italic"}
SUBSETS: Final = ("latin", "latin-ext", "vietnamese")
KEPT: Final = {"GlyphOrder", "OS/2", "cmap", "glyf", "head", "hhea", "hmtx", "loca", "maxp", "name", "post"}
DIGITS: Final = ("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine")
SAME_AS: Final = {0x02BC: 0x2019, 0x02BB: 0x2018, 0x2010: 0x2D, 0x2011: 0x2D, 0x202F: 0x20}


def build(source: Path, target: Path) -> None:
    """TTFs of every face from the WOFF2 subsets in `source` into `target`."""
    for name, face in FACES.items():
        font = _merge([source / f"plus-jakarta-sans-{subset}-{face}.woff2" for subset in SUBSETS])
        _remap(font)
        _draw_missing(font)
        font.save(target / f"PlusJakartaSans-{name}.ttf")


def _merge(parts: list[Path]) -> Any:
    from fontTools.merge import Merger
    from fontTools.ttLib import TTFont

    with tempfile.TemporaryDirectory() as folder:
        bare: list[str] = []
        for part in parts:
            font = TTFont(part, recalcTimestamp=False)
            for tag in set(font.keys()) - KEPT:
                del font[tag]
            font.flavor = None
            bare.append(str(Path(folder) / f"{part.stem}.ttf"))
            font.save(bare[-1])
        merged = Merger().merge(bare)
        merged.recalcTimestamp = False
        merged["head"].created = merged["head"].modified = TTFont(bare[0], recalcTimestamp=False)["head"].modified
    return merged


def _remap(font: Any) -> None:
    """Digits of equal width, and codes that look like another one share its glyph."""
    for table in font["cmap"].tables:
        for number, name in enumerate(DIGITS):
            table.cmap[0x30 + number] = f"{name}.tf"
        for code, other in SAME_AS.items():
            if code not in table.cmap:
                table.cmap[code] = table.cmap[other]


def _draw_missing(font: Any) -> None:
    """≥ and ≤ are > and < raised above a bar; the replacement character is a box with a question mark."""
    for code, name, base in ((0x2265, "greaterequal", "greater"), (0x2264, "lessequal", "less")):
        bar = font["glyf"]["minus"]
        parts = [(base, 1.0, 0, 60), ("minus", 1.0, 0, -bar.yMin + 10)]
        _add(font, code, name, font["hmtx"].metrics[base][0], parts, box=False)
    mark = font["glyf"]["question"]
    wide = 760
    middle = (wide - 0.62 * (mark.xMax + mark.xMin)) / 2
    _add(font, 0xFFFD, "uniFFFD", wide, [("question", 0.62, round(middle), 150)], box=True)


def _add(font: Any, code: int, name: str, width: int, parts: list[tuple[str, float, int, int]], *, box: bool) -> None:
    from fontTools.pens.recordingPen import DecomposingRecordingPen
    from fontTools.pens.transformPen import TransformPen
    from fontTools.pens.ttGlyphPen import TTGlyphPen

    pen = TTGlyphPen(None)
    glyphs = font.getGlyphSet()
    for base, scale, x, y in parts:
        drawn = DecomposingRecordingPen(glyphs)
        glyphs[base].draw(drawn)
        drawn.replay(TransformPen(pen, (scale, 0, 0, scale, x, y)))
    if box:
        _rectangle(pen, 60, -60, width - 60, 760)
        _rectangle(pen, width - 110, -10, 110, 710)
    font.setGlyphOrder([*font.getGlyphOrder(), name])
    font["glyf"][name] = glyph = pen.glyph()
    glyph.recalcBounds(font["glyf"])
    font["hmtx"].metrics[name] = (width, glyph.xMin)
    for table in font["cmap"].tables:
        table.cmap[code] = name


def _rectangle(pen: Any, left: int, bottom: int, right: int, top: int) -> None:
    """Clockwise when left < right, so that the two of a frame leave its middle open."""
    pen.moveTo((left, bottom))
    pen.lineTo((left, top))
    pen.lineTo((right, top))
    pen.lineTo((right, bottom))
    pen.closePath()


if __name__ == "__main__":
    build(Path(sys.argv[1]), Path(__file__).parent)
