"""Models of home, province and statistics pages: all that a page shows, nothing else."""

from markupsafe import Markup
from msgspec import Struct

from site_builder.charts import Chart
from site_builder.models import Fact, Frame, Link


class InstansiCard(Struct, frozen=True, kw_only=True):
    """An instansi in a list of choices. keterangan: until when its state lasts, if it ends, and how many people."""

    nama: str
    alamat: str
    keadaan: str
    final: bool
    keterangan: str


class Tile(Struct, frozen=True, kw_only=True):
    """A province on the map. kolom ...: places from 1 on wide and narrow screens; tingkat: 0 (nobody) to 5, its colour."""

    nama: str
    singkat: str
    alamat: str
    jumlah: str
    pendek: str
    instansi: str
    tingkat: int
    kolom: int
    baris: int
    kolom_sempit: int
    baris_sempit: int


class Level(Struct, frozen=True):
    """A colour of the map and what it means."""

    tingkat: int
    arti: str


class PlaceRow(Struct, frozen=True, kw_only=True):
    """A place in a table: announced agencies of how many there are (empty if unknown), final ones, people."""

    nama: str
    alamat: str
    instansi: str
    dari: str
    final: str
    jumlah: str


class Map(Struct, frozen=True):
    """The tile map, its legend, and the table of the same figures."""

    petak: tuple[Tile, ...]
    legenda: tuple[Level, ...]
    baris: tuple[PlaceRow, ...]


class News(Struct, frozen=True, kw_only=True):
    """An announcement, or a deadline. `sampai`: ISO moment a script counts down to; empty for an announcement."""

    instansi: str
    alamat: str
    teks: str
    sampai: str = ""


class HomePage(Struct, frozen=True, kw_only=True):
    """beranda.html. `cari`: settings of the search as JSON safe inside a script element. peta: None on a site of one instansi."""

    frame: Frame
    angka: tuple[Fact, ...]
    kartu: tuple[InstansiCard, ...]
    peta: Map | None
    pusat: Link | None
    statistik: Link | None
    terbaru: tuple[News, ...]
    tenggat: tuple[News, ...]
    panduan: tuple[Link, ...]
    cari: Markup
    pakai_cari: bool


class PlacePage(Struct, frozen=True, kw_only=True):
    """wilayah.html: the agencies of a province, or the central ones, and their sums."""

    frame: Frame
    nama: str
    provinsi: bool
    angka: tuple[Fact, ...]
    kartu: tuple[InstansiCard, ...]
    belum: tuple[str, ...]
    grafik: tuple[Chart, ...]
    cara_baca: Link


class StatisticsPage(Struct, frozen=True, kw_only=True):
    """statistik.html. daerah: how many regional governments of all have announced, as a sentence."""

    frame: Frame
    angka: tuple[Fact, ...]
    wilayah: Chart
    grafik: tuple[Chart, ...]
    daerah: str
    per_wilayah: tuple[Link, ...]
    unduhan: tuple[Link, ...]
