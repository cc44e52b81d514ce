"""The service worker, the web manifest and its icons; advice that fits many agencies."""

import json
import re
from io import BytesIO
from pathlib import Path

from PIL import Image

from site_builder.offline_app import icon_files
from site_builder.settings import SiteSettings
from tests.site_builder.sites import build_site, small_site


def _shell(site: Path) -> dict[str, object]:
    setup = re.search(r"const SITUS = (\{.*\});", (site / "sw.js").read_text("utf-8"))
    assert setup is not None
    return json.loads(setup[1])


def test_the_service_worker_keeps_files_that_exist(built: Path) -> None:
    """One missing file would stop it from being installed."""
    shell = _shell(built)["kulit"]

    assert isinstance(shell, list)
    assert [] == [address for address in shell if not (built / address).is_file()]
    assert {"index.html", "cari/index.html", "luring/index.html", "manifest.webmanifest"} <= set(shell)


def test_the_shell_is_small(built: Path) -> None:
    """It is loaded in the background on the first visit, from somebody's data plan."""
    shell = _shell(built)["kulit"]
    assert isinstance(shell, list)

    assert sum((built / address).stat().st_size for address in shell) < 200_000


def test_the_version_changes_with_the_content_alone(tmp_path: Path) -> None:
    """Another title is another shell; the same site is the same worker, byte for byte."""
    terbitan = small_site(tmp_path / "terbitan")
    workers = []
    for name, title in (("a", "Judul"), ("b", "Judul"), ("c", "Judul lain")):
        build_site(terbitan, tmp_path / name, settings=SiteSettings(judul=title))
        workers.append((tmp_path / name / "sw.js").read_bytes())

    assert workers[0] == workers[1]
    assert _shell(tmp_path / "a")["versi"] != _shell(tmp_path / "c")["versi"]


def test_the_manifest_names_icons_of_the_size_it_says(built: Path) -> None:
    """All within the site."""
    manifest = json.loads((built / "manifest.webmanifest").read_bytes())
    sizes = {it["src"]: it["sizes"] for it in manifest["icons"]}

    assert sizes == {src: "{}x{}".format(*Image.open(BytesIO((built / src).read_bytes())).size) for src in sizes}
    assert (built / manifest["start_url"]).is_file()


def test_icons_take_the_colour_of_the_site() -> None:
    """The one that fills its square has no transparent corner."""
    full = Image.open(BytesIO(icon_files("#7a1f3d")["aset/ikon-512-penuh.png"])).convert("RGBA")
    round_ = Image.open(BytesIO(icon_files("#7a1f3d")["aset/ikon-192.png"])).convert("RGBA")

    assert [(0x7A, 0x1F, 0x3D, 255), 0] == [full.getpixel((0, 0)), round_.getpixel((0, 0))[3]]
