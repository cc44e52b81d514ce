"""Writes on the record of one person: fields and work history, documents, MS/TMS."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from textual.message import Message

from registry.desk import dokumen, pegawai, records
from registry.desk.differences import Difference, differences
from registry.desk.sk import Sk
from registry.desk.urungkan import Undo
from registry.errors import RecordChanged
from registry.model.codes import Syarat
from registry.model.pegawai import Pegawai
from tui.deeds.deed import Deed, Done
from tui.deeds.undo import undo_last
from tui.session import Session


@dataclass
class PersonSaved(Message):
    """Fields and work history are on disk."""

    nomor: str


@dataclass
class PersonTouched(Message):
    """Something else in the record is on disk: a document, a decision."""

    nomor: str


@dataclass
class PersonConflict(Message):
    """Nothing was written: the record is not any more as it was read. changes: (field, before, after) since then."""

    nomor: str
    changes: tuple[Difference, ...]


def add_person(fields: Mapping[str, str], riwayat: Sequence[Sk]) -> Deed:
    """Record a new person."""

    def do(session: Session) -> Done:
        saved, _ = pegawai.add_pegawai(session.store, fields, session.periode, session.act(), riwayat=riwayat)
        return Done(f"{saved.nama} tersimpan sebagai {saved.nomor}.", PersonSaved(saved.nomor))

    return Deed("Menyimpan orang baru", do)


def change_person(nomor: str, fields: Mapping[str, str], riwayat: Sequence[Sk] | None, seen: Pegawai | None) -> Deed:
    """Change a person, unless somebody else did since `seen` was read; then the sender learns what."""

    def do(session: Session) -> Done:
        try:
            saved, _ = pegawai.change_pegawai(
                session.store, nomor, fields, session.periode, session.act(), riwayat=riwayat, seen=seen
            )
        except RecordChanged:
            now = records.pegawai(session.store, nomor)
            return Done("", PersonConflict(nomor, differences(seen, now)))
        return Done(f"{saved.nama} tersimpan.", PersonSaved(saved.nomor))

    return Deed("Menyimpan data orang", do)


def attach(nomor: str, kolom: str, source: Path) -> Deed:
    """Attach a document."""

    def do(session: Session) -> Done:
        dokumen.attach(session.store, nomor, kolom, source, session.act())
        return Done(f"{dokumen.KETENTUAN[kolom].label} terlampir.", PersonTouched(nomor))

    return Deed("Melampirkan dokumen", do)


def detach(nomor: str, kolom: str) -> Deed:
    """Take a document out of the record."""

    def do(session: Session) -> Done:
        dokumen.detach(session.store, nomor, kolom, session.act())
        return Done(f"{dokumen.KETENTUAN[kolom].label} dilepas.", PersonTouched(nomor))

    return Deed("Melepas dokumen", do)


def decide(nomor: str, syarat: Syarat, alasan: str) -> Deed:
    """Decide MS or TMS of one person."""

    def do(session: Session) -> Done:
        done = pegawai.decide_syarat(session.store, [nomor], syarat, session.act(alasan))
        return Done(f"{done[0].nama} diputuskan {syarat}.", PersonTouched(nomor))

    return Deed("Memutuskan MS/TMS", do)


def undo_beside(nomor: str, plan: Undo) -> Deed:
    """Take the last change of the instansi back, whatever it was, while this person is looked at."""
    undoing = undo_last(plan)

    def do(session: Session) -> Done:
        return Done(undoing.do(session).said, PersonTouched(nomor))

    return Deed(undoing.doing, do)
