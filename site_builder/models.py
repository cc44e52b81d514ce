"""One frozen model per template: all a page shows, nothing else. Templates compute nothing."""

from markupsafe import Markup
from msgspec import Struct

from registry.edition.types import Jumlah


class Link(Struct, frozen=True):
    """A link as the page needs it: text and relative address. `kini`: the page itself."""

    teks: str
    alamat: str
    kini: bool = False


class Frame(Struct, frozen=True, kw_only=True):
    """What surrounds every page. `akar`: the way to the root; `noindex`: keep out of search engines.

    `umpan`: the feed; `kanonis`, `gambar`: full addresses for search engines and shared links, empty where none is known.
    """

    judul: str
    deskripsi: str
    situs: str
    pemilik: str
    akar: str
    css: str
    js: str
    ikon: str
    menu: tuple[Link, ...]
    kaki: tuple[Link, ...]
    remah: tuple[Link, ...] = ()
    noindex: bool = False
    umpan: str = ""
    logo: str = ""
    kanonis: str = ""
    gambar: str = ""


class Fact(Struct, frozen=True):
    """A figure with its name: `1.900`, `orang terdaftar`."""

    angka: str
    nama: str


class Step(Struct, frozen=True):
    """One step of the timeline. `keadaan`: selesai, kini or nanti; `sampai`: ISO moment a script may count down to."""

    judul: str
    waktu: str
    keadaan: str
    sampai: str = ""


class InstansiCard(Struct, frozen=True):
    """An instansi in a list of choices."""

    nama: str
    alamat: str
    keadaan: str
    final: bool
    jumlah: str


class Group(Struct, frozen=True):
    """Agencies of one province, or the central ones."""

    nama: str
    jumlah_instansi: str
    jumlah_orang: str
    kartu: tuple[InstansiCard, ...]
    terbuka: bool


class HomePage(Struct, frozen=True):
    """beranda.html. `cari`: settings of the search as JSON safe inside a script element."""

    frame: Frame
    angka: tuple[Fact, ...]
    kelompok: tuple[Group, ...]
    panduan: tuple[Link, ...]
    cari: Markup
    pakai_cari: bool


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


class Bar(Struct, frozen=True):
    """One line of a recap table. `persen`: width of its bar; both empty when the count is suppressed."""

    nilai: str
    jumlah: str
    persen: str


class RecapTable(Struct, frozen=True):
    """One one-way table of the recap."""

    judul: str
    baris: tuple[Bar, ...]
    tersamar: bool
    panjang: bool


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
    rekap: tuple[RecapTable, ...]
    ada_tersamar: bool
    rekap_ditahan: bool
    masukan: tuple[str, ...]
    alamat_masukan: str
    panduan: tuple[Link, ...]
    daftar: Link
    cari: Markup


class PageLinks(Struct, frozen=True):
    """Navigation between the pages of one list. An empty link in `halaman` stands for a gap."""

    sebelum: str
    sesudah: str
    halaman: tuple[Link, ...]
    kini: str
    dari: str


class Legend(Struct, frozen=True):
    """A code of the list and what it means."""

    kode: str
    arti: str


class ListPage(Struct, frozen=True, kw_only=True):
    """daftar.html: up to 500 rows of one edition. `butir`: the links of `halaman` as they stand above and below the rows.

    `jalan`: other ways into a list of several pages; `unit`: first row of each unit in a list of one page.
    """

    frame: Frame
    nama: str
    tahap: str
    pengumuman: str
    final: bool
    jumlah: Jumlah
    rentang: str
    baris: Markup
    halaman: PageLinks
    butir: Markup
    legenda: tuple[Legend, ...]
    unduhan: tuple[Link, ...]
    sidik: str
    jalan: tuple[Link, ...]
    unit: tuple[Link, ...]
    alamat: str
    instansi: Link
    terbaru: Link | None


class ChangesPage(Struct, frozen=True, kw_only=True):
    """perubahan.html: what differs between two editions; up to 500 rows over the three tables."""

    frame: Frame
    nama: str
    lama: str
    baru: str
    angka: tuple[Fact, ...]
    ditambahkan: Markup
    dihapus: Markup
    diubah: Markup
    halaman: PageLinks
    lainnya: tuple[Link, ...]
    kosong: bool


class ContentPage(Struct, frozen=True):
    """halaman.html: a page of content/*.md, already cleaned."""

    frame: Frame
    judul: str
    ringkasan: str
    isi: Markup
    lainnya: tuple[Link, ...]


class NotFoundPage(Struct, frozen=True):
    """404.html."""

    frame: Frame
    beranda: str
    unduh: str = ""
