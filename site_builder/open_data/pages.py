"""Models of /unduh/ and /verifikasi/."""

from collections.abc import Mapping, Sequence

from site_builder.addresses import relative
from site_builder.list_pages import downloads
from site_builder.list_title import edition_title
from site_builder.models import Link
from site_builder.open_data.bundles import Bundle
from site_builder.open_data.catalogue import schema_dataset
from site_builder.open_data.models import AgencyFiles, BundleItem, DownloadPage, VerifyPage
from site_builder.parts import DOWNLOADS, VERIFY, Parts
from site_builder.places import Agency
from site_builder.search.script_data import inline_json
from site_builder.wording import format_bytes, format_date, format_number
from site_builder.writer import Written

_OTHERS = (
    ("Tabel instansi (CSV)", "unduh/instansi.csv"),
    ("Keterangan data (datapackage.json)", "datapackage.json"),
    ("Katalog DCAT (JSON-LD)", "katalog.jsonld"),
    ("Sidik jari semua berkas (sha256sum)", "unduh/sidik.txt"),
    ("Kabar pengumuman (Atom)", "atom.xml"),
)


def download_model(
    parts: Parts, agencies: Sequence[Agency], bundles: Sequence[Bundle], written: Mapping[str, Written]
) -> DownloadPage:
    """unduh/index.html. written: the files of the site so far; the bundles are among them."""
    own = {agency.slug: _agency(agency) for agency in agencies}
    items = [_item(bundle, own, written) for bundle in bundles]
    whole = [("application/zip", path) for bundle in bundles[:1] for path in (bundle.csv, bundle.json)]
    return DownloadPage(
        frame=parts.frame(
            DOWNLOADS,
            "Unduh data",
            "Semua daftar tenaga non-ASN yang diumumkan di situs ini sebagai data terbuka: CSV, JSON, PDF.",
            (("Beranda", "index.html"),),
        ),
        semua=items[0] if items else None,
        bundel=tuple(items[1:]),
        sendiri=() if bundles else tuple(own.values()),
        lainnya=tuple(Link(text, relative(DOWNLOADS, address)) for text, address in _OTHERS),
        panduan=parts.guides(DOWNLOADS, "panduan-jurnalis", "panduan-instansi", "privasi"),
        dataset=schema_dataset(parts, agencies, [*whole, ("text/csv", "unduh/instansi.csv")]),
    )


def verify_model(parts: Parts, begin: str, digits: int, count: int) -> VerifyPage:
    """verifikasi/index.html. begin, digits: how the shards are named; count: how many fingerprints there are."""
    settings = {"awal": begin, "angka": digits}
    return VerifyPage(
        frame=parts.frame(
            VERIFY,
            "Periksa keaslian berkas",
            "Periksa apakah berkas PDF, JSON, atau CSV benar pengumuman yang diterbitkan, dan edisi yang mana.",
            (("Beranda", "index.html"),),
        ),
        js=relative(VERIFY, parts.js_verifikasi),
        setelan=inline_json(settings),
        jumlah=format_number(count),
        sidik=Link("daftar semua sidik jari", relative(VERIFY, "unduh/sidik.txt")),
        panduan=parts.guides(VERIFY, "tentang", "pertanyaan"),
    )


def _item(bundle: Bundle, own: Mapping[str, AgencyFiles], written: Mapping[str, Written]) -> BundleItem:
    people = sum(agency.newest.kepala.jumlah.semua for agency in bundle.instansi)
    return BundleItem(
        nama=bundle.nama,
        jumlah=f"{format_number(len(bundle.instansi))} instansi, {format_number(people)} orang",
        csv=_sized("CSV", bundle.csv, written),
        json=_sized("JSON", bundle.json, written),
        instansi=() if bundle.bagian else tuple(own[agency.slug] for agency in bundle.instansi),
    )


def _sized(kind: str, address: str, written: Mapping[str, Written]) -> Link:
    return Link(f"{kind} (ZIP, {format_bytes(written[address].bita)})", relative(DOWNLOADS, address))


def _agency(agency: Agency) -> AgencyFiles:
    head = agency.newest.kepala
    return AgencyFiles(
        nama=agency.nama,
        alamat=relative(DOWNLOADS, agency.page),
        keterangan=f"{edition_title(agency.newest)}, {format_date(head.tanggal)}, {format_number(head.jumlah.semua)} orang",
        unduhan=downloads(DOWNLOADS, agency, agency.newest)[:-1],
    )
