"""All rules together: what they find about a person, and the status they propose. A person confirms or overrides it."""

from typing import Final, NamedTuple

import msgspec

from registry.model.codes import Syarat
from registry.model.finding import Finding
from registry.model.pegawai import Pegawai
from registry.periode.types import Periode
from registry.rules.eligibility import (
    Judged,
    Rule,
    appointed_by_the_head_of_a_work_unit,
    belongs_to_a_group,
    holds_a_position_that_counts,
    of_age_at_the_cutoff,
    paid_directly_from_the_state_budget,
    still_working_here,
    worked_a_year_by_the_cutoff,
)


class RuleEntry(NamedTuple):
    """One line of the table of rules. sumber: the field of `Periode.sumber` that cites the letter. teks: for documents."""

    rule: Rule
    sumber: str
    teks: str


_RULE_TEXTS: Final = (
    (
        belongs_to_a_group,
        "kelompok",
        ("thk-ii-tanpa-nomor",),
        "THK-II tercatat di pangkalan data BKN dengan nomor pesertanya.",
    ),
    (
        paid_directly_from_the_state_budget,
        "sumber_gaji",
        (
            "sumber-gaji-kosong",
            "sumber-gaji-apbn",
            "sumber-gaji-apbd",
            "sumber-gaji-bos",
            "sumber-gaji-komite",
            "sumber-gaji-blud",
            "sumber-gaji-pihak-ketiga",
            "sumber-gaji-lainnya",
        ),
        "Gaji dibayar langsung dari APBN atau APBD, bukan lewat pengadaan barang/jasa.",
    ),
    (
        appointed_by_the_head_of_a_work_unit,
        "pengangkatan",
        ("penanda-tangan-diragukan",),
        "Diangkat paling rendah oleh pimpinan unit kerja.",
    ),
    (
        worked_a_year_by_the_cutoff,
        "masa_kerja",
        ("masa-kerja-kurang", "kontrak-setelah-batas", "masa-kerja-perlu-keputusan", "masa-kerja-tidak-diketahui"),
        "Bekerja paling singkat satu tahun pada tanggal batas; jeda tidak dihitung, tumpang tindih dihitung sekali.",
    ),
    (
        of_age_at_the_cutoff,
        "usia",
        ("usia-di-bawah-20", "usia-di-atas-56", "usia-tidak-diketahui"),
        "Usia pada tanggal batas berada di antara batas bawah dan batas atas; THK-II dikecualikan.",
    ),
    (
        still_working_here,
        "aktif",
        ("keterangan-tidak-aktif", "kontrak-berakhir-sebelum-batas"),
        "Masih bekerja di instansi yang mendaftarkan.",
    ),
    (
        holds_a_position_that_counts,
        "jabatan",
        ("jabatan-satpam", "jabatan-kebersihan", "jabatan-pengemudi", "jabatan-perlu-keputusan"),
        "Bukan satpam, tenaga kebersihan, atau pengemudi; ketiganya dilaporkan terpisah.",
    ),
)
RULES: Final[dict[str, RuleEntry]] = {
    kode: RuleEntry(rule, sumber, teks) for rule, sumber, codes, teks in _RULE_TEXTS for kode in codes
}
_ALL: Final = tuple(rule for rule, *_ in _RULE_TEXTS)


def _judge(pegawai: Pegawai, periode: Periode) -> tuple[Judged, ...]:
    found: tuple[Judged, ...] = ()
    for rule in _ALL:
        judged = rule(pegawai, periode)
        if judged:
            found += judged
    return found


def check(pegawai: Pegawai, periode: Periode) -> tuple[Finding, ...]:
    """Everything the rules find about one person, in the order of the rules."""
    return tuple(judged.finding for judged in _judge(pegawai, periode))


def proposal(pegawai: Pegawai, periode: Periode) -> Syarat | None:
    """TMS if any rule says so; None, a person decides, if any leaves it open; otherwise MS."""
    return _conclude(_judge(pegawai, periode))


def _conclude(judged: tuple[Judged, ...]) -> Syarat | None:
    if not judged:
        return Syarat.MS
    return Syarat.TMS if any(j.syarat is Syarat.TMS for j in judged) else None


def assess(pegawai: Pegawai, periode: Periode) -> Pegawai:
    """The same person with `syarat_usulan` and `temuan_syarat` as the rules see them now; a person's decision stays."""
    judged = _judge(pegawai, periode)
    findings, proposed = tuple(j.finding for j in judged) if judged else (), _conclude(judged)
    if findings == pegawai.temuan_syarat and proposed is pegawai.syarat_usulan:
        return pegawai
    return msgspec.structs.replace(pegawai, syarat_usulan=proposed, temuan_syarat=findings)
