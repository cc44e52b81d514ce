"""Counts of what changed between two lists, by kind."""

from collections.abc import Sequence
from pathlib import Path

from msgspec.structs import replace

from registry.edition.compare import compare_lists
from registry.edition.types import Alasan, Orang, Rekap, Sel
from site_builder.change_groups import change_tables
from site_builder.change_reasons import change_reasons
from site_builder.models import ChangeReasons, ChangeTable
from site_builder.recap import recap_csv
from tests.registry.edition.editions import edition, final, orang, people
from tests.site_builder.sites import BREBES, build_site, write_editions


def tables(old: object, new: object) -> dict[str, tuple[tuple[str, ...], ...]]:
    found: tuple[ChangeTable, ...] = change_tables(compare_lists(old, new))  # type: ignore[arg-type]
    return {table.judul: table.baris for table in found}


def test_each_kind_of_change_is_counted():
    """Somebody who changed in two ways counts in both; a decision is told with both ends."""
    old = people(4)
    new = (
        replace(old[0], nama="Lain", jabatan="Lain"),
        replace(old[1], jabatan="Lain"),
        replace(old[2], status="TMS"),
        replace(old[3], unit_kerja="Lain", kategori="THK_II"),
    )

    assert (
        ("Penulisan nama diperbaiki", "1"),
        ("Jabatan berubah", "2"),
        ("Unit kerja berubah", "1"),
        ("Kategori berubah", "1"),
        ("Status dari MS menjadi TMS", "1"),
    ) == tables(old, new)["Jenis perubahan"]


def test_who_came_and_went_is_counted_by_category_status_and_unit():
    """Each row: added, removed; by unit also changed. Units without a change are left out."""
    a, b, c = (orang(n, unit_kerja=unit) for n, unit in ((1, "A"), (2, "A"), (3, "B")))
    new = (replace(b, jabatan="Lain"), c, orang(4, unit_kerja="B", kategori="THK_II", status="TMS"))

    assert {
        "Jenis perubahan": (("Jabatan berubah", "1"),),
        "Menurut kategori": (("Non-ASN", "0", "1"), ("THK-II", "1", "0")),
        "Menurut syarat": (("MS", "0", "1"), ("TMS", "1", "0")),
        "Menurut unit kerja": (("A", "0", "1", "1"), ("B", "1", "0", "0")),
    } == tables((a, b, c), new)


def test_of_very_many_units_those_with_most_changes_are_shown():
    """And the page says so."""
    new = [orang(n, unit_kerja=f"Unit {n // 2:04}") for n in range(1, 400)]
    (table,) = (it for it in change_tables(compare_lists((), new)) if it.judul == "Menurut unit kerja")

    assert (150, "Ditampilkan 150 unit dengan perubahan terbanyak dari 200.") == (len(table.baris), table.catatan)
    assert "Unit 0000" not in {row[0] for row in table.baris}


def test_equal_lists_have_no_tables():
    """Nothing to tell."""
    assert {} == tables(people(3), people(3))


def test_counts_stand_on_the_first_page_only(tmp_path: Path):
    """A long difference repeats its rows' pages, not its counts; reasons are told by kind, never by person."""
    early = edition(people(600, kode="3329"), instansi=BREBES)
    late = edition([orang(n, kode="3329") for n in range(601, 1201)], instansi=BREBES, edisi=2, sebelumnya="ef" * 32)
    build_site(write_editions(tmp_path / "t", [early, late]), tmp_path / "s")
    folder = tmp_path / "s/instansi/pemerintah-kabupaten-brebes/perubahan"

    assert [True, False] == ["Rincian" in (folder / it).read_text("utf-8") for it in ("index.html", "halaman-2.html")]
    assert "tidak pernah untuk tiap orang" in (folder / "index.html").read_text("utf-8")


def told(old: Sequence[Orang], new: Sequence[Orang], **changes: object) -> dict[str, ChangeReasons]:
    before = edition(old)
    found = change_reasons(compare_lists(old, new), before, final(new, **changes))
    return {it.judul: it for it in found}


def test_reasons_of_the_edition_are_counted_by_class():
    """Hidden ones are empty; those who had a number long before are counted in the lists."""
    alasan = Alasan(
        (Sel("USULAN_DIKABULKAN", 6), Sel("DIDATA_INSTANSI", 5)),
        (Sel("SANGGAHAN_DIKABULKAN", None), Sel("TIDAK_LAGI_BEKERJA", None)),
    )
    found = told(people(30)[2:20], people(30)[:1] + people(31)[11:], alasan=alasan)

    assert (
        ("Usulan dikabulkan", "6"),
        ("Baru didata instansi", "5"),
        ("Sudah tercatat sebelumnya, baru masuk daftar", "1"),
    ) == found["Ditambahkan"].baris
    assert (("Sanggahan dikabulkan", ""), ("Tidak lagi bekerja di instansi ini", "")) == found["Dihapus"].baris


def test_without_reasons_only_their_meaning_is_told():
    """An edition made before reasons existed has no table; one that may tell nothing says why."""
    old, new = people(20), people(30)[1:]
    before, withheld = told(old, new)["Ditambahkan"], told(old, new, alasan=Alasan())["Ditambahkan"]

    assert ((), 1) == (before.baris, len(before.kalimat))
    assert ((), 2) == (withheld.baris, len(withheld.kalimat))


def test_why_rows_changed_follows_from_the_lists():
    """A new decision, or corrected data; somebody with both is counted once."""
    old = people(3)
    new = (replace(old[0], nama="Lain", status="TMS"), replace(old[1], nama="Lain"), old[2])

    assert (("Data diperbaiki", "1"), ("Syarat diputus kembali", "1")) == told(old, new)["Berubah"].baris


def test_reasons_stand_in_the_recap_as_csv():
    """After the other tables; hidden ones as such."""
    one = final(
        3, rekap=Rekap(), alasan=Alasan(dihapus=(Sel("SANGGAHAN_DIKABULKAN", None), Sel("DATA_DITERTIBKAN", 7)))
    )

    assert [
        "tabel,nilai,jumlah,ketepatan",
        "alasan_dihapus,Sanggahan dikabulkan,,disembunyikan",
        'alasan_dihapus,"Data ditertibkan: tercatat ganda, atau dikembalikan untuk dilengkapi",7,tepat',
    ] == recap_csv(one).decode().splitlines()
