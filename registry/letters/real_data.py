"""Rekap data riil: those who exist but do not meet the rules, reported to KemenPAN-RB. For official use, never published.

Even so it holds no NIK, no birth date and no free text about a person: reasons are named by their code.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from registry.errors import UsageRefused
from registry.letters import facts, form
from registry.letters.paper import Paper
from registry.letters.prose import Signature, closing
from registry.letters.roster import KATEGORI
from registry.letters.table import Column, draw_table
from registry.letters.template import Facts, Template, load_template, plain, runs
from registry.model.codes import StatusPegawai, Syarat
from registry.model.instansi import Instansi
from registry.model.pegawai import Pegawai
from registry.normalise.text import format_date, format_number
from registry.periode.types import Periode
from registry.rules.reasons import DECIDED, reason_word, reason_words


def real_data_pdf(
    people: Iterable[Pegawai], instansi: Instansi, periode: Periode, *, nomor: str = "", tanggal: date
) -> bytes:
    """The recap of everybody in `people` who counts as TMS and is not crossed out. UsageRefused when there is nobody."""
    reported = [p for p in people if p.syarat_berlaku is Syarat.TMS and p.status is not StatusPegawai.DICORET]
    if not reported:
        raise UsageRefused(
            "Tidak ada tenaga non-ASN yang berstatus tidak memenuhi syarat.",
            where=instansi.nama,
            to_do="Surat rekap data riil hanya dibuat bila ada yang dilaporkan.",
        )
    reported.sort(key=lambda p: p.nomor)
    template = load_template("data-riil")
    known = _facts(len(reported), instansi, periode, nomor, tanggal)
    labels = reason_words(periode)
    reason_rows = _per_reason(reported, labels)
    paper = form.fitted(
        f"Rekapitulasi Data Riil - {known['instansi']}",
        known["instansi"],
        facts.midnight(tanggal, instansi),
        lambda page: _letter(page, template, known, instansi, reason_rows),
    )
    _attach(paper, reported, labels, template.lampiran, known)
    form.foot(paper, form.Foot(f"{paper.title} - {template.lampiran['sifat']}", template.versi))
    return paper.finish()


def reasons(pegawai: Pegawai) -> tuple[str, ...]:
    """Codes of why a person does not meet the rules; a person's own decision without such a finding has a code of its own."""
    return tuple(dict.fromkeys(finding.kode for finding in pegawai.temuan_syarat)) or (DECIDED,)


def _facts(count: int, instansi: Instansi, periode: Periode, nomor: str, tanggal: date) -> Facts:
    return {
        **facts.common(instansi, periode, tanggal),
        **facts.numbers({"jumlah": count}),
        "tanggal": format_date(tanggal),
        "tempat_tanggal": facts.place_and_date(instansi, tanggal),
        "nomor": nomor,
        "nomor_acuan": f" Nomor {nomor}" if nomor else "",
    }


def _letter(
    paper: Paper, template: Template, known: Facts, instansi: Instansi, per_reason: Sequence[tuple[str, ...]]
) -> None:
    form.letterhead(paper, instansi)
    form.classified(paper, template.lampiran["sifat"])
    form.title(paper, template.judul, known["nomor"], plain(template.tentang, known).upper())
    for text in template.pembuka:
        form.text(paper, runs(text, known))
    count, details = (runs(point.teks, known) for point in template.butir)
    form.numbered(paper, [count])
    columns = (Column("No.", 24, right=True), Column("Sebab", 330), Column("Jumlah orang", 70, right=True))
    draw_table(paper, columns, per_reason, size=8.8)
    paper.y += 12
    form.numbered(paper, [details], first=2)
    ending = [runs(text, known) for text in template.penutup]
    ppk = instansi.ppk
    closing(paper, ending, Signature(known["tempat_tanggal"], ppk.jabatan or facts.PPK, ppk.nama, ppk.nip))


def _attach(
    paper: Paper, people: Sequence[Pegawai], labels: dict[str, str], texts: dict[str, str], known: Facts
) -> None:
    reference = plain(texts["acuan"], known)
    form.attachment(paper, f"Lampiran I {reference}", texts["jabatan"])
    _counted(paper, "Jabatan", Counter(p.jabatan for p in people))
    form.attachment(paper, f"Lampiran II {reference}", texts["unit"])
    _counted(paper, "Unit kerja", Counter(p.unit_kerja for p in people))
    form.attachment(paper, f"Lampiran III {reference}", texts["daftar"], landscape=True)
    columns = (
        Column("No.", 34, right=True),
        Column("Nomor registrasi", 78),
        Column("Nama", 160, lines=6),
        Column("Jabatan", 130, lines=6, repeats=True),
        Column("Unit kerja", 160, lines=6, repeats=True),
        Column("Kategori", 44, repeats=True),
        Column("Sebab tidak memenuhi syarat", 180, lines=6, repeats=True),
    )
    draw_table(paper, columns, _rows(people, labels), size=7.8)


def _rows(people: Sequence[Pegawai], labels: dict[str, str]) -> Iterator[tuple[str, ...]]:
    for n, p in enumerate(people, 1):
        why = "; ".join(reason_word(code, labels) for code in reasons(p))
        yield format_number(n), p.nomor, p.nama, p.jabatan, p.unit_kerja, KATEGORI[p.kategori], why


def _counted(paper: Paper, title: str, counts: Counter[str]) -> None:
    columns = (Column("No.", 26, right=True), Column(title, 330, lines=6), Column("Jumlah orang", 70, right=True))
    names = sorted(counts, key=lambda name: (name.casefold(), name))
    rows = ((format_number(n), name, format_number(counts[name])) for n, name in enumerate(names, 1))
    draw_table(paper, columns, rows, total=("", "Jumlah", format_number(counts.total())), size=8.4)


def _per_reason(people: Sequence[Pegawai], labels: dict[str, str]) -> list[tuple[str, ...]]:
    """Most frequent first."""
    counts = Counter(code for p in people for code in reasons(p))
    ranked = sorted(counts.items(), key=lambda item: (-item[1], item[0]))
    return [
        (format_number(n), reason_word(code, labels), format_number(many)) for n, (code, many) in enumerate(ranked, 1)
    ]
