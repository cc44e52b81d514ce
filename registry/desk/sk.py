"""The work history as the form edits it: each decree (SK) from its texts, and a whole history onto a record.

The readers and findings are those of the form and of files; what is unreadable is told at once and does not get into the history.
"""

from collections.abc import Iterable, Mapping, Sequence

from msgspec import Struct
from msgspec.structs import replace

from registry.desk.readers import Findings, as_text, read_each, read_field, unique
from registry.intake import history
from registry.model.finding import Finding
from registry.model.pegawai import Pegawai, Riwayat
from registry.normalise.text import clean

DECREE_FIELDS = history.FIELDS
SK_FIELDS = (*DECREE_FIELDS, *history.SHARED)
_TELLING = ("nomor_sk", "tanggal_sk", "tanggal_mulai", "tanggal_akhir")


class Sk(Struct, frozen=True):
    """One decree of the history. temuan: remarks on what was typed. halangan: what forbids taking it over."""

    sk: Riwayat
    temuan: Findings = ()
    halangan: Findings = ()


def history_of(person: Pegawai) -> tuple[Sk, ...]:
    """The decrees of a record, as they stand. What was remarked on them stays with the record."""
    return tuple(Sk(sk) for sk in person.riwayat)


def texts_of(sk: Riwayat) -> dict[str, str]:
    """A decree as texts of the form; reading them back gives the same decree."""
    return {name: as_text(getattr(sk, name)) for name in SK_FIELDS}


def read_sk(texts: Mapping[str, str], others: Sequence[Riwayat] = ()) -> Sk:
    """A decree from the texts of its fields. `others`: the rest of the history, in which it must not stand already."""
    read, found = read_each(SK_FIELDS, texts)
    sk = Riwayat(**{name: value for name, value in read.items() if value is not None})
    unread = {name for name in SK_FIELDS if read.get(name) is None and clean(texts.get(name, ""))}
    halangan = (*(one for one in found if one.kolom in unread), *_empty(sk), *_known(sk, others))
    remarks = (one for one in found if one not in halangan and one.kolom in DECREE_FIELDS)
    return Sk(sk, (*remarks, *history.wrong_way_round(sk)), halangan)


def with_history(person: Pegawai, riwayat: Sequence[Sk]) -> Pegawai:
    """The record with this work history; a remark on a decree goes when no decree says any more what it was about."""
    decrees = tuple(one.sk for one in riwayat)
    kept = (one for one in person.temuan if one.kolom not in DECREE_FIELDS or _still_said(one, decrees))
    new = (finding for one in riwayat for finding in one.temuan)
    order = (finding for sk in decrees for finding in history.wrong_way_round(sk))
    return replace(person, riwayat=decrees, temuan=unique((*kept, *new, *order)))


def _still_said(finding: Finding, decrees: Iterable[Riwayat]) -> bool:
    if finding.kode == history.WRONG_WAY_ROUND:
        return False  # looked at anew, for it is about two fields
    value, _ = read_field(finding.kolom, finding.nilai)
    return any(getattr(sk, finding.kolom) == value for sk in decrees)


def _empty(sk: Riwayat) -> Findings:
    if any(getattr(sk, name) for name in _TELLING):
        return ()
    return (Finding("sk-kosong", "nomor_sk", "", "Isi nomor SK atau tanggalnya; tanpa itu SK tidak dikenali."),)


def _known(sk: Riwayat, others: Sequence[Riwayat]) -> Findings:
    place = history.find_same(tuple(others), sk, utama=False)
    if place is None:
        return ()
    column = "nomor_sk" if sk.nomor_sk else "tanggal_mulai"
    pesan = f"SK ini sudah ada di riwayat ({name_of(others[place])}). Ubah yang sudah ada."
    return (Finding("sk-sudah-ada", column, as_text(getattr(sk, column)), pesan),)


def name_of(sk: Riwayat) -> str:
    """How a decree is called in a sentence: its number, or its first day."""
    return f"SK {sk.nomor_sk}" if sk.nomor_sk else f"SK mulai {as_text(sk.tanggal_mulai) or '?'}"
