"""NIKs that went through a number cell: who is meant, by name, birth date and the digits that are left. Proposed, never done."""

from registry.intake.draft import Source, person
from registry.intake.outcome import People, Verdict, updated
from registry.model.codes import Hasil
from registry.model.finding import Finding
from registry.model.pegawai import Pegawai
from registry.normalise.names import similar

_ENOUGH = 5


def propose(verdict: Verdict, people: People, source: Source) -> None:
    """If exactly one person fits a refused row: tell the NIK; if the record holds that person, let an operator decide."""
    draft = verdict.draft
    if (
        verdict.hasil is not Hasil.DITOLAK
        or len(draft.nik_angka) < _ENOUGH
        or not draft.nama
        or draft.tanggal_lahir is None
    ):
        return
    fitting = [
        other
        for other in people.by_birth_date(draft.tanggal_lahir)
        if other.nik.startswith(draft.nik_angka) and similar(draft.nama, other.nama)
    ]
    if len({other.nik for other in fitting}) != 1:
        return
    meant = fitting[0]
    draft.temuan.append(_finding(meant))
    if meant.nomor:
        verdict.hasil = Hasil.MENUNGGU
        verdict.sebab = next(f.kode for f in draft.temuan if f.kolom == "nik")
        verdict.lawan = meant
        verdict.calon, verdict.changes = updated(meant, draft, person(draft, source, meant.nik))


def _finding(meant: Pegawai) -> Finding:
    where = meant.nomor or f"baris {meant.asal.nomor} berkas ini"
    pesan = f"Mungkin yang dimaksud {meant.nik}, NIK {meant.nama} ({where}): nama, tanggal lahir, dan angka yang tersisa cocok. Pastikan pada KTP."
    return Finding("nik-usul-pemulihan", "nik", meant.nik, pesan)
