"""The national statistics and their files: every chart's data for all places at once, and one line for each instansi."""

import csv
from collections.abc import Iterable, Iterator, Sequence
from io import StringIO

from registry.edition.csv import safe_cell
from site_builder.addresses import relative
from site_builder.charts import Chart, Value, bars
from site_builder.models import Link
from site_builder.parts import STATISTICS, Parts
from site_builder.phase import standing
from site_builder.places import Agency
from site_builder.portal.cards import facts
from site_builder.portal.home_page import Portal
from site_builder.portal.models import StatisticsPage
from site_builder.portal.places import Place, not_announced
from site_builder.portal.provinces import regional_agencies
from site_builder.portal.sum_charts import FOLDER, topic_chart, topic_file
from site_builder.portal.sums import Count, Sum
from site_builder.portal.topics import INSTANSI, Topic, topics
from site_builder.wording import format_number, format_value

_EVERYWHERE = "Seluruh situs"
_PLACES_FILE, _AGENCIES_FILE = f"{FOLDER}/wilayah.csv", f"{FOLDER}/instansi.csv"
_HIDDEN = "Disembunyikan (semua nilai bersama)"


def statistics_model(parts: Parts, portal: Portal) -> StatisticsPage:
    """statistik/index.html."""
    agencies = portal.agencies
    found = [topic for topic in topics(agencies) if topic.jumlah.hitungan]
    files = ((_AGENCIES_FILE, "Semua instansi"), (_PLACES_FILE, "Per wilayah"))
    named = (*files, *((topic_file(it), it.judul) for it in topics(())))
    return StatisticsPage(
        frame=parts.frame(
            STATISTICS,
            "Statistik tenaga non-ASN",
            "Jumlah, sebaran, jabatan, pendidikan, usia, dan masa kerja tenaga non-ASN, serta kemajuan instansi.",
            (("Beranda", "index.html"),),
        ),
        angka=facts(agencies),
        wilayah=_places_chart(portal),
        grafik=tuple(topic_chart(topic, STATISTICS) for topic in found),
        daerah=_regional_sentence(agencies),
        per_wilayah=tuple(Link(it.nama, relative(STATISTICS, it.alamat)) for it in portal.places if it.instansi),
        unduhan=tuple(Link(f"{text} (CSV)", relative(STATISTICS, file)) for file, text in named),
    )


def statistics_files(portal: Portal) -> Iterator[tuple[str, bytes]]:
    """Address and bytes of each CSV file."""
    places = [place for place in portal.places if place.instansi]
    sums = [(_EVERYWHERE, topics(portal.agencies)), *((place.nama, topics(place.instansi)) for place in places)]
    for topic_of_places in zip(*(found for _, found in sums), strict=True):
        rows = (row for (name, _), topic in zip(sums, topic_of_places, strict=True) for row in _topic_rows(name, topic))
        head = ("wilayah", "nilai", "satuan", "jumlah", "ketepatan")
        yield topic_file(topic_of_places[0]), _csv(head, rows)
    yield _PLACES_FILE, _csv(_PLACE_COLUMNS, map(_place_row, places))
    yield _AGENCIES_FILE, _csv(_AGENCY_COLUMNS, map(_agency_row, portal.agencies))


def statistics_addresses() -> list[str]:
    """All that stands in the folder of the statistics."""
    return [STATISTICS, _PLACES_FILE, _AGENCIES_FILE, *map(topic_file, topics(()))]


def _places_chart(portal: Portal) -> Chart:
    """Every place that has agencies, the largest first."""
    places = sorted((it for it in portal.places if it.instansi), key=lambda it: (-it.orang, it.nama))
    values = (Value(it.nama, it.orang, alamat=relative(STATISTICS, it.alamat)) for it in places)
    return Chart(
        judul="Sebaran menurut wilayah",
        satuan="Orang",
        baris=bars(values, sum(it.orang for it in places)),
        csv=Link("CSV", relative(STATISTICS, _PLACES_FILE)),
    )


def _regional_sentence(agencies: Sequence[Agency]) -> str:
    every, missing = len(regional_agencies()), len(not_announced({it.newest.kode for it in agencies}))
    return (
        f"{format_number(every - missing)} dari {format_number(every)} pemerintah daerah sudah mengumumkan daftarnya di situs ini. "
        "Yang belum disebut satu per satu di halaman provinsinya."
    )


def _topic_rows(place: str, topic: Topic) -> Iterator[tuple[str, ...]]:
    total: Sum = topic.jumlah
    for count in total.hitungan:
        yield place, format_value(count.nilai), topic.satuan, *_figure(count)
    if total.tersembunyi:
        yield place, _HIDDEN, topic.satuan, str(total.tersembunyi), "tepat"
    whole = total.instansi if topic.satuan == INSTANSI else total.orang
    yield place, "Jumlah", topic.satuan, str(whole), "tepat"


def _figure(count: Count) -> tuple[str, str]:
    """The number and how far it can be relied on."""
    if count.tepat:
        return str(count.jumlah), "tepat"
    return (str(count.jumlah), "sedikitnya") if count.jumlah else ("", "disembunyikan")


_PLACE_COLUMNS = ("wilayah", "instansi", "instansi_final", "orang", "thk_ii", "non_asn", "ms", "tms")


def _place_row(place: Place) -> tuple[str, ...]:
    totals = [it.newest.kepala.jumlah for it in place.instansi]
    final = sum(it.newest.kepala.tahap == "final" for it in place.instansi)
    sums = (sum(getattr(it, name) for it in totals) for name in ("semua", "thk_ii", "non_asn", "ms", "tms"))
    return place.nama, str(len(place.instansi)), str(final), *map(str, sums)


_AGENCY_COLUMNS = (
    "kode", "nama", "jenis", "wilayah", "tahap", "edisi", "tanggal", "uji_publik_selesai",
    "orang", "thk_ii", "non_asn", "ms", "tms", "sptjm_tanggal", "sidik",
)  # fmt: skip


def _agency_row(agency: Agency) -> tuple[str, ...]:
    head = agency.newest.kepala
    total, instansi = head.jumlah, head.instansi
    return (
        head.instansi.kode,
        instansi.nama,
        instansi.jenis,
        instansi.wilayah,
        standing(agency.heads).keadaan,
        str(head.edisi),
        head.tanggal.isoformat(),
        head.uji_publik.selesai.isoformat(),
        *(str(number) for number in (total.semua, total.thk_ii, total.non_asn, total.ms, total.tms)),
        head.sptjm.tanggal.isoformat() if head.sptjm else "",
        agency.newest.sidik,
    )


def _csv(head: Sequence[str], rows: Iterable[Sequence[str]]) -> bytes:
    text = StringIO()
    lines = csv.writer(text, lineterminator="\n")
    lines.writerow(head)
    lines.writerows([safe_cell(cell) for cell in row] for row in rows)
    return text.getvalue().encode()
