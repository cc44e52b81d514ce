"""The page that verifies files: chosen, dropped, pasted or typed, on every kind of host."""

import json
from hashlib import sha256
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from tests.browser.conftest import ELSEWHERE, Visitor

pytestmark = pytest.mark.browser

PAGE = "verifikasi/index.html"
FINAL = "instansi/pemerintah-kabupaten-brebes/2-final/pengumuman.json"
EARLY = "instansi/pemerintah-kabupaten-brebes/1-prafinalisasi/pengumuman.csv"


def _verdict(visitor: Visitor) -> str:
    visitor.page.wait_for_selector("#periksa-hasil > *")
    return visitor.page.locator("#periksa-hasil").inner_text()


def _chosen(visitor: Visitor, address: str, *files: Path) -> str:
    visitor.page.goto(address)
    visitor.page.set_input_files("#berkas", files)
    return _verdict(visitor)


def test_a_published_file_is_known(visitor: Visitor, alamat: str, situs: Path) -> None:
    """Which, whose, when; the link leads to its list; nobody complains and nothing leaves the host."""
    text = _chosen(visitor, alamat + PAGE, situs / FINAL)
    visitor.page.click("#periksa-hasil a")

    assert "Asli: sama persis dengan yang diterbitkan" in text
    assert "Berkas JSON pengumuman Pemerintah Kabupaten Brebes, final." in text
    assert "tanggal 31 Oktober 2022" in text
    assert visitor.page.url.endswith("pemerintah-kabupaten-brebes/2-final/index.html")
    assert [] == visitor.complaints
    assert {True} == {it.startswith(alamat) for it in visitor.requests}


def test_an_older_edition_is_known_as_such(visitor: Visitor, alamat: str, situs: Path) -> None:
    """It was published, but something newer stands."""
    assert "Sudah ada pengumuman yang lebih baru" in _chosen(visitor, alamat + PAGE, situs / EARLY)


def test_a_changed_file_is_caught_and_told_what_it_claims(
    visitor: Visitor, alamat: str, situs: Path, tmp_path: Path
) -> None:
    """One name altered."""
    edition = json.loads((situs / FINAL).read_bytes())
    edition["daftar"][0]["nama"] = "Orang Lain"
    (tmp_path / "palsu.json").write_text(json.dumps(edition), "utf-8")
    text = _chosen(visitor, alamat + PAGE, tmp_path / "palsu.json")

    assert "Tidak dikenal: palsu.json" in text
    assert "mengaku sebagai pengumuman Pemerintah Kabupaten Brebes, final edisi 2" in text


def test_several_files_at_once(visitor: Visitor, alamat: str, situs: Path, tmp_path: Path) -> None:
    """Each gets its own verdict."""
    (tmp_path / "lain.csv").write_bytes(b"nomor\n")
    _chosen(visitor, alamat + PAGE, situs / FINAL, tmp_path / "lain.csv", situs / EARLY)

    assert "2 dari 3 dikenal sebagai terbitan situs ini." == visitor.page.inner_text("#periksa-status")


@pytest.mark.parametrize("shape", ["{}", " {} \n", "SHA256: {}"])
def test_a_typed_fingerprint_is_known(visitor: Visitor, alamat: str, situs: Path, shape: str) -> None:
    """In capitals and groups of four, as a letter may print it."""
    digest = sha256((situs / FINAL).read_bytes()).hexdigest().upper()
    visitor.page.goto(alamat + PAGE)
    visitor.page.fill("#sidik", shape.format(" ".join(digest[at : at + 4] for at in range(0, 64, 4))))
    visitor.page.click("#periksa button")

    assert "Asli" in _verdict(visitor)


def test_the_fingerprint_an_sptjm_quotes_is_known(visitor: Visitor, alamat: str, situs: Path) -> None:
    """That of the list alone."""
    known = json.loads((situs / FINAL).parents[1].joinpath("sidik.json").read_bytes())
    visitor.page.goto(alamat + PAGE)
    visitor.page.fill("#sidik", next(it["sidik"] for it in known if it["jenis"] == "DAFTAR"))
    visitor.page.keyboard.press("Tab")
    visitor.page.keyboard.press("Enter")

    assert "Cocok dengan daftar yang diterbitkan" in _verdict(visitor)


def test_pasted_json_is_known(visitor: Visitor, alamat: str, situs: Path) -> None:
    """A text box knows no last line feed."""
    visitor.page.goto(alamat + PAGE)
    visitor.page.fill("#sidik", (situs / FINAL).read_text("utf-8"))
    visitor.page.click("#periksa button")

    assert "Asli" in _verdict(visitor)


def test_what_is_no_fingerprint_is_said(visitor: Visitor, alamat: str) -> None:
    """With the number of characters typed."""
    visitor.page.goto(alamat + PAGE)
    visitor.page.fill("#sidik", "abc123")
    visitor.page.click("#periksa button")

    assert visitor.page.inner_text("#periksa-status").endswith("Yang diketik: 6.")


def test_a_dropped_file_is_read(visitor: Visitor, alamat: str, situs: Path) -> None:
    """Anywhere on the page."""
    visitor.page.goto(alamat + PAGE)
    dropped = visitor.page.evaluate_handle(
        "text => { const t = new DataTransfer(); t.items.add(new File([text], 'a.json')); return t; }",
        (situs / FINAL).read_text("utf-8"),
    )
    visitor.page.dispatch_event("body", "drop", {"dataTransfer": dropped})

    assert "Asli" in _verdict(visitor)


def test_wherever_the_site_stands(visitor: Visitor, root: str, situs: Path) -> None:
    """Also from a folder, and where crypto.subtle does not exist and the page hashes by itself; by keyboard alone, too."""
    assert "Asli" in _chosen(visitor, root + PAGE, situs / FINAL)
    assert (ELSEWHERE in root) == visitor.page.evaluate("crypto.subtle === undefined")
    visitor.page.focus("#sidik")
    visitor.page.keyboard.insert_text(sha256((situs / EARLY).read_bytes()).hexdigest())
    visitor.page.keyboard.press("Tab")
    visitor.page.keyboard.press("Enter")

    expect(visitor.page.locator("#periksa-hasil")).to_contain_text("Sudah ada pengumuman yang lebih baru")
    assert [] == visitor.complaints


def test_our_own_hash_is_sha_256(visitor: Visitor, alamat: str) -> None:
    """At every length around the borders of its blocks, and of a megabyte."""
    lengths = [*range(130), 1_000_003]
    visitor.page.goto(alamat + PAGE)
    found = visitor.page.evaluate(
        """async (lengths) => {
          const made = (n) => Uint8Array.from({ length: n }, (_, i) => (i * 7 + n) % 256);
          const all = [];
          for (const n of lengths) all.push(await Pendataan.sidik.hitung(made(n)));
          return all;
        }""",
        lengths,
    )

    assert [sha256(bytes((i * 7 + n) % 256 for i in range(n))).hexdigest() for n in lengths] == found


def test_without_script_the_page_tells_how(chromium: Browser, root: str) -> None:
    """Commands, and a list of all fingerprints."""
    visitor = Visitor(chromium, java_script_enabled=False)
    visitor.page.goto(root + PAGE)
    text = visitor.page.inner_text("main")
    visitor.close()

    assert "certutil -hashfile pengumuman.json SHA256" in text
    assert "memerlukan JavaScript" in text
