"""Rows of data utama as text, the way a unit would type them. No file formats here: see `sheets`."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import accumulate
from random import Random

from cli.fiction.words import (
    EXCLUDED,
    JABATAN,
    NAMES_L,
    NAMES_LAST_L,
    NAMES_LAST_P,
    NAMES_P,
    OFFICES,
    PENDIDIKAN,
    PLACES,
    SHARES,
)

# Heading in the import template -> value. The order is the order of the columns.
Row = dict[str, str]

COLUMNS = (
    "NIK",
    "Nama Lengkap (tanpa gelar)",
    "Nomor Peserta THK-II",
    "Tanggal Lahir",
    "Tempat Lahir",
    "Jenis Kelamin",
    "Pendidikan Terakhir",
    "Nomor Ijazah",
    "Tanggal Lulus",
    "Sekolah/Universitas",
    "Nomor SK",
    "Tanggal SK",
    "Tanggal Mulai",
    "Tanggal Akhir",
    "Jabatan",
    "Unit Kerja",
    "Jabatan Penanda Tangan SK",
    "Sumber Gaji",
    "Nomor HP",
    "Email",
)
_THK_II = 0.076
_VIOLATIONS = 0.061


def _zipf(words: Sequence[str]) -> list[float]:
    return list(accumulate(1 / (rank + 2) for rank in range(len(words))))


_CUM = {words: _zipf(words) for words in (NAMES_L, NAMES_P, NAMES_LAST_L, NAMES_LAST_P)}


@dataclass(frozen=True)
class _Life:
    """What the rules look at."""

    born: date
    started: date
    jabatan: str


class Fiction:
    """A stream of invented people of one region.

    wilayah: 4 digits of the kabupaten/kota the NIKs start with. dirt: share of rows with a fault as in domain.md section 4.
    """

    def __init__(self, wilayah: str, *, seed: int, dirt: float = 0.0) -> None:
        self._random = Random(f"{wilayah}/{seed}")  # noqa: S311  (fiction, not secrets)
        self._wilayah = wilayah
        self._dirt = dirt
        self._serial = 0

    def rows(self, count: int, units: Sequence[str] | None = None) -> Iterator[Row]:
        """`count` people, over `units` (or units invented to fit the count), unit by unit."""
        names = list(units or self.units(count))
        weights = list(accumulate(1 / (n + 3) for n in range(len(names))))
        placed = sorted(self._random.choices(range(len(names)), cum_weights=weights, k=count))
        for unit in placed:
            row = self._person(names[unit])
            if self._random.random() < self._dirt:
                self._soil(row)
            yield row

    def units(self, count: int) -> list[str]:
        """Names of about one unit for 60 people, at least three."""
        wanted = max(3, count // 60)
        names = list(OFFICES)
        for round_ in range(1, wanted // len(PLACES) + 2):
            for place in PLACES:
                names.append(f"SD Negeri {place} {round_:02}")
                if round_ % 3 == 1:
                    names.append(f"Puskesmas {place}" + (f" {round_ // 3 + 1}" if round_ > 1 else ""))
        return names[:wanted]

    def name(self, female: bool) -> str:
        """One to three words, common ones more often."""
        rnd = self._random
        first, last = (NAMES_P, NAMES_LAST_P) if female else (NAMES_L, NAMES_LAST_L)
        draw = rnd.random()
        words = rnd.choices(first, cum_weights=_CUM[first], k=2 if draw > 0.55 else 1)
        if draw > 0.06:
            words += rnd.choices(last, cum_weights=_CUM[last])
        return " ".join(dict.fromkeys(words))

    def nik(self, born: date, female: bool) -> str:
        """Sound structure, unique in this stream, with serials from 7001 up, which are not issued."""
        self._serial += 1
        day = born.day + (40 if female else 0)
        return f"{self._wilayah}{1 + self._serial // 2999 % 60:02}{day:02}{born:%m%y}{7001 + self._serial % 2999}"

    def _person(self, unit: str) -> Row:
        rnd = self._random
        female = rnd.random() < 0.54
        group = _group_of(unit) or rnd.choices(list(SHARES), weights=list(SHARES.values()))[0]
        thk_ii = rnd.random() < _THK_II
        life = self._life(group, faulty=rnd.random() < _VIOLATIONS and not thk_ii)
        name = self.name(female)
        row = dict.fromkeys(COLUMNS, "")
        row |= {
            "NIK": self.nik(life.born, female),
            "Nama Lengkap (tanpa gelar)": name,
            "Nomor Peserta THK-II": f"00{self._wilayah}{rnd.randrange(10**6):06}" if thk_ii else "",
            "Tanggal Lahir": f"{life.born:%d-%m-%Y}",
            "Tempat Lahir": rnd.choice(("Pekalongan", "Batang", "Tegal", "Kendal", "Pemalang", "Semarang")),
            "Jenis Kelamin": "P" if female else "L",
            "Nomor HP": f"081200{rnd.randrange(10**6):06}",
            "Email": f"{name.split()[0].lower()}{rnd.randrange(1000)}@surel.test",
        }
        return row | self._schooling(group, life) | self._post(unit, group, life)

    def _life(self, group: str, *, faulty: bool) -> _Life:
        """Birth, first day of work and position; `faulty`: one rule is broken, as often as each was in 2022."""
        rnd = self._random
        jabatan = rnd.choices(JABATAN[group], weights=[1 / (n + 1) for n in range(len(JABATAN[group]))])[0]
        born = date(1967, 1, 1) + timedelta(days=rnd.randrange(33 * 365))
        earliest = max(born + timedelta(days=19 * 366), date(1999, 1, 1))
        days = max(1, (date(2020, 7, 1) - earliest).days)
        life = _Life(born, (earliest + timedelta(days=rnd.randrange(days))).replace(day=1), jabatan)
        if not faulty:
            return life
        kind = rnd.choices(("jabatan", "masa", "muda", "tua"), weights=(131_193, 8_159, 189, 1_599))[0]
        some_day = {"month": rnd.randrange(1, 13), "day": rnd.randrange(1, 28)}
        if kind == "jabatan":
            return replace(life, jabatan=rnd.choices(list(EXCLUDED), weights=list(EXCLUDED.values()))[0])
        if kind == "masa":
            return replace(life, started=date(2021, rnd.randrange(2, 12), 1))
        if kind == "muda":
            return replace(life, born=date(2002, **some_day), started=date(2020, 7, 1))
        return replace(life, born=date(1963, **some_day))

    def _schooling(self, group: str, life: _Life) -> Row:
        rnd = self._random
        education = rnd.choice(PENDIDIKAN[group])
        school = education.startswith("SM")
        graduated = life.born + timedelta(days=366 * (18 if school else 23))
        return {
            "Pendidikan Terakhir": education,
            "Nomor Ijazah": f"{rnd.randrange(10**5):05}/{education}/{graduated.year}",
            "Tanggal Lulus": f"{graduated:%d-%m-%Y}",
            "Sekolah/Universitas": "SMA Negeri 1" if school else "Universitas Terbuka",
        }

    def _post(self, unit: str, group: str, life: _Life) -> Row:
        rnd = self._random
        shares = (96, 3, 1) if group == "pendidikan" else (100, 0, 0)
        return {
            "Nomor SK": f"814.1/{rnd.randrange(1000):03}/{life.started.year}",
            "Tanggal SK": f"{life.started - timedelta(days=5):%d-%m-%Y}",
            "Tanggal Mulai": f"{life.started:%d-%m-%Y}",
            "Tanggal Akhir": "31-12-2022",
            "Jabatan": life.jabatan,
            "Unit Kerja": unit,
            "Jabatan Penanda Tangan SK": f"Kepala {unit}",
            "Sumber Gaji": rnd.choices(("APBD", "BOS", "KOMITE"), weights=shares)[0],
        }

    def _soil(self, row: Row) -> None:
        """One fault, in the proportions operators meet them."""
        rnd = self._random
        kind = rnd.choices(
            ("spasi", "gelar", "bulan", "kurang", "apostrof", "kosong", "mustahil", "ambigu"),
            weights=(5, 6, 6, 3, 3, 1, 1, 3),
        )[0]
        nik, born = row["NIK"], row["Tanggal Lahir"]
        if kind == "spasi":
            row["NIK"] = f"{nik[:6]} {nik[6:12]} {nik[12:]}"
        elif kind == "gelar":
            row["Nama Lengkap (tanpa gelar)"] += ", S.Pd."
        elif kind == "bulan":
            row["Tanggal Lahir"] = _in_words(born)
        elif kind == "kurang":
            row["NIK"] = nik[:15]
        elif kind == "apostrof":
            row["NIK"] = "'" + nik
        elif kind == "kosong":
            row["NIK"] = rnd.choice(("", "-", "belum ada"))
        elif kind == "mustahil":
            row["Tanggal Lahir"] = "31-02-" + born[-4:]
        else:
            row["Tanggal Lahir"] = born.replace("-", ".")


_MONTHS = "Januari Pebruari Maret April Mei Juni Juli Agustus September Oktober Nopember Desember".split()


def _in_words(text: str) -> str:
    day, month, year = text.split("-")
    return f"{int(day)} {_MONTHS[int(month) - 1]} {year}"


def _group_of(unit: str) -> str:
    if unit.startswith("SD "):
        return "pendidikan"
    return "kesehatan" if unit.startswith("Puskesmas") else ""
