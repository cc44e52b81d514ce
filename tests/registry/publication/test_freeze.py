"""People become an edition."""

import unicodedata
from datetime import date, datetime, timedelta, timezone

import pytest
from msgspec.structs import replace

from registry.edition.canonical import decode_edition, encode_edition
from registry.edition.check import faults
from registry.edition.types import Edition, Jumlah, Jurnal, Orang, SptjmPublik
from registry.errors import GatesClosed
from registry.model.codes import JenisInstansi, Kategori, StatusPegawai, Syarat, Tahap
from registry.model.instansi import Instansi, Sptjm, UjiPublik
from registry.periode.load import builtin_periode_path, load_periode
from registry.publication.freeze import freeze, is_listed, public_rows, public_text
from registry.publication.inspect import inspect_bytes
from tests.registry.publication.workers import secrets, worker

WIB = timezone(timedelta(hours=7))
PERIODE = load_periode(builtin_periode_path("2022"))
INSTANSI = Instansi(
    kode="3375",
    nama="Pemerintah Kota Pekalongan",
    jenis=JenisInstansi.KOTA,
    wilayah="Jawa Tengah",
    uji_publik=UjiPublik(datetime(2022, 10, 1, 8, tzinfo=WIB), datetime(2022, 10, 7, 16, tzinfo=WIB)),
)


def frozen(people, instansi: Instansi = INSTANSI, **changes) -> Edition:
    """The edition of these people; the rest does not matter."""
    said = {
        "periode": PERIODE,
        "tahap": Tahap.PRAFINALISASI,
        "edisi": 1,
        "nomor": "800/685-BKPSDM",
        "tanggal": date(2022, 9, 30),
        "terbit": datetime(2022, 9, 30, 15, 30, 12, 345678, tzinfo=WIB),
        "jurnal": Jurnal(7, "ab" * 32),
        "sebelumnya": "",
    }
    return freeze(instansi, people, **(said | changes))


def test_a_row_holds_public_fields_only():
    """Six fields, and that is all."""
    assert (Orang("3375-000001", "Siti Rahayu", "Guru Kelas", "SDN Medono 01", "NON_ASN", "MS"),) == frozen(
        [worker()]
    ).daftar


def test_sorted_by_registration_number():
    """Whatever order the store gives."""
    assert ["3375-000001", "3375-000002", "3375-000010"] == [
        row.nomor for row in frozen(map(worker, (10, 1, 2))).daftar
    ]


def test_order_of_people_does_not_matter():
    """Same people, same bytes."""
    people = [worker(n, unit_kerja=f"Unit {n % 7}") for n in range(1, 60)]

    assert encode_edition(frozen(people)) == encode_edition(frozen(reversed(people)))


@pytest.mark.parametrize(
    ("status", "listed"),
    [
        (StatusPegawai.DRAF, True),
        (StatusPegawai.TERVERIFIKASI, True),
        (StatusPegawai.DIKEMBALIKAN, False),
        (StatusPegawai.DICORET, False),
    ],
)
def test_who_is_listed(status, listed):
    """Not those crossed out, and not those whose record went back to the unit."""
    assert (listed, int(listed)) == (is_listed(worker(status=status)), len(frozen([worker(status=status)]).daftar))


def test_a_decision_counts_before_the_proposal():
    """A person overrides the rules."""
    assert "TMS" == frozen([worker(syarat_usulan=Syarat.MS, syarat=Syarat.TMS)]).daftar[0].status


def test_undecided_people_stop_it():
    """Without MS or TMS nobody can be announced; the message names them."""
    with pytest.raises(GatesClosed, match="3375-000002"):
        frozen([worker(1), worker(2, syarat_usulan=None)])


def test_without_window_no_edition():
    """An announcement says until when the public may object."""
    with pytest.raises(GatesClosed, match="uji publik"):
        frozen([worker()], replace(INSTANSI, uji_publik=None))


def test_totals_follow_from_the_list():
    """All, by category, by status."""
    people = [
        worker(1),
        worker(2, kategori=Kategori.THK_II),
        worker(3, syarat=Syarat.TMS),
        worker(4, status=StatusPegawai.DICORET),
    ]

    assert Jumlah(semua=3, thk_ii=1, non_asn=2, ms=2, tms=1) == frozen(people).jumlah


def test_final_carries_the_sptjm():
    """Number, date and fingerprint of the scan; not the scan."""
    sptjm = Sptjm("800/912", date(2022, 10, 28), pindaian="cd" * 32, sidik_daftar="ef" * 32)
    edition = frozen([worker()], tahap=Tahap.FINAL, edisi=2, sebelumnya="ab" * 32, sptjm=sptjm)

    assert SptjmPublik("800/912", date(2022, 10, 28), "cd" * 32) == edition.sptjm


def test_moments_are_kept_to_the_second():
    """Nobody announces microseconds."""
    assert datetime(2022, 9, 30, 15, 30, 12, tzinfo=WIB) == frozen([worker()]).terbit


def test_what_is_frozen_holds_together():
    """It is sound by the check for foreign editions, and comes back from its bytes."""
    edition = frozen(worker(n) for n in range(1, 30))

    assert ((), edition) == (faults(edition), decode_edition(encode_edition(edition)))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("  Siti \t Rahayu ", "Siti Rahayu"),
        (unicodedata.normalize("NFD", "José"), "José"),
        ("Siti\u200b\u202eRahayu", "SitiRahayu"),
        ("Siti\x1eRahayu\x00", "Siti Rahayu"),
        ("Ma\u2019ruf", "Ma\u2019ruf"),
        ("Siti\u00a0Rahayu\r\n", "Siti Rahayu"),
    ],
)
def test_public_text(text, expected):
    """NFC, plain blanks, nothing invisible that could reorder or break a page."""
    assert expected == public_text(text)


def test_an_edition_passes_the_gate():
    """Freezing drops everything private."""
    people = [worker(n) for n in range(1, 300)]

    assert [] == inspect_bytes("1-prafinalisasi.json", encode_edition(frozen(people)), secrets(people))


def test_a_nik_in_a_public_field_does_not_pass():
    """The type cannot know what stands in a name; the gate does."""
    people = [worker(jabatan=f"Guru {worker().nik}")]

    assert ["NIK"] == [leak.jenis for leak in inspect_bytes("x.json", encode_edition(frozen(people)), secrets(people))]


def test_public_rows_are_those_of_the_edition():
    """What the SPTJM vouches for is what is published."""
    people = [worker(n) for n in range(1, 9)]

    assert public_rows(people) == frozen(people).daftar
