"""One colour becomes the palette of a site, light and dark, with contrasts that hold (WCAG 2.2 AA and better)."""

import colorsys
import re
from functools import cache

from site_builder.errors import BuildRefused

_HEX = re.compile(r"#[0-9a-f]{6}\Z", re.IGNORECASE)

Rgb = tuple[float, float, float]


@cache
def palette_css(colour: str) -> str:
    """Custom properties for `:root`, a dark block, and nothing else. Raises BuildRefused for no `#rrggbb`."""
    if not _HEX.match(colour):
        raise BuildRefused(f"Warna {colour!r} tidak dikenal.", to_do="Tulis warna sebagai #rrggbb, misalnya #0b5a6f.")
    light, dark = _light(colour), _dark(colour)
    return (
        ":root{color-scheme:light dark;" + _properties(light) + "}\n"
        "@media (prefers-color-scheme:dark){:root{" + _properties(dark) + "}}\n"
    )


def contrast(one: str, other: str) -> float:
    """WCAG contrast ratio of two `#rrggbb` colours, 1 to 21."""
    lighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def light_palette(colour: str) -> dict[str, str]:
    """Name -> colour of the light palette."""
    return _light(colour)


def dark_palette(colour: str) -> dict[str, str]:
    """Name -> colour of the dark palette."""
    return _dark(colour)


def _light(colour: str) -> dict[str, str]:
    hue, saturation = _hue(colour)
    paper, tint = "#ffffff", _hls(hue, 0.965, saturation * 0.35)
    return {
        "kertas": paper,
        "latar": _hls(hue, 0.98, saturation * 0.25),
        "lembut": tint,
        "garis": _hls(hue, 0.86, saturation * 0.2),
        "tepi": _reach(hue, saturation * 0.2, tint, 3.2, darker=True),
        "teks": _hls(hue, 0.11, min(saturation, 0.35)),
        "redup": _reach(hue, saturation * 0.25, tint, 5.6, darker=True),
        "utama": _reach(hue, saturation, tint, 6.2, darker=True),
        "kuat": _reach(hue, saturation, tint, 10, darker=True),
        "di-utama": "#ffffff",
        "kepala": _reach(hue, saturation, paper, 9, darker=True),
        "fokus": "#b45309",
        "awas": "#7a4300",
        "awas-latar": "#fff4dc",
        "baik": "#11592f",
        "baik-latar": "#e5f5ea",
        "tanda": "#fff1b8",
        **_map_steps(hue, saturation * 0.55, tint, (1.12, 1.5, 2.2, 5.2, 9.5), darker=True),
        "peta-muda": _hls(hue, 0.11, min(saturation, 0.35)),
        "peta-tua": "#ffffff",
    }


def _dark(colour: str) -> dict[str, str]:
    hue, saturation = _hue(colour)
    soft = min(saturation, 0.45)
    tint = _hls(hue, 0.155, soft * 0.55)
    return {
        "kertas": _hls(hue, 0.115, soft * 0.5),
        "latar": _hls(hue, 0.08, soft * 0.5),
        "lembut": tint,
        "garis": _hls(hue, 0.26, soft * 0.4),
        "tepi": _reach(hue, soft * 0.4, tint, 3.2, darker=False),
        "teks": _hls(hue, 0.92, soft * 0.3),
        "redup": _reach(hue, soft * 0.4, tint, 7, darker=False),
        "utama": _reach(hue, min(saturation, 0.7), tint, 8, darker=False),
        "kuat": _reach(hue, min(saturation, 0.6), tint, 10.5, darker=False),
        "di-utama": _hls(hue, 0.09, soft),
        "kepala": _hls(hue, 0.13, soft),
        "fokus": "#fbbf24",
        "awas": "#fcd58a",
        "awas-latar": "#3a2a0c",
        "baik": "#9be3b4",
        "baik-latar": "#12301f",
        "tanda": "#3a3309",
        **_map_steps(hue, soft, tint, (1.2, 1.6, 2.2, 6, 9.5), darker=False),
        "peta-muda": "#ffffff",
        "peta-tua": _hls(hue, 0.06, soft),
    }


def _map_steps(
    hue: float, saturation: float, ground: str, ratios: tuple[float, ...], *, darker: bool
) -> dict[str, str]:
    """`peta-1` ... `peta-5`: fewer to more people. Text on the first three is `peta-muda`, on the last two `peta-tua`."""
    return {
        f"peta-{number}": _reach(hue, saturation, ground, ratio, darker=darker)
        for number, ratio in enumerate(ratios, 1)
    }


def _properties(colours: dict[str, str]) -> str:
    return "".join(f"--{name}:{value};" for name, value in colours.items())


def _hue(colour: str) -> tuple[float, float]:
    hue, _, saturation = colorsys.rgb_to_hls(*_rgb(colour))
    return hue, saturation


def _reach(hue: float, saturation: float, ground: str, ratio: float, *, darker: bool) -> str:
    """The colour of this hue nearest to `ground` that reaches the contrast `ratio` on it."""
    steps = range(100, -1, -1) if darker else range(101)
    for step in steps:
        candidate = _hls(hue, step / 100, saturation)
        if (_luminance(candidate) < _luminance(ground)) == darker and contrast(candidate, ground) >= ratio:
            return candidate
    return "#000000" if darker else "#ffffff"


def _hls(hue: float, lightness: float, saturation: float) -> str:
    red, green, blue = colorsys.hls_to_rgb(hue, lightness, saturation)
    return f"#{round(red * 255):02x}{round(green * 255):02x}{round(blue * 255):02x}"


def _rgb(colour: str) -> Rgb:
    return int(colour[1:3], 16) / 255, int(colour[3:5], 16) / 255, int(colour[5:7], 16) / 255


def _luminance(colour: str) -> float:
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in _rgb(colour))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
