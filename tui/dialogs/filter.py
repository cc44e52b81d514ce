"""The question for filters of the people's table, a filter in words, and the questions about saved ones."""

from collections.abc import Mapping, Sequence

from registry.model.codes import Kategori, StatusPegawai, SumberGaji
from registry.workflow.names import STATUS_PEGAWAI
from tui.dialogs.choose import Choice, Choose
from tui.dialogs.fields import Field, Fields
from tui.people import ANY_FINDING, NO_FINDING, UNDECIDED, UNKNOWN, Filter, People
from tui.saved_filters import LONGEST_NAME, SavedFilter
from tui.words import KATEGORI, SUMBER_GAJI, number

EVERYTHING = "semua"
ALL = ("Semua", EVERYTHING)
BAR = "kelompok"


def describe(wanted: Filter) -> list[str]:
    """Return the filters in words, without the search."""
    parts = []
    if wanted.status:
        parts.append(f"status {STATUS_PEGAWAI[StatusPegawai(wanted.status)]}")
    if wanted.syarat:
        parts.append("perlu putusan MS/TMS" if wanted.syarat == UNDECIDED else wanted.syarat)
    if wanted.unit:
        parts.append(f"unit {wanted.unit}")
    if wanted.temuan:
        known = {ANY_FINDING: "ada temuan", NO_FINDING: "tanpa temuan"}
        parts.append(known.get(wanted.temuan, f"temuan {finding_words(wanted.temuan)}"))
    if wanted.kategori:
        parts.append(KATEGORI[Kategori(wanted.kategori)])
    if wanted.sumber_gaji:
        known_pay = wanted.sumber_gaji != UNKNOWN
        parts.append(
            f"gaji {SUMBER_GAJI[SumberGaji(wanted.sumber_gaji)]}" if known_pay else "sumber gaji tidak diketahui"
        )
    if wanted.kelompok:
        parts.append(f"statistik {wanted.kelompok}")
    return parts


def finding_words(kode: str) -> str:
    """Return the code of a finding as words."""
    return kode.replace("-", " ")


def filter_question(wanted: Filter, people: People) -> Fields:
    """Return the question, filled with the present filter."""
    status = tuple((label, str(code)) for code, label in STATUS_PEGAWAI.items())
    syarat = (("MS", "MS"), ("TMS", "TMS"), ("Perlu putusan", UNDECIDED))
    kategori = tuple((label, str(code)) for code, label in KATEGORI.items())
    gaji = (*((label, str(code)) for code, label in SUMBER_GAJI.items()), ("Tidak diketahui", UNKNOWN))
    everyone = ("Semua kecuali yang dicoret", EVERYTHING)
    fields = [
        Field("status", "Status", wanted.status or EVERYTHING, choices=(everyone, *status)),
        Field("syarat", "Syarat", wanted.syarat or EVERYTHING, choices=(ALL, *syarat)),
        Field("unit", "Unit kerja", wanted.unit, "semua; ketik nama atau sebagian", suggestions=people.units),
        Field("temuan", "Temuan", wanted.temuan or EVERYTHING, choices=(ALL, *_findings(wanted, people))),
        Field("kategori", "Kategori", wanted.kategori or EVERYTHING, choices=(ALL, *kategori)),
        Field("sumber_gaji", "Sumber gaji", wanted.sumber_gaji or EVERYTHING, choices=(ALL, *gaji)),
    ]
    if wanted.kelompok:
        fields.append(Field(BAR, "Dari statistik", BAR, choices=(ALL, (str(wanted.kelompok), BAR))))
    return Fields("Saring daftar", fields, yes="Terapkan")


def _findings(wanted: Filter, people: People) -> tuple[tuple[str, str], ...]:
    """Those that occur, how often, and the one wanted now even if it no longer occurs."""
    counted = dict(people.findings)
    if wanted.temuan not in {"", ANY_FINDING, NO_FINDING}:
        counted.setdefault(wanted.temuan, 0)
    codes = ((f"{finding_words(kode)} ({number(count)})", kode) for kode, count in counted.items())
    return (("Ada temuan", ANY_FINDING), ("Tanpa temuan", NO_FINDING), *codes)


def filter_of(answer: Mapping[str, str], before: Filter) -> Filter:
    """Return the answered filter; the search words stay, and the bar of the statistics unless it was let go."""
    values = {name: "" if value == EVERYTHING else value for name, value in answer.items() if name != BAR}
    kept = before.kelompok if answer.get(BAR) == BAR else None
    return Filter(words=before.words, kelompok=kept, **values)


def in_words(wanted: Filter) -> str:
    """Return filter and search in one line."""
    search = [f"cari “{wanted.words.strip()}”"] if wanted.words.strip() else []
    return " · ".join(search + describe(wanted))


def name_question(wanted: Filter, taken: Sequence[SavedFilter]) -> Fields:
    """Ask for the name under which the present filter is kept."""
    names = tuple(one.nama for one in taken)
    text = f"{in_words(wanted)}\nNama yang sudah ada akan diganti isinya." if names else in_words(wanted)
    field = Field("nama", "Nama saringan", hint="misalnya: perlu putusan, BOS", required=True, suggestions=names)
    return Fields("Simpan saringan", [field], text=text, check=_name_fault)


def _name_fault(answer: dict[str, str]) -> str:
    return "" if len(answer["nama"]) <= LONGEST_NAME else f"Nama paling panjang {LONGEST_NAME} huruf."


def saved_question(title: str, saved: Sequence[SavedFilter]) -> Choose[SavedFilter]:
    """Choose one of the saved filters."""
    choices = [Choice(one, f"{one.nama}   {in_words(one.filter)}") for one in saved]
    return Choose(title, choices, search="nama saringan")
