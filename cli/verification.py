"""What `periksa` looks at, in one report: journals, views, files, editions, the built site."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from registry.desk.published import check_published
from registry.edition.canonical import decode_edition
from registry.errors import PendataanError
from registry.model.finding import Finding
from registry.model.tables import EDISI, PEGAWAI
from registry.store.store import Store
from registry.store.verify import verify_store
from registry.workspace import Workspace

Anchor = tuple[int, str, str]


@dataclass(frozen=True)
class InstansiReport:
    """One agency: journal entries, hash of the head, people, editions, findings to act on, harmless remarks."""

    kode: str
    entri: int
    kepala: str
    pegawai: int
    edisi: int
    temuan: list[Finding] = field(default_factory=list)
    catatan: list[Finding] = field(default_factory=list)


@dataclass(frozen=True)
class Report:
    """The answer of `periksa --json`: `temuan` holds all findings, the site's included; empty means sound."""

    instansi: list[InstansiReport]
    temuan: list[Finding]


def verify_workspace(workspace: Workspace, kode: str, progress: Callable[[int, int], None]) -> Report:
    """Verify one instansi, or all and the site when `kode` is empty."""
    codes = (kode,) if kode else workspace.instansi_codes()
    reports = []
    for done, code in enumerate(codes):
        progress(done, len(codes) + 1)
        reports.append(_verify_instansi(workspace, code))
    findings = [finding for report in reports for finding in report.temuan]
    if not kode:
        findings += _verify_site(workspace.site_folder)
    progress(len(codes) + 1, len(codes) + 1)
    return Report(reports, findings)


def _verify_instansi(workspace: Workspace, kode: str) -> InstansiReport:
    findings: list[Finding] = []
    anchors: list[Anchor] = []
    for path in sorted(workspace.terbitan_folder(kode).glob("*-*.json")):
        anchors += _read_anchor(path, findings)
    try:
        report = verify_store(workspace.instansi_folder(kode), anchors=anchors)
    except PendataanError as error:
        return InstansiReport(kode, 0, "", 0, 0, [Finding("jurnal-hilang", nilai=kode, pesan=str(error))])
    findings += report.findings
    people = editions = 0
    try:
        with workspace.open_store(kode, operator="periksa", readonly=True) as store:
            people, editions = store.count(PEGAWAI), store.count(EDISI)
            findings += check_published(store, workspace.terbitan_folder(kode))
            findings += _verify_periode(workspace, store)
    except PendataanError as error:
        findings.append(Finding("jurnal-tidak-terbuka", nilai=kode, pesan=str(error)))
    return InstansiReport(kode, report.head.seq, report.head.hash, people, editions, findings, list(report.notes))


def _verify_periode(workspace: Workspace, store: Store) -> Iterator[Finding]:
    """The rules the instansi is registered under can be read."""
    try:
        workspace.periode_for(store.instansi)
    except PendataanError as error:
        yield Finding("periode-tidak-terbaca", nilai=store.instansi.periode, pesan=str(error))


def _read_anchor(path: Path, findings: list[Finding]) -> Iterator[Anchor]:
    try:
        edition = decode_edition(path.read_bytes(), where=str(path))
    except PendataanError as error:
        findings.append(Finding("edisi-rusak", nilai=path.name, pesan=str(error)))
    else:
        yield edition.jurnal.seq, edition.jurnal.head, f"edisi {path.name}"


def _verify_site(folder: Path) -> list[Finding]:
    """Every file of the built site is the one that was built."""
    from site_builder.manifest import verify_site

    problems = verify_site(folder) if folder.exists() else []
    return [Finding("situs-berubah", pesan=f"{problem} Bangun ulang: pendataan bangun.") for problem in problems]
