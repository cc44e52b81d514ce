"""Values out of small vocabularies, phones, e-mail, money, lengths of service: each reader gives a value or None, and findings."""

import re
from functools import lru_cache
from typing import Final

from registry.model.codes import JenisKelamin, Kategori, Pendidikan, SumberGaji
from registry.model.finding import Finding
from registry.normalise.text import clean, plain_dashes

Findings = tuple[Finding, ...]
_EMPTY: Final = frozenset(
    {
        "",
        "-",
        "--",
        "---",
        ".",
        "?",
        "0",
        "nihil",
        "kosong",
        "n/a",
        "na",
        "null",
        "none",
        "belum ada",
        "tidak ada",
        "tdk ada",
        "x",
        "xx",
        "tidak punya",
        "belum punya",
    }
)
_FORMULA_ERROR: Final = re.compile(r"#(n/a|ref!|value!|name\?|div/0!|num!|null!)", re.IGNORECASE)

_LONGEST_EMPTY: Final = max(map(len, _EMPTY)) + 1


def is_empty(text: str) -> bool:
    """Nothing, a dash, or a word that says nothing."""
    if len(text) > _LONGEST_EMPTY and text[0].isalnum():
        return False
    return not text or plain_dashes(clean(text)).casefold().strip(" .") in _EMPTY or not text.strip(" .-_–—")


def is_formula_error(text: str) -> bool:
    """`#N/A` and its kin."""
    return text[:1] == "#" and _FORMULA_ERROR.fullmatch(text.strip()) is not None


def _plain(text: str) -> str:
    return plain_dashes(clean(text)).casefold()


def _formula_error(text: str, kolom: str) -> Findings:
    return (Finding("galat-rumus", kolom, text, "Sel berisi galat rumus. Ketik isinya."),)


_SEX: Final[dict[str, JenisKelamin]] = {
    **dict.fromkeys(
        "l lk lk2 laki lakilaki laki2 pria cowok m male man 1 lelaki lak l1 ikhwan putra jejaka".split(), JenisKelamin.L
    ),
    **dict.fromkeys(
        "p pr prp perempuan wanita w wnt wan cewek f female woman 2 puan perempun peremp putri akhwat".split(),
        JenisKelamin.P,
    ),
}


@lru_cache(maxsize=4096)
def read_jenis_kelamin(text: str) -> tuple[JenisKelamin | None, Findings]:
    """L/P, Lk/Pr, Laki-laki, Pria/Wanita, 1/2, M/F."""
    if text in ("L", "P"):
        return JenisKelamin(text), ()
    if is_formula_error(text):
        return None, _formula_error(text, "jenis_kelamin")
    found = _SEX.get(re.sub(r"[^a-z0-9]", "", _plain(text).removesuffix(".0")))
    if found:
        return found, ()
    if is_empty(text) and not set("?xX") & set(text):
        return None, ()
    pesan = "Jenis kelamin tidak dikenal. Isi L atau P."
    return None, (Finding("jenis-kelamin-tak-dikenal", "jenis_kelamin", text, pesan),)


_EDUCATION: Final = tuple(
    (re.compile(pattern), level)
    for pattern, level in (
        (r"(tidak|tdk|belum|blm) (pernah )?(sekolah|tamat sd)|tanpa ijazah|tidak tamat", Pendidikan.TIDAK_SEKOLAH),
        (r"\b(s|strata) ?-?(3|iii)\b|\bdoktor\b|\bph\.? ?d\b", Pendidikan.S3),
        (r"\b(s|strata) ?-?(2|ii)\b|magister|pasca ?sarjana|\bspesialis\b|\bmaster\b|^m\. ?(pd|kom|si|m|h|kes|ak|t|ag|hum|a|e)\b", Pendidikan.S2),
        (r"\bprofesi\b|\bners\b|(?<!asisten )\bapoteker\b|\bdokter\b|\bppg\b", Pendidikan.PROFESI),
        (r"\b(d|diploma) ?-?(4|iv|empat)\b|sarjana (sains )?terapan|s\.? ?tr\b", Pendidikan.D4),
        (r"\b(s|strata) ?-?(1|satu)\b|(^s|\bstrata) ?-?i\b|sarjana(?! muda)|\bbachelor\b|^s\. ?(pd|kom|sos|ag|kep|km|t|e|h|p|si|ip|hum|psi|farm|gz|st|pt|hut)\b", Pendidikan.S1),
        (r"\b(d|diploma) ?-?(3|iii|tiga)\b|akademi\b|sarjana muda|ahli madya|a\.?md", Pendidikan.D3),
        (r"\b(d|diploma) ?-?(2|ii|dua)\b", Pendidikan.D2),
        (r"\b(d|diploma) ?-?(1|satu)\b|(^d|\bdiploma) ?-?i\b", Pendidikan.D1),
        (r"\b(sman?|smun?|smkn?|slta|smea|smkk|stm|smf|spk|spg|sgo|spma|sltaplb|smalb|smta|ma|mak|man|mas|kpg|pga|smip|smtk|slb|smik|spp|smps)\b", Pendidikan.SMA),
        (r"paket ?-?c\b|kejar paket c|aliyah|sekolah menengah (atas|umum|kejuruan)|sekolah lanjutan tingkat atas|ulya", Pendidikan.SMA),
        (r"\b(smp|sltp|mts|smep|st|smtp|smpn|mtsn|mtss|smplb)\b|paket ?-?b\b|tsanawiyah|sekolah menengah pertama|wustha", Pendidikan.SMP),
        (r"\b(sd|mi|sr|sdn|sdlb|min|mis)\b|paket ?-?a\b|ibtidaiyah|sekolah (dasar|rakyat)|\bula\b", Pendidikan.SD),
    )
)  # fmt: skip
_BARE_LEVEL: Final = {"1": Pendidikan.SD, "smk": Pendidikan.SMA}


@lru_cache(maxsize=8192)
def read_pendidikan(text: str) -> tuple[Pendidikan | None, Findings]:
    """S1, S-1, S.1, Strata 1, Sarjana (S1), D-IV, DIII, SMA/SLTA/SMK TKJ, Paket C."""
    if is_formula_error(text):
        return None, _formula_error(text, "pendidikan")
    if is_empty(text):
        return None, ()
    plain = _plain(text).replace("_", " ").replace("/", " / ")
    tidy = re.sub(r"\b([sd])[ .\-]*(?=(?:[1-4]|i{1,3}|iv)\b)", r"\1", plain)
    tidy = re.sub(r"\s+", " ", tidy.replace(" / ", "/"))
    for spelling in (tidy, tidy.replace(".", "")):  # S.M.A and M.Ts only where S.Pd. says nothing.
        for pattern, level in _EDUCATION:
            if pattern.search(spelling):
                return level, ()
    pesan = "Pendidikan tidak dikenal. Pilih dari daftar, misalnya SMA, D3, atau S1."
    return None, (Finding("pendidikan-tak-dikenal", "pendidikan", text, pesan),)


_THK_NUMBER: Final = re.compile(r"[0-9][0-9 .\-/]{5,24}[0-9]")
_THK_YES: Final = re.compile(
    r"(?:eks|ex|tenaga honorer|honorer|peserta|termasuk|ya)?\W*(?:t?hk|k|kategori|kat|th)\W*(?:2|ii|dua)|ya|y|v|√|✓|ada|terdaftar|yes|true|benar"
)
_THK_NO: Final = re.compile(
    r"(?:non|bukan|tidak|tdk|belum)\b.*|t|n|no|false|non\W?asn|pnsd?|nonkategori|-|(?:k|kategori|thk)\W*(?:1|i)"
)


@lru_cache(maxsize=8192)
def read_kategori(text: str) -> tuple[Kategori | None, Findings]:
    """The THK-II column: K2, Eks K-II, THK2, Ya, or the participant's number mean THK-II; empty, -, Non K2 mean non-ASN."""
    if is_formula_error(text):
        return Kategori.NON_ASN, _formula_error(text, "nomor_thk_ii")
    plain = _plain(text).strip(" .")
    if is_empty(text) or _THK_NO.fullmatch(plain):
        return Kategori.NON_ASN, ()
    if _THK_YES.fullmatch(plain) or _THK_NUMBER.fullmatch(plain):
        return Kategori.THK_II, ()
    pesan = "Keterangan THK-II tidak dikenal. Isi nomor peserta THK-II, atau kosongkan bila bukan THK-II."
    return None, (Finding("thk-ii-tak-dikenal", "nomor_thk_ii", text, pesan),)


def read_nomor_thk_ii(text: str) -> tuple[str, Findings]:
    """The participant's number: text, leading zeros kept; empty when the cell holds none."""
    tidy = clean(text).strip("'` ")
    return (tidy, ()) if _THK_NUMBER.fullmatch(tidy) else ("", ())


_PAY: Final = tuple(
    (re.compile(pattern), source)
    for pattern, source in (
        (r"\bblud?\b|badan layanan umum|\bbok\b.*blud|jasa pelayanan", SumberGaji.BLUD),
        (r"\bbos\b|\bbosda\b|\bbosnas\b|\bbop\b|bantuan operasional|\bbopda\b", SumberGaji.BOS),
        (r"komite|\bbp3\b|wali murid|iuran|\bspp\b|yayasan", SumberGaji.KOMITE),
        (r"pihak ?(ke)?-? ?(tiga|iii|3)|outsourc|alih ?daya|vendor|rekanan|\bpt\b|\bcv\b|pengadaan|perusahaan", SumberGaji.PIHAK_KETIGA),
        (r"apbn|dipa\b|rupiah murni|\bpnbp\b", SumberGaji.APBN),
        (r"apbd|pemda|pemkot|pemkab|pemprov|\bkas daerah|\bpad\b|\bdpa\b|\bdau\b", SumberGaji.APBD),
        (r"swadaya|sukarela|pribadi|kas sekolah|lain|dana desa|\badd\b|hibah|csr|infa[qk]|retribusi|\bbok\b|jkn|kapitasi", SumberGaji.LAINNYA),
    )
)  # fmt: skip


_SPELT_OUT: Final = re.compile(r"(?:[a-z][. ]+){2,}[a-z]\.?")


@lru_cache(maxsize=8192)
def read_sumber_gaji(text: str) -> tuple[SumberGaji | None, Findings]:
    """APBN, APBD, APBD II, BOS, Dana BOS, Komite, BLUD ... Two sources in one cell: the more doubtful one, with a finding."""
    if text in SumberGaji.__members__:
        return SumberGaji(text), ()
    if is_formula_error(text):
        return None, _formula_error(text, "sumber_gaji")
    if is_empty(text):
        return None, ()
    plain = _plain(text).replace("_", " ")
    if _SPELT_OUT.fullmatch(plain):
        plain = re.sub(r"[. ]", "", plain)
    found = list(dict.fromkeys(source for pattern, source in _PAY if pattern.search(plain)))
    if len(found) > 1:
        pesan = f"Sel menyebut lebih dari satu sumber gaji; dibaca sebagai {found[0].value}. Tulis satu yang benar."
        return found[0], (Finding("sumber-gaji-ganda", "sumber_gaji", text, pesan),)
    if found:
        return found[0], ()
    pesan = "Sumber gaji tidak dikenal. Isi APBN, APBD, BOS, Komite, atau BLUD."
    return None, (Finding("sumber-gaji-tak-dikenal", "sumber_gaji", text, pesan),)


_ACTIVE: Final = re.compile(r"(masih )?(aktif|bekerja)( bekerja)?|ya|y|active|masih")
_LEFT: Final = re.compile(
    r"tidak aktif|tdk aktif|non ?-?aktif|meninggal|wafat|\balm\b|almarhum|mengundurkan|mundur|resign|berhenti|diberhentikan|keluar\b|pindah|mutasi|pensiun|"
    r"putus kontrak|tidak diperpanjang|sudah tidak bekerja|phk|lulus (cpns|pns|pppk|p3k)|(menjadi|jadi|sudah|diangkat) (cpns|pns|pppk|p3k)"
)  # fmt: skip
_NOT_LEFT: Final = re.compile(r"pindah(an)? dari|mutasi dari|pindahan|belum (pensiun|berhenti)|akan |rencana")


@lru_cache(maxsize=8192)
def read_aktif(text: str) -> tuple[bool | None, Findings]:
    """The remarks column: does the person still work here? None when it does not tell (leave, missing papers)."""
    plain = _plain(text)
    if is_empty(text):
        return None, ()
    if _ACTIVE.fullmatch(plain.strip(" .")):
        return True, ()
    if _LEFT.search(plain) and not _NOT_LEFT.search(plain):
        pesan = "Menurut keterangan, orang ini tidak lagi bekerja di sini. Periksa; bila benar, coret dengan alasannya."
        return False, (Finding("keterangan-tidak-aktif", "keterangan", text, pesan),)
    return None, ()


_NOT_DIGIT: Final = re.compile(r"[^0-9]+")
_PHONE_SPLIT: Final = re.compile(r"[/;,\n]|\bdan\b|\batau\b|\bwa\b\s*:?|\bhp\b\s*:?|\btelp\b\.?\s*:?", re.IGNORECASE)
_LANDLINE: Final = re.compile(r"0[1-7,9]\d{7,11}")


@lru_cache(maxsize=4096)
def read_nomor_hp(text: str) -> tuple[str | None, Findings]:
    """A mobile number as 08...; +62, 62 and a lost 0 are repaired, of two numbers the first is kept, with a finding."""
    if text.isascii() and text.isdigit() and text.startswith("08") and 10 <= len(text) <= 14:
        return text, ()
    if is_formula_error(text):
        return None, _formula_error(text, "nomor_hp")
    if is_empty(text):
        return None, ()
    parts = _PHONE_SPLIT.split(clean(text))
    numbers = [number for part in parts if (number := _phone(part))]
    if not numbers:  # Two with a blank between them.
        numbers = [number for part in parts for word in part.split() if (number := _phone(word))]
    if not numbers:
        pesan = "Nomor HP tidak terbaca. Tulis seperti 081234567890."
        return None, (Finding("nomor-hp-tak-terbaca", "nomor_hp", text, pesan),)
    if len(set(numbers)) > 1:
        pesan = f"Ada lebih dari satu nomor HP; dipakai {numbers[0]}."
        return numbers[0], (Finding("nomor-hp-ganda", "nomor_hp", text, pesan),)
    return numbers[0], ()


def _phone(part: str) -> str:
    digits = _NOT_DIGIT.sub("", re.sub(r"\.0+$", "", part.strip()))
    if digits.startswith("6208"):
        digits = digits[2:]
    elif digits.startswith("62"):
        digits = "0" + digits[2:]
    elif digits.startswith("8"):
        digits = "0" + digits
    return digits if (digits.startswith("08") and 10 <= len(digits) <= 14) or _LANDLINE.fullmatch(digits) else ""


_EMAIL: Final = re.compile(r"[a-z0-9.!#$%&'*+/=?^_`{|}~-]+@(?:[a-z0-9-]+\.)+[a-z]{2,}")


def read_email(text: str) -> tuple[str | None, Findings]:
    """One address, lower case; blanks around @ and dots are removed."""
    if _EMAIL.fullmatch(text):
        return text, ()
    if is_formula_error(text):
        return None, _formula_error(text, "email")
    if is_empty(text):
        return None, ()
    tidy = re.sub(r"\s*([@.])\s*", r"\1", clean(text)).casefold().removeprefix("mailto:").strip("<>;, '")
    first = re.split(r"[;,/ ]", tidy)[0]
    if _EMAIL.fullmatch(first):
        return first, ()
    pesan = "Alamat surel tidak terbaca. Tulis seperti nama@contoh.go.id."
    return None, (Finding("email-tak-terbaca", "email", text, pesan),)


def read_nomor_kk(text: str) -> tuple[str | None, Findings]:
    """A family card number: 16 digits, separators removed."""
    if is_empty(text):
        return None, ()
    digits = re.sub(r"[\s.\-'\"=]", "", plain_dashes(clean(text)))
    if re.fullmatch(r"[0-9]{16}", digits) and not digits.endswith("0000"):
        return digits, ()
    pesan = "Nomor KK harus 16 angka. Periksa pada Kartu Keluarga."
    return None, (Finding("kk-bukan-16-angka", "nomor_kk", text, pesan),)
