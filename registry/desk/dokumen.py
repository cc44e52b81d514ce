"""The documents of a person: checked, kept under their SHA-256, named in the record, and taken out again to be looked at.

What a file is goes by its content, never by its name. Limits: ijazah 100 KB - 1 MB, the others up to 1 MB, PDF or JPG.
"""

from io import BytesIO
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from registry.desk import records
from registry.desk.deed import begin, commit, with_pegawai
from registry.errors import FileRefused, UsageRefused
from registry.model.act import Act
from registry.model.pegawai import Pegawai
from registry.store.berkas import is_kept_name
from registry.store.store import Store
from registry.workflow.actions import Action
from registry.workflow.steps import advance_pegawai

KB = 1024


class Ketentuan(Struct, frozen=True):
    """One kind of document. terkecil, terbesar: bytes, both allowed."""

    label: str
    terkecil: int
    terbesar: int

    @property
    def kalimat(self) -> str:
        """What is accepted, in a sentence."""
        size = f"{self.terkecil // KB} KB sampai 1 MB" if self.terkecil > 1 else "paling besar 1 MB"
        return f"PDF atau JPG, {size}."


KETENTUAN: dict[str, Ketentuan] = {
    "file_ijazah": Ketentuan("Ijazah", 100 * KB, KB * KB),
    "file_sk": Ketentuan("SK pengangkatan", 1, KB * KB),
    "file_bukti_bayar": Ketentuan("Bukti pembayaran gaji", 1, KB * KB),
}


class Dokumen(Struct, frozen=True):
    """One document as it stands. tercatat: SHA-256, or a name from a spreadsheet. letak: where the kept bytes are, None if nowhere.

    jenis: PDF or JPG, empty if it is neither.
    """

    kolom: str
    ketentuan: Ketentuan
    tercatat: str = ""
    letak: Path | None = None
    ukuran: int = 0
    jenis: str = ""

    @property
    def keadaan(self) -> str:
        """How it stands with it, in words."""
        if self.letak is not None:
            return f"Terlampir: {self.jenis or 'berkas'}, {-(-self.ukuran // KB)} KB"
        if not self.tercatat:
            return "Belum ada"
        if is_kept_name(self.tercatat):
            return "Berkas hilang dari arsip; lampirkan lagi"
        return "Hanya namanya yang tercatat; berkasnya belum dilampirkan"


def documents_of(store: Store, person: Pegawai) -> tuple[Dokumen, ...]:
    """Every kind of document, whether there is one or not."""
    return tuple(_document(store, kolom, getattr(person, kolom)) for kolom in KETENTUAN)


def attach(store: Store, nomor: str, kolom: str, source: Path, act: Act) -> Pegawai:
    """Keep a document and name it in the record, which becomes a draft again. Raises FileRefused, UsageRefused."""
    content = read_document(source, kolom)
    return _name(store, nomor, kolom, act, content)


def detach(store: Store, nomor: str, kolom: str, act: Act) -> Pegawai:
    """Take a document out of the record; its bytes stay in the archive, for the journal names them."""
    if not getattr(records.pegawai(store, nomor), kolom):
        label = KETENTUAN[kolom].label
        raise UsageRefused(f"{label} belum ada, jadi tidak ada yang dilepas.", to_do="Pilih dokumen yang terlampir.")
    return _name(store, nomor, kolom, act, None)


def copy_out(dokumen: Dokumen, folder: Path) -> Path:
    """A copy with a name programs understand, to be looked at and thrown away. Raises UsageRefused when there is nothing to copy."""
    if dokumen.letak is None:
        raise UsageRefused(
            f"{dokumen.ketentuan.label}: {dokumen.keadaan[0].lower()}{dokumen.keadaan[1:]}.",
            where=dokumen.tercatat,
            to_do="Lampirkan berkasnya lebih dahulu.",
        )
    ending = {"PDF": ".pdf", "JPG": ".jpg"}.get(dokumen.jenis, "")
    target = folder / f"{dokumen.kolom.removeprefix('file_')}-{dokumen.tercatat[:8]}{ending}"
    target.write_bytes(dokumen.letak.read_bytes())
    target.chmod(0o600)
    return target


def read_document(source: Path, kolom: str) -> bytes:
    """The bytes of a sound document of this kind. Raises FileRefused with what is wrong and what to do."""
    rule = KETENTUAN[kolom]
    try:
        size = source.stat().st_size
        if size > rule.terbesar:
            what = f"{rule.label} lebih besar dari 1 MB ({-(-size // KB)} KB)."
            raise _refused(source, "terlalu-besar", what, "Pindai dengan resolusi lebih rendah.")
        content = source.read_bytes()
    except OSError as error:
        what = f"{rule.label} tidak dapat dibuka ({error.strerror})."
        raise _refused(source, "tidak-terbaca", what, "Periksa letak dan izin berkasnya.") from error
    kind = kind_of(content)
    if not kind:
        raise _refused(
            source,
            "bukan-pdf-jpg",
            f"{rule.label} bukan PDF atau JPG.",
            "Simpan atau pindai ulang sebagai PDF atau JPG.",
        )
    if size < rule.terkecil:
        what = f"{rule.label} hanya {-(-size // KB)} KB, paling sedikit {rule.terkecil // KB} KB."
        raise _refused(source, "terlalu-kecil", what, "Pindai dengan resolusi lebih tinggi supaya terbaca.")
    (_check_pdf if kind == "PDF" else _check_jpg)(source, content, rule.label)
    return content


def kind_of(content: bytes) -> str:
    """`PDF`, `JPG`, or nothing, by the first bytes."""
    if content.startswith(b"%PDF-"):
        return "PDF"
    return "JPG" if content.startswith(b"\xff\xd8\xff") else ""


def _name(store: Store, nomor: str, kolom: str, act: Act, content: bytes | None) -> Pegawai:
    begin(store, Action.UBAH, act)
    before = records.pegawai(store, nomor)
    moved = advance_pegawai(before, Action.UBAH)
    name = "" if content is None else store.keep_file(content)
    if getattr(before, kolom) == name:
        return before
    saved = replace(before, **{kolom: name}, status=moved.status, alasan_status="")
    commit(store, Action.UBAH, act, with_pegawai([saved]))
    return saved


def _document(store: Store, kolom: str, tercatat: str) -> Dokumen:
    rule = KETENTUAN[kolom]
    if not is_kept_name(tercatat):
        return Dokumen(kolom, rule, tercatat)
    try:
        path = store.file(tercatat)
        with path.open("rb") as file:
            return Dokumen(kolom, rule, tercatat, path, path.stat().st_size, kind_of(file.read(8)))
    except (UsageRefused, OSError):
        return Dokumen(kolom, rule, tercatat)


def _check_pdf(source: Path, content: bytes, label: str) -> None:
    import pypdfium2  # noqa: PLC0415  (heavy, and only for this)

    try:
        with pypdfium2.PdfDocument(content) as document:
            locked = pypdfium2.raw.FPDF_GetSecurityHandlerRevision(document.raw) != -1
            document[0].close()
    except pypdfium2.PdfiumError as error:
        if "password" not in str(error).casefold():
            raise _broken(source, label) from error
        locked = True
    if locked:
        raise _refused(
            source, "bersandi", f"{label} bersandi atau terkunci.", "Simpan tanpa sandi, lalu lampirkan lagi."
        )


def _check_jpg(source: Path, content: bytes, label: str) -> None:
    from PIL import Image, UnidentifiedImageError  # noqa: PLC0415  (heavy, and only for this)

    try:
        with Image.open(BytesIO(content), formats=("JPEG",)) as picture:
            picture.load()
    except (UnidentifiedImageError, OSError, SyntaxError, Image.DecompressionBombError) as error:
        raise _broken(source, label) from error


def _broken(source: Path, label: str) -> FileRefused:
    return _refused(source, "rusak", f"{label} rusak atau tidak berisi halaman.", "Pindai ulang dokumennya.")


def _refused(source: Path, code: str, what: str, to_do: str) -> FileRefused:
    return FileRefused(what, code=f"dokumen-{code}", where=source.name, to_do=to_do)
