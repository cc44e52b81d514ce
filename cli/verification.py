"""What `periksa` looks at, in one report: every instansi as the desk verifies it, and the built site."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from registry.desk.periksa import InstansiReport, Places, lost, verify_instansi
from registry.errors import PendataanError
from registry.model.finding import Finding
from registry.workspace import Workspace


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
    terbitan = workspace.terbitan_folder(kode)
    try:
        folder = workspace.instansi_folder(kode)
    except PendataanError as error:
        return lost(kode, error)
    return verify_instansi(kode, Places(folder, terbitan, workspace.periode_for))


def _verify_site(folder: Path) -> list[Finding]:
    """Every file of the built site is the one that was built."""
    from site_builder.manifest import verify_site

    problems = verify_site(folder) if folder.exists() else []
    return [Finding("situs-berubah", pesan=f"{problem} Bangun ulang: pendataan bangun.") for problem in problems]
