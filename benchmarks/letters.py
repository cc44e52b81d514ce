"""Letters: the announcement with its list."""

from collections.abc import Iterator
from datetime import UTC, datetime

from benchmarks.measure import Figure, below, cpu_of
from benchmarks.workload import edition
from registry.letters.announcement import announcement_pdf
from registry.model.codes import JenisInstansi
from registry.model.instansi import Instansi, Kop, UjiPublik
from registry.periode.load import builtin_periode_path, load_periode


def figures(rows: int) -> Iterator[Figure]:
    """CPU of one announcement with a list of `rows` people."""
    made = edition("3375", "Kota Contoh", rows, 1)
    noon = datetime(2022, 9, 30, 5, tzinfo=UTC)
    instansi = Instansi(
        kode="3375",
        nama="Kota Contoh",
        jenis=JenisInstansi.KOTA,
        tempat="Contoh",
        kop=Kop(baris=("PEMERINTAH KOTA CONTOH",), alamat="Jalan Contoh 1"),
        uji_publik=UjiPublik(noon, noon),
    )
    periode = load_periode(builtin_periode_path("2022"))
    taken = cpu_of(lambda: announcement_pdf(made, instansi, periode))
    yield below("announcement PDF with its list (reference: the bound)", f"{rows:,}", taken, 5, unit="s")
