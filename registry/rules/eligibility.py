"""The rules of eligibility (domain.md section 2), each a function whose name is the rule.

A rule gives what it found, with the code, the source and the values it saw, and what that means: out (TMS), or a person decides
(None). What it means, and every number and pattern, is data of the periode.
"""

import re
from collections.abc import Callable
from datetime import date
from typing import Final, NamedTuple

from registry.model.codes import Kategori, SumberGaji, Syarat
from registry.model.finding import Finding
from registry.model.pegawai import Pegawai
from registry.periode.types import BacaanJabatan, BacaanUsia, Periode, Putusan
from registry.rules.jabatan import contested_group, doubtful_signatory, excluded_group
from registry.rules.measure import age_on, first_start, last_end, service_days


class Judged(NamedTuple):
    """A finding and the status it proposes; None: a person decides."""

    finding: Finding
    syarat: Syarat | None


_MONTH_NAMED: Final = re.compile(
    r"jan|feb|peb|mar|apr|mei|may|jun|jul|ag|sep|okt|oct|nop|nov|des|dec|\b\d{1,2}\s*[-/.]\s*\d{4}", re.IGNORECASE
)

_LONGEST_SLACK: Final = 366

Findings = tuple[Judged, ...]
Rule = Callable[[Pegawai, Periode], Findings]


def _format(day: date) -> str:
    return f"{day:%d-%m-%Y}"


def _judged(putusan: Putusan, finding: Finding) -> Findings:
    """Nothing where the periode reads the case as fine."""
    return () if putusan is Putusan.MS else (Judged(finding, Syarat.TMS if putusan is Putusan.TMS else None),)


def belongs_to_a_group(pegawai: Pegawai, periode: Periode) -> Findings:
    """B/1511/M.SM.01.00/2022 point 1: THK-II in BKN's database, or non-ASN. A THK-II without number may need proof."""
    if pegawai.kategori is Kategori.THK_II and not pegawai.nomor_thk_ii:
        pesan = "Tercatat THK-II tetapi tanpa nomor peserta. Periksa pada pangkalan data THK-II BKN."
        finding = Finding("thk-ii-tanpa-nomor", "nomor_thk_ii", pegawai.kategori.value, pesan, periode.sumber.kelompok)
        return _judged(periode.thk_ii_tanpa_nomor, finding)
    return ()


_PAY: Final = {
    SumberGaji.BOS: "Gaji dari BOS dibaca berbeda-beda; putuskan menurut pedoman instansi.",
    SumberGaji.KOMITE: "Gaji dari komite sekolah bukan APBN/APBD secara langsung; putuskan menurut pedoman instansi.",
    SumberGaji.BLUD: "Pegawai yang digaji BLU/BLUD tidak termasuk pendataan.",
    SumberGaji.PIHAK_KETIGA: "Dibayar lewat pengadaan barang/jasa atau pihak ketiga, bukan langsung dari APBN/APBD.",
    SumberGaji.LAINNYA: "Sumber gaji bukan APBN atau APBD; putuskan menurut bukti pembayaran.",
}


def paid_directly_from_the_state_budget(pegawai: Pegawai, periode: Periode) -> Findings:
    """B/1511/M.SM.01.00/2022 point 2: directly from APBN or APBD, not by procurement. BOS and komite are contested."""
    gaji = pegawai.sumber_gaji
    if gaji is not None and periode.sumber_gaji[gaji] is Putusan.MS:
        return ()
    if gaji is None:
        pesan = "Sumber gaji belum diisi. Isi menurut bukti pembayaran, lalu syarat dihitung ulang."
        finding = Finding("sumber-gaji-kosong", "sumber_gaji", "", pesan, periode.sumber.sumber_gaji)
        return _judged(periode.sumber_gaji_kosong, finding)
    kode = f"sumber-gaji-{gaji.value.lower().replace('_', '-')}"
    pesan = _PAY.get(gaji, "Sumber gaji ini tidak diterima dalam periode ini.")
    return _judged(
        periode.sumber_gaji[gaji], Finding(kode, "sumber_gaji", gaji.value, pesan, periode.sumber.sumber_gaji)
    )


def appointed_by_the_head_of_a_work_unit(pegawai: Pegawai, periode: Periode) -> Findings:
    """B/1511/M.SM.01.00/2022 point 3: appointed at the lowest by the head of the work unit. One decree that is so is enough."""
    doubtful = ""
    for sk in pegawai.riwayat:
        if sk.penanda_tangan:
            if not doubtful_signatory(sk.penanda_tangan, periode):
                return ()
            doubtful = sk.penanda_tangan
    if not doubtful:
        return ()
    pesan = "Penanda tangan SK tampaknya bukan pimpinan unit kerja. Periksa SK, lalu putuskan."
    finding = Finding("penanda-tangan-diragukan", "penanda_tangan", doubtful, pesan, periode.sumber.pengangkatan)
    return (Judged(finding, None),)


def worked_a_year_by_the_cutoff(pegawai: Pegawai, periode: Periode) -> Findings:
    """B/1511/M.SM.01.00/2022 point 4: at least one year of service on the cut-off date, gaps not counted."""
    batas, sumber = periode.batas_masa_kerja, periode.sumber.masa_kerja
    started = first_start(pegawai.riwayat)
    if started is None:
        pesan = "Masa kerja tidak dapat dihitung karena tanggal mulai belum ada. Isi tanggal mulai menurut SK."
        return (Judged(Finding("masa-kerja-tidak-diketahui", "tanggal_mulai", "", pesan, sumber), None),)
    served, wanted = service_days(pegawai.riwayat, until=batas), periode.masa_kerja_minimum_hari
    if served >= wanted + _LONGEST_SLACK:
        return ()
    seen = f"mulai {_format(started)}, {served} hari"
    found: Findings = ()
    if started > batas:
        pesan = f"Kontrak pertama dimulai {_format(started)}, setelah {_format(batas)}."
        finding = Finding("kontrak-setelah-batas", "tanggal_mulai", _format(started), pesan, sumber)
        found = (Judged(finding, Syarat.TMS),)
    if served < wanted:
        pesan = f"Masa kerja sampai {_format(batas)} baru {served} hari, paling sedikit {wanted} hari."
        return (*found, Judged(Finding("masa-kerja-kurang", "tanggal_mulai", seen, pesan, sumber), Syarat.TMS))
    if served < wanted + _slack(pegawai):
        pesan = "Tanggal mulai tidak lengkap, sehingga masa kerja bisa kurang dari syarat. Lengkapi menurut SK, lalu putuskan."
        return (*found, Judged(Finding("masa-kerja-perlu-keputusan", "tanggal_mulai", seen, pesan, sumber), None))
    return found


def _slack(pegawai: Pegawai) -> int:
    """Days by which the start may lie later than the record says: a start known by its year is kept as 1 January."""
    incomplete = [f.nilai for f in pegawai.temuan if f.kode == "tanggal-mulai-tidak-lengkap"]
    return max((31 if _MONTH_NAMED.search(text) else _LONGEST_SLACK for text in incomplete), default=0)


def of_age_at_the_cutoff(pegawai: Pegawai, periode: Periode) -> Findings:
    """B/1511/M.SM.01.00/2022 point 5: 20 to 56 completed years on the cut-off date; THK-II are exempt."""
    if pegawai.kategori is Kategori.THK_II and periode.thk_ii_bebas_usia:
        return ()
    born, batas, sumber = pegawai.tanggal_lahir, periode.batas_usia, periode.sumber.usia
    if born is None:
        pesan = "Usia tidak dapat dihitung karena tanggal lahir belum ada. Isi menurut KTP."
        return (Judged(Finding("usia-tidak-diketahui", "tanggal_lahir", "", pesan, sumber), None),)
    age, low, high = age_on(born, batas), periode.usia_minimum, periode.usia_maksimum
    if low <= age < high:
        return ()
    seen = f"{_format(born)}, {age} tahun"
    if age < low:
        pesan = f"Usia pada {_format(batas)} {age} tahun, paling rendah {low} tahun."
        return (Judged(Finding(f"usia-di-bawah-{low}", "tanggal_lahir", seen, pesan, sumber), Syarat.TMS),)
    if age > high or (age == high and _past_the_birthday(born, periode)):
        pesan = f"Usia pada {_format(batas)} {age} tahun, paling tinggi {high} tahun."
        return (Judged(Finding(f"usia-di-atas-{high}", "tanggal_lahir", seen, pesan, sumber), Syarat.TMS),)
    return ()


def _past_the_birthday(born: date, periode: Periode) -> bool:
    """The stricter reading: the limit ends on the birthday itself."""
    strict = periode.bacaan_usia_maksimum is BacaanUsia.ULANG_TAHUN
    return strict and (born.month, born.day) != (periode.batas_usia.month, periode.batas_usia.day)


def still_working_here(pegawai: Pegawai, periode: Periode) -> Findings:
    """B/1511/M.SM.01.00/2022 point 1: has worked and still works at the registering agency."""
    sumber = periode.sumber.aktif
    found: Findings = ()
    if pegawai.aktif is False:
        pesan = "Menurut keterangan tidak lagi bekerja di sini. Bila benar, coret dengan alasannya."
        found = _judged(
            periode.tidak_aktif, Finding("keterangan-tidak-aktif", "keterangan", pegawai.keterangan, pesan, sumber)
        )
    ended = last_end(pegawai.riwayat)
    if ended is not None and ended < periode.batas_masa_kerja:
        pesan = f"SK terakhir berakhir {_format(ended)}, sebelum {_format(periode.batas_masa_kerja)}. Pastikan masih bekerja di sini."
        finding = Finding("kontrak-berakhir-sebelum-batas", "tanggal_akhir", _format(ended), pesan, sumber)
        return (*found, Judged(finding, None))
    return found


def holds_a_position_that_counts(pegawai: Pegawai, periode: Periode) -> Findings:
    """B/1511/M.SM.01.00/2022 and B/1971/SM.01.00/2022: guards, cleaners and drivers are reported separately."""
    if pegawai.kategori is Kategori.THK_II and periode.thk_ii_bebas_jabatan:
        return ()
    sumber, bacaan = periode.sumber.jabatan, periode.bacaan_jabatan
    group = excluded_group(pegawai.jabatan, periode)
    if group is not None:
        if bacaan is BacaanJabatan.ALIH_DAYA and pegawai.sumber_gaji is not SumberGaji.PIHAK_KETIGA:
            return ()
        pesan = f"Jabatan ini termasuk {group.nama} dan dilaporkan terpisah sebagai data riil."
        syarat = None if bacaan is BacaanJabatan.MANUSIA else Syarat.TMS
        return (Judged(Finding(group.kode, "jabatan", pegawai.jabatan, pesan, sumber), syarat),)
    group = contested_group(pegawai.jabatan, periode)
    if group is not None:
        pesan = "Jabatan ini dibaca berbeda-beda; putuskan apakah termasuk jabatan yang dilaporkan terpisah."
        return (Judged(Finding(group.kode, "jabatan", pegawai.jabatan, pesan, sumber), None),)
    return ()
