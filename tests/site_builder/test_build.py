"""The build as a whole: skipping, pruning, refusing."""

import json
from hashlib import sha256
from pathlib import Path

import pytest
from msgspec.structs import replace

from registry.edition.canonical import encode_edition
from site_builder.errors import BuildBusy, BuildRefused
from site_builder.manifest import verify_site
from site_builder.settings import SiteSettings
from site_builder.sources import load_sources
from site_builder.staging import staged
from tests.registry.edition.editions import PEKALONGAN, edition, people
from tests.site_builder.sites import BREBES, build_site, small_site, tree, two_editions, write_editions


def _times(site: Path, part: str) -> dict[str, int]:
    return {
        str(path.relative_to(site)): path.stat().st_mtime_ns
        for path in site.rglob("*")
        if path.is_file() and part in path.as_posix()
    }


def test_published_json_is_the_edition_unchanged(tmp_path: Path) -> None:
    """pengumuman.json has the bytes of the frozen edition, so its fingerprint holds."""
    one = edition(3)
    build_site(write_editions(tmp_path / "terbitan", [one]), tmp_path / "situs")
    published = tmp_path / "situs/instansi/pemerintah-kota-pekalongan/1-prafinalisasi/pengumuman.json"

    assert encode_edition(one) == published.read_bytes()


def test_the_pdf_beside_an_edition_is_published(tmp_path: Path) -> None:
    """`1-prafinalisasi.pdf` becomes pengumuman.pdf, and the list links to it."""
    terbitan = write_editions(tmp_path / "terbitan", [edition(1)])
    (terbitan / "3375/1-prafinalisasi.pdf").write_bytes(b"%PDF-1.7 contoh")
    build_site(terbitan, tmp_path / "situs")
    folder = tmp_path / "situs/instansi/pemerintah-kota-pekalongan/1-prafinalisasi"

    assert b"%PDF-1.7 contoh" == (folder / "pengumuman.pdf").read_bytes()
    assert 'href="pengumuman.pdf"' in (folder / "index.html").read_text("utf-8")


def test_an_unchanged_instansi_is_not_built_again(tmp_path: Path) -> None:
    """Its files keep bytes and times when another instansi changes."""
    terbitan = small_site(tmp_path / "terbitan")
    build_site(terbitan, tmp_path / "situs")
    before = _times(tmp_path / "situs", "brebes")
    write_editions(terbitan, [edition(4)])
    report = build_site(terbitan, tmp_path / "situs")

    assert (("pemerintah-kota-pekalongan",), ("pemerintah-kabupaten-brebes",)) == (report.dibangun, report.dilewati)
    assert before == _times(tmp_path / "situs", "brebes")


def test_a_build_without_changes_touches_no_page(tmp_path: Path) -> None:
    """Even the pages of the whole site keep their times; only the manifest is new."""
    terbitan = small_site(tmp_path / "terbitan")
    build_site(terbitan, tmp_path / "situs")
    before = _times(tmp_path / "situs", ".html")
    build_site(terbitan, tmp_path / "situs")

    assert before == _times(tmp_path / "situs", ".html")


def test_files_of_a_changed_instansi_that_stay_the_same_keep_their_times(tmp_path: Path) -> None:
    """The last of 501 people gets another name: the list is new, its index by unit is not."""
    folder = "instansi/pemerintah-kota-pekalongan/1-prafinalisasi"
    early = edition(501)
    late = replace(early, daftar=(*early.daftar[:-1], replace(early.daftar[-1], nama="Siti Nurhaliza")))
    build_site(write_editions(tmp_path / "terbitan", [early]), tmp_path / "situs")
    before = _times(tmp_path / "situs", folder)
    build_site(write_editions(tmp_path / "terbitan", [late]), tmp_path / "situs")
    after = _times(tmp_path / "situs", folder)

    assert before[f"{folder}/unit/index.html"] == after[f"{folder}/unit/index.html"]
    assert before[f"{folder}/index.html"] < after[f"{folder}/index.html"]
    assert [] == verify_site(tmp_path / "situs")


def test_a_damaged_file_of_a_changed_instansi_is_written_again(tmp_path: Path) -> None:
    """The manifest says it is the same, its bytes on the disk are not."""
    terbitan = write_editions(tmp_path / "terbitan", [edition(3)])
    build_site(terbitan, tmp_path / "situs")
    schema = next((tmp_path / "situs").rglob("pengumuman.schema.json"))
    schema.write_bytes(b"x" * schema.stat().st_size)
    build_site(write_editions(tmp_path / "terbitan", [edition(4)]), tmp_path / "situs")

    assert [] == verify_site(tmp_path / "situs")


def test_a_carried_over_site_equals_a_fresh_one(tmp_path: Path) -> None:
    """Skipping never shows in the bytes."""
    terbitan = small_site(tmp_path / "terbitan")
    build_site(terbitan, tmp_path / "lama")
    write_editions(terbitan, [edition(4)])
    build_site(terbitan, tmp_path / "lama")
    build_site(terbitan, tmp_path / "baru")

    assert tree(tmp_path / "baru") == tree(tmp_path / "lama")


def test_an_instansi_with_a_lost_file_is_built_again(tmp_path: Path) -> None:
    """What somebody deleted from the site comes back."""
    terbitan = small_site(tmp_path / "terbitan")
    build_site(terbitan, tmp_path / "situs")
    lost = tmp_path / "situs/instansi/pemerintah-kabupaten-brebes/2-final/index.html"
    lost.unlink()
    build_site(terbitan, tmp_path / "situs")

    assert lost.is_file()


def test_other_settings_build_everything_again(tmp_path: Path) -> None:
    """The title stands on every page."""
    terbitan = small_site(tmp_path / "terbitan")
    build_site(terbitan, tmp_path / "situs")
    report = build_site(terbitan, tmp_path / "situs", settings=SiteSettings(judul="Lain"))

    assert () == report.dilewati


def test_orphans_are_pruned(tmp_path: Path) -> None:
    """Pages of an instansi that is gone disappear."""
    terbitan = small_site(tmp_path / "terbitan")
    build_site(terbitan, tmp_path / "situs")
    for path in (terbitan / "3329").iterdir():
        path.unlink()
    report = build_site(terbitan, tmp_path / "situs")

    assert not (tmp_path / "situs/instansi/pemerintah-kabupaten-brebes").exists()
    assert report.dipangkas > 0


def test_two_agencies_of_one_name_get_their_kode(tmp_path: Path) -> None:
    """Both of them, so that no order decides who keeps the plain address; the others keep theirs."""
    twin = replace(PEKALONGAN, kode="9999")
    terbitan = write_editions(tmp_path / "terbitan", [edition(1), edition(1, instansi=twin), *two_editions()])
    build_site(terbitan, tmp_path / "situs")

    assert [
        "pemerintah-kabupaten-brebes",
        "pemerintah-kota-pekalongan-3375",
        "pemerintah-kota-pekalongan-9999",
    ] == sorted(path.name for path in (tmp_path / "situs/instansi").iterdir())


def test_a_folder_that_cannot_be_written_is_not_called_busy(tmp_path: Path) -> None:
    """Waiting would not help; here a file stands where the folder should be."""
    (tmp_path / "web").write_bytes(b"")

    with pytest.raises(BuildRefused, match="tidak dapat ditulis") as caught:
        build_site(tmp_path / "kosong", tmp_path / "web/situs")
    assert BuildRefused is type(caught.value)


def test_only_a_site_with_an_address_has_a_sitemap(tmp_path: Path) -> None:
    """Its addresses must be full; robots.txt names it where it is."""
    terbitan = small_site(tmp_path / "terbitan")
    build_site(terbitan, tmp_path / "tanpa")
    build_site(terbitan, tmp_path / "dengan", settings=SiteSettings(alamat="https://situs.test/data"))

    assert [False, True] == [(tmp_path / it / "sitemap.xml").exists() for it in ("tanpa", "dengan")]
    assert [False, True] == ["Sitemap:" in (tmp_path / it / "robots.txt").read_text() for it in ("tanpa", "dengan")]


def test_a_separator_in_a_name_is_refused(tmp_path: Path) -> None:
    """U+001F in a cell would forge a table cell."""
    row = replace(people(1)[0], nama="Budi\x1fSantoso")
    terbitan = write_editions(tmp_path / "terbitan", [edition([row])])

    with pytest.raises(BuildRefused, match="pemisah"):
        build_site(terbitan, tmp_path / "situs")


def test_a_head_that_lies_about_the_list_is_refused(tmp_path: Path) -> None:
    """Pages were planned from the head's total."""
    lying = edition(3)
    terbitan = write_editions(tmp_path / "terbitan", [replace(lying, jumlah=replace(lying.jumlah, semua=9))])

    with pytest.raises(BuildRefused, match="Jumlah"):
        build_site(terbitan, tmp_path / "situs")


def test_a_damaged_edition_is_refused_by_name(tmp_path: Path) -> None:
    """The message says which file."""
    terbitan = small_site(tmp_path / "terbitan")
    (terbitan / "3375/1-prafinalisasi.json").write_bytes(b"{")

    with pytest.raises(BuildRefused, match="1-prafinalisasi"):
        load_sources(terbitan)


def test_an_edition_in_a_foreign_folder_is_refused(tmp_path: Path) -> None:
    """Folder and content must agree."""
    terbitan = small_site(tmp_path / "terbitan")
    (terbitan / "3375").rename(terbitan / "1111")

    with pytest.raises(BuildRefused, match="3375"):
        load_sources(terbitan)


def test_without_editions_there_is_still_a_site(tmp_path: Path) -> None:
    """The home page says that nobody has announced yet."""
    build_site(tmp_path / "kosong", tmp_path / "situs")

    assert "Belum ada instansi" in (tmp_path / "situs/index.html").read_text("utf-8")


def test_progress_counts_agencies_and_bytes(tmp_path: Path) -> None:
    """Bytes of the editions, once for the pages and once for the search: it grows in both, and ends equal to the total."""
    steps: list[tuple[int, int, str]] = []
    terbitan = small_site(tmp_path / "terbitan")
    build_site(terbitan, tmp_path / "situs", progress=lambda *step: steps.append(step))
    sizes = {path.parent.name: path.stat().st_size for path in sorted(terbitan.glob("*/*.json"))}
    all_editions = sum(path.stat().st_size for path in terbitan.glob("*/*.json"))
    searching = [done for done, _, text in steps if "menyusun pencarian" in text]

    assert sorted(done for done, _, _ in steps) == [done for done, _, _ in steps]
    assert {all_editions + sum(sizes.values()) + 1} == {total for _, total, _ in steps}
    assert steps[-1][0] == steps[-1][1]
    assert any("1 dari 2 instansi, Pemerintah Kabupaten Brebes" in text for _, _, text in steps)
    assert len(set(searching)) > 2


def test_progress_counts_only_what_is_to_be_done(tmp_path: Path) -> None:
    """With one of two agencies changed: that one, and the search of both."""
    terbitan = small_site(tmp_path / "terbitan")
    build_site(terbitan, tmp_path / "situs")
    write_editions(terbitan, [edition(4)])
    steps: list[str] = []
    build_site(terbitan, tmp_path / "situs", progress=lambda _done, _total, text: steps.append(text))

    assert any("1 dari 1 instansi, Pemerintah Kota Pekalongan" in text for text in steps)
    assert not any("Brebes" in text for text in steps)


def test_manifest_holds_the_hash_of_every_file(built: Path) -> None:
    """Every file but the manifest itself."""
    manifest = json.loads((built / "manifest.json").read_bytes())
    actual = {name: sha256(data).hexdigest() for name, data in tree(built).items() if name != "manifest.json"}

    assert actual == {name: entry["sha256"] for name, entry in manifest["berkas"].items()}


def test_a_whole_site_verifies(built: Path) -> None:
    """Nothing to report."""
    assert [] == verify_site(built)


def test_a_changed_page_is_found(tmp_path: Path) -> None:
    """One letter is enough."""
    build_site(small_site(tmp_path / "terbitan"), tmp_path / "situs")
    page = tmp_path / "situs/robots.txt"
    page.write_bytes(page.read_bytes() + b"x")

    assert ["Isi berkas berubah: robots.txt."] == verify_site(tmp_path / "situs")


def test_list_of_1001_people_has_three_pages(tmp_path: Path) -> None:
    """500, 500 and 1, each reachable from the others."""
    build_site(write_editions(tmp_path / "terbitan", [edition(1001, instansi=BREBES)]), tmp_path / "situs")
    folder = tmp_path / "situs/instansi/pemerintah-kabupaten-brebes/1-prafinalisasi"
    rows = [
        (folder / name).read_text("utf-8").count('<tr id="')
        for name in ("index.html", "halaman-2.html", "halaman-3.html")
    ]

    assert [500, 500, 1] == rows


def test_a_site_being_built_is_busy(tmp_path: Path) -> None:
    """The second builder is told to wait."""
    with staged(tmp_path / "situs"), pytest.raises(BuildBusy, match="proses lain"):
        build_site(tmp_path / "kosong", tmp_path / "situs")
