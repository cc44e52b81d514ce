"""A topic of the statistics as a chart, with the sentences that say how much of it is known."""

from collections.abc import Iterator

from site_builder.addresses import relative
from site_builder.charts import Chart, Value, bars
from site_builder.models import Link
from site_builder.portal.sums import Count, Sum
from site_builder.portal.topics import INSTANSI, Topic
from site_builder.wording import format_number

FOLDER = "statistik"


def topic_chart(topic: Topic, here: str) -> Chart:
    """The chart of a topic on the page at `here`."""
    whole = topic.jumlah.instansi if topic.satuan == INSTANSI else topic.jumlah.orang
    return Chart(
        judul=topic.judul,
        satuan=topic.satuan.capitalize(),
        baris=bars(map(_value, topic.jumlah.hitungan), whole),
        catatan=tuple(_notes(topic)),
        csv=Link("CSV", relative(here, topic_file(topic))),
    )


def topic_file(topic: Topic) -> str:
    """Address of the CSV file that holds a topic for all places."""
    return f"{FOLDER}/{topic.kode}.csv"


def _value(count: Count) -> Value:
    hidden = count.jumlah == 0 and not count.tepat
    return Value(count.nilai, None if hidden else count.jumlah, sedikitnya=not count.tepat and not hidden)


def _notes(topic: Topic) -> Iterator[str]:
    if topic.keterangan:
        yield topic.keterangan
    yield from _coverage(topic.jumlah)


def _coverage(total: Sum) -> Iterator[str]:
    if total.tersembunyi:
        yield f"{format_number(total.tersembunyi)} orang ada dalam angka yang disembunyikan instansinya."
    if total.tanpa_tabel:
        yield f"{format_number(total.tanpa_tabel)} instansi tidak menayangkan tabel ini, sehingga tidak dihitung di sini."
    if total.terdahulu:
        yield f"Untuk {format_number(total.terdahulu)} instansi dipakai tabel dari pengumuman sebelumnya."
