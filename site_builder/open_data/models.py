"""Models of the pages on open data and on verification."""

from markupsafe import Markup
from msgspec import Struct

from site_builder.models import Frame, Link


class AgencyFiles(Struct, frozen=True):
    """An instansi on the download page: its page, its newest edition, the files of that."""

    nama: str
    alamat: str
    keterangan: str
    unduhan: tuple[Link, ...]


class BundleItem(Struct, frozen=True, kw_only=True):
    """A bundle with its agencies. `csv` and `json`: links that tell the size."""

    nama: str
    jumlah: str
    csv: Link
    json: Link
    instansi: tuple[AgencyFiles, ...]


class DownloadPage(Struct, frozen=True, kw_only=True):
    """unduh.html. `semua` and `bundel` are empty on the site of one instansi, whose own files stand in `sendiri`."""

    frame: Frame
    semua: BundleItem | None
    bundel: tuple[BundleItem, ...]
    sendiri: tuple[AgencyFiles, ...]
    lainnya: tuple[Link, ...]
    panduan: tuple[Link, ...]
    dataset: Markup


class VerifyPage(Struct, frozen=True, kw_only=True):
    """verifikasi.html. `setelan`: JSON for the script; `js`: address of the script of this page alone."""

    frame: Frame
    js: str
    setelan: Markup
    jumlah: str
    sidik: Link
    panduan: tuple[Link, ...]
