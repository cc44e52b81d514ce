"""Model of the page of one instansi: all it shows, nothing else."""

from markupsafe import Markup
from msgspec import Struct

from site_builder.charts import Chart
from site_builder.models import Fact, Frame, Link, Step


class EditionItem(Struct, frozen=True, kw_only=True):
    """An edition on the page of its instansi. `sidik_daftar`: what its SPTJM quotes; final editions only."""

    judul: str
    daftar: str
    tanggal: str
    nomor: str
    jumlah: str
    terbit: str
    sidik: str
    unduhan: tuple[Link, ...]
    kini: bool
    sptjm: str
    sidik_daftar: str
    perubahan: Link | None


class HowTo(Struct, frozen=True):
    """What the public can do, step by step."""

    judul: str
    langkah: tuple[str, ...]
    panduan: Link | None


class InstansiPage(Struct, frozen=True, kw_only=True):
    """instansi.html. `rekap_ditahan`: the edition carries no table of what the list does not show."""

    frame: Frame
    nama: str
    jenis: str
    wilayah: str
    periode: str
    keadaan: str
    penjelasan: tuple[str, ...]
    sampai: str
    langkah: tuple[Step, ...]
    angka: tuple[Fact, ...]
    edisi: tuple[EditionItem, ...]
    rekap: tuple[Chart, ...]
    rekap_csv: Link
    ada_tersamar: bool
    rekap_ditahan: bool
    masukan: tuple[str, ...]
    cara: tuple[HowTo, ...]
    alamat_masukan: str
    panduan: tuple[Link, ...]
    daftar: Link
    cari: Markup
    pakai_cari: bool
    dataset: Markup
