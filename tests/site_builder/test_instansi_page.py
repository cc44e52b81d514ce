"""The page of an instansi: what the public can do, and the way of the data."""

from datetime import timedelta
from pathlib import Path

from msgspec.structs import replace

from registry.edition.types import Edition, Rekap, Sel, UjiPublikPublik
from site_builder.phase import timeline
from site_builder.sources import load_sources
from tests.registry.edition.editions import PEKALONGAN, edition, final
from tests.site_builder.sites import build_site, write_editions

PAGE = "instansi/pemerintah-kota-pekalongan/index.html"


def built_page(place: Path, *editions: Edition) -> str:
    build_site(write_editions(place / "terbitan", editions), place / "situs")
    return (place / "situs" / PAGE).read_text("utf-8")


def longer(days: int) -> UjiPublikPublik:
    window = edition(1).uji_publik
    return UjiPublikPublik(window.mulai, window.selesai + timedelta(days=days))


def test_while_it_is_open_the_page_says_how_where_and_until_when(tmp_path: Path):
    """To propose and to object, each with address and date."""
    page = built_page(tmp_path, edition(1))

    assert "Mengusulkan nama yang belum tercantum" in page
    assert "Menyanggah nama yang tercantum" in page
    assert 2 == page.count("ke BKPSDM Kota Pekalongan, Jalan Majapahit 5 paling lambat 7 Oktober 2022 pukul 16.00 WIB.")


def test_without_an_address_the_personnel_office_is_named(tmp_path: Path):
    """Nobody is left without a way."""
    page = built_page(tmp_path, edition(1, instansi=replace(PEKALONGAN, alamat_masukan="")))

    assert "Sampaikan ke bagian kepegawaian Pemerintah Kota Pekalongan paling lambat" in page
    assert "Bagian kepegawaian instansi ini" in page


def test_after_the_final_list_nothing_can_be_proposed(tmp_path: Path):
    """The steps are gone, contact and address stay."""
    page = built_page(tmp_path, edition(1), final(1))

    assert "Mengusulkan nama yang belum tercantum" not in page
    assert "BKPSDM Kota Pekalongan, Jalan Majapahit 5" in page


def test_the_way_of_the_data_tells_extensions_and_what_is_to_come(tmp_path: Path):
    """One step for each later end; only the last window is going on; the final list and SPTJM are still to come."""
    later = edition(1, edisi=2, sebelumnya="ef" * 32, uji_publik=longer(5))
    same = edition(1, edisi=3, sebelumnya="ef" * 32, uji_publik=longer(5))
    write_editions(tmp_path, [edition(1), later, same])

    assert [
        ("Pendaftaran oleh instansi", "selesai"),
        ("Pengumuman prafinalisasi", "selesai"),
        ("Uji publik: usulan dan sanggahan", "selesai"),
        ("Uji publik diperpanjang", "kini"),
        ("SPTJM ditandatangani", "nanti"),
        ("Finalisasi: daftar final diumumkan", "nanti"),
    ] == [(step.judul, step.keadaan) for step in timeline([it.kepala for it in load_sources(tmp_path)])]


def test_when_all_is_done_every_step_is_done(tmp_path: Path):
    """With the dates of SPTJM and final list."""
    write_editions(tmp_path, [edition(1), final(1)])
    steps = timeline([it.kepala for it in load_sources(tmp_path)])

    assert {"selesai"} == {step.keadaan for step in steps}
    assert ["28 Oktober 2022", "31 Oktober 2022"] == [step.waktu for step in steps[-2:]]


def test_of_very_many_units_the_largest_are_shown(tmp_path: Path):
    """Thousands of rows would make the page too heavy; the file has them all."""
    cells = tuple(Sel(f"Unit {n:04}", n) for n in range(5, 205))
    page = built_page(tmp_path, edition(1, rekap=Rekap(unit_kerja=cells)))
    file = (tmp_path / "situs/instansi/pemerintah-kota-pekalongan/rekap.csv").read_text("utf-8")

    assert "Ditampilkan 150 yang terbesar dari 200; semuanya ada dalam berkas CSV." in page
    assert (150, 200) == (page.count('<tr><th scope="row">Unit'), file.count("unit_kerja,Unit"))
    assert ("Unit 0204" in page, "Unit 0054" in page) == (True, False)
