"""Pengumuman: the letter that makes a list public, with the list. Public, so it holds nothing an edition does not hold.

The signatory's NIP is left out: it contains a birth date, and nothing public may.
"""

from registry.edition.canonical import encode_edition, fingerprint, fingerprint_of_list
from registry.edition.types import Edition
from registry.letters import facts, form
from registry.letters.paper import Paper
from registry.letters.prose import Signature, closing
from registry.letters.roster import draw_roster
from registry.letters.template import Facts, Template, load_template, plain, points, runs
from registry.model.codes import Tahap
from registry.model.instansi import Instansi
from registry.normalise.text import format_date
from registry.periode.types import Periode


def announcement_pdf(edition: Edition, instansi: Instansi, periode: Periode) -> bytes:
    """The announcement of a prafinalisasi or a final edition."""
    template = load_template(f"pengumuman-{Tahap(edition.tahap)}")
    known = (
        facts.common(instansi, periode, edition.tanggal)
        | facts.of_edition(edition, instansi)
        | {"sptjm": _sptjm(edition)}
    )
    name = f"Pengumuman Nomor {known['nomor']}"
    paper = form.fitted(
        f"{name} - {known['instansi']}",
        known["instansi"],
        edition.terbit,
        lambda page: _letter(page, template, known, edition, instansi),
    )
    _attach(paper, edition, template.lampiran, known)
    form.foot(paper, form.Foot(paper.title, template.versi, fingerprint_of_list(edition.daftar)))
    return paper.finish()


def _letter(paper: Paper, template: Template, known: Facts, edition: Edition, instansi: Instansi) -> None:
    form.letterhead(paper, instansi)
    form.title(paper, template.judul, edition.nomor, plain(template.tentang, known).upper())
    for text in template.pembuka:
        form.text(paper, runs(text, known))
    form.numbered(paper, points(template, known))
    place = facts.place_and_date(instansi, edition.tanggal)
    ending = [runs(text, known) for text in template.penutup]
    closing(paper, ending, Signature(place, instansi.ppk.jabatan or facts.PPK, instansi.ppk.nama))


def _attach(paper: Paper, edition: Edition, texts: dict[str, str], known: Facts) -> None:
    form.attachment(paper, plain(texts["acuan"], known), texts["judul"])
    draw_roster(paper, edition.daftar)
    form.note(paper, runs(texts["akhir"], known))
    form.note(paper, (("Sidik daftar (SHA-256): ", False), (fingerprint_of_list(edition.daftar), True)))
    form.note(
        paper, (("Sidik berkas pengumuman.json (SHA-256): ", False), (fingerprint(encode_edition(edition)), True))
    )


def _sptjm(edition: Edition) -> str:
    """`nomor ... tanggal ...` of the statement behind a final list, empty without one."""
    sptjm = edition.sptjm
    return f"nomor {sptjm.nomor} tanggal {facts.together(format_date(sptjm.tanggal))}" if sptjm else ""
