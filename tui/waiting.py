"""What waits for a person, grouped and searched in memory. Plain functions on plain rows: no widgets, no store."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from registry.desk.antrean import KELOMPOK, BelumSyarat, Kelompok, kelompok_of, sebab_in_words
from registry.model.impor import BarisTunggu

Kind = Literal["baris", "orang"]


@dataclass(frozen=True, slots=True)
class Group:
    """Rows of files or people that wait for the same reason. reason: empty for all of a kind."""

    kind: Kind
    reason: str
    label: str
    count: int

    @property
    def key(self) -> str:
        """The name by which the cursor finds it again."""
        return f"{self.kind}:{self.reason}"


NO_GROUP = Group("baris", "", "Baris menunggu", 0)


def groups_of(rows: Sequence[BarisTunggu], people: Sequence[BelumSyarat]) -> list[Group]:
    """All rows, their groups, all people, theirs; a kind of which nothing waits is left out unless nothing waits at all."""
    found: list[Group] = []
    if rows or not people:
        found.append(Group("baris", "", "Baris menunggu", len(rows)))
    of_row = Counter(kelompok_of(row) for row in rows)
    found += [Group("baris", str(code), f"  {KELOMPOK[code]}", of_row[code]) for code in Kelompok if of_row[code]]
    if people:
        found.append(Group("orang", "", "Belum MS/TMS", len(people)))
    of_person = Counter(code for one in people for code in one.sebab)
    found += [Group("orang", code, f"  {sebab_in_words(code)}", count) for code, count in of_person.most_common()]
    return found


def why(row: BarisTunggu) -> str:
    """The sentence of what made the row wait."""
    return next((finding.pesan for finding in row.temuan if finding.kode == row.sebab), row.sebab.replace("-", " "))


def reasons_of(person: BelumSyarat) -> str:
    """What is to be decided about the person, in a few words."""
    return ", ".join(sebab_in_words(code) for code in person.sebab)


@dataclass(frozen=True, slots=True)
class Queue:
    """All that waits and, per row and per person, the text that is searched and the reasons it goes by."""

    rows: Sequence[BarisTunggu] = ()
    people: Sequence[BelumSyarat] = ()
    row_texts: Sequence[str] = ()
    row_reasons: Sequence[tuple[str, ...]] = ()
    person_texts: Sequence[str] = ()
    person_reasons: Sequence[tuple[str, ...]] = ()
    groups: Sequence[Group] = ()


def index_queue(rows: Sequence[BarisTunggu], people: Sequence[BelumSyarat]) -> Queue:
    """Prepare what waits for searching."""
    return Queue(
        rows,
        people,
        [_row_text(row).casefold() for row in rows],
        [(str(kelompok_of(row)),) for row in rows],
        [f"{one.nomor} {one.nama} {one.jabatan} {one.unit_kerja} {reasons_of(one)}".casefold() for one in people],
        [one.sebab for one in people],
        groups_of(rows, people),
    )


def mask_of(queue: Queue, group: Group, words: str) -> bytes:
    """Return one truth value per row or person, whichever the group holds: of this group and with all the words."""
    of_people = group.kind == "orang"
    texts, reasons = (queue.person_texts, queue.person_reasons) if of_people else (queue.row_texts, queue.row_reasons)
    mask = bytes(group.reason in own for own in reasons) if group.reason else bytes(b"\1" * len(reasons))
    for word in words.casefold().split():
        mask = bytes(fits and word in text for fits, text in zip(mask, texts, strict=True))
    return mask


def alike(one: object, other: object) -> bool:
    """Whether both wait for the same reason; of people also with the same position."""
    if isinstance(one, BarisTunggu) and isinstance(other, BarisTunggu):
        return one.sebab == other.sebab
    if isinstance(one, BelumSyarat) and isinstance(other, BelumSyarat):
        return one.sebab == other.sebab and one.jabatan.casefold() == other.jabatan.casefold()
    return False


def _row_text(row: BarisTunggu) -> str:
    calon = row.calon
    return f"{row.nomor} {calon.nama} {calon.nik} {calon.unit_kerja} {calon.jabatan} {row.lawan} {why(row)}"
