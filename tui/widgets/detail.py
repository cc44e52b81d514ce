"""One person in a side panel: what one wants to see without opening the form."""

from collections.abc import Iterable

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

from registry.model.finding import Finding
from registry.model.pegawai import Pegawai
from registry.workflow.names import STATUS_PEGAWAI
from tui.moments import write_day
from tui.words import KATEGORI, STATUS_TONE, SYARAT, TONE_STYLE, in_words, kolom


class PersonDetail(VerticalScroll, can_focus=False):
    """Facts, findings and the rules' reasons."""

    def compose(self) -> ComposeResult:
        """One text."""
        yield Static("", id="detail-text")

    def show(self, pegawai: Pegawai) -> None:
        """Show a person."""
        self.query_one("#detail-text", Static).update(Content("\n").join(list(_lines(pegawai))))
        self.scroll_home(animate=False)


def _lines(pegawai: Pegawai) -> Iterable[Content]:
    titles = " ".join(part for part in (pegawai.gelar_depan, pegawai.nama) if part)
    yield Content.styled(titles + (f", {pegawai.gelar_belakang}" if pegawai.gelar_belakang else ""), "bold")
    yield Content.styled(f"{pegawai.nomor} · {KATEGORI[pegawai.kategori]}", "$foreground 70%")
    yield Content("")
    word, tone = SYARAT[pegawai.syarat_berlaku]
    source = "diputuskan" if pegawai.syarat else "usul aturan"
    yield Content.assemble(
        (STATUS_PEGAWAI[pegawai.status], TONE_STYLE[STATUS_TONE[pegawai.status]]),
        " · ", (word, TONE_STYLE[tone]), (f" ({source})", "$foreground 70%"),
    )  # fmt: skip
    if pegawai.alasan_status:
        yield Content.styled(pegawai.alasan_status, "italic")
    yield Content("")
    for label, value in _facts(pegawai):
        if value:
            yield Content.assemble((f"{label:<12}", "$foreground 70%"), value)
    yield from finding_lines("Alasan syarat", pegawai.temuan_syarat)
    yield from finding_lines("Temuan", pegawai.temuan)


def _facts(pegawai: Pegawai) -> Iterable[tuple[str, str]]:
    yield "NIK", pegawai.nik
    yield (
        "Lahir",
        ", ".join(
            part
            for part in (pegawai.tempat_lahir, write_day(pegawai.tanggal_lahir) if pegawai.tanggal_lahir else "")
            if part
        ),
    )
    yield "Kelamin", in_words("jenis_kelamin", pegawai.jenis_kelamin or "")
    yield "Pendidikan", in_words("pendidikan", pegawai.pendidikan_asli or pegawai.pendidikan or "")
    yield "Jabatan", pegawai.jabatan
    yield "Unit kerja", pegawai.unit_kerja
    yield "Sumber gaji", in_words("sumber_gaji", pegawai.sumber_gaji or "")
    for sk in pegawai.riwayat:
        start = write_day(sk.tanggal_mulai) if sk.tanggal_mulai else "?"
        end = write_day(sk.tanggal_akhir) if sk.tanggal_akhir else "sekarang"
        yield "Masa kerja", f"{start} – {end}"


def finding_lines(title: str, findings: Iterable[Finding]) -> Iterable[Content]:
    """Yield a title and one line a finding; nothing when there is none."""
    found = list(findings)
    if not found:
        return
    yield Content("")
    yield Content.styled(title, "bold $text-warning")
    for finding in found:
        where = f"{kolom(finding.kolom)}: " if finding.kolom else ""
        yield Content.assemble(("• ", "$text-warning"), (where, "bold"), finding.pesan)
        if finding.sumber:
            yield Content.styled(f"  {finding.sumber}", "$foreground 70%")
