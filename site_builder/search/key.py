"""The search key: how a written name and a typed query are compared. `templates/assets/js/10-kunci.js` is its twin.

Case, accents, apostrophes and punctuation do not count, titles in the query do not either; words may come in any order
and each may be only begun. Both twins are held together by `tests/site_builder/vektor-kunci.json`.
"""

import re
import unicodedata

APOSTROPHES = "'`\u00b4\u02bb\u02bc\u2018\u2019\u2032"
TITLES = frozenset(
    "amd amdkeb amdkep apt dr dra drg drs drh h hj ir kh ma mag makes mh mkes mkom mm mpd mph msi mt ners ns prof "
    "sag sak sap sars sds se sfarm sh shut sikom sip skeb skep skm skom sos spd spdi spdsd spi spsi spt sked "
    "ssi ssos sst st sth stp str strkeb strkep sthi shi stt".split()
)
_FRONT_TITLES = frozenset("dr dra drg drs drh h hj ir kh prof".split())

_WORD = re.compile(r"[^\W_]+")
_DROP_APOSTROPHES = str.maketrans("", "", APOSTROPHES)
_CHUNK = re.compile(r"[^\s,;]+|[,;]")


def fold(text: str) -> str:
    """Lower case without apostrophes and accents; punctuation stays."""
    plain = text.translate(_DROP_APOSTROPHES)
    if not plain.isascii():
        decomposed = unicodedata.normalize("NFKD", plain)
        plain = "".join(c for c in decomposed if unicodedata.category(c)[0] != "M")
    return plain.lower()


def words(text: str) -> list[str]:
    """The words of a name or of an agency, in order."""
    return _WORD.findall(fold(text))


def readings(text: str) -> list[list[str]]:
    """What a query may mean, the likeliest first: its last word may be a title or the beginning of a name ("se", "ir")."""
    parts: list[tuple[list[str], bool]] = []
    chunks = _CHUNK.findall(fold(text))
    after_comma = False
    for number, chunk in enumerate(chunks):
        if chunk in ",;":
            after_comma = bool(parts)
            continue
        is_last = number == len(chunks) - 1
        found = _WORD.findall(chunk)
        if not found or _is_title(chunk, found, after_comma=after_comma, is_last=is_last):
            continue
        if len(found) > 1 and "." in chunk and found[0] in _FRONT_TITLES:
            found = found[1:]
        parts.append((found, is_last and len(parts) > 0 and "".join(found) in TITLES))
    full = [word for found, _ in parts for word in found]
    if not full:
        full = _WORD.findall(fold(text))
    without = [word for found, maybe_title in parts if not maybe_title for word in found]
    return [full, without] if without and len(without) < len(full) else [full]


def _is_title(chunk: str, found: list[str], *, after_comma: bool, is_last: bool) -> bool:
    plain = "".join(found)
    if after_comma and "." in chunk and len(plain) <= 2:
        return True
    return plain in TITLES and ("." in chunk or after_comma or not is_last)


def score(query: list[str], name: list[str]) -> int:
    """How well the words of a name answer a query: lower is better, -1 is no. Every word of the query needs its own."""
    left = list(name)
    begun = 0
    for word in sorted(query, key=len, reverse=True):
        if word in left:
            left.remove(word)
            continue
        start = next((position for position, other in enumerate(left) if other.startswith(word)), -1)
        if start < 0:
            return -1
        begun += 1
        del left[start]
    in_order = all(other.startswith(word) for word, other in zip(query, name, strict=False))
    return begun * 1000 + (0 if in_order else 100) + min(len(left), 99)
