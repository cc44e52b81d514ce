"""Writes that concern the instansi itself."""

from collections.abc import Mapping

from textual.message import Message

from registry.desk import register
from registry.model.instansi import Instansi
from tui.deeds.deed import Deed, Done
from tui.session import Session
from tui.work import Reporter, Sample


class InstansiMade(Message):
    """A new instansi stands in the workspace."""

    def __init__(self, kode: str) -> None:
        super().__init__()
        self.kode = kode


class SettingsSaved(Message):
    """The settings are on disk."""

    def __init__(self, instansi: Instansi) -> None:
        super().__init__()
        self.instansi = instansi


class SampleMade(Message):
    """The sample agencies stand in the workspace."""


def make_sample(sample: Sample, report: Reporter) -> Deed:
    """Fill an empty workspace with the sample agencies."""

    def do(session: Session) -> Done:
        sample(session.workspace, session.clock(), report)
        return Done("Contoh selesai dibuat. Semua orang di dalamnya rekaan.", SampleMade())

    return Deed("Membuat contoh", do)


def add_instansi(kode: str) -> Deed:
    """Create an instansi from the reference table."""

    def do(session: Session) -> Done:
        made = session.workspace.add_instansi(kode, session.act())
        return Done(f"{made.nama} dibuat.", InstansiMade(made.kode))

    return Deed("Membuat instansi", do)


def set_instansi(changes: Mapping[str, object]) -> Deed:
    """Change letterhead, PPK and addresses."""

    def do(session: Session) -> Done:
        instansi = register.set_instansi(session.store, changes, session.act())
        return Done("Pengaturan tersimpan.", SettingsSaved(instansi))

    return Deed("Mengatur instansi", do)
