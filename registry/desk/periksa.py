"""`periksa` of one instansi: journal, view, kept files, editions, rules. Looks at what lies on disk and changes nothing."""

from collections.abc import Callable, Iterator
from pathlib import Path

from msgspec import Struct

from registry.desk.published import check_published
from registry.edition.canonical import decode_edition
from registry.errors import PendataanError
from registry.model.finding import Finding
from registry.model.instansi import Instansi
from registry.model.tables import EDISI, PEGAWAI
from registry.store.collector import collector_paused
from registry.store.store import Store
from registry.store.verify import verify_store

Anchor = tuple[int, str, str]


class InstansiReport(Struct, frozen=True):
    """One agency: journal entries, hash of the head, people, editions, findings to act on, harmless remarks."""

    kode: str
    entri: int
    kepala: str
    pegawai: int
    edisi: int
    temuan: tuple[Finding, ...] = ()
    catatan: tuple[Finding, ...] = ()


class Places(Struct, frozen=True):
    """Where an instansi lies, and how its rules are read (raises PendataanError when they cannot be)."""

    folder: Path
    terbitan: Path
    rules: Callable[[Instansi], object]


def verify_instansi(kode: str, places: Places, progress: Callable[[int, int], None] | None = None) -> InstansiReport:
    """Verify one instansi. progress: bytes done, bytes in all; it may raise to stop.

    A writer may have the instansi open meanwhile: what it appends is either seen whole or not at all.
    """
    findings: list[Finding] = []
    anchors: list[Anchor] = []
    for path in sorted(places.terbitan.glob("*-*.json")):
        anchors += _read_anchor(path, findings)
    try:
        with collector_paused():
            report = verify_store(places.folder, anchors=anchors, progress=progress)
    except PendataanError as error:
        return lost(kode, error)
    findings += report.findings
    people = editions = 0
    try:
        with Store.open(places.folder, operator="periksa", readonly=True) as store:
            people, editions = store.count(PEGAWAI), store.count(EDISI)
            findings += check_published(store, places.terbitan)
            findings += _verify_rules(places, store.instansi)
    except PendataanError as error:
        findings.append(Finding("jurnal-tidak-terbuka", nilai=kode, pesan=str(error)))
    return InstansiReport(kode, report.head.seq, report.head.hash, people, editions, tuple(findings), report.notes)


def lost(kode: str, error: PendataanError) -> InstansiReport:
    """The report on an instansi whose journal is not there."""
    return InstansiReport(kode, 0, "", 0, 0, (Finding("jurnal-hilang", nilai=kode, pesan=str(error)),))


def _verify_rules(places: Places, instansi: Instansi) -> Iterator[Finding]:
    """The rules the instansi is registered under can be read."""
    try:
        places.rules(instansi)
    except PendataanError as error:
        yield Finding("periode-tidak-terbaca", nilai=instansi.periode, pesan=str(error))


def _read_anchor(path: Path, findings: list[Finding]) -> Iterator[Anchor]:
    try:
        edition = decode_edition(path.read_bytes(), where=str(path))
    except PendataanError as error:
        findings.append(Finding("edisi-rusak", nilai=path.name, pesan=str(error)))
    else:
        yield edition.jurnal.seq, edition.jurnal.head, f"edisi {path.name}"
