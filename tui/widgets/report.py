"""What `periksa` found, calmly: what is damaged, who wrote it, what to do."""

from collections.abc import Iterator

from textual.content import Content

from registry.desk.periksa import InstansiReport
from registry.model.finding import Finding
from tui.words import number

_ADVICE = "Jangan mengubah berkas apa pun dengan tangan. Salin dahulu seluruh folder instansi sebagai bukti."
_SPLIT = " Ditulis oleh: "


def report_lines(report: InstansiReport) -> Iterator[Content]:
    """Yield what was looked at, what is damaged and what is only worth knowing."""
    yield Content.assemble(
        (number(report.entri), "bold"), " entri jurnal, ",
        (number(report.pegawai), "bold"), " orang, ",
        (number(report.edisi), "bold"), " edisi.",
    )  # fmt: skip
    yield Content.styled(f"Kepala: {report.kepala or 'tidak terbaca'}", "$foreground 70%")
    yield Content("")
    if not report.temuan:
        text = "Setiap entri tersambung dengan entri sebelumnya; berkas dan edisi sama dengan yang dicatat jurnal."
        yield Content.styled(text, "$text-success")
    for place, finding in enumerate(report.temuan, 1):
        yield from _finding_lines(place, finding)
    if report.temuan:
        yield Content.styled(_ADVICE, "bold")
    if report.catatan:
        yield Content("")
        yield Content.styled("Catatan, tidak merugikan", "bold")
        yield from (Content(f"• {note.pesan}") for note in report.catatan)


def _finding_lines(place: int, finding: Finding) -> Iterator[Content]:
    """What is damaged, then who wrote it and what to do on a line of its own."""
    what, _, who = finding.pesan.partition(_SPLIT)
    yield Content.assemble((f"{place}. ", "bold $text-warning"), (what, "bold"))
    if who:
        yield Content(f"   Ditulis oleh: {who}")
    yield Content.styled(f"   kode {finding.kode}", "$foreground 70%")
    yield Content("")
