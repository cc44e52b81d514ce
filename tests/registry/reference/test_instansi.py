"""Regions and agencies."""

from collections import Counter
from zoneinfo import ZoneInfo

import pytest

from registry.model.codes import JenisInstansi
from registry.reference.data import data_folder, read_table
from registry.reference.instansi import RefInstansi, all_instansi, instansi_by_code, regions

REGIONS = read_table("wilayah.csv")


def test_there_are_38_provinces_and_514_kabupaten_and_kota():
    """Kemendagri's list since 2022."""
    assert (38, 514) == (sum("." not in row["kode"] for row in REGIONS), sum("." in row["kode"] for row in REGIONS))


def test_there_are_416_kabupaten_and_98_kota():
    """With one administrative kabupaten and five administrative kota of Jakarta among them."""
    assert {"PROVINSI": 38, "KABUPATEN": 416, "KOTA": 98} == Counter(row["jenis"] for row in REGIONS)


def test_3375_is_kota_pekalongan():
    """The code is Kemendagri's, with or without dots."""
    pekalongan = RefInstansi("3375", "Kota Pekalongan", JenisInstansi.KOTA, "Jawa Tengah", "33.75", "Asia/Jakarta")

    assert (pekalongan, pekalongan) == (instansi_by_code("3375"), instansi_by_code("33.75"))


def test_3326_is_kabupaten_pekalongan():
    """The neighbour of the same name."""
    assert "Kabupaten Pekalongan" == instansi_by_code("3326").nama


def test_central_agencies_have_short_names():
    """In any case."""
    assert ("Kementerian Agama", JenisInstansi.KEMENTERIAN, "") == (
        instansi_by_code("kemenag").nama,
        instansi_by_code("KEMENAG").jenis,
        instansi_by_code("Kemenag").wilayah,
    )


@pytest.mark.parametrize("kode", ["", "9999", "3171", "XYZ", "33.75.01"])
def test_what_is_no_agency_is_none(kode):
    """Jakarta's administrative kota are regions, not agencies of their own."""
    assert None is instansi_by_code(kode)


def test_546_regional_and_81_central_agencies():
    """38 provinces and 514 - 6 kabupaten and kota."""
    counts = Counter(instansi.jenis for instansi in all_instansi())

    assert (546, 81) == (
        sum(counts[kind] for kind in (JenisInstansi.PROVINSI, JenisInstansi.KABUPATEN, JenisInstansi.KOTA)),
        sum(counts[kind] for kind in (JenisInstansi.KEMENTERIAN, JenisInstansi.LEMBAGA)),
    )


def test_codes_and_names_are_unique():
    """A code is a folder name, a name is what people choose by."""
    everybody = all_instansi()

    assert (len(everybody), len(everybody)) == (len({i.kode for i in everybody}), len({i.nama for i in everybody}))


def test_codes_are_safe_as_folder_names():
    """Digits or capital letters, nothing else."""
    assert [] == [
        i.kode
        for i in all_instansi()
        if not (i.kode.isascii() and i.kode.isalnum() and i.kode.isupper() | i.kode.isdigit())
    ]


def test_a_region_lies_in_the_province_its_code_begins_with():
    """33.75 in 33."""
    provinces = {row["kode"]: row["provinsi"] for row in REGIONS if row["jenis"] == "PROVINSI"}

    assert [] == [row["kode"] for row in REGIONS if provinces[row["kode"][:2]] != row["provinsi"]]


def test_the_name_says_the_kind():
    """Provinsi, Kabupaten or Kota."""
    assert [] == [row["kode"] for row in REGIONS if row["nama"].split()[0].upper() != row["jenis"]]


def test_kota_codes_begin_at_71():
    """As Kemendagri numbers them."""
    assert [] == [
        row["kode"]
        for row in REGIONS
        if "." in row["kode"] and (int(row["kode"][3:]) >= 71) != (row["jenis"] == "KOTA")
    ]


@pytest.mark.parametrize(
    ("kode", "zone"),
    [("33", "Asia/Jakarta"), ("61", "Asia/Jakarta"), ("62", "Asia/Jakarta"), ("51", "Asia/Makassar"), ("63", "Asia/Makassar"),
     ("64", "Asia/Makassar"), ("73", "Asia/Makassar"), ("81", "Asia/Jayapura"), ("92", "Asia/Jayapura"), ("BKN", "Asia/Jakarta")],
)  # fmt: skip
def test_zones(kode, zone):
    """WIB, WITA, WIT by province."""
    assert zone == instansi_by_code(kode).zona


def test_every_zone_exists():
    """By its IANA name."""
    assert {"Asia/Jakarta", "Asia/Makassar", "Asia/Jayapura"} == {ZoneInfo(i.zona).key for i in all_instansi()}


def test_regions_hold_retired_codes_too():
    """A NIK is not reissued when a region splits: 9101 was Merauke, now 9301."""
    assert {"3375", "3171", "9101", "9301", "6473", "6571"} <= regions()


def test_regions_have_four_digits():
    """Nothing else can begin a NIK."""
    assert [] == [code for code in regions() if not (len(code) == 4 and code.isdigit())]


def test_the_invented_region_of_the_samples_is_unknown():
    """3399 does not exist."""
    assert "3399" not in regions()


def test_a_retired_code_leads_to_a_present_one_of_the_same_name():
    """So that it can be shown."""
    present = {row["kode"]: row["nama"] for row in REGIONS}

    assert [] == [
        row
        for row in read_table("wilayah-lama.csv")
        if present[row["kode_kini"]] != row["nama"] or row["kode"] in present
    ]


def test_the_data_lies_with_the_content():
    """In a checkout: content/referensi."""
    assert (data_folder() / "referensi" / "README.md").is_file()
