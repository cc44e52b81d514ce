"""The published JSON Schema accepts every edition and refuses what is no edition."""

import json
from typing import Any

import pytest
from jsonschema import Draft202012Validator
from msgspec.structs import fields

from registry.edition.canonical import encode_edition
from registry.edition.codes import JENIS, KATEGORI, ORANG, TAHAP
from registry.edition.schema import schema, schema_json
from registry.edition.types import Alasan, Edition, InstansiPublik, Jumlah, Orang, Rekap, Sel, SptjmPublik
from registry.model.codes import JenisInstansi, Kategori, Tahap
from tests.registry.edition.editions import KEMENAG, edition, final

TOLD = Alasan((Sel("USULAN_DIKABULKAN", 7), Sel("DIDATA_INSTANSI", 12)), (Sel("SANGGAHAN_DIKABULKAN", None),))
VALIDATOR = Draft202012Validator(schema(), format_checker=Draft202012Validator.FORMAT_CHECKER)


def as_json(one: Edition) -> Any:
    return json.loads(encode_edition(one))


def broken(path: str, value: Any) -> Any:
    """An edition with one value replaced; None as the value of a list removes the key."""
    data = as_json(edition(120))
    *keys, last = path.split(".")
    at = data
    for key in keys:
        at = at[int(key) if key.isdigit() else key]
    if value is KeyError:
        del at[last]
    else:
        at[last] = value
    return data


def test_the_schema_is_one():
    """It follows draft 2020-12 itself."""
    Draft202012Validator.check_schema(schema())


@pytest.mark.parametrize(
    "one",
    [
        edition(0),
        edition(3),
        edition(200),
        final(20),
        edition(5, instansi=KEMENAG),
        final(20, alasan=Alasan()),
        final(20, alasan=TOLD),
    ],
)
def test_editions_are_valid(one):
    """Every kind of edition, empty and full, regional and central."""
    assert [] == [error.message for error in VALIDATOR.iter_errors(as_json(one))]


@pytest.mark.parametrize(
    ("path", "value"),
    [
        ("format", "pengumuman/2"),
        ("edisi", 0),
        ("tahap", "draf"),
        ("tanggal", "30-09-2022"),
        ("terbit", "2022-09-30T15:30:00"),
        ("sebelumnya", "abc"),
        ("sptjm", {"nomor": "1", "tanggal": "2022-10-28", "sha256": "cd" * 32}),
        ("daftar", KeyError),
        ("nik", "ada"),
        ("instansi.kode", "../etc"),
        ("instansi.jenis", "DESA"),
        ("jurnal.head", "AB" * 32),
        ("jumlah.semua", -1),
        ("rekap.pendidikan", [{"nilai": "S3", "jumlah": 4}]),
        ("rekap.agama", []),
        ("daftar.0.nomor", "3375-1"),
        ("daftar.0.nik", "ada"),
        ("daftar.0.tanggal_lahir", "1990-08-17"),
        ("daftar.0.nama", ""),
        ("daftar.0.kategori", "ASN"),
        ("daftar.0.status", "lulus"),
        ("daftar.0.unit_kerja", KeyError),
    ],
)
def test_planted_faults_are_found(path, value):
    """One wrong value anywhere, and above all any further field about a person, makes the file invalid."""
    assert not VALIDATOR.is_valid(broken(path, value))


@pytest.mark.parametrize(
    "wrong",
    [
        None,
        {"ditambahkan": []},
        {"ditambahkan": [], "dihapus": [{"nilai": "MENINGGAL", "jumlah": 7}]},
        {"ditambahkan": [{"nilai": "USULAN_DIKABULKAN", "jumlah": 4}], "dihapus": []},
    ],
)
def test_reasons_are_classes_and_not_small(wrong):
    """Both tables, known classes only, no count below five."""
    assert not VALIDATOR.is_valid(as_json(final(3)) | {"alasan": wrong})


def test_final_needs_sptjm():
    """A final list without SPTJM does not count."""
    assert not VALIDATOR.is_valid(as_json(edition(3, tahap="final", edisi=2)))


@pytest.mark.parametrize(
    ("kind", "described"),
    [
        (Alasan, schema()["properties"]["alasan"]),
        (InstansiPublik, schema()["properties"]["instansi"]),
        (Rekap, schema()["properties"]["rekap"]),
        (Jumlah, schema()["properties"]["jumlah"]),
        (SptjmPublik, schema()["properties"]["sptjm"]["oneOf"][1]),
        (Orang, schema()["$defs"]["orang"]),
        (Sel, schema()["$defs"]["sel"]),
    ],
)
def test_schema_and_types_name_the_same_fields(kind, described):
    """The schema is written by hand; nothing may be missing or left over."""
    names = {field.name for field in fields(kind)}

    assert (names, names) == (set(described["properties"]), set(described["required"]))


def test_only_reasons_may_be_missing():
    """Editions made before they existed have none."""
    names = {field.name for field in fields(Edition)}

    assert (names, names - {"alasan"}) == (set(schema()["properties"]), set(schema()["required"]))


def test_codes_are_those_of_the_private_record():
    """The edition package repeats three vocabularies, for it may not import them."""
    assert (set(Kategori), tuple(JenisInstansi), tuple(Tahap)) == (set(KATEGORI), JENIS, TAHAP)


def test_every_public_field_is_described():
    """Schema and datapackage quote one sentence for each field of the list, in its order."""
    assert [field.name for field in fields(Orang)] == list(ORANG)


def test_same_bytes():
    """The schema is published beside every edition: always the same file."""
    assert json.loads(schema_json()) == schema()
    assert schema_json().endswith(b"}\n")
