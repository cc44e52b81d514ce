"""`gabung`: other agencies' editions become part of a portal, wrong ones are refused with a reason."""

import json

import pytest
from msgspec.structs import replace

from registry.edition.canonical import decode_edition, encode_edition
from tests.cli.conftest import ROOT

SAMPLE = ROOT / "tests" / "samples" / "puskesmas-semikolon.csv"


@pytest.fixture
def published(run, tmp_path):
    """The terbitan folder of an agency that has announced, in a workspace of its own."""
    other = tmp_path / "lain"
    moment = "2022-09-20T08:00+07:00"
    for args in (
        ("init",),
        ("instansi", "tambah", "3375"),
        ("impor", SAMPLE, "--instansi", "3375"),
        ("prafinalisasi", "--instansi", "3375", "--nomor", "1", "--sampai", "2022-09-30"),
    ):
        run(*args, check=True, PENDATAAN_WORKSPACE=str(other), PENDATAAN_WAKTU=moment)
    run("init", check=True)
    return other / "terbitan"


def merged(run, *places):
    result = run("gabung", *places, "--json")
    return result.returncode, [one["hasil"] for one in json.loads(result.stdout)]


def test_an_edition_is_taken_in_with_its_letter(run, published, tmp_path):
    """The JSON byte for byte, the PDF beside it."""
    assert (0, ["baru"]) == merged(run, published)

    def files(folder):
        return {path.name: path.read_bytes() for path in folder.iterdir()}

    assert files(published / "3375") == files(tmp_path / "kerja" / "terbitan" / "3375")


def test_the_same_edition_again_changes_nothing(run, published):
    """`sama`, exit code 0."""
    merged(run, published)

    assert (0, ["sama"]) == merged(run, published)


def test_an_edited_edition_is_refused(run, published):
    """Another indentation is no canonical edition."""
    path = published / "3375" / "1-prafinalisasi.json"
    path.write_text(path.read_text(encoding="utf-8").replace('":', '": ', 1), encoding="utf-8")

    assert (1, ["ditolak"]) == merged(run, published)


def test_another_edition_of_the_same_number_is_refused(run, published, tmp_path):
    """The one that is there stays."""
    merged(run, published)
    path = published / "3375" / "1-prafinalisasi.json"
    edition = decode_edition(path.read_bytes())
    changed = type(edition)(**{name: getattr(edition, name) for name in edition.__struct_fields__} | {"nomor": "2"})
    path.write_bytes(encode_edition(changed))

    assert (1, ["ditolak"]) == merged(run, published)


def test_a_portal_builds_a_site_from_what_it_took_in(run, published, tmp_path):
    """The agency has a page."""
    merged(run, published)
    run("bangun", check=True)

    assert (tmp_path / "kerja" / "situs" / "instansi" / "kota-pekalongan" / "index.html").exists()


def test_one_hostile_file_does_not_stop_the_others(run, published, tmp_path):
    """Nested too deeply to read; the sound edition beside it is taken in."""
    deep = b'{"format":"pengumuman/1","a":' + b"[" * 200_000 + b"]" * 200_000 + b"}"
    (published / "0-dalam.json").write_bytes(deep)

    assert (1, ["ditolak", "baru"]) == merged(run, published)


def test_a_foreign_edition_with_a_nik_is_refused(run, published):
    """At the door: it would stop the whole portal's site later."""
    path = next(published.rglob("*.json"))
    edition = decode_edition(path.read_bytes(), where="")
    leaking = replace(edition.daftar[0], nama="Sari 3375015203909001")
    path.write_bytes(encode_edition(replace(edition, daftar=(leaking, *edition.daftar[1:]))))

    assert (1, ["ditolak"]) == merged(run, published)


@pytest.mark.parametrize("kode", ["../../keluar", "/tmp/keluar", "..", "", "A" * 300, "AB\0C"])
def test_a_code_that_is_a_path_writes_nothing(kode, run, published, tmp_path):
    """What a stranger's file calls itself never names a folder outside terbitan/."""
    path = next(published.rglob("*.json"))
    edition = decode_edition(path.read_bytes(), where="")
    path.write_bytes(encode_edition(replace(edition, instansi=replace(edition.instansi, kode=kode))))
    before = sorted(tmp_path.rglob("*"))

    assert (1, ["ditolak"], before) == (*merged(run, published), sorted(tmp_path.rglob("*")))


@pytest.mark.parametrize("changes", [{"edisi": 0}, {"edisi": -1}, {"tahap": "../x"}])
def test_an_impossible_edition_is_refused(changes, run, published):
    """Number and stage become a file name too."""
    path = next(published.rglob("*.json"))
    edition = decode_edition(path.read_bytes(), where="")
    path.write_bytes(encode_edition(replace(edition, **changes)))

    assert (1, ["ditolak"]) == merged(run, published)
