"""The newest announcements and the deadlines that were ahead when the newest of them came out.

A build knows no today. The moment of the newest announcement stands for it; a script in the page marks what has passed since.
"""

from collections.abc import Sequence

from site_builder.addresses import relative
from site_builder.list_title import edition_title
from site_builder.places import Agency
from site_builder.portal.models import News
from site_builder.portal.topics import is_final
from site_builder.wording import format_date, format_moment, format_number

_SHOWN = 6


def newest(here: str, agencies: Sequence[Agency]) -> tuple[News, ...]:
    """The last announcements of all, the newest first."""
    every = [(agency, source) for agency in agencies for source in agency.sources]
    every.sort(key=lambda it: (-it[1].kepala.terbit.timestamp(), it[0].slug))
    return tuple(
        News(
            instansi=agency.nama,
            alamat=relative(here, agency.list_page(source)),
            teks=f"{edition_title(source)}, {format_date(source.kepala.tanggal)}, "
            f"{format_number(source.kepala.jumlah.semua)} orang",
        )
        for agency, source in every[:_SHOWN]
    )


def deadlines(here: str, agencies: Sequence[Agency]) -> tuple[News, ...]:
    """Where proposals and objections are taken, the nearest end first."""
    if not agencies:
        return ()
    now = max(agency.newest.kepala.terbit for agency in agencies)
    open_now = [it for it in agencies if not is_final(it) and it.newest.kepala.uji_publik.selesai >= now]
    open_now.sort(key=lambda it: (it.newest.kepala.uji_publik.selesai, it.slug))
    return tuple(_deadline(here, agency) for agency in open_now[:_SHOWN])


def _deadline(here: str, agency: Agency) -> News:
    head = agency.newest.kepala
    until = format_moment(head.uji_publik.selesai, head.instansi.zona)
    return News(
        instansi=agency.nama,
        alamat=relative(here, agency.page),
        teks=f"Usulan dan sanggahan sampai {until}",
        sampai=head.uji_publik.selesai.isoformat(),
    )
