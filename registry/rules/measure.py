"""Age and length of service, exact to the day."""

from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from typing import NamedTuple

from registry.model.pegawai import Riwayat

_DAY = timedelta(days=1)


def age_on(tanggal_lahir: date, on: date) -> int:
    """Completed years. Somebody born on 29 February completes a year on 1 March of a common year."""
    return on.year - tanggal_lahir.year - ((on.month, on.day) < (tanggal_lahir.month, tanggal_lahir.day))


class Served(NamedTuple):
    """The part of one decree up to the cut-off date. `first`: its first day not covered by the ones before; after `last` if none."""

    place: int
    start: date
    last: date
    first: date

    @property
    def days(self) -> int:
        """Days that count for this decree: both ends, without those an earlier one has already."""
        return max(0, (self.last - self.first).days + 1)


def served_spans(riwayat: Iterable[Riwayat], until: date) -> Iterator[Served]:
    """The decrees that count, by their start, each with the days it adds. `place`: where it stands in `riwayat`.

    A decree without an end runs on. One without a start, one that ends before it starts or starts later counts nothing.
    """
    covered = date.min
    for start, last, place in sorted(_spans(riwayat, until)):
        first = start if start > covered else covered + _DAY
        yield Served(place, start, last, first)
        covered = max(covered, last)


def service_days(riwayat: Iterable[Riwayat], until: date) -> int:
    """Days served up to and including `until`: both ends count, overlaps count once, gaps do not count."""
    spans = _spans(riwayat, until)
    if len(spans) == 1:  # nearly everybody while files come in
        ((start, last, _),) = spans
        return (last - start).days + 1
    return sum(span.days for span in served_spans(riwayat, until))


def _spans(riwayat: Iterable[Riwayat], until: date) -> list[tuple[date, date, int]]:
    found = []
    for place, sk in enumerate(riwayat):
        start, end = sk.tanggal_mulai, sk.tanggal_akhir
        if start is not None and start <= until:
            last = until if end is None or end > until else end
            if start <= last:
                found.append((start, last, place))
    return found


def first_start(riwayat: Iterable[Riwayat]) -> date | None:
    """The earliest start of all decrees."""
    first: date | None = None
    for sk in riwayat:
        start = sk.tanggal_mulai
        if start is not None and (first is None or start < first):
            first = start
    return first


def last_end(riwayat: Iterable[Riwayat]) -> date | None:
    """The latest end, None when a decree runs on or there is none with a start."""
    last: date | None = None
    for sk in riwayat:
        if sk.tanggal_mulai is None:
            continue
        end = sk.tanggal_akhir
        if end is None:
            return None
        if last is None or end > last:
            last = end
    return last
