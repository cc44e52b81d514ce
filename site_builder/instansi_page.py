"""Model of the page of one instansi."""

from collections.abc import Sequence

from registry.edition.types import Edition, Sel
from site_builder.addresses import relative
from site_builder.list_pages import downloads, edition_title
from site_builder.models import Bar, EditionItem, Fact, InstansiPage, Link, RecapTable
from site_builder.paging import page_address
from site_builder.parts import Parts
from site_builder.phase import standing, timeline
from site_builder.places import changes_folder, edition_folder, instansi_page
from site_builder.search.index import SearchSetup, agency_entry
from site_builder.search.script_data import inline_json
from site_builder.sources import EditionSource
from site_builder.wording import JENIS, format_date, format_moment, format_number, format_value

_LONG_TABLE = 12
_RECAPS = (
    ("Unit kerja", "unit_kerja"),
    ("Jabatan", "jabatan"),
    ("Pendidikan", "pendidikan"),
    ("Jenis kelamin", "jenis_kelamin"),
    ("Kelompok usia", "kelompok_usia"),
    ("Masa kerja", "masa_kerja"),
    ("Sumber gaji", "sumber_gaji"),
)


def instansi_model(parts: Parts, slug: str, sources: Sequence[EditionSource], newest: Edition) -> InstansiPage:
    """The page, from the heads of all editions and the recap of the newest."""
    here = instansi_page(slug)
    heads = [source.kepala for source in sources]
    state = standing(heads)
    instansi = newest.instansi
    recaps = tuple(
        _recap(title, getattr(newest.rekap, field)) for title, field in _RECAPS if getattr(newest.rekap, field)
    )
    current = sources[-1]
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
        langkah=timeline(heads),
        angka=(
            Fact(format_number(newest.jumlah.semua), "orang dalam daftar"),
            Fact(format_number(newest.jumlah.thk_ii), "THK-II"),
            Fact(format_number(newest.jumlah.non_asn), "non-ASN"),
            Fact(format_number(newest.jumlah.ms), "memenuhi syarat"),
            Fact(format_number(newest.jumlah.tms), "tidak memenuhi syarat"),
        ),
        edisi=tuple(_edition_item(here, slug, sources, source) for source in reversed(sources)),
        rekap=recaps,
        ada_tersamar=any(table.tersamar for table in recaps),
        masukan=state.masukan,
        alamat_masukan=instansi.alamat_masukan,
        panduan=parts.guides(here, "cara-mengusulkan", "cara-menyanggah", "cara-cek"),
        daftar=Link("Buka daftar nama", relative(here, page_address(edition_folder(slug, current), 1))),
        cari=inline_json(SearchSetup(akar=parts.frame(here, "", "").akar, instansi=(agency_entry(slug, sources),))),
    )


def _edition_item(here: str, slug: str, sources: Sequence[EditionSource], source: EditionSource) -> EditionItem:
    head = source.kepala
    newest = sources[-1]
    changes = page_address(changes_folder(slug, source, newest), 1)
    return EditionItem(
        judul=edition_title(source),
        daftar=relative(here, page_address(edition_folder(slug, source), 1)),
        tanggal=format_date(head.tanggal),
        nomor=head.nomor,
        jumlah=format_number(head.jumlah.semua),
        terbit=format_moment(head.terbit, head.instansi.zona),
        sidik=source.sidik,
        unduhan=downloads(here, slug, source),
        kini=source is newest,
        sptjm=f"Nomor {head.sptjm.nomor} tanggal {format_date(head.sptjm.tanggal)}" if head.sptjm else "",
        perubahan=None
        if source is sources[0]
        else Link("Lihat perubahan dari edisi sebelumnya", relative(here, changes)),
    )


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
