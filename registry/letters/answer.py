"""Jawaban: what became of an usulan or a sanggahan, to whoever sent it in.

It quotes what was sent in and the reason of the decision, both typed by people: whatever has the shape of a NIK is left out of them.
"""

import re
from datetime import date
from typing import Final

from msgspec import Struct

from registry.letters import facts, form
from registry.letters.kop import official_name
from registry.letters.paper import Paper
from registry.letters.prose import Block, Signature, closing, fields, paragraph
from registry.letters.template import Facts, Template, load_template, plain, points, runs
from registry.model.codes import JenisMasukan, StatusMasukan
from registry.model.instansi import Instansi
from registry.model.masukan import Masukan
from registry.normalise.text import format_date
from registry.periode.types import Periode

_NIK: Final = re.compile(r"(?<!\d)\d(?:[ .\-]?\d){15}(?!\d)")
_PUTUSAN: Final = {StatusMasukan.DIKABULKAN: "dikabulkan", StatusMasukan.DITOLAK: "ditolak"}


class Jawaban(Struct, frozen=True, kw_only=True):
    """One letter: its number (empty: dots to be filled by hand) and date, and the decided entry it answers."""

    masukan: Masukan
    tanggal: date
    nomor: str = ""


def answer_pdf(jawaban: Jawaban, instansi: Instansi, periode: Periode) -> bytes:
    """The answer to one decided usulan or sanggahan."""
    template = load_template("jawaban")
    known = _facts(jawaban, instansi, periode, template)
    paper = form.fitted(
        f"{plain(template.judul, known)} {known['tanda_terima']} - {known['instansi']}",
        known["instansi"],
        facts.midnight(jawaban.tanggal, instansi),
        lambda page: _letter(page, template, known, jawaban, instansi),
    )
    form.foot(paper, form.Foot(paper.title, template.versi))
    return paper.finish()


def without_nik(text: str) -> str:
    """The text with every number that could be a NIK left out."""
    return _NIK.sub("(nomor tidak dicetak)", text)


def _letter(paper: Paper, template: Template, known: Facts, jawaban: Jawaban, instansi: Instansi) -> None:
    form.letterhead(paper, instansi)
    form.text(paper, ((facts.place_and_date(instansi, jawaban.tanggal), False),), align=1)
    rows = (("Nomor", jawaban.nomor or facts.BLANK), ("Lampiran", "-"), ("Hal", plain(template.judul, known)))
    fields(paper, rows, left=paper.left, width=(paper.right - paper.left) * 0.72, label=58)
    paper.y += 6
    _addressee(paper, jawaban.masukan)
    for text in template.pembuka:
        form.text(paper, runs(text, known))
    form.numbered(paper, points(template, known))
    ending = [runs(text, known) for text in template.penutup]
    closing(paper, ending, Signature("", instansi.ppk.jabatan or facts.PPK, instansi.ppk.nama))


def _addressee(paper: Paper, entry: Masukan) -> None:
    """Who sent it in; for an usulan without a sender, the proposed person."""
    who = entry.pelapor or (entry.nama if entry.jenis is JenisMasukan.USULAN else "Penyanggah")
    block = Block(paper.left, paper.right - paper.left, justify=False, after=0)
    for line in (f"Yth. Sdr. {without_nik(who)}", "di tempat"):
        paragraph(paper, ((line, False),), block)
    paper.y += 14


def _facts(jawaban: Jawaban, instansi: Instansi, periode: Periode, template: Template) -> Facts:
    entry = jawaban.masukan
    putusan = _PUTUSAN[entry.status]
    about = (entry.nama, *(part for part in (entry.jabatan, entry.unit_kerja) if part))
    return {
        **facts.common(instansi, periode, jawaban.tanggal),
        "jenis": str(entry.jenis),
        "Jenis": entry.jenis.capitalize(),
        "tanda_terima": entry.tanda_terima,
        "masuk": facts.moment(entry.waktu, instansi),
        "tentang": without_nik(", ".join(about)),
        "isi": _sentence(entry.isi),
        "putusan": putusan,
        "diputus": facts.moment(entry.diputus_pada, instansi) if entry.diputus_pada else format_date(jawaban.tanggal),
        "akibat": template.lampiran[f"{entry.jenis}_{putusan}"],
        "alasan": _sentence(entry.alasan),
        "nomor_pegawai": entry.nomor_pegawai,
        "alamat_masukan": instansi.alamat_masukan or official_name(instansi),
    }


def _sentence(text: str) -> str:
    """With one full stop at its end."""
    told = without_nik(" ".join(text.split()))
    return told if told.endswith((".", "!", "?")) else f"{told}."
