"""The questions of the journal: which entries, which fingerprint. And a search in words."""

from collections.abc import Iterable, Mapping, Sequence

from registry.desk.riwayat import Search, label_of
from registry.model.terbitan import EdisiTercatat
from registry.normalise.moments import read_day
from registry.store.change import JournalNote
from registry.store.seam import Head
from tui.dialogs.choose import Choice, Choose
from tui.dialogs.fields import Field, Fields
from tui.moments import write_day

EVERYTHING = "semua"
_UNREADABLE = "Tanggal {} tidak terbaca. Contoh: 7-10-2022"


def describe(wanted: Search) -> list[str]:
    """Return the filters in words, without the search."""
    parts = []
    if wanted.action:
        parts.append(label_of(wanted.action))
    if wanted.operator:
        parts.append(f"oleh {wanted.operator}")
    if wanted.sejak:
        parts.append(f"sejak {write_day(wanted.sejak)}")
    if wanted.sampai:
        parts.append(f"sampai {write_day(wanted.sampai)}")
    return parts


def journal_question(wanted: Search, actions: Iterable[str], operators: Iterable[str]) -> Fields:
    """Return the question, filled with the present filter; only actions and operators that occur are offered."""
    labels = sorted((label_of(action), action) for action in actions)
    fields = [
        Field("action", "Tindakan", wanted.action or EVERYTHING, choices=(("Semua", EVERYTHING), *labels)),
        Field(
            "operator",
            "Petugas",
            wanted.operator or EVERYTHING,
            choices=(("Semua", EVERYTHING), *((name, name) for name in sorted(operators, key=str.casefold))),
        ),
        Field("sejak", "Sejak tanggal", write_day(wanted.sejak) if wanted.sejak else "", hint="1-9-2022, boleh kosong"),
        Field(
            "sampai",
            "Sampai tanggal",
            write_day(wanted.sampai) if wanted.sampai else "",
            hint="30-9-2022, boleh kosong",
        ),
    ]
    return Fields("Saring riwayat", fields, yes="Terapkan", check=_check)


def _check(answer: dict[str, str]) -> str:
    for name in ("sejak", "sampai"):
        if answer[name] and read_day(answer[name]) is None:
            return _UNREADABLE.format(name)
    sejak, sampai = read_day(answer["sejak"]), read_day(answer["sampai"])
    return "Tanggal sejak harus sebelum tanggal sampai." if sejak and sampai and sejak > sampai else ""


def search_of(answer: Mapping[str, str], words: str) -> Search:
    """Return the answered search; the words stay."""
    action, operator = ("" if answer[name] == EVERYTHING else answer[name] for name in ("action", "operator"))
    return Search(words, action, operator, read_day(answer["sejak"]), read_day(answer["sampai"]))


def fingerprint_question(head: Head, note: JournalNote | None, editions: Sequence[EdisiTercatat]) -> Choose[str]:
    """Return the question which fingerprint to copy; it answers the 64 hex digits."""
    choices = [Choice(head.hash, f"Kepala jurnal, entri {head.seq}\n  {head.hash}")]
    if note is not None and note.seq != head.seq:
        choices.append(Choice(note.hash, f"Entri {note.seq}\n  {note.hash}"))
    choices += [
        Choice(edition.sidik, f"Edisi {edition.nomor}, {edition.tahap}\n  {edition.sidik}")
        for edition in reversed(editions)
    ]
    return Choose("Salin sidik yang mana?", choices)
