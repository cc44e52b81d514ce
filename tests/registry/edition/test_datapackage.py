"""The Frictionless data package beside an edition."""

import json
import re
from hashlib import sha256

from registry.edition.canonical import encode_edition
from registry.edition.csv import COLUMNS, edition_csv
from registry.edition.datapackage import datapackage, datapackage_json
from registry.edition.sealed import seal
from tests.registry.edition.editions import KEMENAG, edition, final, people

ONE = final(30)
JSON, CSV = encode_edition(ONE), edition_csv(ONE)
PACKAGE = datapackage(ONE, seal(JSON), seal(CSV))


def test_resources_are_the_two_files():
    """Path, size and hash are those of the files."""
    assert [
        ("pengumuman.csv", len(CSV), f"sha256:{sha256(CSV).hexdigest()}"),
        ("pengumuman.json", len(JSON), f"sha256:{sha256(JSON).hexdigest()}"),
    ] == [(one["path"], one["bytes"], one["hash"]) for one in PACKAGE["resources"]]


def test_fields_are_the_columns():
    """The table schema names the columns in their order."""
    assert list(COLUMNS) == [field["name"] for field in PACKAGE["resources"][0]["schema"]["fields"]]


def test_rows_meet_the_constraints():
    """Patterns and enumerations hold for every row of the CSV they describe."""
    rules = {field["name"]: field.get("constraints", {}) for field in PACKAGE["resources"][0]["schema"]["fields"]}
    wrong = [
        (row.nomor, name)
        for row in people(100)
        for name, rule in rules.items()
        if not re.search(rule.get("pattern", ""), getattr(row, name))
        or getattr(row, name) not in rule.get("enum", [getattr(row, name)])
    ]

    assert [] == wrong


def test_name_is_a_valid_package_name():
    """Lower case, digits, dot, dash and underscore only."""
    names = [
        datapackage(one, seal(b""), seal(b""))["name"] for one in (edition(), final(), edition(1, instansi=KEMENAG))
    ]

    assert [
        "pengumuman-3375-2022-1-prafinalisasi",
        "pengumuman-3375-2022-2-final",
        "pengumuman-kemenag-2022-1-prafinalisasi",
    ] == names


def test_says_what_it_is_in_indonesian():
    """Who, which list, how many, and that it is no appointment."""
    assert (
        "daftar tenaga non-ASN yang didata Pemerintah Kota Pekalongan, tahap final, 30 orang" in PACKAGE["description"]
    )


def test_same_bytes():
    """Same edition, same file."""
    assert datapackage_json(ONE, seal(JSON), seal(CSV)) == datapackage_json(final(30), seal(JSON), seal(CSV))
    assert PACKAGE == json.loads(datapackage_json(ONE, seal(JSON), seal(CSV)))
