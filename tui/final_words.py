"""The way to FINAL in four steps, and the calm words once an agency is locked."""

from collections.abc import Iterator
from pathlib import Path

from textual.content import Content

from registry.desk.terkunci import Terkunci
from registry.model.codes import Fase
from registry.model.instansi import Instansi
from registry.normalise.text import format_date
from tui.editions import EditionLine, in_lines

STEPS = (
    ("Umumkan prafinalisasi", "di layar Umumkan (F6)"),
    ("Susun daftar final", "S"),
    ("Cetak, tandatangani, dan lampirkan SPTJM", "P lalu L"),
    ("Finalisasi", "K"),
)
AFTER = (
    "F8 membangun situs publik, F6 menulis surat, menunjukkan perbedaan dan laman.",
    "F2 membaca data setiap orang, Ctrl+R membaca jurnal. Tidak ada lagi yang dapat berubah.",
)
LABEL = 13


def steps(instansi: Instansi) -> Content:
    """The four steps, each with a word for where it stands."""
    done = {
        Fase.PENDAFTARAN: 0, Fase.UJI_PUBLIK: 1, Fase.PERPANJANGAN: 1, Fase.MENUNGGU_SPTJM: 2, Fase.FINAL: 4,
    }[instansi.fase] + (1 if instansi.fase is Fase.MENUNGGU_SPTJM and instansi.sptjm else 0)  # fmt: skip
    lines = []
    for n, (label, key) in enumerate(STEPS):
        word, style = ("[sudah]   ", "$text-success") if n < done else ("[nanti]   ", "$foreground 70%")
        if n == done:
            word, style = "[sekarang]", "$text-warning"
        hint = f"   {key}" if n == done else ""
        lines.append(Content.assemble((f"{word} {n + 1}. {label}", style), (hint, "$foreground 70%")))
    return Content("\n").join(lines)


def facts(instansi: Instansi) -> Content:
    """What is fixed already on the way."""
    lines = []
    if instansi.sidik_final:
        lines.append("Sidik daftar".ljust(LABEL) + instansi.sidik_final)
    if instansi.sptjm:
        told = f"{instansi.sptjm.nomor}, {format_date(instansi.sptjm.tanggal)}"
        lines.append("SPTJM".ljust(LABEL) + f"nomor {told}, pindaian terlampir")
    return Content("\n".join(lines))


def locked_words(instansi: Instansi, found: Terkunci, editions: list[EditionLine], situs: Path) -> Content:
    """What was published when, by which fingerprints it can be proven, where the files are, and what one can still do."""
    lines = [
        Content.styled(f"{instansi.nama} sudah final. Datanya lengkap, diumumkan, dan terkunci.", "bold $text-success")
    ]
    lines += [_group("Yang diumumkan"), *(Content(text) for line in editions for text in in_lines(line, instansi.zona))]
    lines += [_group("Bukti"), *(_fact(label, text) for label, text in _proof(found))]
    lines += [_group("Letak berkas"), *(_fact(label, text) for label, text in _files(found, situs))]
    lines += [_group("Yang masih dapat dilakukan"), *map(Content, AFTER)]
    return Content("\n").join(lines)


def _proof(found: Terkunci) -> Iterator[tuple[str, str]]:
    yield "Sidik edisi", found.edisi[-1].sidik
    yield "Sidik daftar", found.sidik_daftar
    yield "SPTJM", f"nomor {found.sptjm.nomor}, {format_date(found.sptjm.tanggal)}"
    yield "Jurnal", f"entri {found.jurnal.seq}, kepala {found.jurnal.hash[:16]}"


def _files(found: Terkunci, situs: Path) -> Iterator[tuple[str, str]]:
    for path in found.berkas:
        yield "Surat" if path.suffix == ".pdf" else "Pengumuman", str(path)
    yield "Pindaian", str(found.pindaian) if found.pindaian else "tidak ada lagi di arsip; jalankan periksa"
    yield "Situs", str(situs) if (situs / "index.html").is_file() else "belum dibangun (F8)"


def _group(title: str) -> Content:
    return Content.styled(f"\n{title}", "bold $text-primary")


def _fact(label: str, text: str) -> Content:
    return Content.assemble((label.ljust(LABEL), "$foreground 70%"), text)
