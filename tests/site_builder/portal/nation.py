"""A small nation: a ministry, two agencies of one province, one of another, and one of a region nobody knows."""

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any

from msgspec.structs import replace

from registry.edition.canonical import encode_edition, fingerprint
from registry.edition.types import Edition, InstansiPublik, Rekap, UjiPublikPublik
from registry.publication.suppress import suppress
from tests.registry.edition.editions import KEMENAG, PEKALONGAN, WIB, edition, final
from tests.site_builder.sites import BREBES

TABANAN = replace(
    PEKALONGAN,
    kode="5102",
    nama="Pemerintah Kabupaten Tabanan",
    jenis="KABUPATEN",
    wilayah="Bali",
    zona="Asia/Makassar",
)
ELSEWHERE = replace(PEKALONGAN, kode="9999", nama="Pemerintah Kota Rekaan", wilayah="Nusa <Rekaan>")
OPENED = datetime(2022, 9, 30, 15, 30, tzinfo=WIB)


def recap_of(people: int, **changes: Mapping[str, int]) -> Rekap:
    """Tables over this many people, hidden as the registry hides; all of them APBD but for what a test says."""
    third, rest = people // 3, people - 2 * (people // 3)
    tables = {
        "unit_kerja": {"Dinas Contoh": people},
        "jabatan": {"Pendidikan": third, "Administrasi": third, "Teknis": rest},
        "pendidikan": {"SMA": people - third - 3, "D3": third, "S2": 3},
        "jenis_kelamin": {"L": third, "P": people - third},
        "kelompok_usia": {"20-29 tahun": third, "30-39 tahun": people - third},
        "masa_kerja": {"1-4 tahun": third, "5-9 tahun": people - third},
        "sumber_gaji": {"APBD": people},
    }
    return Rekap(**{name: suppress(counts) for name, counts in (tables | changes).items()})


def announced(people: int, instansi: InstansiPublik, days: int = 7, **changes: Any) -> Edition:
    """A prafinalisasi edition with a recap, whose window ends so many days after all were announced."""
    window = UjiPublikPublik(OPENED, OPENED + timedelta(days=days))
    return edition(people, **({"instansi": instansi, "rekap": recap_of(people), "uji_publik": window} | changes))


def nation() -> list[Edition]:
    """Six editions of five agencies; Brebes is final, and its final edition withholds the private tables."""
    early = announced(150, BREBES)
    public = Rekap(unit_kerja=early.rekap.unit_kerja, jabatan=early.rekap.jabatan)
    late = final(150, instansi=BREBES, rekap=public, sebelumnya=fingerprint(encode_edition(early)), terbit=OPENED)
    return [
        announced(1200, KEMENAG, 9),
        announced(60, PEKALONGAN, 5),
        early,
        late,
        announced(90, TABANAN, -1, terbit=OPENED - timedelta(days=9)),
        announced(30, ELSEWHERE),
    ]
