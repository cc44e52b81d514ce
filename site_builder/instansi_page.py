"""Model of the page of one instansi."""

from registry.edition.canonical import fingerprint_of_list
from registry.edition.types import Edition
from site_builder.addresses import relative
from site_builder.instansi_models import EditionItem, HowTo, InstansiPage
from site_builder.list_pages import downloads
from site_builder.list_title import edition_title
from site_builder.models import Fact, Link
from site_builder.open_data.catalogue import agency_dataset
from site_builder.parts import Parts
from site_builder.phase import Standing, standing, timeline
from site_builder.places import Agency
from site_builder.portal.places import CENTRAL, place_page
from site_builder.recap import PRIVATE, PUBLIC, recap_charts
from site_builder.search.index import agency_setup
from site_builder.search.script_data import inline_json
from site_builder.sources import EditionSource
from site_builder.wording import JENIS, format_date, format_moment, format_number


def instansi_model(parts: Parts, agency: Agency, newest: Edition) -> InstansiPage:
    """The page, from the heads of all editions and the recap of the newest."""
    here = agency.page
    state = standing(agency.heads)
    instansi = newest.instansi
    public, private = recap_charts(newest, PUBLIC), recap_charts(newest, PRIVATE)
    recaps = private + public
    search = agency_setup(agency, parts.settings)
    return InstansiPage(
        frame=parts.frame(
            here,
            instansi.nama,
            f"Pengumuman pendataan tenaga non-ASN {instansi.nama}: {state.keadaan.lower()}, "
            f"{format_number(newest.jumlah.semua)} orang.",
            _trail(parts, instansi.wilayah),
        ),
        nama=instansi.nama,
        jenis=JENIS.get(instansi.jenis, instansi.jenis),
        wilayah=instansi.wilayah,
        periode=newest.periode,
        keadaan=f"{state.keadaan} {state.batas}".rstrip(),
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
        rekap_csv=Link("Unduh rekapitulasi (CSV)", relative(here, agency.recap_file)),
        ada_tersamar=any(table.tersamar for table in recaps),
        rekap_ditahan=not private,
        masukan=state.masukan,
        cara=_how_to(parts, here, state),
        alamat_masukan=instansi.alamat_masukan,
        panduan=parts.guides(here, "cara-cek"),
        daftar=Link("Buka daftar nama", relative(here, agency.list_page(agency.newest))),
        cari=inline_json(search),
        pakai_cari=search.usable,
        dataset=agency_dataset(parts, agency),
    )


def _trail(parts: Parts, wilayah: str) -> tuple[tuple[str, str], ...]:
    """From the home page, and on a site of many by the page of the province."""
    home = ("Beranda", "index.html")
    return (home, (wilayah or CENTRAL, place_page(wilayah))) if parts.portal else (home,)


def _how_to(parts: Parts, here: str, state: Standing) -> tuple[HowTo, ...]:
    wanted = (
        ("Mengusulkan nama yang belum tercantum", state.usulan, "cara-mengusulkan"),
        ("Menyanggah nama yang tercantum", state.sanggahan, "cara-menyanggah"),
    )
    return tuple(
        HowTo(title, steps, next(iter(parts.guides(here, guide)), None)) for title, steps, guide in wanted if steps
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
