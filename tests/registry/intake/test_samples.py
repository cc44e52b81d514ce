"""The seven sample files against their expectations, row by row."""

import pytest

from registry.rules.measure import service_days
from tests.registry.intake.harapan import PERIODE_2022, differences, expectations, plan_as_expected

NAMES = [
    "pekalongan-bersih.xlsx",
    "dinas-pendidikan-kotor.xlsx",
    "puskesmas-semikolon.csv",
    "satpolpp-lama.xls",
    "banyak-lembar.xlsx",
    "riwayat.xlsx",
    "revisi-FINAL-fix.xlsx",
]


@pytest.mark.parametrize("name", NAMES)
def test_sample_meets_its_harapan(name):
    """Outcome, NIK, name, birth date, eligibility, findings and skipped rows are as expected on every row."""
    assert [] == differences(name, plan_as_expected(name))


def test_bands_give_their_unit_to_the_rows_below():
    """Rows without a unit column take the unit of the band above them."""
    name = "dinas-pendidikan-kotor.xlsx"
    rows = {row.baris.nomor: row for row in plan_as_expected(name).baris}
    wanted = {row["nomor"]: row["unit_kerja"] for row in expectations(name)["baris"]}

    assert [] == [nomor for nomor, unit in wanted.items() if (c := rows[nomor].calon) and c.unit_kerja != unit]


def test_history_adds_up_to_the_expected_days_and_status():
    """Days of service from the rows of riwayat.xlsx alone, and the status that follows for the whole record."""
    plan = plan_as_expected("riwayat.xlsx")
    decrees, syarat = {}, {}
    for row in plan.baris:
        if row.baris.jenis == "sk":
            decrees.setdefault(row.baris.nik, []).extend(row.riwayat)
            syarat[row.baris.nik] = row.baris.syarat
    orang = expectations("riwayat.xlsx")["orang"]

    assert {o["nik"]: (o["masa_kerja_hari_riwayat"], o["syarat"]) for o in orang} == {
        nik: (service_days(tuple(found), PERIODE_2022.batas_masa_kerja), syarat[nik]) for nik, found in decrees.items()
    }


def test_update_names_the_changed_columns():
    """A later version of a file shows exactly the columns that differ."""
    name = "revisi-FINAL-fix.xlsx"
    rows = {row.baris.nomor: row for row in plan_as_expected(name).baris}
    as_fields = {"konversi_jabatan_asn": "konversi_jabatan", "pendidikan_terakhir": "pendidikan"}
    wanted = {
        row["nomor"]: {as_fields.get(column, column) for column in row["kolom_berubah"]}
        for row in expectations(name)["baris"]
        if "kolom_berubah" in row
    }

    assert wanted == {nomor: {field for field, _, _ in rows[nomor].changes} - {"pendidikan_asli"} for nomor in wanted}
