"""Pictures that stand for a page where its address is shared (Open Graph): name, state, count; never a person.

Drawn in shades of one colour with the embedded font alone, so that the same input gives the same bytes.
"""

from functools import cache
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

from site_builder.palette import light_palette
from site_builder.parts import Parts
from site_builder.phase import standing
from site_builder.places import Agency
from site_builder.settings import SiteSettings
from site_builder.wording import format_number

if TYPE_CHECKING:
    from PIL.ImageDraw import ImageDraw
    from PIL.ImageFont import FreeTypeFont

SIZE = (1200, 630)
_FONT = "assets/fonts/plus-jakarta-sans-latin-700-normal.woff2"
_LEFT, _WIDTH, _LINES = 80, 1040, 4
_SHADES = 16  # of the palette from ground to white: the edges of letters need no more


def agency_picture(parts: Parts, agency: Agency) -> bytes:
    """PNG of an instansi."""
    state = standing(agency.heads)
    people = format_number(agency.newest.kepala.jumlah.semua)
    return _picture(parts.templates, parts.settings, agency.nama, f"{state.keadaan} · {people} orang dalam daftar")


def site_picture(templates: Path, settings: SiteSettings) -> bytes:
    """PNG of the site as a whole."""
    return _picture(templates, settings, settings.judul, "Cari nama, periksa daftar, unduh data")


def _picture(templates: Path, settings: SiteSettings, title: str, below: str) -> bytes:
    from PIL import Image, ImageDraw  # noqa: PLC0415 - most builds draw nothing

    image = Image.new("L", SIZE, 0)
    draw = ImageDraw.Draw(image)
    draw.rectangle((0, 0, 24, SIZE[1]), fill=120)
    draw.text((_LEFT, 70), "Pendataan tenaga non-ASN", font=_font(templates, 38), fill=190)
    size, lines = _fitted(draw, templates, title)
    for number, line in enumerate(lines):
        draw.text((_LEFT, 160 + number * round(size * 1.2)), line, font=_font(templates, size), fill=255)
    draw.text((_LEFT, 500), below, font=_font(templates, 42), fill=230)
    image = image.point([value * _SHADES // 256 for value in range(256)])
    image.putpalette(_palette(settings.warna))
    file = BytesIO()
    image.save(file, "PNG", bits=4, compress_level=6)
    return file.getvalue()


def _fitted(draw: "ImageDraw", templates: Path, text: str) -> tuple[int, list[str]]:
    """The largest size at which the text takes few enough lines; what is longer still is cut."""
    lines: list[str] = []
    for size in (84, 72, 60, 50):
        lines = _wrapped(draw, text, _font(templates, size))
        if len(lines) * size <= 260:
            return size, lines
    return 50, [*lines[: _LINES - 1], lines[_LINES - 1][:30] + "…"] if len(lines) > _LINES else lines


def _wrapped(draw: "ImageDraw", text: str, font: "FreeTypeFont") -> list[str]:
    lines = [""]
    for word in text.split():
        longer = f"{lines[-1]} {word}".strip()
        if draw.textlength(longer, font=font) <= _WIDTH or not lines[-1]:
            lines[-1] = longer
        else:
            lines.append(word)
    return lines


@cache
def _font(templates: Path, size: int) -> "FreeTypeFont":
    from PIL import ImageFont  # noqa: PLC0415 - most builds draw nothing

    return ImageFont.truetype(templates / _FONT, size, layout_engine=ImageFont.Layout.BASIC)


def _palette(colour: str) -> list[int]:
    ground = [int(light_palette(colour)["kepala"][at : at + 2], 16) for at in (1, 3, 5)]
    steps = [shade / (_SHADES - 1) for shade in range(_SHADES)]
    return [round(value + (255 - value) * step) for step in steps for value in ground]
