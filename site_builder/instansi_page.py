"""Model of the page of one instansi."""

from collections.abc import Sequence

from registry.edition.canonical import fingerprint_of_list
from registry.edition.types import Edition, Rekap, Sel
from site_builder.addresses import relative
from site_builder.list_pages import downloads
from site_builder.list_title import edition_title
from site_builder.models import Bar, EditionItem, Fact, InstansiPage, Link, RecapTable
from site_builder.parts import Parts
from site_builder.phase import standing, timeline
from site_builder.places import Agency
from site_builder.search.index import SearchSetup, agency_entry
from site_builder.search.script_data import inline_json
from site_builder.sources import EditionSource
from site_builder.wording import JENIS, format_date, format_moment, format_number, format_value

_LONG_TABLE = 12
_PUBLIC_RECAPS = (("Unit kerja", "unit_kerja"), ("Jabatan", "jabatan"))
_PRIVATE_RECAPS = (
    ("Pendidikan", "pendidikan"),
    ("Jenis kelamin", "jenis_kelamin"),
    ("Kelompok usia", "kelompok_usia"),
    ("Masa kerja", "masa_kerja"),
    ("Sumber gaji", "sumber_gaji"),
)


def instansi_model(parts: Parts, agency: Agency, newest: Edition) -> InstansiPage:
    """The page, from the heads of all editions and the recap of the newest."""
    here = agency.page
    state = standing(agency.heads)
    instansi = newest.instansi
    public, private = _recaps(newest.rekap, _PUBLIC_RECAPS), _recaps(newest.rekap, _PRIVATE_RECAPS)
    recaps = public + private
    return InstansiPage(
        frame=parts.frame(
            here,
            instansi.nama,
            f"Pengumuman pendataan tenaga non-ASN {instansi.nama}: {state.keadaan.lower()}, "
            f"{format_number(newest.jumlah.semua)} orang.",
            (("Beranda", "index.html"),),
        ),
        nama=instansi.nama,
        jenis=JENIS.get(instansi.jenis, instansi.jenis),
        wilayah=instansi.wilayah,
        periode=newest.periode,
        keadaan=state.keadaan,
        penjelasan=state.penjelasan,
        sampai=state.sampai,
        langkah=timeline(agency.heads),
        angka=(
            Fact(format_number(newest.jumlah.semua), "orang dalam daftar"),
            Fact(format_number(newest.jumlah.thk_ii), "THK-II"),
            Fact(format_number(newest.jumlah.non_asn), "non-ASN"),
            Fact(format_number(newest.jumlah.ms), "memenuhi syarat"),
            Fact(format_number(newest.jumlah.tms), "tidak memenuhi syarat"),
        ),
        edisi=tuple(_edition_item(agency, source, newest) for source in reversed(agency.sources)),
        rekap=recaps,
        ada_tersamar=any(table.tersamar for table in recaps),
        rekap_ditahan=not private,
        masukan=state.masukan,
        alamat_masukan=instansi.alamat_masukan,
        panduan=parts.guides(here, "cara-mengusulkan", "cara-menyanggah", "cara-cek"),
        daftar=Link("Buka daftar nama", relative(here, agency.list_page(agency.newest))),
        cari=inline_json(SearchSetup(akar=parts.frame(here, "", "").akar, instansi=(agency_entry(agency),))),
    )


def _edition_item(agency: Agency, source: EditionSource, newest: Edition) -> EditionItem:
    head = source.kepala
    return EditionItem(
        judul=edition_title(source),
        daftar=relative(agency.page, agency.list_page(source)),
        tanggal=format_date(head.tanggal),
        nomor=head.nomor,
        jumlah=format_number(head.jumlah.semua),
        terbit=format_moment(head.terbit, head.instansi.zona),
        sidik=source.sidik,
        unduhan=downloads(agency.page, agency, source),
        kini=source is agency.newest,
        sptjm=f"Nomor {head.sptjm.nomor} tanggal {format_date(head.sptjm.tanggal)}" if head.sptjm else "",
        sidik_daftar=fingerprint_of_list(newest.daftar) if source is agency.newest and head.sptjm else "",
        perubahan=None
        if source is agency.sources[0]
        else Link("Lihat perubahan dari edisi sebelumnya", relative(agency.page, agency.changes_page(source))),
    )


def _recaps(rekap: Rekap, wanted: Sequence[tuple[str, str]]) -> tuple[RecapTable, ...]:
    """The tables of these titles and fields that have rows."""
    return tuple(_recap(title, getattr(rekap, field)) for title, field in wanted if getattr(rekap, field))


def _recap(title: str, cells: Sequence[Sel]) -> RecapTable:
    largest = max((cell.jumlah or 0 for cell in cells), default=0) or 1
    return RecapTable(
        judul=title,
        baris=tuple(_bar(cell, largest) for cell in cells),
        tersamar=any(cell.jumlah is None for cell in cells),
        panjang=len(cells) > _LONG_TABLE,
    )


def _bar(cell: Sel, largest: int) -> Bar:
    if cell.jumlah is None:
        return Bar(format_value(cell.nilai), "", "")
    return Bar(format_value(cell.nilai), format_number(cell.jumlah), f"{100 * cell.jumlah / largest:.1f}%")
