"""Which excluded or contested kind a position belongs to, by the patterns of the periode."""

import re
from functools import lru_cache

from registry.periode.types import KelompokJabatan, Periode

_Compiled = tuple[tuple[KelompokJabatan, re.Pattern[str], re.Pattern[str] | None], ...]


def excluded_group(jabatan: str, periode: Periode) -> KelompokJabatan | None:
    """Guards, cleaners, drivers."""
    return _classify(jabatan, periode)[0] if jabatan else None


def contested_group(jabatan: str, periode: Periode) -> KelompokJabatan | None:
    """Positions read one way by one agency and another way by the next; never one that is excluded outright."""
    excluded, contested = _classify(jabatan, periode) if jabatan else (None, None)
    return None if excluded else contested


@lru_cache(maxsize=16384)
def _classify(jabatan: str, periode: Periode) -> tuple[KelompokJabatan | None, KelompokJabatan | None]:
    plain = " ".join(jabatan.casefold().split())
    return _first(plain, _compiled(periode, excluded=True)), _first(plain, _compiled(periode, excluded=False))


def _first(plain: str, groups: _Compiled) -> KelompokJabatan | None:
    for group, pattern, exception in groups:
        if pattern.search(plain) and not (exception and exception.search(plain)):
            return group
    return None


@lru_cache(maxsize=32)
def _compiled(periode: Periode, *, excluded: bool) -> _Compiled:
    groups = periode.jabatan_dikecualikan if excluded else periode.jabatan_perlu_keputusan
    return tuple((group, _any_of(group.pola), _any_of(group.kecuali) if group.kecuali else None) for group in groups)


def _any_of(patterns: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{pattern})" for pattern in patterns))


@lru_cache(maxsize=16384)
def doubtful_signatory(jabatan: str, periode: Periode) -> bool:
    """Signed by somebody who may stand below the head of a work unit."""
    patterns = periode.penanda_tangan_diragukan
    return bool(patterns) and _any_of(patterns).search(" ".join(jabatan.casefold().split())) is not None
