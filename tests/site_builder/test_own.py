"""A site's own texts and logo, without touching templates."""

import re
import subprocess
import sys
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image

from site_builder.errors import BuildRefused
from tests.site_builder.sites import build_site, small_site

ROOT = Path(__file__).parents[2]
LOGO = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path d="M0 0h9v9H0z"/></svg>'


@pytest.fixture
def own(tmp_path: Path) -> Path:
    """The folder of a site's own pages."""
    (tmp_path / "isi").mkdir()
    return tmp_path / "isi"


def _built(own: Path) -> Path:
    build_site(small_site(own.parent / "terbitan"), own.parent / "situs", own=own)
    return own.parent / "situs"


def test_a_page_of_the_same_name_replaces_the_product_s(own: Path) -> None:
    """And one of another name is added; all else stays."""
    (own / "privasi.md").write_text("---\njudul: Privasi kami\n---\nHubungi loket.\n", "utf-8")
    (own / "loket.md").write_text("---\njudul: Loket\nmenu: Loket\n---\nSenin sampai Jumat.\n", "utf-8")
    site = _built(own)

    assert "Hubungi loket." in (site / "privasi/index.html").read_text("utf-8")
    assert "Senin sampai Jumat." in (site / "loket/index.html").read_text("utf-8")
    assert (site / "tentang/index.html").is_file()


def test_a_logo_stands_in_the_header_of_every_page(own: Path) -> None:
    """Instead of the product's mark."""
    (own / "logo.svg").write_text(LOGO, "utf-8")
    site = _built(own)
    (logo,) = (site / "aset").glob("logo-*.svg")

    assert LOGO == logo.read_text("utf-8")
    assert f'<img src="../../aset/{logo.name}" alt="" height="32">' in (
        site / "instansi/pemerintah-kota-pekalongan/index.html"
    ).read_text("utf-8")


def test_a_logo_may_be_png(own: Path) -> None:
    """Whole and small."""
    file = BytesIO()
    Image.new("RGB", (32, 32)).save(file, "PNG")
    (own / "logo.png").write_bytes(file.getvalue())

    assert 1 == len(list((_built(own) / "aset").glob("logo-*.png")))


@pytest.mark.parametrize(
    ("name", "data"),
    [("logo.svg", b"<html>"), ("logo.png", b"\x89PNG rusak"), ("logo.svg", LOGO.encode() + b" " * 12_000)],
)
def test_what_is_no_small_picture_is_refused(own: Path, name: str, data: bytes) -> None:
    """With the reason; it would weigh on every page."""
    (own / name).write_bytes(data)

    with pytest.raises(BuildRefused, match="Logo"):
        _built(own)


def test_a_folder_that_is_not_there_changes_nothing(tmp_path: Path) -> None:
    """A workspace need not have one."""
    build_site(small_site(tmp_path / "terbitan"), tmp_path / "a", own=tmp_path / "tak-ada")
    build_site(small_site(tmp_path / "terbitan"), tmp_path / "b")

    assert (tmp_path / "a/manifest.json").read_bytes() == (tmp_path / "b/manifest.json").read_bytes()


def _command(*arguments: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "site_builder", *arguments]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)


def test_the_builder_alone_takes_the_folder_too(own: Path) -> None:
    """As the option `--isi`."""
    (own / "loket.md").write_text("---\njudul: Loket\n---\nSenin sampai Jumat.\n", "utf-8")
    terbitan, site = small_site(own.parent / "terbitan"), own.parent / "situs"
    done = _command("--terbitan", str(terbitan), "--keluar", str(site), "--isi", str(own), "--proses", "1")

    assert 0 == done.returncode
    assert "Senin sampai Jumat." in (site / "loket/index.html").read_text("utf-8")


def test_a_folder_that_is_not_there_is_told(own: Path) -> None:
    """In a sentence, before anything is built."""
    done = _command("--terbitan", str(own), "--keluar", str(own / "situs"), "--isi", str(own / "salah"))

    assert (2, f"Folder halaman sendiri tidak ada: {own / 'salah'}\n") == (done.returncode, done.stderr)
    assert not (own / "situs").exists()


def test_the_readme_names_every_option_of_the_builder() -> None:
    """And no others."""
    options = set(re.findall(r"--[a-z-]+", _command("--help").stdout)) - {"--help"}
    (said,) = re.findall(r"The builder works alone too.*?\n\n", (ROOT / "README.md").read_text("utf-8"), re.DOTALL)

    assert options == set(re.findall(r"--[a-z-]+", said))
