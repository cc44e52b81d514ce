"""The input: frozen editions in `terbitan/<kode>/<n>-<tahap>.json`, each with an optional PDF of the same stem."""

import itertools
import re
from datetime import date, datetime
from pathlib import Path

import msgspec
from msgspec import Struct

from registry.edition.canonical import decode_edition, fingerprint
from registry.edition.sealed import Sealed
from registry.edition.types import FORMAT, Edition, InstansiPublik, Jumlah, Sel, SptjmPublik, UjiPublikPublik
from site_builder.errors import BuildRefused

_NAME = re.compile(r"([1-9]\d{0,5})-(prafinalisasi|final)\.json\Z")


class HeadRecap(Struct, frozen=True):
    """The recap without its table by unit, which can be as long as a list and is only shown beside it."""

    jabatan: tuple[Sel, ...] = ()
    pendidikan: tuple[Sel, ...] = ()
    jenis_kelamin: tuple[Sel, ...] = ()
    kelompok_usia: tuple[Sel, ...] = ()
    masa_kerja: tuple[Sel, ...] = ()
    sumber_gaji: tuple[Sel, ...] = ()


class EditionHead(Struct, frozen=True, kw_only=True):
    """An edition without its list: what other pages need to know of it, read without decoding the people."""

    format: str
    periode: str
    instansi: InstansiPublik
    tahap: str
    edisi: int
    nomor: str
    tanggal: date
    uji_publik: UjiPublikPublik
    terbit: datetime
    sebelumnya: str
    sptjm: SptjmPublik | None = None
    rekap: HeadRecap
    jumlah: Jumlah


class EditionSource(Struct, frozen=True, kw_only=True):
    """One edition file. `sidik`: its fingerprint; `sidik_pdf`: empty without a PDF."""

    kode: str
    berkas: Path
    sidik: str
    pdf: Path | None
    sidik_pdf: str
    kepala: EditionHead

    @property
    def stem(self) -> str:
        """`1-prafinalisasi`: the folder of the edition in the site."""
        return f"{self.kepala.edisi}-{self.kepala.tahap}"

    def read(self) -> tuple[Sealed, Edition]:
        """The bytes as planned and the edition in them. Raises FileRefused, or BuildRefused when they changed since."""
        data = self.berkas.read_bytes()
        if fingerprint(data) != self.sidik:
            raise BuildRefused("Berkas edisi berubah selama situs dibangun.", where=str(self.berkas), to_do="Ulangi.")
        return Sealed(data, self.sidik), decode_edition(data, where=str(self.berkas))


_head_decoder = msgspec.json.Decoder(EditionHead)


def load_sources(terbitan: Path) -> tuple[EditionSource, ...]:
    """All editions below `terbitan`, by kode and number; files of other names are left alone. Raises BuildRefused."""
    folders = sorted(path for path in terbitan.iterdir() if path.is_dir()) if terbitan.is_dir() else []
    sources: list[EditionSource] = []
    for folder in folders:
        editions = sorted(
            (_load(path) for path in folder.iterdir() if _NAME.match(path.name)), key=lambda it: it.kepala.edisi
        )
        for one, other in itertools.pairwise(editions):
            if one.kepala.edisi == other.kepala.edisi:
                raise BuildRefused(
                    f"Edisi {one.kepala.edisi} ada dua kali: {one.berkas.name} dan {other.berkas.name}.",
                    where=str(folder),
                    to_do="Simpan hanya edisi yang benar-benar diterbitkan.",
                )
        sources.extend(editions)
    return tuple(sources)


def _without_list(data: bytes) -> bytes:
    """Keys are sorted in a canonical edition: all but the list follows it, and is found without reading that."""
    end = data.rfind(b'],"edisi":')
    return b"{" + data[end + 2 :] if end > 0 and data.startswith(b'{"daftar":[') else data


def read_head(data: bytes) -> EditionHead:
    """All but the list of a canonical edition. Raises msgspec.DecodeError, UnicodeDecodeError."""
    return _head_decoder.decode(_without_list(data))


def _load(path: Path) -> EditionSource:
    data = path.read_bytes()
    try:
        head = read_head(data)
    except (msgspec.DecodeError, UnicodeDecodeError):
        head = None
    if head is None or head.format != FORMAT:
        raise BuildRefused(
            "Berkas edisi rusak atau bukan pengumuman/1.", where=str(path), to_do="Ambil ulang dari penerbitnya."
        )
    if path.name != f"{head.edisi}-{head.tahap}.json" or path.parent.name != head.instansi.kode:
        raise BuildRefused(
            f"Isi berkas adalah edisi {head.edisi}-{head.tahap} milik instansi {head.instansi.kode}, tidak sesuai nama berkasnya.",
            where=str(path),
            to_do="Kembalikan nama berkas dan foldernya.",
        )
    pdf = path.with_suffix(".pdf")
    exists = pdf.is_file()
    return EditionSource(
        kode=head.instansi.kode,
        berkas=path,
        sidik=fingerprint(data),
        pdf=pdf if exists else None,
        sidik_pdf=fingerprint(pdf.read_bytes()) if exists else "",
        kepala=head,
    )
