"""Style sheet, script, fonts and icon: read from templates/assets, bundled, and addressed by their hash.

The script is written as small modules and joined in the order of their names: from file:// only classic scripts run.
"""

import re
from hashlib import sha256
from pathlib import Path

from msgspec import Struct

from site_builder.offline_app import icon_files
from site_builder.palette import palette_css

# Only headings are set in the embedded font; the second face holds the rarer letters and is fetched when one occurs.
_FACES = (
    (
        "plus-jakarta-sans-latin-700-normal.woff2",
        "U+0000-00FF,U+0131,U+0152-0153,U+02BB-02BC,U+02C6,U+02DA,U+02DC,U+2000-206F",
    ),
    ("plus-jakarta-sans-latin-ext-700-normal.woff2", "U+0100-0130,U+0132-0151,U+0154-02BA,U+02BD-02C5,U+1E00-1EFF"),
)

_COMMENT = re.compile(r"^[ \t]*/\*.*?\*/[ \t]*\n", re.DOTALL | re.MULTILINE)
_INDENT = re.compile(r"^[ \t]+", re.MULTILINE)


class Assets(Struct, frozen=True):
    """`berkas`: address -> bytes. The other fields are addresses in it."""

    css: str
    js: str
    js_verifikasi: str
    ikon: str
    berkas: dict[str, bytes]


def load_assets(folder: Path, colour: str) -> Assets:
    """All assets of a site in one colour."""
    fonts = [(name, letters) for name, letters in _FACES if (folder / "fonts" / name).is_file()]
    files = {f"aset/huruf/{name}": (folder / "fonts" / name).read_bytes() for name, _ in fonts}
    if fonts:
        files["aset/huruf/OFL.txt"] = (folder / "fonts" / "OFL.txt").read_bytes()
    style = palette_css(colour) + "".join(_font_face(*font) for font in fonts) + _joined(folder / "css", "*.css")
    icon = (folder / "ikon.svg").read_text("utf-8").replace("#0b5a6f", colour)
    css = _add(files, "situs", "css", style.encode())
    js = _add(files, "situs", "js", _lean(_joined(folder / "js", "*.js")).encode())
    verify = _add(files, "verifikasi", "js", _lean(_joined(folder / "verifikasi", "*.js")).encode())
    ikon = _add(files, "ikon", "svg", icon.encode())
    return Assets(css, js, verify, ikon, files | icon_files(colour))


def _joined(folder: Path, pattern: str) -> str:
    return "".join(path.read_text("utf-8") for path in sorted(folder.glob(pattern)))


def _lean(script: str) -> str:
    """Without the comments that begin a line and without indentation: a fifth of what a phone has to load."""
    return _INDENT.sub("", _COMMENT.sub("", script))


def _font_face(name: str, letters: str) -> str:
    """`optional`: the page never jumps when the font arrives late."""
    return (
        '@font-face{font-family:"Plus Jakarta Sans";font-style:normal;font-weight:700;font-display:optional;'
        f'src:url("huruf/{name}") format("woff2");unicode-range:{letters}}}\n'
    )


def _add(files: dict[str, bytes], name: str, suffix: str, data: bytes) -> str:
    address = f"aset/{name}-{sha256(data).hexdigest()[:10]}.{suffix}"
    files[address] = data
    return address
