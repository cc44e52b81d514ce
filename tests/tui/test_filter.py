"""Which people a filter leaves."""

from registry.model.codes import StatusPegawai, Syarat
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
