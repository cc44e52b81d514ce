"""The page of a province, or of the central agencies: every instansi with its state, who is missing, and the sums."""

from site_builder.addresses import relative
from site_builder.models import Link
from site_builder.parts import STATISTICS, Parts
from site_builder.portal.cards import cards, facts
from site_builder.portal.models import PlacePage
from site_builder.portal.places import Place
from site_builder.portal.sum_charts import topic_chart
from site_builder.portal.topics import topics
from site_builder.wording import format_number


def place_model(parts: Parts, place: Place) -> PlacePage:
    """The page of this place."""
    here = place.alamat
    found = topics(place.instansi) if place.instansi else ()
    charts = (topic_chart(topic, here) for topic in found if topic.jumlah.hitungan)
    return PlacePage(
        frame=parts.frame(
            here,
            place.nama,
            f"{format_number(len(place.instansi))} instansi {place.nama} mengumumkan {format_number(place.orang)} tenaga non-ASN.",
            (("Beranda", "index.html"), ("Statistik", STATISTICS)),
        ),
        nama=place.nama,
        provinsi=place.provinsi is not None,
        angka=facts(place.instansi),
        kartu=cards(here, place.instansi),
        belum=place.belum,
        grafik=tuple(charts),
        cara_baca=Link("Cara membaca angka-angka ini", relative(here, f"{STATISTICS}#cara-baca")),
    )
