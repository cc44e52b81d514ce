"""What an agency publishes about itself: its contacts and the days of its letters. For `Secrets.from_store_rows(public=...)`."""

from collections.abc import Iterable, Iterator
from datetime import date

from registry.model.instansi import Instansi


def declared_public(instansi: Instansi, days: Iterable[date] = ()) -> Iterator[str | date]:
    """Letterhead, the place for usulan and sanggahan, window and SPTJM, and whatever other days its announcements name."""
    kop = instansi.kop
    yield from (*kop.baris, kop.alamat, kop.telepon, kop.laman, kop.surel, instansi.alamat_masukan)
    if instansi.uji_publik is not None:
        yield from (instansi.uji_publik.mulai.date(), instansi.uji_publik.selesai.date())
    if instansi.sptjm is not None:
        yield instansi.sptjm.tanggal
    yield from days
