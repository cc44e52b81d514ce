"""SPTJM: the head of the agency answers for the list. Fixed clauses, duty stamp, recap, the list, its fingerprint on every page."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import date

from registry.edition.canonical import fingerprint_of_list
from registry.edition.types import Edition, Orang
from registry.letters import facts, form
from registry.letters.paper import Paper
from registry.letters.prose import Signature, closing, closing_height, fields
from registry.letters.roster import KATEGORI, draw_roster
from registry.letters.table import Column, draw_table
from registry.letters.template import Facts, Template, load_template, plain, points, runs
from registry.model.instansi import Instansi
from registry.normalise.text import format_date, format_number
from registry.periode.types import Periode


def sptjm_pdf(
    edition: Edition, instansi: Instansi, periode: Periode, *, nomor: str = "", tanggal: date | None = None
) -> bytes:
    """The statement over the list of `edition`. Without nomor or tanggal: dots, to be filled in by hand."""
    template = load_template("sptjm")
    known = _facts(edition, instansi, periode) | {
        "nomor": nomor or facts.BLANK,
        "tanggal": facts.together(format_date(tanggal)) if tanggal else facts.BLANK,
    }
    name = f"SPTJM Nomor {nomor}" if nomor else "SPTJM"
    paper = form.fitted(
        f"{name} - {known['instansi']}",
        known["instansi"],
        edition.terbit,
        lambda page: _letter(page, template, known, instansi, (nomor, facts.place_and_date(instansi, tanggal))),
    )
    _attach(paper, edition.daftar, template, known)
    form.foot(paper, form.Foot(paper.title, template.versi, known["sidik"]))
    return paper.finish()


def _letter(paper: Paper, template: Template, known: Facts, instansi: Instansi, given: tuple[str, str]) -> None:
    """given: the number, and place and date, as far as they are known."""
    nomor, place = given
    form.letterhead(paper, instansi)
    form.title(paper, template.judul, nomor, plain(template.tentang, known).upper(), joint="")
    ppk = instansi.ppk
    ending = [runs(text, known) for text in template.penutup]
    sign = Signature(place, ppk.jabatan or facts.PPK, ppk.nama, ppk.nip, meterai=True)
    below = closing_height(paper, ending, sign)
    _statement(paper, template, known, instansi)
    form.numbered(paper, points(template, known), below=form.FRAME + below)
    form.framed(paper, "Sidik daftar (SHA-256)", known["sidik"], below=below)
    closing(paper, ending, sign)


def _facts(edition: Edition, instansi: Instansi, periode: Periode) -> dict[str, str]:
    found = facts.common(instansi, periode, edition.tanggal) | facts.of_edition(edition, instansi)
    return found | {
        "sidik": fingerprint_of_list(edition.daftar),
        "ada_tms": "ya" if edition.jumlah.tms else "",
        "tempat_pengumuman": instansi.kop.laman or f"media pengumuman resmi {found['instansi']}",
    }


def _statement(paper: Paper, template: Template, known: Facts, instansi: Instansi) -> None:
    opening, declaring = template.pembuka
    form.text(paper, runs(opening, known))
    ppk = instansi.ppk
    rows = [("Nama", ppk.nama or facts.BLANK), ("NIP", ppk.nip), ("Jabatan", ppk.jabatan or facts.BLANK)]
    rows = [row for row in rows if row[1]]
    rows.append(("Selaku", f"Pejabat Pembina Kepegawaian {known['instansi']}"))
    fields(paper, rows, left=paper.left + 24, width=paper.right - paper.left - 24, label=70)
    form.text(paper, runs(declaring, known))


def _attach(paper: Paper, daftar: Sequence[Orang], template: Template, known: Facts) -> None:
    texts = template.lampiran
    reference = plain(texts["acuan"], known)
    form.attachment(paper, f"Lampiran I {reference}", texts["kategori"])
    _per_category(paper, daftar)
    paper.y += 20
    form.subheading(paper, texts["unit"])
    _per_unit(paper, daftar)
    form.attachment(paper, f"Lampiran II {reference}", texts["daftar"])
    draw_roster(paper, daftar)
    form.note(paper, runs(texts["akhir"], known))


def _per_category(paper: Paper, daftar: Sequence[Orang]) -> None:
    """Rows: categories; columns: the statuses that occur."""
    statuses = sorted({row.status for row in daftar})
    counts: dict[tuple[str, str], int] = defaultdict(int)
    for row in daftar:
        counts[row.kategori, row.status] += 1
    columns = [
        Column("Kategori", 160),
        *(Column(s, 60, right=True) for s in statuses),
        Column("Jumlah", 70, right=True),
    ]
    lines = [
        (label, *_summed([counts[kategori, status] for status in statuses])) for kategori, label in KATEGORI.items()
    ]
    sums = [sum(counts[kategori, status] for kategori in KATEGORI) for status in statuses]
    draw_table(paper, columns, lines, total=("Jumlah", *_summed(sums)), size=8.6)


def _per_unit(paper: Paper, daftar: Sequence[Orang]) -> None:
    """Rows: units by name; columns: categories."""
    counts: dict[str, list[int]] = defaultdict(lambda: [0, 0])
    for row in daftar:
        counts[row.unit_kerja][row.kategori != "THK_II"] += 1
    columns = (
        Column("No.", 26, right=True),
        Column("Unit kerja", 280, lines=4),
        *(Column(label, 55, right=True) for label in (*KATEGORI.values(), "Jumlah")),
    )
    sums = [sum(pair[n] for pair in counts.values()) for n in (0, 1)]
    draw_table(paper, columns, _unit_rows(counts), total=("", "Jumlah", *_summed(sums)), size=8.2)


def _unit_rows(counts: dict[str, list[int]]) -> Iterator[tuple[str, ...]]:
    for n, unit in enumerate(sorted(counts, key=lambda name: (name.casefold(), name)), 1):
        yield format_number(n), unit, *_summed(counts[unit])


def _summed(counts: Sequence[int]) -> tuple[str, ...]:
    """The counts as text, their sum behind them."""
    return tuple(format_number(n) for n in (*counts, sum(counts)))
