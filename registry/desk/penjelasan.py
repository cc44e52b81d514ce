"""How age, length of service and MS/TMS of one person come about: every step with its days, the sum, and what the rule wants.

Explains what `registry.rules` finds; it judges nothing itself and writes nothing.
"""

from collections.abc import Iterator
from datetime import date, timedelta

from msgspec import Struct

from registry.desk.sk import name_of
from registry.model.codes import Kategori, Syarat
from registry.model.finding import Finding
from registry.model.pegawai import Pegawai, Riwayat
from registry.normalise.text import format_number
from registry.periode.types import Periode
from registry.rules.assess import RULES, RuleEntry
from registry.rules.eligibility import of_age_at_the_cutoff, worked_a_year_by_the_cutoff
from registry.rules.measure import Served, age_on, served_spans

_DAY = timedelta(days=1)


class Langkah(Struct, frozen=True):
    """What one decree adds. place: where it stands in the history. hari: days that count; catatan: why not all of them."""

    place: int
    nama: str
    dari: date | None
    sampai: date | None
    hari: int
    catatan: str


class Jeda(Struct, frozen=True):
    """Days between two decrees, which do not count."""

    dari: date
    sampai: date
    hari: int


class MasaKerja(Struct, frozen=True):
    """The length of service on the cut-off date. langkah: every decree in the order of counting, those without days last."""

    batas: date
    langkah: tuple[Langkah, ...]
    jeda: tuple[Jeda, ...]
    hari: int
    minimum: int
    sumber: str
    temuan: tuple[Finding, ...]

    @property
    def jumlah(self) -> str:
        """The sum, written out: `365 + 306 = 671 hari, kira-kira 1,8 tahun`."""
        parts = [format_number(step.hari) for step in self.langkah if step.hari]
        sum_ = f"{' + '.join(parts)} = " if len(parts) > 1 else ""
        years = f"{self.hari / 365.25:.1f}".replace(".", ",")
        return f"{sum_}{format_number(self.hari)} hari, kira-kira {years} tahun"

    @property
    def ketentuan(self) -> str:
        """What the rule wants, and what that means here."""
        wanted = f"Paling sedikit {format_number(self.minimum)} hari sampai {_written(self.batas)}"
        missing = self.minimum - self.hari
        return f"{wanted}: {f'kurang {format_number(missing)} hari' if missing > 0 else 'tercapai'}."


class Usia(Struct, frozen=True):
    """The age on the cut-off date. tahun: completed years, None without a birth date. bebas: the rule does not ask it of them."""

    batas: date
    lahir: date | None
    tahun: int | None
    bebas: bool
    sumber: str
    temuan: tuple[Finding, ...]
    minimum: int
    maksimum: int

    @property
    def hitungan(self) -> str:
        """How it was counted, in a sentence."""
        if self.lahir is None or self.tahun is None:
            return "Tanggal lahir belum ada, jadi usia tidak dapat dihitung."
        passed = (self.lahir.month, self.lahir.day) <= (self.batas.month, self.batas.day)
        birthday = "sudah" if passed else "belum"
        return (
            f"Lahir {_written(self.lahir)}; pada {_written(self.batas)} ulang tahun di tahun itu {birthday} lewat:"
            f" {self.batas.year} - {self.lahir.year}{'' if passed else ' - 1'} = {self.tahun} tahun."
        )

    @property
    def ketentuan(self) -> str:
        """What the rule wants."""
        if self.bebas:
            return "THK-II tidak terikat batas usia pada periode ini."
        outcome = "" if self.tahun is None else ": tidak terpenuhi" if self.temuan else ": terpenuhi"
        return f"{self.minimum} sampai {self.maksimum} tahun pada {_written(self.batas)}{outcome}."


class AturanTerbaca(Struct, frozen=True):
    """One rule on one person. hasil: MS where it finds nothing, TMS, or None where a person decides."""

    teks: str
    sumber: str
    hasil: Syarat | None
    temuan: tuple[Finding, ...]


def explain_age(person: Pegawai, periode: Periode) -> Usia:
    """How old on the cut-off date, and why."""
    born = person.tanggal_lahir
    return Usia(
        batas=periode.batas_usia,
        lahir=born,
        tahun=None if born is None else age_on(born, periode.batas_usia),
        bebas=person.kategori is Kategori.THK_II and periode.thk_ii_bebas_usia,
        sumber=periode.sumber.usia,
        temuan=tuple(judged.finding for judged in of_age_at_the_cutoff(person, periode)),
        minimum=periode.usia_minimum,
        maksimum=periode.usia_maksimum,
    )


def explain_service(person: Pegawai, periode: Periode) -> MasaKerja:
    """How long in service on the cut-off date, decree by decree: overlaps count once, gaps do not count."""
    batas = periode.batas_masa_kerja
    spans = list(served_spans(person.riwayat, batas))
    counted = [_step(span, person.riwayat[span.place], batas) for span in spans]
    places = {span.place for span in spans}
    idle = [_idle(n, sk, batas) for n, sk in enumerate(person.riwayat) if n not in places]
    return MasaKerja(
        batas=batas,
        langkah=(*counted, *idle),
        jeda=tuple(_gaps(spans)),
        hari=sum(span.days for span in spans),
        minimum=periode.masa_kerja_minimum_hari,
        sumber=periode.sumber.masa_kerja,
        temuan=tuple(judged.finding for judged in worked_a_year_by_the_cutoff(person, periode)),
    )


def explain_rules(person: Pegawai, periode: Periode) -> tuple[AturanTerbaca, ...]:
    """Every rule of the periode in its order, with its letter and what it finds here."""
    return tuple(_judged(person, periode, entry) for entry in dict.fromkeys(RULES.values()))


def _judged(person: Pegawai, periode: Periode, entry: RuleEntry) -> AturanTerbaca:
    rule, sumber, teks = entry
    found = tuple(rule(person, periode))
    hasil = Syarat.MS if not found else Syarat.TMS if any(one.syarat is Syarat.TMS for one in found) else None
    return AturanTerbaca(teks, getattr(periode.sumber, sumber), hasil, tuple(one.finding for one in found))


def _step(span: Served, sk: Riwayat, batas: date) -> Langkah:
    remarks = []
    if sk.tanggal_akhir is None:
        remarks.append(f"masih berjalan, dihitung sampai {_written(batas)}")
    elif sk.tanggal_akhir > batas:
        remarks.append(f"berakhir {_written(sk.tanggal_akhir)}, dihitung sampai {_written(batas)}")
    twice = (span.last - span.start).days + 1 - span.days
    if twice:
        whole = "seluruhnya" if not span.days else f"{format_number(twice)} hari"
        remarks.append(f"{whole} bertumpang tindih dengan SK sebelumnya, dihitung sekali")
    return Langkah(span.place, name_of(sk), span.start, span.last, span.days, "; ".join(remarks))


def _idle(place: int, sk: Riwayat, batas: date) -> Langkah:
    if sk.tanggal_mulai is None:
        why = "tanggal mulai belum ada, tidak dihitung"
    elif sk.tanggal_mulai > batas:
        why = f"mulai setelah {_written(batas)}, tidak dihitung"
    else:
        why = "berakhir sebelum mulai, tidak dihitung"
    return Langkah(place, name_of(sk), sk.tanggal_mulai, sk.tanggal_akhir, 0, why)


def _gaps(spans: list[Served]) -> Iterator[Jeda]:
    covered = None
    for span in spans:
        if covered is not None and span.start > covered + _DAY:
            yield Jeda(covered + _DAY, span.start - _DAY, (span.start - covered).days - 1)
        covered = span.last if covered is None else max(covered, span.last)


def _written(day: date) -> str:
    return f"{day:%d-%m-%Y}"
