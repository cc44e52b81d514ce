"""Names: titles split off and kept, numbering removed, spelling left alone; and a key under which spelling variants meet."""

import re
from functools import lru_cache
from operator import ne
from typing import Final, NamedTuple

from registry.model.finding import Finding
from registry.normalise.text import clean, plain_apostrophes, plain_dashes, ungarble
from registry.normalise.titles import is_back_title, is_bare_back_title, is_front_title

MAX_LENGTH: Final = 60
_PLAIN: Final = re.compile(r"[A-Za-z]{2,}(?:['’][A-Za-z]{2,})*(?: [A-Za-z]{2,}(?:['’][A-Za-z]{2,})*)+")
_NUMBERING: Final = re.compile(r"^\(?\d{1,5}\s*[.)\-]+\s*")
_BRACKETS: Final = re.compile(r"\s*[(\[]([^()\[\]]*)[)\]]\s*")
_FORMULA_ERROR: Final = re.compile(r"#(n/a|ref!|value!|name\?|div/0!|num!|null!)", re.IGNORECASE)
_EMPTY: Final = frozenset(
    {"", "-", "--", "---", ".", "?", "nihil", "kosong", "n/a", "na", "null", "none", "belum ada", "tidak ada"}
)
_FRONT_GLUED: Final = re.compile(r"^((?:dr[sah]?|drg|ir|hj?|kh|prof)\.)(?=[A-Za-z]{2}|hj?\.)", re.IGNORECASE)
_SPLIT_LETTER: Final = re.compile(r"[SMA]\.", re.IGNORECASE)
_INITIAL: Final = re.compile(r"[A-Za-z]\.?")
_STRAY_END: Final = re.compile(r"(?<=\w{3})[\s.;:,*]+$")
_KOLOM: Final = "nama"


class NameReading(NamedTuple):
    """nama: as written, without titles; empty when there is none. The titles as written, joined by blanks or commas."""

    nama: str
    gelar_depan: str = ""
    gelar_belakang: str = ""
    findings: tuple[Finding, ...] = ()


def is_plain_name(text: str) -> bool:
    """Two words or more without titles, notes or anything else to tell about: as most names are written."""
    if len(text) > MAX_LENGTH or not _PLAIN.fullmatch(text) or text.casefold() in _EMPTY:
        return False
    first, *_, last = text.split(" ")
    return not is_front_title(first) and not is_bare_back_title(last)


@lru_cache(maxsize=16384)
def split_titles(text: str) -> NameReading:
    """Take the titles off a name. "M." stays (an initial), a leading "H." with its dot goes (Haji): nothing is lost, it moves."""
    if is_plain_name(text):
        return NameReading(text)
    findings: list[Finding] = []
    tidy = clean(text)
    meant = ungarble(tidy)
    if meant is not None:
        findings.append(
            _finding(
                "nama-salah-enkode",
                text,
                "Huruf pada nama rusak karena salah penyandian; dibaca sebagai " + meant + ".",
            )
        )
        tidy = meant
    if plain_dashes(tidy).casefold() in _EMPTY or _FORMULA_ERROR.fullmatch(tidy):
        return NameReading("", findings=(_finding("nama-kosong", text, "Nama kosong. Isi sesuai KTP, tanpa gelar."),))
    tidy = _without_extras(tidy, text, findings)
    tidy, depan = _front(tidy)
    nama, belakang = _back(tidy)
    return _checked(nama, depan, belakang, findings, text)


def _without_extras(tidy: str, text: str, findings: list[Finding]) -> str:
    """Without "13." in front and "(alm)" anywhere; both are told."""
    if _NUMBERING.match(tidy):
        findings.append(_finding("nama-bernomor", text, "Nomor urut di depan nama dihapus."))
        tidy = _NUMBERING.sub("", tidy)
    notes = _BRACKETS.findall(tidy)
    if notes and _BRACKETS.sub("", tidy):
        pesan = (
            f"Catatan dalam kurung dilepas dari nama: {'; '.join(notes)}. Periksa apakah perlu dicatat di keterangan."
        )
        findings.append(_finding("nama-bercatatan", text, pesan))
        tidy = clean(_BRACKETS.sub(" ", tidy))
    return tidy


def _front(tidy: str) -> tuple[str, str]:
    titles: list[str] = []
    while True:
        tidy = _FRONT_GLUED.sub(r"\1 ", tidy)
        first, _, rest = tidy.partition(" ")
        if not rest.strip(" ,.") or not is_front_title(first.rstrip(",")):
            return tidy, " ".join(titles)
        titles.append(first.rstrip(","))
        tidy = rest.strip(" ,")


def _back(tidy: str) -> tuple[str, str]:
    head, comma, tail = tidy.partition(",")
    titles = tail.strip(" ,") if comma else ""
    if titles and not all(_is_title_run(part) for part in titles.split(",")):
        return tidy.strip(" ,"), ""
    words = head.split()
    taken: list[str] = []
    while len(words) > 1 and _last_is_title(words, commas=bool(titles)):
        taken.insert(0, words.pop())
    parts = [" ".join(taken), titles]
    return " ".join(words).strip(" ,"), ", ".join(part for part in parts if part)


def _is_title_run(part: str) -> bool:
    """`S.Pd.` or `S.Pd. M.Pd` or `S. Pd. I`."""
    words = part.split()
    return (
        not words or is_back_title("".join(words)) or all(is_back_title(word) or is_front_title(word) for word in words)
    )


def _last_is_title(words: list[str], *, commas: bool) -> bool:
    last = words[-1]
    if len(words) > 2 and _SPLIT_LETTER.fullmatch(words[-2]) and is_back_title(words[-2] + last):
        words[-2:] = [f"{words[-2]} {last}"]
        return True
    if "." in last:
        return is_back_title(last) and not _INITIAL.fullmatch(last)
    return is_bare_back_title(last) or (commas and len(last) > 1 and last.isupper() and is_back_title(last))


def _checked(nama: str, depan: str, belakang: str, findings: list[Finding], text: str) -> NameReading:
    if depan or belakang:
        findings.append(_finding("nama-bergelar", text, "Gelar dipisahkan dari nama dan disimpan di kolom gelar."))
    nama = _STRAY_END.sub("", nama)
    if not any(c.isalpha() for c in nama):
        findings.append(_finding("nama-kosong", text, "Nama kosong. Isi sesuai KTP, tanpa gelar."))
        return NameReading("", depan, belakang, tuple(findings))
    if len(nama) > MAX_LENGTH:
        findings.append(
            _finding("nama-terlalu-panjang", text, f"Nama lebih dari {MAX_LENGTH} huruf. Periksa pada KTP.")
        )
    if any(c.isdigit() for c in nama):
        findings.append(_finding("nama-berangka", text, "Nama memuat angka. Periksa pada KTP."))
    return NameReading(nama, depan, belakang, tuple(findings))


def _finding(kode: str, nilai: str, pesan: str) -> Finding:
    return Finding(kode, _KOLOM, nilai, pesan)


# The key. Words are folded one by one; what is left over is compared without blanks.
_WORDS: Final = {
    word: key
    for key, words in {
        "muhamad": "muhammad mohammad muhamad mohamad mohamed muhammed moch mochamad mochammad moh muh mhd muchamad muchammad mochamat muhamat mohd md m",
        "ahmad": "ahmad achmad akhmad ahmat achmat akhmat achamad",
        "siti": "siti sitti st sity siety",
        "nur": "nur noor noer nor",
        "abdul": "abdul abd abdoel abdu",
        "ibagus": "ib",
        "anakagung": "aa",
        "andi": "andi",
        "daeng": "daeng dg",
    }.items()
    for word in words.split()
}
_DROPPED: Final = frozenset("bin binti bt bti h hj r rr ra rm alias al".split())
_OLD: Final = (
    ("oe", "u"), ("dj", "j"), ("tj", "c"), ("sj", "sy"), ("nj", "ny"), ("ch", "h"), ("kh", "h"), ("sy", "s"), ("sh", "s"),
    ("dz", "z"), ("dh", "d"), ("th", "t"), ("gh", "g"), ("ph", "p"), ("ks", "x"), ("ae", "ai"), ("ie", "i"), ("oo", "u"),
)  # fmt: skip
_SINGLE: Final = str.maketrans({"f": "p", "v": "p", "z": "s", "j": "s", "q": "k", "x": "s", "y": "i", "w": "u"})
_REPEAT: Final = re.compile(r"(.)\1+")
_GLOTTAL: Final = re.compile(r"[^a-z]")
_TELLING: Final = 3  # letters from which on a beginning says which of these words is meant


@lru_cache(maxsize=65536)
def match_key(nama: str) -> str:
    """The name with all spelling variants of domain.md section 3 folded together; for likely duplicates, never shown."""
    if nama.isascii() and nama.replace(" ", "").isalpha():
        plain = nama.lower()
        words = plain.split()
    else:
        plain = plain_apostrophes(plain_dashes(clean(nama))).casefold().replace("-", " ").replace(".", ". ")
        words = [_GLOTTAL.sub("", word) for word in plain.split()]
    folded = [_fold(word) for word in words if word and word not in _DROPPED]
    return " ".join(folded) or _fold(_GLOTTAL.sub("", plain))


@lru_cache(maxsize=16384)
def _fold(word: str) -> str:
    if word in _WORDS:
        return _WORDS[word]
    for old, new in _OLD:
        word = word.replace(old, new)
    word = _REPEAT.sub(r"\1", word.translate(_SINGLE))
    word = word.removesuffix("h") if len(word) > 3 else word
    return _WORDS.get(word, word)


@lru_cache(maxsize=1024)
def keys_begun(word: str) -> tuple[str, ...]:
    """Beginnings of `match_key` words that a word typed so far may stand for: `moham` may become Muhammad."""
    typed = _GLOTTAL.sub("", word.casefold())
    if not typed:
        return ()
    meant = {key for spelling, key in _WORDS.items() if len(typed) >= _TELLING and spelling.startswith(typed)}
    return tuple(sorted(meant | {_fold(typed)}))


class NameKey(NamedTuple):
    """A name ready to be compared with many. utuh: at least two words, and none of them an initial."""

    kata: tuple[str, ...]
    urut: tuple[str, ...]
    gabung: str
    utuh: bool


def name_key(nama: str) -> NameKey:
    """The words of `match_key`, taken apart once."""
    words = tuple(match_key(nama).split())
    return NameKey(words, tuple(sorted(words)), "".join(words), len(words) > 1 and min(map(len, words)) > 1)


def similar(a: str, b: str) -> bool:
    """Probably one person's name spelt twice: words in any order or joined, initials, one word missing, one slip of the pen."""
    return alike(name_key(a), name_key(b))


def alike(a: NameKey, b: NameKey) -> bool:
    """`similar` for names taken apart already. Most pairs of full names share too few words and are told apart at once."""
    left, ordered, joined, whole = a
    right, other_ordered, other_joined, other_whole = b
    if joined == other_joined or ordered == other_ordered:
        return True
    if len(left) == len(right):
        if whole and other_whole and ((left[0] != right[0] and left[-1] != right[-1]) or sum(map(ne, left, right)) > 1):
            return False
        pairs = list(zip(left, right, strict=True))
        slips = sum(not _initial_of(x, y) for x, y in pairs if x != y)
        return (slips == 0 and any(x == y for x, y in pairs)) or (slips == 1 and all(_close(x, y) for x, y in pairs))
    if not left or not right:
        return False
    short, long = (left, right) if len(left) < len(right) else (right, left)
    if whole and other_whole and short[0] not in long and abs(len(joined) - len(other_joined)) > 1:
        return False
    return _one_word_missing(short, long) or _close(joined, other_joined, at_least=9)


def _close(x: str, y: str, at_least: int = 5) -> bool:
    """Equal, an initial, or one slip of the pen in a word long enough that this says something."""
    if x == y or _initial_of(x, y):
        return True
    if min(len(x), len(y)) < at_least or abs(len(x) - len(y)) > 1:
        return False
    from rapidfuzz.distance import OSA  # noqa: PLC0415 - on the start-up path of every command

    return OSA.distance(x, y, score_cutoff=1) <= 1


def _initial_of(x: str, y: str) -> bool:
    return 1 in (len(x), len(y)) and x[:1] == y[:1]


def _one_word_missing(short: tuple[str, ...], long: tuple[str, ...]) -> bool:
    """The longer name has one word more, the others follow each other in both (initials count)."""
    if len(short) < 2 or len(long) != len(short) + 1:
        return False
    rest = iter(long)
    return all(any(x == y or (len(x) == 1 and y.startswith(x)) for y in rest) for x in short)
