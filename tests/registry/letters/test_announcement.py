"""What the announcement says, and what it never says."""

import pytest

from registry.edition.canonical import encode_edition, fingerprint, fingerprint_of_list
from registry.edition.types import Edition
from registry.letters.announcement import announcement_pdf
from registry.model.instansi import Instansi, Ppk
from tests.registry.edition.editions import edition, final, orang
from tests.registry.letters.samples import PERIODE, agency, read


def text_of(said: Edition, instansi: Instansi | None = None) -> str:
    return read(announcement_pdf(said, instansi or agency(), PERIODE)).text


@pytest.mark.parametrize(
    "fact",
    [
        "PEMERINTAH KOTA PEKALONGAN BADAN KEPEGAWAIAN DAERAH",
        "PENGUMUMAN NOMOR 800/685-BKPSDM TENTANG",
        "B/1511/M.SM.01.00/2022",
        "180 orang (seratus delapan puluh), terdiri atas 13 orang Tenaga Honorer Kategori II (THK-II) dan 167 orang",
        "belum merupakan data final",
        "Tercantum dalam daftar ini bukan merupakan pengangkatan",
        "sejak 1 Oktober 2022 pukul 08.00 WIB sampai dengan 7 Oktober 2022 pukul 16.00 WIB",
        "melalui: BKPSDM Kota Pekalongan, Jalan Majapahit 5",
        "Pekalongan, 30 September 2022 Wali Kota Pekalongan, Dr. Fulan Contoh, M.M.",
        "Lampiran Pengumuman Nomor 800/685-BKPSDM tanggal 30 September 2022",
    ],
)
def test_the_prafinalisasi_letter_says(fact: str):
    """Number, basis, totals, not final, no appointment, window, where to turn, place, date and signatory."""
    assert fact in text_of(edition(180))


def test_every_person_is_listed_with_all_public_fields():
    """Number, registration number, name, position, unit, category, status - in the edition's order."""
    rows = [
        orang(7, nama="Ni Luh Sari", jabatan="Perawat", unit_kerja="Puskesmas Tirto", kategori="THK_II", status="MS")
    ]

    assert "1 3375-000007 Ni Luh Sari Perawat Puskesmas Tirto THK-II MS" in text_of(edition(rows))


def test_a_window_in_wita_is_told_in_wita():
    """The agency's own clock counts: 16.00 WIB is 17.00 WITA."""
    assert "7 Oktober 2022 pukul 17.00 WITA" in text_of(edition(3), agency(zona="Asia/Makassar"))


def test_a_letter_issued_later_is_not_cited():
    """B/1971 of October 2022 did not exist on 30 September; the final announcement cites it."""
    cited = ["B/1971/SM.01.00/2022" in text_of(said) for said in (edition(3), final(3))]

    assert [False, True] == cited


def test_the_final_letter_is_final_and_names_the_sptjm():
    """No window any more; the statement behind the list is cited by number and date."""
    text = text_of(final(3))

    found = ["merupakan data final" in text, "(SPTJM) nomor 800/912-BKPSDM tanggal 28 Oktober 2022" in text]
    assert [True, True] == found


def test_both_fingerprints_stand_behind_the_list():
    """That of the list, which the SPTJM quotes, and that of the published file."""
    said = edition(3)
    text = text_of(said)

    expected = [fingerprint_of_list(said.daftar), fingerprint(encode_edition(said))]
    assert expected == [sidik for sidik in expected if sidik in text]


def test_the_nip_of_the_signatory_is_left_out():
    """A NIP contains a birth date, and the announcement is public."""
    signed = agency(ppk=Ppk(nama="Fulan", jabatan="Sekretaris Daerah", nip="199008172015031001"))

    assert "199008172015031001" not in text_of(edition(3), signed)


def test_every_page_tells_its_number():
    """`Halaman 2 dari 5`, on the letter as on the list."""
    pages = read(announcement_pdf(edition(150), agency(), PERIODE)).pages

    assert [True] * 5 == [f"Halaman {n} dari 5" in page for n, page in enumerate(pages, 1)]


def test_every_page_of_the_list_repeats_the_header():
    """So that a page can be read alone."""
    pages = read(announcement_pdf(edition(150), agency(), PERIODE)).pages

    assert [True] * 4 == ["No. Nomor registrasi Nama Jabatan Unit kerja Kategori Status" in page for page in pages[1:]]


def test_the_title_names_letter_and_agency():
    """What a reader's window shows."""
    data = announcement_pdf(edition(1), agency(), PERIODE)

    assert "Pengumuman Nomor 800/685-BKPSDM - Pemerintah Kota Pekalongan" == read(data).title


def test_language_and_tags_are_set():
    """For screen readers: id-ID, marked content, a structure tree."""
    data = announcement_pdf(edition(1), agency(), PERIODE)

    assert [True] * 3 == [mark in data for mark in (b"/Lang (id-ID)", b"/Marked true", b"/StructTreeRoot")]


def test_an_agency_without_letterhead_place_and_head_still_gets_a_letter():
    """The name stands for the letterhead, dots for what is missing."""
    bare = agency(kop=agency().kop.__class__(), ppk=Ppk(), tempat="")

    assert text_of(edition(1), bare).startswith("PEMERINTAH KOTA PEKALONGAN PENGUMUMAN")


def test_an_empty_list_is_a_letter_too():
    """Nobody listed: zero, in digits and words."""
    assert "0 orang (nol)" in text_of(edition(0))


def test_a_registration_number_is_never_broken():
    """However long the code of the agency: people search for it."""
    rows = [orang(1, nomor="KEMENDIKBUD-139560")]

    assert "1 KEMENDIKBUD-139560 Budi" in text_of(edition(rows))


def test_the_signature_stands_on_the_page_of_its_letter():
    """Lines move a little closer before a signature goes to a page of its own."""
    head = Ppk(
        nama="Prof. Dr. H. Contoh Nama Yang Panjang Sekali, S.Ag., M.A., Ph.D.", jabatan="Sekretaris Jenderal " * 6
    )
    pages = read(announcement_pdf(edition(3), agency(ppk=head), PERIODE)).pages

    assert ["PENGUMUMAN" in pages[0], "Contoh Nama" in pages[0]] == [True, True]
