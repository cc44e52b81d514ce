"""What the head of an agency signs."""

from datetime import date

import pytest

from registry.edition.canonical import fingerprint_of_list
from registry.letters.sptjm import sptjm_pdf
from registry.letters.template import load_template
from registry.model.instansi import Kop, Ppk
from tests.registry.edition.editions import final, orang
from tests.registry.letters.samples import PERIODE, agency, read


@pytest.mark.parametrize(
    "fact",
    [
        "SURAT PERNYATAAN TANGGUNG JAWAB MUTLAK NOMOR 800/912-BKPSDM",
        "Nama : Dr. Fulan Contoh, M.M.",
        "Jabatan : Wali Kota Pekalongan",
        "Selaku : Pejabat Pembina Kepegawaian Pemerintah Kota Pekalongan",
        "sebanyak 1.911 (seribu sembilan ratus sebelas) orang",
        "147 (seratus empat puluh tujuh) orang Tenaga Honorer Kategori II (THK-II)",
        "1.764 (seribu tujuh ratus enam puluh empat) orang tenaga non-ASN lainnya",
        "sejak 1 Oktober 2022 pukul 08.00 WIB sampai dengan 7 Oktober 2022 pukul 16.00 WIB melalui bkd.pekalongan.test",
        "bertanggung jawab sepenuhnya",
        "bukan merupakan dasar maupun jaminan pengangkatan",
        "Pekalongan, 28 Oktober 2022",
        "METERAI Rp10.000",
        "REKAPITULASI PER KATEGORI Kategori MS TMS Jumlah",
        "REKAPITULASI PER UNIT KERJA No. Unit kerja THK-II Non-ASN Jumlah",
        "Daftar memuat 1.911 orang",
    ],
)
def test_the_statement_says(large: str, fact: str):
    """Identity, totals in digits and words, window and place, responsibility, no appointment, stamp, attachments."""
    assert fact in large


@pytest.fixture(scope="module")
def large() -> str:
    return read(sptjm_pdf(final(1911), agency(), PERIODE, nomor="800/912-BKPSDM", tanggal=date(2022, 10, 28))).text


def test_the_fingerprint_of_the_list_stands_on_every_page():
    """In the statement and at the foot of every page, in one piece."""
    said = final(120)
    pages = read(sptjm_pdf(said, agency(), PERIODE)).pages

    assert [True] * len(pages) == [fingerprint_of_list(said.daftar) in page for page in pages]


def test_the_version_of_the_clauses_stands_on_every_page():
    """So that anybody can tell which text was signed."""
    pages = read(sptjm_pdf(final(120), agency(), PERIODE)).pages

    assert [True] * len(pages) == [page.endswith(load_template("sptjm").versi) for page in pages]


def test_the_fingerprint_and_the_signature_share_a_page():
    """Nobody can put another page before a signature."""
    said = final(3)
    signed = [page for page in read(sptjm_pdf(said, agency(), PERIODE)).pages if "METERAI" in page]

    assert [2] == [page.count(fingerprint_of_list(said.daftar)) for page in signed]


def test_without_anybody_outside_the_rules_that_clause_is_missing():
    """The point about TMS stands only where there are some."""
    said = [final([orang(1, status=status)]) for status in ("MS", "TMS")]

    found = ["berstatus tidak memenuhi syarat (TMS)" in read(sptjm_pdf(one, agency(), PERIODE)).text for one in said]
    assert [False, True] == found


def test_number_and_date_may_be_filled_in_by_hand():
    """Dots, wide enough to write on."""
    assert "NOMOR ..........." in read(sptjm_pdf(final(1), agency(), PERIODE)).text


def test_the_nip_stands_under_the_name():
    """The SPTJM is not public."""
    signed = agency(ppk=Ppk(nama="Fulan", jabatan="Sekretaris Jenderal", nip="197001011995031001"))

    assert "Fulan NIP 197001011995031001" in read(sptjm_pdf(final(1), signed, PERIODE)).text


def test_the_recap_adds_up():
    """Per unit and category, with totals."""
    rows = [
        orang(1, unit_kerja="SDN B", kategori="THK_II"),
        orang(2, unit_kerja="SDN A", kategori="NON_ASN"),
        orang(3, unit_kerja="SDN B", kategori="NON_ASN"),
    ]

    assert "1 SDN A 0 1 1 2 SDN B 1 1 2 Jumlah 1 2 3" in read(sptjm_pdf(final(rows), agency(), PERIODE)).text


def test_statement_and_signature_share_the_first_page():
    """With a letterhead of two lines and the normal clauses, the one on those outside the rules too."""
    said = final([orang(n, status="TMS" if n == 2 else "MS") for n in (1, 2, 3)])
    pages = read(sptjm_pdf(said, agency(), PERIODE, nomor="800/912-BKPSDM", tanggal=date(2022, 10, 28))).pages

    assert ("METERAI" in pages[0], pages[1].startswith("Lampiran I")) == (True, True)


def test_what_needs_two_pages_takes_the_last_clause_along():
    """No signature on a page without any of the statement: here the letterhead is very long."""
    wordy = agency(kop=Kop(baris=(*["DINAS PENDIDIKAN DAN KEBUDAYAAN"] * 11, "KOTA PEKALONGAN"), alamat="Jalan Contoh"))
    first, second, *_ = read(sptjm_pdf(final(3), wordy, PERIODE)).pages
    found = [[it in page for it in ("Daftar yang saya nyatakan", "METERAI")] for page in (first, second)]

    assert [[False, False], [True, True]] == found
