"""Which people a filter leaves."""

from itertools import product

import pytest

from registry.model.codes import Kategori, StatusPegawai, SumberGaji, Syarat
from registry.model.finding import Finding
from registry.model.pegawai import PegawaiRingkas
from tui.people import UNDECIDED, Filter, index_people, mask_of


def person(nomor, nama="Contoh", **fields):
    return PegawaiRingkas(nomor=nomor, nik="3375010101909999", nama=nama, **fields)


PEOPLE = index_people(
    [
        person("1", "Siti Rahayu", unit_kerja="SD 1", syarat_usulan=Syarat.MS),
        person("2", "Rahayu Budi", unit_kerja="SD 2", syarat_usulan=Syarat.TMS, syarat=Syarat.MS),
        person("3", "Ahmad", temuan=(Finding("nik-akhir-0"),)),
        person("4", "Siti Dicoret", status=StatusPegawai.DICORET),
    ]
)


def found(**wanted):
    mask = mask_of(PEOPLE, Filter(**wanted))
    return [row.nomor for row, here in zip(PEOPLE.rows, mask, strict=True) if here]


def test_without_a_filter_those_crossed_out_are_left_out():
    """They are seen only when asked for."""
    assert ["1", "2", "3"] == found()


def test_those_crossed_out_are_found_by_their_status():
    """Nothing is out of reach."""
    assert ["4"] == found(status="DICORET")


def test_words_in_any_order_and_case():
    """Each word must occur somewhere."""
    assert ["1"] == found(words="RAHAYU si")


def test_a_decision_counts_before_the_proposal():
    """MS decided by a person is MS."""
    assert ["1", "2"] == found(syarat="MS")


def test_undecided_people_are_found():
    """Neither rule nor person has said."""
    assert ["3"] == found(syarat=UNDECIDED)


def test_by_unit():
    """Only the people of one unit."""
    assert ["2"] == found(unit="SD 2")


def test_by_findings():
    """With and without remarks on the data."""
    assert (["3"], ["1", "2"]) == (found(temuan="ada"), found(temuan="tanpa"))


def test_nobody_at_all():
    """An empty agency has an empty mask."""
    assert b"" == mask_of(index_people([]), Filter(words="siti"))


VARIANTS = index_people(
    [
        person("1", "Muhammad Sutrisno"),
        person("2", "Mohamad Rahayu", jabatan="Guru Kelas"),
        person("3", "Soetrisno"),
        person("4", "Sitti Sri Wahyuni"),
        person("5", "Sriwahyuni", unit_kerja="Dinas Muh. Yamin"),
    ]
)


def ranks(words):
    mask = mask_of(VARIANTS, Filter(words=words))
    return {row.nomor: rank for row, rank in zip(VARIANTS.rows, mask, strict=True) if rank}


@pytest.mark.parametrize(
    ("words", "numbers"),
    [
        ("mohamad", {"1", "2"}),
        ("moham", {"1", "2"}),
        ("rahayu muhammad", {"2"}),
        ("sutrisno", {"1", "3"}),
        ("soetr", {"1", "3"}),
        ("siti", {"4"}),
        ("sriwahyuni", {"4", "5"}),
        ("guru moh.", {"2"}),
        ("wahju", set()),
    ],
)
def test_spelling_variants_of_names_are_found(words, numbers):
    """Old spelling, short forms, names written together, beginnings; in any order."""
    assert numbers == set(ranks(words))


def test_what_is_found_as_spelt_comes_first():
    """2 where the spelling is the one typed, 1 where only a variant is."""
    assert {"1": 1, "2": 2} == ranks("mohamad")


def test_fields_other_than_the_name_are_searched_as_spelt():
    """A unit is no name: no variants there."""
    assert {"5": 2} == ranks("yamin")
    assert {} == ranks("jamin")


@pytest.mark.parametrize("words", ["3375010101909999", "3375 0101 0190 9999", "3375.010101.909999", "01019099"])
def test_a_nik_is_found_with_and_without_separators(words):
    """As it is pasted, and by a part of it."""
    assert 5 == len(ranks(words))


def test_a_letter_more_and_a_letter_less_find_the_same_as_asked_afresh():
    """What is remembered of words typed before changes nothing."""
    typed = ["m", "mo", "moh", "mo", "m", "", "mo r", "mo"]

    assert [ranks(words) for words in typed] == [
        {
            row.nomor: rank
            for row, rank in zip(VARIANTS.rows, mask_of(index_people(VARIANTS.rows), Filter(words=words)), strict=True)
            if rank
        }
        for words in typed
    ]


def test_several_filters_at_once():
    """Each narrows what the others leave."""
    people = index_people(
        [
            person("1", kategori=Kategori.THK_II, sumber_gaji=SumberGaji.BOS),
            person("2", kategori=Kategori.THK_II, sumber_gaji=SumberGaji.APBD),
            person("3", sumber_gaji=SumberGaji.BOS),
        ]
    )

    assert b"\1\0\0" == mask_of(people, Filter(kategori="THK_II", sumber_gaji="BOS"))


def test_by_pay_that_is_not_known():
    """A blank is something to look for."""
    assert ["1", "2", "3"] == found(sumber_gaji="?")


def test_by_the_code_of_a_finding():
    """Those who have it among others."""
    people = index_people([person("1", temuan=(Finding("a"), Finding("b"))), person("2", temuan=(Finding("b"),))])

    assert (b"\1\0", (("b", 2), ("a", 1))) == (mask_of(people, Filter(temuan="a")), people.findings)


@pytest.mark.parametrize(("unit", "numbers"), [("sd 1", ["1"]), ("sd", ["1", "2"]), ("1 SD", ["1"]), ("SMP", [])])
def test_a_part_of_a_unit_means_every_unit_that_holds_it(unit, numbers):
    """A whole name means that unit alone."""
    assert numbers == found(unit=unit)


def test_a_whole_unit_name_does_not_mean_longer_ones():
    """SD 1 is not SD 10."""
    people = index_people([person("1", unit_kerja="SD 1"), person("2", unit_kerja="SD 10")])

    assert b"\1\0" == mask_of(people, Filter(unit="SD 1"))


@pytest.mark.parametrize(("words", "numbers"), [("da", {"3"}), ("ind", {"1"}), ("erah", {"2", "3"}), ("era", set())])
def test_a_few_letters_mean_the_beginning_of_a_word(words, numbers):
    """RA is no reason to show everybody of Sekretariat Daerah; from four letters on the middle of a word counts too."""
    people = index_people(
        [
            person("1", "Andi", unit_kerja="Puskesmas Medono/Induk"),
            person("2", "Andi", unit_kerja="Puskesmas Merah"),
            person("3", "Andi", unit_kerja="Setda (Daerah)"),
        ]
    )
    found = {row.nomor for row, here in zip(people.rows, mask_of(people, Filter(words=words)), strict=True) if here}

    assert numbers == found


MANY = [
    person(str(n), f"{first} {last}", jabatan=post, unit_kerja=unit)
    for n, (first, last, post, unit) in enumerate(
        product(
            ("Mohamad", "Muhammad", "Siti", "Rahmat", "Moh."),
            ("Rahayu", "Hamah", "Ramadan"),
            ("Guru", "Perawat"),
            ("SD Mohama", "SMP 2", "RSUD"),
        )
    )
]


@pytest.mark.parametrize("typed", ["mohamad ra", "smp 2", "muhammad rahayu guru", "moh ramad", "33750101"])
def test_typed_letter_by_letter_the_same_is_found_as_at_once(typed):
    """Each text that is typed on narrows what its beginning found; nobody is lost or won by that."""
    slowly = index_people(MANY)
    for length in range(1, len(typed) + 1):
        wanted = Filter(words=typed[:length])

        assert mask_of(index_people(MANY), wanted) == mask_of(slowly, wanted)
