"""Models of the pages that lead into a long list."""

from markupsafe import Markup
from msgspec import Struct

from site_builder.models import Frame, Link


class Counted(Struct, frozen=True):
    """A letter or unit with the link to its first row and how many people it has."""

    teks: str
    alamat: str
    jumlah: str


class NamesPage(Struct, frozen=True, kw_only=True):
    """abjad.html. `huruf`: all letters. The overview has `halaman`, a page of names has `isi` and its neighbours."""

    frame: Frame
    nama: str
    tahap: str
    jalan: tuple[Link, ...]
    huruf: tuple[Counted, ...]
    halaman: tuple[Link, ...] = ()
    rentang: str = ""
    isi: Markup = Markup("")
    sebelum: str = ""
    sesudah: str = ""


class UnitsPage(Struct, frozen=True, kw_only=True):
    """unit.html: units by name, `isi` their list items. `halaman`: the pages of this index, empty when there is but one."""

    frame: Frame
    nama: str
    tahap: str
    jalan: tuple[Link, ...]
    rentang: str
    isi: Markup
    halaman: tuple[Link, ...]
