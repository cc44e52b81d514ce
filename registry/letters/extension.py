"""Surat permohonan penambahan waktu: an agency with additions after prafinalisasi asks BKN for more time."""

from datetime import date, datetime
from typing import Final

from msgspec import Struct

from registry.letters import facts, form
from registry.letters.paper import Paper
from registry.letters.prose import Signature, closing, fields
from registry.letters.template import Facts, Template, load_template, points, runs
from registry.model.instansi import Instansi
from registry.periode.types import Periode

_COPY: Final = 11.8  # height of a line of the copies


class Permohonan(Struct, frozen=True, kw_only=True):
    """What the letter asks for. masuk: people entered; sisa: people not yet entered or decided; sampai: until when."""

    nomor: str
    tanggal: date
    masuk: int
    sisa: int
    alasan: str
    sampai: datetime | date
    sifat: str = "Segera"
    lampiran: str = "-"
    tembusan: tuple[str, ...] = ()


def extension_pdf(permohonan: Permohonan, instansi: Instansi, periode: Periode) -> bytes:
    """The request for more time."""
    template = load_template("perpanjangan")
    known = _facts(permohonan, instansi, periode)
    name = f"{template.judul} - {known['instansi']}"
    paper = form.fitted(
        name,
        known["instansi"],
        facts.midnight(permohonan.tanggal, instansi),
        lambda page: _letter(page, template, known, permohonan, instansi),
    )
    form.foot(paper, form.Foot(paper.title, template.versi))
    return paper.finish()


def _letter(paper: Paper, template: Template, known: Facts, permohonan: Permohonan, instansi: Instansi) -> None:
    form.letterhead(paper, instansi)
    _head(paper, permohonan, instansi, template)
    for text in template.pembuka:
        form.text(paper, runs(text, known))
    form.numbered(paper, points(template, known))
    ending = [runs(text, known) for text in template.penutup]
    closing(
        paper,
        ending,
        Signature("", instansi.ppk.jabatan or facts.PPK, instansi.ppk.nama, instansi.ppk.nip),
        below=_COPY * (len(permohonan.tembusan) + 2),
    )
    _copies(paper, permohonan.tembusan)


def _facts(permohonan: Permohonan, instansi: Instansi, periode: Periode) -> Facts:
    window = instansi.uji_publik
    return {
        **facts.common(instansi, periode, permohonan.tanggal),
        **facts.numbers({"masuk": permohonan.masuk, "sisa": permohonan.sisa}),
        "mulai": facts.moment(window.mulai, instansi) if window else "",
        "selesai": facts.moment(window.selesai, instansi) if window else "",
        "alasan": f"{permohonan.alasan.strip().rstrip('.')}.",
        "sampai": facts.until(permohonan.sampai, instansi),
    }


def _head(paper: Paper, permohonan: Permohonan, instansi: Instansi, template: Template) -> None:
    """Place and date at the right, number and subject at the left, the addressee below."""
    where = facts.place_and_date(instansi, permohonan.tanggal)
    form.text(paper, ((where, False),), align=1)
    rows = (
        ("Nomor", permohonan.nomor or facts.BLANK),
        ("Sifat", permohonan.sifat),
        ("Lampiran", permohonan.lampiran),
        ("Hal", template.judul),
    )
    fields(paper, rows, left=paper.left, width=(paper.right - paper.left) * 0.72, label=58)
    paper.y += 6
    form.addressee(paper, template.lampiran["kepada"])


def _copies(paper: Paper, tembusan: tuple[str, ...]) -> None:
    if not tembusan:
        return
    paper.y += _COPY
    for n, text in enumerate(("Tembusan:", *tembusan)):
        form.small(paper, f"{n}. {text}" if n else text)
