"""NIK, KK, NIP: numbers that are text. What a cell holds, what is wrong with it, never a silent repair (domain.md section 3)."""

import re
from collections.abc import Container
from datetime import date
from functools import lru_cache
from typing import Final, NamedTuple

from registry.model.codes import JenisKelamin
from registry.model.finding import Finding
from registry.normalise.text import clean, format_date, plain_dashes

_SIXTEEN: Final = re.compile(r"[0-9]{16}")
_SOUND: Final = re.compile(r"[0-9]{6}(?:[04][1-9]|[15][0-9]|[26][0-8])(?:0[1-9]|1[0-2])[0-9]{2}(?!0000)[0-9]{4}")
_DIGITS: Final = re.compile(r"[0-9]+")
_FLOAT: Final = re.compile(r"([0-9]{14,18})[.,]0+")
_SCIENTIFIC: Final = re.compile(r"[0-9]([.,][0-9]*)?E\+?[0-9]{1,2}", re.IGNORECASE)
_BARE_FORMULA: Final = re.compile(r"=\s*([0-9]{16})")
_FORMULA: Final = re.compile(r"""=\s*(?:T\s*\(\s*)?["'\u201c\u201d](.*?)["'\u201c\u201d]\s*\)?""")
_QUOTES: Final = "'\"`´‘’‚‛“”„′″"
_SEPARATORS: Final = re.compile(r"[ .\-_/\\,:;|·•*+@()\[\]]+")
_LABEL: Final = re.compile(
    r"^\W*(?:(?:no|nomor|nik|e-?ktp|ktp)\b[\s.:/]*)+|\W*\b(?:e-?ktp|ktp|nik)\b\W*$", re.IGNORECASE
)
_LOOKALIKES: Final = str.maketrans(
    {"O": "0", "o": "0", "Q": "0", "l": "1", "I": "1", "i": "1", "|": "1", "S": "5", "B": "8", "Z": "2", "z": "2"}
)
_EMPTY: Final = frozenset("- -- --- . ? 0 nihil kosong null none nan n/a na xxx x belum menyusul (kosong)".split()) | {
    "belum ada",
    "tidak ada",
    "tdk ada",
    "blm ada",
    "tidak punya",
    "belum punya",
    "belum diisi",
    "dalam proses",
    "proses",
}
_FORMULA_ERROR: Final = re.compile(
    r"#(N/A|REF!|VALUE!|NAME\?|DIV/0!|NUM!|NULL!|GETTING_DATA|SPILL!|CALC!)", re.IGNORECASE
)
_PHONE: Final = re.compile(r"\+?(62|0)8[0-9]{7,11}")
_NIP: Final = re.compile(r"(19[4-9][0-9]|20[01][0-9])(0[1-9]|1[0-2])(0[1-9]|[12][0-9]|3[01])[0-9]{6}[129][0-9]{3}")
_DUMMIES: Final = frozenset({"1111111111111111", "1234567890123456", "0123456789012345", "1234567812345678"})
EXACT_IN_FLOAT: Final = 9_007_199_254_740_992
_KOLOM: Final = "nik"


class NikReading(NamedTuple):
    """nik: 16 digits that may be used, else None. usulan: what was probably meant, for a person to confirm."""

    nik: str | None
    findings: tuple[Finding, ...] = ()
    usulan: str | None = None


class NikParts(NamedTuple):
    """What the digits say. The century is not in the number: `tahun` has two digits."""

    wilayah: str
    hari: int
    bulan: int
    tahun: int
    jenis_kelamin: JenisKelamin
    seri: str


def parts(nik: str) -> NikParts:
    """Take 16 digits apart; the values may be impossible."""
    hari = int(nik[6:8])
    sex = JenisKelamin.P if hari > 40 else JenisKelamin.L
    return NikParts(nik[:4], hari - 40 if hari > 40 else hari, int(nik[8:10]), int(nik[10:12]), sex, nik[12:])


def inspect_nik(  # noqa: PLR0913
    text: str | float,
    *,
    tanggal_lahir: date | None = None,
    jenis_kelamin: JenisKelamin | None = None,
    regions: Container[str] | None = None,
    nomor_kk: str = "",
    curigai_akhir_0: bool = False,
) -> NikReading:
    """Read one cell. A number (not text) is never a NIK: a float keeps 15 digits at most.

    regions: the four-digit codes that exist or existed. nomor_kk: the family card number of the same row, if any.
    curigai_akhir_0: warn of a final 0. One sound NIK in ten ends in 0, so ask only where most of a column do.
    """
    if not isinstance(text, str):
        return _from_number(text)
    known = regions is None or text[:4] in regions
    if known and _is_exactly(text, tanggal_lahir, jenis_kelamin) and text != nomor_kk and not curigai_akhir_0:
        return NikReading(text)
    digits, findings = text, ()
    if not (len(text) == 16 and text.isascii() and text.isdigit()):
        reading = _unwrap(text)
        if isinstance(reading, NikReading):
            return reading
        digits, findings = reading
    fault = _structural_fault(digits)
    if fault is not None:
        return NikReading(None, (*findings, fault))
    if _is_family_card(digits, tanggal_lahir, nomor_kk):
        return NikReading(None, (*findings, _finding("nik-berisi-kk", digits)))
    return NikReading(
        digits,
        (*findings, *_warnings(digits, tanggal_lahir, jenis_kelamin, regions), *_final_zero(digits, curigai_akhir_0)),
    )


def _is_exactly(text: str, tanggal_lahir: date | None, jenis_kelamin: JenisKelamin | None) -> bool:
    """The quick way for nearly every cell: 16 digits that say the birth date and sex of the row, with a serial."""
    if tanggal_lahir is None or jenis_kelamin is None or len(text) != 16 or not (text.isascii() and text.isdigit()):
        return False
    return text[6:12] == _birth_digits(tanggal_lahir, jenis_kelamin) and text[12:] != "0000" and text not in _DUMMIES


@lru_cache(maxsize=65536)
def _birth_digits(tanggal_lahir: date, jenis_kelamin: JenisKelamin) -> str:
    hari = tanggal_lahir.day + (40 if jenis_kelamin is JenisKelamin.P else 0)
    return f"{hari:02d}{tanggal_lahir.month:02d}{tanggal_lahir.year % 100:02d}"


_MESSAGES: Final = {
    "nik-kosong": "NIK kosong. Isi 16 angka sesuai KTP.",
    "nik-bukan-16-angka": "NIK harus 16 angka. Periksa pada KTP, lalu tulis ulang sebagai teks.",
    "nik-bukan-angka": "NIK memuat huruf atau tanda yang bukan angka. Tulis ulang 16 angka sesuai KTP.",
    "nik-berisi-nip": "Kolom NIK berisi NIP (18 angka). Isi dengan NIK pada KTP.",
    "nik-berisi-hp": "Kolom NIK berisi nomor telepon. Isi dengan NIK pada KTP.",
    "nik-berisi-kk": "Angka ini tampaknya nomor Kartu Keluarga, bukan NIK. Isi dengan NIK pada KTP.",
    "nik-huruf-mirip-angka": "NIK memuat huruf yang mirip angka (O dan 0, l dan 1). Perbaiki sesuai KTP.",
    "nik-tiruan": "NIK ini isian contoh, bukan NIK sebenarnya. Isi sesuai KTP.",
    "nik-dari-angka": "Sel NIK bertipe angka sehingga angka ke-16 hilang atau berubah. Ubah kolom menjadi Teks, lalu ketik ulang dari KTP.",
    "nik-ilmiah": "NIK tersimpan sebagai bilangan ilmiah sehingga angka-angkanya hilang. Ubah kolom menjadi Teks, lalu ketik ulang dari KTP.",
    "nik-lewat-float": "NIK berakhiran “.0”: pernah tersimpan sebagai angka. Cocokkan dengan KTP.",
    "nik-seri-0000": "Empat angka terakhir NIK tidak mungkin 0000; biasanya karena sel bertipe angka. Ketik ulang dari KTP.",
    "nik-tanggal-mustahil": "Tanggal lahir di dalam NIK (angka ke-7 sampai ke-12) tidak mungkin. Periksa pada KTP.",
    "nik-berpemisah": "Spasi, titik, garis, atau kata di dalam sel NIK dihapus.",
    "nik-berspasi-tepi": "Spasi di tepi NIK dihapus.",
    "nik-berpetik": "Tanda petik di depan atau di belakang NIK dihapus.",
    "nik-berbungkus-rumus": 'NIK dibungkus rumus ="…"; pembungkusnya dihapus.',
    "nik-akhir-0": "NIK berakhir 0. Pastikan angka terakhir tidak hilang karena sel pernah bertipe angka.",
    "nik-wilayah-tak-dikenal": "Kode wilayah pada NIK (empat angka pertama) tidak dikenal. Periksa pada KTP.",
    "galat-rumus": "Sel berisi galat rumus, bukan NIK. Isi 16 angka sesuai KTP.",
}


def _finding(kode: str, nilai: str, pesan: str = "") -> Finding:
    return Finding(kode, _KOLOM, nilai, pesan or _MESSAGES[kode])


def _from_number(number: float) -> NikReading:
    whole = isinstance(number, int) or number.is_integer()
    shown = str(int(number)) if whole else str(number)
    findings = [_finding("nik-dari-angka", shown)]
    if len(shown) == 16 and shown.endswith("0000"):
        findings.append(_finding("nik-seri-0000", shown))
    return NikReading(None, tuple(findings))


def _unwrap(text: str) -> NikReading | tuple[str, tuple[Finding, ...]]:
    """Digits freed of wrappers and separators with a finding for each, or a final reading."""
    findings: list[Finding] = []
    tidy = clean(text)
    if tidy != text:
        edges = tidy == text.replace("\xa0", " ").strip()
        findings.append(_finding("nik-berspasi-tepi" if edges else "nik-berpemisah", text))
    bare = plain_dashes(tidy)
    wrapped = _FORMULA.fullmatch(bare) or _BARE_FORMULA.fullmatch(bare)
    if wrapped:
        findings.append(_finding("nik-berbungkus-rumus", text))
        bare = wrapped[1].strip()
    if bare.strip(_QUOTES) != bare:
        findings.append(_finding("nik-berpetik", text))
        bare = bare.strip(_QUOTES).strip()
    if not bare or bare.casefold().strip(" .") in _EMPTY or not bare.strip("-. _"):
        return NikReading(None, (_finding("nik-kosong", text.strip()),))
    if _FORMULA_ERROR.fullmatch(bare):
        return NikReading(None, (_finding("galat-rumus", bare), _finding("nik-kosong", bare)))
    if _SCIENTIFIC.fullmatch(bare):
        return NikReading(None, (_finding("nik-ilmiah", bare),))
    return _unseparate(bare, text, findings)


def _unseparate(bare: str, text: str, findings: list[Finding]) -> NikReading | tuple[str, tuple[Finding, ...]]:
    through_float = _FLOAT.fullmatch(bare)
    if through_float:
        findings.append(_finding("nik-lewat-float", text))
        bare = through_float[1]
        if int(bare) > EXACT_IN_FLOAT:
            return NikReading(None, tuple(findings))
    if _PHONE.fullmatch(_SEPARATORS.sub("", bare.replace("(", "").replace(")", ""))):
        return NikReading(None, (_finding("nik-berisi-hp", text),))
    digits = _SEPARATORS.sub("", _LABEL.sub("", bare).strip(_QUOTES + " ") if _DIGITS.search(bare) else bare)
    if digits != bare and not any(f.kode == "nik-berpemisah" for f in findings):
        findings.append(_finding("nik-berpemisah", text))
    if _DIGITS.fullmatch(digits):
        return digits, tuple(findings)
    return _with_letters(digits, bare, findings)


def _with_letters(digits: str, shown: str, findings: list[Finding]) -> NikReading:
    """O and l for 0 and 1 are never corrected silently: the correction is only proposed."""
    guess = digits.translate(_LOOKALIKES)
    if _SIXTEEN.fullmatch(guess) and sum(c.isdigit() for c in digits) >= 10:
        usulan = guess if _structural_fault(guess) is None else None
        return NikReading(None, (*findings, _finding("nik-huruf-mirip-angka", shown)), usulan)
    if any(c.isdigit() for c in digits):
        return NikReading(None, (*findings, _finding("nik-bukan-angka", shown)))
    return NikReading(None, (*findings, _finding("nik-kosong", shown)))


def _structural_fault(digits: str) -> Finding | None:
    if _SOUND.fullmatch(digits) and digits not in _DUMMIES:
        return None
    kode = ""
    if len(digits) != 16:
        kode = "nik-bukan-16-angka"
        if _NIP.fullmatch(digits):
            kode = "nik-berisi-nip"
        elif _PHONE.fullmatch(digits):
            kode = "nik-berisi-hp"
    elif len(set(digits)) == 1 or digits in _DUMMIES:
        kode = "nik-tiruan"
    elif digits.endswith("0000"):
        kode = "nik-seri-0000"
    elif not _possible_date(digits):
        kode = "nik-tanggal-mustahil"
    if not kode:
        return None
    pesan = f"NIK berisi {len(digits)} angka, seharusnya 16. Periksa pada KTP." if kode == "nik-bukan-16-angka" else ""
    return _finding(kode, digits, pesan)


_MONTH_DAYS: Final = (0, 31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


def _possible_date(nik: str) -> bool:
    _, hari, bulan, tahun, _, _ = parts(nik)
    if not (1 <= bulan <= 12 and 1 <= hari <= _MONTH_DAYS[bulan]):
        return False
    return not (bulan == 2 and hari == 29 and tahun % 4)  # 1900 had no 29 February, but nobody of 1900 works


def _is_family_card(digits: str, tanggal_lahir: date | None, nomor_kk: str) -> bool:
    """The same digits as the KK column; or the date inside is one a family card was issued on, not a birth date typed wrong."""
    if nomor_kk and digits == nomor_kk:
        return True
    if tanggal_lahir is None:
        return False
    _, hari, bulan, tahun, sex, _ = parts(digits)
    apart = hari != tanggal_lahir.day and bulan != tanggal_lahir.month
    grown_up = tanggal_lahir.year + 17 <= 2000 + tahun
    return sex is JenisKelamin.L and 4 <= tahun <= 40 and apart and grown_up


def _warnings(
    nik: str, tanggal_lahir: date | None, jenis_kelamin: JenisKelamin | None, regions: Container[str] | None
) -> list[Finding]:
    found: list[Finding] = []
    p = parts(nik)
    if tanggal_lahir and (p.hari, p.bulan, p.tahun) != (
        tanggal_lahir.day,
        tanggal_lahir.month,
        tanggal_lahir.year % 100,
    ):
        pesan = (
            f"Tanggal lahir pada NIK ({p.hari:02d}-{p.bulan:02d}-{p.tahun:02d}) berbeda dengan {format_date(tanggal_lahir)}. "
            "Cocokkan keduanya dengan KTP."
        )
        found.append(_finding("nik-beda-tanggal-lahir", nik, pesan))
    if jenis_kelamin and p.jenis_kelamin is not jenis_kelamin:
        said = "laki-laki" if p.jenis_kelamin is JenisKelamin.L else "perempuan"
        pesan = f"Menurut NIK orang ini {said}, berbeda dengan isian jenis kelamin. Cocokkan dengan KTP."
        found.append(_finding("nik-beda-jenis-kelamin", nik, pesan))
    if regions is not None and p.wilayah not in regions:
        found.append(_finding("nik-wilayah-tak-dikenal", nik))
    return found


def _final_zero(nik: str, suspicious: bool) -> tuple[Finding, ...]:  # noqa: FBT001
    return (_finding("nik-akhir-0", nik),) if suspicious and nik[-1] == "0" else ()
