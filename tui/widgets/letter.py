"""One usulan or sanggahan as text: what came in, until when it is to be decided, and what was decided."""

from collections.abc import Iterable

from textual.content import Content

from registry.model.instansi import Instansi
from registry.workflow.names import STATUS_MASUKAN
from tui.inbox import Entry
from tui.moments import write_day, write_moment
from tui.words import MASUKAN_TONE, TONE_STYLE


def describe_entry(entry: Entry, instansi: Instansi) -> Content:
    """Everything known about it, moments as the clocks of the instansi show them."""
    row = entry.masukan
    status = (STATUS_MASUKAN[row.status], TONE_STYLE[MASUKAN_TONE[row.status]])
    lines = [Content.assemble((f"{row.jenis.capitalize()} {row.tanda_terima}  ", "bold"), status)]
    lines += [
        Content.assemble((f"{label:<16}", "$foreground 70%"), value)
        for label, value in _facts(entry, instansi)
        if value
    ]
    return Content("\n").join(lines)


def _facts(entry: Entry, instansi: Instansi) -> Iterable[tuple[str, str]]:
    row, tenggat = entry.masukan, entry.tenggat
    yield "Masuk", write_moment(row.waktu, instansi.zona)
    if tenggat.sampai and tenggat.kata:
        yield "Tenggat", f"{write_moment(tenggat.sampai, instansi.zona)} ({tenggat.kata})"
    yield "Tentang", row.nama
    yield "Nomor", row.nomor_pegawai
    yield "NIK", row.nik
    yield "Lahir", write_day(row.tanggal_lahir) if row.tanggal_lahir else ""
    yield "Unit kerja", row.unit_kerja
    yield "Jabatan", row.jabatan
    yield "Isi", row.isi
    yield "Dari", row.pelapor
    yield "Kontak", row.kontak
    yield "Alasan putusan", row.alasan
    if row.diputus_pada:
        yield "Diputus", f"{write_moment(row.diputus_pada, instansi.zona)}, {row.diputus_oleh}"
