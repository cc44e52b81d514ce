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


class ChangeTable(Struct, frozen=True):
    """Counts of what changed, by one thing: `judul` names it, `kepala` its columns; each row is a name and its numbers.

    `catatan`: what is left out, empty when nothing is.
    """

    judul: str
    kepala: tuple[str, ...]
    baris: tuple[tuple[str, ...], ...]
    catatan: str = ""


class ChangeReasons(Struct, frozen=True):
    """Why people came, went or changed (`judul`): class of reasons and how many, empty where that is hidden. `kalimat`: what to know."""

    judul: str
    baris: tuple[tuple[str, str], ...]
    kalimat: tuple[str, ...]


class ChangesPage(Struct, frozen=True, kw_only=True):
    """perubahan.html: what differs between two editions; up to 500 rows over the three tables."""

    frame: Frame
    nama: str
    lama: str
    baru: str
    angka: tuple[Fact, ...]
    rincian: tuple[ChangeTable, ...]
    alasan: tuple[ChangeReasons, ...]
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
