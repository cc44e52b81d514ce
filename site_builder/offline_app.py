"""The site as an app: web manifest, its icons, and the service worker that keeps pages for use without a connection."""

from collections.abc import Mapping
from hashlib import sha256
from io import BytesIO
from pathlib import Path

import msgspec

from site_builder.palette import light_palette
from site_builder.settings import SiteSettings
from site_builder.writer import Written

WEB_MANIFEST, SERVICE_WORKER = "manifest.webmanifest", "sw.js"
OFFLINE_PAGE = "luring/index.html"

_SIZES = {"ikon-180": (180, 1.0), "ikon-192": (192, 1.0), "ikon-512": (512, 1.0), "ikon-512-penuh": (512, 0.72)}
_SHELL = ("aset/situs-", "aset/ikon-", "aset/huruf/plus-jakarta-sans-latin-700")
_FINE = 3  # drawn this many times larger, then reduced: Pillow draws without smoothing
_GRID = 32  # side of the drawing in ikon.svg, whose lines these are
_LINES = (((9, 10), (23, 10)), ((9, 16), (18, 16)), ((9, 22), (14, 22)), ((18, 22.5), (20.6, 25.1), (25.5, 19.5)))
_STROKE, _CORNER = 2.6, 7

Point = tuple[float, float]


def icon_files(colour: str) -> dict[str, bytes]:
    """Address -> PNG. The one called `penuh` fills its square and keeps to the middle, for systems that cut icons to a shape."""
    return {
        f"aset/{name}.png": _icon(colour, side, scale, full=name.endswith("penuh"))
        for name, (side, scale) in _SIZES.items()
    }


def web_manifest(settings: SiteSettings) -> bytes:
    """manifest.webmanifest; all addresses count from the site's root, where it stands."""
    light = light_palette(settings.warna)
    icons = [
        {"src": f"aset/{name}.png", "sizes": f"{side}x{side}", "type": "image/png"}
        | ({"purpose": "maskable"} if name.endswith("penuh") else {})
        for name, (side, _) in _SIZES.items()
    ]
    return msgspec.json.format(
        msgspec.json.encode(
            {
                "name": settings.judul,
                "short_name": "Pendataan",
                "lang": "id",
                "id": "./",
                "start_url": "./index.html",
                "scope": "./",
                "display": "minimal-ui",
                "theme_color": light["kepala"],
                "background_color": light["latar"],
                "icons": icons,
                "shortcuts": [{"name": "Cari nama", "url": "./cari/index.html"}],
            }
        ),
        indent=1,
    )


def service_worker(templates: Path, written: Mapping[str, Written], shell: list[str]) -> bytes:
    """sw.js for a site whose files `written` are there: `shell` are the addresses it keeps from the first visit on.

    Its version follows from their content, so that it changes exactly when one of them does.
    """
    files = sorted(set(shell))
    version = sha256("".join(f"{it} {written[it].sha256}\n" for it in files).encode()).hexdigest()[:10]
    setup = msgspec.json.encode({"versi": version, "kulit": files, "luring": OFFLINE_PAGE}).decode()
    source = (templates / "assets/luring/sw.js").read_text("utf-8")
    return source.replace("{/* diisi pembangun situs */}", setup).encode()


def shell_of(written: Mapping[str, Written], *pages: str) -> list[str]:
    """`pages` and what all of them need: style sheet, script, icon, the font of headings, manifest."""
    assets = [it for it in written if it.startswith(_SHELL) and not it.endswith(".png")]
    return [*pages, WEB_MANIFEST, *assets]


def _icon(colour: str, side: int, scale: float, *, full: bool) -> bytes:
    """Two masks, drawn large and reduced: what the icon covers, and its white lines. Four channels would take five times as long."""
    from PIL import Image, ImageDraw  # noqa: PLC0415 - slow import

    large = side * _FINE
    unit = large * scale / _GRID
    margin = (large - large * scale) / 2
    shape, lines = Image.new("L", (large, large)), Image.new("L", (large, large))
    radius = 0 if full else _CORNER * unit
    ImageDraw.Draw(shape).rounded_rectangle((0, 0, large - 1, large - 1), radius=radius, fill=255)
    draw = ImageDraw.Draw(lines)
    width = _STROKE * unit
    for line in _LINES:
        points: list[Point] = [(x * unit + margin, y * unit + margin) for x, y in line]
        draw.line(points, fill=255, width=round(width))
        for x, y in points:
            draw.ellipse((x - width / 2, y - width / 2, x + width / 2, y + width / 2), fill=255)
    image = Image.new("RGB", (side, side), colour)
    image.paste("#ffffff", mask=lines.reduce(_FINE))
    image.putalpha(shape.reduce(_FINE))
    out = BytesIO()
    image.save(out, "PNG")
    return out.getvalue()
