"""Agencies in lists of choices, and the facts that head a page of many."""

from collections.abc import Iterable, Sequence

from site_builder.addresses import relative
from site_builder.models import Fact
from site_builder.phase import FINAL, standing
from site_builder.places import Agency
from site_builder.portal.models import InstansiCard
from site_builder.portal.topics import is_final
from site_builder.wording import format_number


def cards(here: str, agencies: Iterable[Agency]) -> tuple[InstansiCard, ...]:
    """For the page at `here`, in the order given."""
    return tuple(_card(here, agency) for agency in agencies)


def facts(agencies: Sequence[Agency]) -> tuple[Fact, ...]:
    """Totals over the newest lists of these agencies."""
    totals = [agency.newest.kepala.jumlah for agency in agencies]
    return (
        Fact(format_number(len(agencies)), "instansi"),
        Fact(format_number(sum(it.semua for it in totals)), "orang dalam daftar"),
        Fact(format_number(sum(it.thk_ii for it in totals)), "THK-II"),
        Fact(format_number(sum(it.non_asn for it in totals)), "non-ASN"),
        Fact(format_number(sum(map(is_final, agencies))), "instansi sudah final"),
    )


def _card(here: str, agency: Agency) -> InstansiCard:
    state, head = standing(agency.heads), agency.newest.kepala
    until = f"{state.batas} · " if state.batas else ""
    return InstansiCard(
        nama=agency.nama,
        alamat=relative(here, agency.page),
        keadaan=state.keadaan,
        final=state.fase == FINAL,
        keterangan=f"{until}{format_number(head.jumlah.semua)}\u00a0orang",
    )
