"""What there is to decide, as text: a row beside the record it collides with, a damaged NIK, or a person without MS or TMS."""

from collections.abc import Iterable
from itertools import zip_longest
from textwrap import wrap

from textual.content import Content

from registry.desk.antrean import BelumSyarat, UsulNik, nik_proposal
from registry.desk.banding import Banding, Beda, compare
from registry.model.impor import BarisTunggu
from registry.model.pegawai import Pegawai
from registry.workflow.names import STATUS_PEGAWAI
from tui.waiting import why
from tui.widgets.columns import fit
from tui.widgets.detail import finding_lines
from tui.words import KATEGORI, in_words, kolom

_MARK = {Beda.SAMA: "=", Beda.BEDA: "≠", Beda.MENAMBAH: "+", Beda.TIDAK_DISEBUT: " "}
_WORD = {Beda.TIDAK_DISEBUT: "tak disebut"}
_STYLE = {Beda.BEDA: "bold $text-warning", Beda.MENAMBAH: "$text-success"}
_FAINT = "$foreground 70%"
_LABEL, _SIGN, _LEAST = 16, 14, 18


def describe_row(row: BarisTunggu, other: Pegawai | None, width: int) -> Content:
    """Why the row waits, the NIK proposed for a damaged one, and both sides field by field; what differs stands first."""
    place = f"lembar {row.lembar}, baris {row.nomor_baris}" if row.lembar else f"baris {row.nomor_baris}"
    lines = [
        Content.assemble((f"{row.nomor} {row.calon.nama}", "bold"), (f"  {row.impor}, {place}", _FAINT)),
        Content.assemble(("Mengapa menunggu  ", "$foreground 70%"), (why(row), "$text-warning")),
    ]
    proposal = nik_proposal(row)
    lines += _proposal_lines(proposal) if proposal else ()
    others = [finding for finding in row.temuan if finding.kode not in {row.sebab, "nik-usul-pemulihan"}]
    lines += _side_by_side(row, other, width)
    lines += finding_lines("Temuan lain pada baris ini", others)
    return Content("\n").join(lines)


def describe_person(person: BelumSyarat) -> Content:
    """Who it is, and what the rules leave open."""
    facts = (
        ("Jabatan", person.jabatan),
        ("Unit kerja", person.unit_kerja),
        ("Kategori", KATEGORI[person.kategori]),
        ("Sumber gaji", in_words("sumber_gaji", person.sumber_gaji or "")),
        ("Status", STATUS_PEGAWAI[person.status]),
    )
    lines = [Content.assemble((person.nama, "bold"), (f"  {person.nomor}", _FAINT))]
    lines += [Content.assemble((f"{label:<13}", "$foreground 70%"), value) for label, value in facts if value]
    lines += finding_lines("Yang perlu diputuskan", person.temuan_syarat)
    return Content("\n").join(lines)


def _proposal_lines(proposal: UsulNik) -> Iterable[Content]:
    yield Content("")
    for label, value, style in (
        ("Tertulis di berkas", proposal.tertulis, "$foreground"),
        ("Angka yang tersisa", proposal.tersisa, "$foreground"),
        ("NIK yang diusulkan", proposal.usul or "tidak ada; isi dari KTP", "bold $text-primary"),
    ):
        if value:
            yield Content.assemble((f"{label}  ", "$foreground 70%"), (value, style))
    for sentence in proposal.mengapa[1:]:
        yield Content.assemble(("• ", "$text-warning"), sentence)


def _side_by_side(row: BarisTunggu, other: Pegawai | None, width: int) -> Iterable[Content]:
    found = compare(row, other)
    side = max(_LEAST, (width - _LABEL - _SIGN - 2) // 2)
    yield Content("")
    if other is None:
        yield Content.styled("Isi baris; belum ada orang tercatat yang berkaitan", "bold $foreground 80%")
    else:
        left = fit(f"Tercatat {other.nomor}", side)
        yield Content.styled(f"{'':<{_SIGN}}{'':<{_LABEL}}{left}  Baris berkas", "bold $foreground 80%")
    for one in sorted(found, key=lambda one: not one.dapat_dipilih):
        yield _line(one, side) if other else _plain(one, side)


def _line(one: Banding, side: int) -> Content:
    beda = one.beda
    style = _STYLE.get(beda, _FAINT)
    faint = style == _FAINT
    sign = fit(f"{_MARK[beda]} {_WORD.get(beda, str(beda))}", _SIGN)
    label = fit(kolom(one.kolom), _LABEL)
    pieces: list[Content] = []
    for known, said in zip_longest(
        _wrapped(one.kolom, one.tercatat, side), _wrapped(one.kolom, one.baris, side), fillvalue=""
    ):
        pieces.append(
            Content.assemble(
                (sign, style), (label, _FAINT if faint else "$foreground 80%"),
                (fit(known, side) + "  ", _FAINT if faint else "$foreground"), (said, style),
            )
        )  # fmt: skip
        sign, label = " " * _SIGN, " " * _LABEL
    return Content("\n").join(pieces)


def _plain(one: Banding, side: int) -> Content:
    """A field of a row that collides with nobody."""
    lines = _wrapped(one.kolom, one.baris, 2 * side)
    label = fit(kolom(one.kolom), _LABEL)
    return Content("\n").join(
        Content.assemble((label if not n else " " * _LABEL, "$foreground 70%"), line) for n, line in enumerate(lines)
    )


def _wrapped(kolom_: str, text: str, width: int) -> list[str]:
    return wrap(in_words(kolom_, text), width) or [""]
