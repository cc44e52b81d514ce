"""Makes the fonts of the letters from npm's `@fontsource/plus-jakarta-sans`.

Run by hand when that package changes:

    npm pack @fontsource/plus-jakarta-sans@5.3.0 && tar xzf fontsource-plus-jakarta-sans-5.3.0.tgz
    python -m registry.letters.fonts.build package/files

The subsets latin, latin-ext and vietnamese of one face become one TTF without layout tables. Digits get equal widths, the
blank is a little wider (at 7 points the original one hardly parts words), and the glyphs the source lacks are drawn: ≥, ≤ and
the replacement character. Same input, same bytes.
"""

import sys
import tempfile
from pathlib import Path
from typing import Any, Final

from fontTools.merge import Merger
from fontTools.pens.recordingPen import DecomposingRecordingPen
from fontTools.pens.transformPen import TransformPen
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.ttLib import TTFont

FACES: Final = {"Regular": "400-normal", "Bold": "700-normal"}
SUBSETS: Final = ("latin", "latin-ext", "vietnamese")
KEPT: Final = {"GlyphOrder", "OS/2", "cmap", "glyf", "head", "hhea", "hmtx", "loca", "maxp", "name", "post"}
DIGITS: Final = ("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine")
BLANK: Final = 240
SAME_AS: Final = {0x02BC: 0x2019, 0x02BB: 0x2018, 0x2010: 0x2D, 0x2011: 0x2D, 0x202F: 0x20}


def build(source: Path, target: Path) -> None:
    """TTFs of every face from the WOFF2 subsets in `source` into `target`."""
    for name, face in FACES.items():
        font = _merge([source / f"plus-jakarta-sans-{subset}-{face}.woff2" for subset in SUBSETS])
        _remap(font)
        _draw_missing(font)
        font.save(target / f"PlusJakartaSans-{name}.ttf")


def _merge(parts: list[Path]) -> Any:
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
        head: Any = merged["head"]
        head.created = head.modified = TTFont(bare[0], recalcTimestamp=False)["head"].modified
    return merged


def _remap(font: Any) -> None:
    """Digits of equal width, a wider blank, and codes that look like another one share its glyph."""
    blank = font.getBestCmap()[0x20]
    font["hmtx"].metrics[blank] = (BLANK, 0)
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
        pen = TTGlyphPen(None)
        _stamp(font, pen, base, (1, 0, 0, 1, 0, 60))
        _stamp(font, pen, "minus", (1, 0, 0, 1, 0, 10 - bar.yMin))
        _add(font, code, name, font["hmtx"].metrics[base][0], pen.glyph())
    mark, width, scale = font["glyf"]["question"], 760, 0.62
    pen = TTGlyphPen(None)
    _rectangle(pen, 60, -60, width - 60, 760)
    _rectangle(pen, width - 110, -10, 110, 710)
    _stamp(font, pen, "question", (scale, 0, 0, scale, (width - scale * (mark.xMax + mark.xMin)) / 2, 130))
    _add(font, 0xFFFD, "uniFFFD", width, pen.glyph())


def _stamp(font: Any, pen: Any, base: str, matrix: tuple[float, ...]) -> None:
    glyphs = font.getGlyphSet()
    drawn = DecomposingRecordingPen(glyphs)
    glyphs[base].draw(drawn)
    drawn.replay(TransformPen(pen, matrix))


def _add(font: Any, code: int, name: str, width: int, glyph: Any) -> None:
    font.setGlyphOrder([*font.getGlyphOrder(), name])
    font["glyf"][name] = glyph
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
