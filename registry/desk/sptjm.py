"""The scan of the signed SPTJM: a PDF or a JPG that can be kept as proof, or refused."""

import re
from io import BytesIO
from pathlib import Path

from msgspec import Struct

from registry.errors import FileRefused

LARGEST = 5 * 1024 * 1024
_HEX = re.compile(r"(?<![0-9a-f])[0-9a-f]{64}(?![0-9a-f])")


class Scan(Struct, frozen=True):
    """What a sound scan is: `PDF` or `JPG`, its pages (a picture is one), its bytes."""

    jenis: str
    halaman: int
    ukuran: int


def look_at_scan(path: Path) -> Scan:
    """What is about to be attached, for the operator to compare with the paper. Raises FileRefused like read_scan."""
    data = read_scan(path)
    if not data.startswith(b"%PDF-"):
        return Scan("JPG", 1, len(data))
    import pypdfium2  # noqa: PLC0415  (heavy, and only for this)

    with pypdfium2.PdfDocument(data) as document:
        return Scan("PDF", len(document), len(data))


def read_scan(path: Path) -> bytes:
    """The bytes of a sound scan. Raises FileRefused; what it is goes by its content, never by its name."""
    try:
        size = path.stat().st_size
        if size > LARGEST:
            raise _refused(
                path, "sptjm-terlalu-besar", "Pindaian SPTJM lebih besar dari 5 MB.", "Kecilkan resolusinya."
            )
        data = path.read_bytes()
    except OSError as error:
        raise _refused(
            path, "sptjm-tidak-terbaca", "Pindaian SPTJM tidak dapat dibuka.", "Periksa letak berkasnya."
        ) from error
    if not data:
        raise _refused(path, "sptjm-kosong", "Pindaian SPTJM kosong: isinya nol bita.", "Pindai atau salin ulang.")
    if data.startswith(b"%PDF-"):
        _check_pdf(path, data)
    elif data.startswith(b"\xff\xd8\xff"):
        _check_jpg(path, data)
    else:
        raise _refused(
            path,
            "sptjm-bukan-pdf-jpg",
            "Pindaian SPTJM bukan PDF atau JPG.",
            "Pindai surat yang sudah ditandatangani sebagai PDF atau JPG.",
        )
    return data


def printed_fingerprints(data: bytes) -> frozenset[str]:
    """Fingerprints that stand as text in a PDF, however the lines break; none in a picture."""
    if not data.startswith(b"%PDF-"):
        return frozenset()
    import pypdfium2  # noqa: PLC0415  (heavy, and only for this)

    with pypdfium2.PdfDocument(data) as document:
        texts = [page.get_textpage().get_text_bounded() for page in document]
    found: set[str] = set()
    for text in texts:
        found.update(_HEX.findall(text))
        found.update(_HEX.findall(re.sub(r"\s+", "", text)))
    return frozenset(found)


def _check_pdf(path: Path, data: bytes) -> None:
    """PDFium opens nothing without a page; every one must be readable, for any of them may bear the signature."""
    import pypdfium2  # noqa: PLC0415  (heavy, and only for this)

    try:
        with pypdfium2.PdfDocument(data) as document:
            locked = pypdfium2.raw.FPDF_GetSecurityHandlerRevision(document.raw) != -1
            for number in range(len(document)):
                document[number].close()
    except pypdfium2.PdfiumError as error:
        raise _locked(path) if "password" in str(error).casefold() else _broken(path) from error
    if locked:
        raise _locked(path)


def _check_jpg(path: Path, data: bytes) -> None:
    from PIL import Image, UnidentifiedImageError  # noqa: PLC0415  (heavy, and only for this)

    try:
        with Image.open(BytesIO(data), formats=("JPEG",)) as picture:
            picture.load()
    except (UnidentifiedImageError, OSError, SyntaxError, Image.DecompressionBombError) as error:
        raise _broken(path) from error


def _broken(path: Path) -> FileRefused:
    return _refused(path, "sptjm-rusak", "Pindaian SPTJM rusak atau tidak berisi halaman.", "Pindai ulang suratnya.")


def _locked(path: Path) -> FileRefused:
    return _refused(
        path, "sptjm-bersandi", "Pindaian SPTJM bersandi atau terkunci.", "Simpan tanpa sandi, lalu lampirkan lagi."
    )


def _refused(path: Path, code: str, what: str, to_do: str) -> FileRefused:
    return FileRefused(what, code=code, where=path.name, to_do=to_do)
