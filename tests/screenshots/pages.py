"""Make pictures of eight kinds of pages to look at: `python -m tests.screenshots.pages FOLDER`. Needs Debian's chromium.

Each at 320 and 1280 px, light and dark: 32 files `<page>-<width>-<scheme>.png`, the top of long pages. Everybody on them is invented: the
agencies of the demo, which went the whole way of the workflow, among some of other provinces.
"""

import argparse
from datetime import timedelta
from itertools import product
from pathlib import Path
from tempfile import TemporaryDirectory

from msgspec.structs import replace
from playwright.sync_api import Browser, sync_playwright

from benchmarks.workload import edition
from cli.building import build_site
from cli.demo import make_demo
from registry.edition.types import Edition, UjiPublikPublik
from tests.browser.conftest import ARGUMENTS, CHROMIUM
from tests.screenshots.make import NOON
from tests.site_builder.portal.nation import recap_of
from tests.site_builder.sites import write_editions

PAGES = {
    "beranda": "index.html",
    "instansi": "instansi/kota-pekalongan/index.html",
    "daftar": "instansi/kota-pekalongan/1-prafinalisasi/index.html",
    "perubahan": "instansi/kota-sabang/perubahan/index.html",
    "cari": "cari/index.html?q=siti+nur",
    "statistik": "statistik/index.html",
    "verifikasi": "verifikasi/index.html",
    "unduh": "unduh/index.html",
}
SIZES = {320: 2400, 1280: 1800}  # width -> at most so high
OTHERS = (
    ("3273", "Pemerintah Kota Bandung", "KOTA", "Jawa Barat", 1450),
    ("3578", "Pemerintah Kota Surabaya", "KOTA", "Jawa Timur", 1320),
    ("3329", "Pemerintah Kabupaten Brebes", "KABUPATEN", "Jawa Tengah", 610),
    ("1271", "Pemerintah Kota Medan", "KOTA", "Sumatera Utara", 980),
    ("7371", "Pemerintah Kota Makassar", "KOTA", "Sulawesi Selatan", 720),
    ("9171", "Pemerintah Kota Jayapura", "KOTA", "Papua", 340),
    ("KEMENAG", "Kementerian Agama", "KEMENTERIAN", "", 2100),
)


def main() -> None:
    """Write the pictures into the folder that is named."""
    parser = argparse.ArgumentParser(prog="python -m tests.screenshots.pages", description=__doc__)
    parser.add_argument("folder", type=Path)
    folder = parser.parse_args().folder
    folder.mkdir(parents=True, exist_ok=True)
    with TemporaryDirectory() as place:
        workspace = make_demo(Path(place) / "contoh", NOON, print)
        write_editions(workspace.terbitan_root, map(_announced, OTHERS))
        build_site(workspace)
        with (
            sync_playwright() as playwright,
            playwright.chromium.launch(executable_path=str(CHROMIUM), args=ARGUMENTS) as browser,
        ):
            for (name, address), width, scheme in product(PAGES.items(), SIZES, ("light", "dark")):
                picture = folder / f"{name}-{width}-{scheme}.png"
                _take(browser, f"{workspace.site_folder.as_uri()}/{address}", picture, width, scheme)


def _announced(other: tuple[str, str, str, str, int]) -> Edition:
    kode, nama, jenis, wilayah, count = other
    made = edition(kode, nama, count, 7)
    return replace(
        made,
        instansi=replace(made.instansi, jenis=jenis, wilayah=wilayah),
        rekap=recap_of(count),
        tanggal=NOON.date(),
        terbit=NOON,
        uji_publik=UjiPublikPublik(NOON, NOON + timedelta(days=8)),
    )


def _take(browser: Browser, address: str, picture: Path, width: int, scheme: str) -> None:
    page = browser.new_page(viewport={"width": width, "height": 800}, color_scheme=scheme, locale="id-ID")
    page.clock.set_fixed_time(NOON)
    page.goto(address)
    if "?q=" in address:
        page.wait_for_selector("#cari-hasil li")
    page.wait_for_timeout(200)
    height = min(SIZES[width], page.evaluate("document.documentElement.scrollHeight"))
    page.screenshot(path=picture, full_page=True, clip={"x": 0, "y": 0, "width": width, "height": height})
    page.close()


if __name__ == "__main__":
    main()
