"""What an owner gives a site besides texts: a logo. And the picture that stands for the site where it is shared."""

from hashlib import sha256
from io import BytesIO
from pathlib import Path

from msgspec import Struct

from site_builder.errors import BuildRefused
from site_builder.picture import site_picture
from site_builder.settings import SiteSettings

LOGOS = ("logo.svg", "logo.png")
LOGO_BYTES = 12_000  # it is part of the first view of every page


class OwnFiles(Struct, frozen=True):
    """`berkas`: address -> bytes; the other fields are addresses in it, empty where there is nothing."""

    logo: str
    gambar: str
    berkas: dict[str, bytes]


def own_files(templates: Path, settings: SiteSettings, own: Path | None) -> OwnFiles:
    """The logo in the folder `own`, and the site's picture where its address is known. Raises BuildRefused."""
    files: dict[str, bytes] = {}
    logo = next((own / name for name in LOGOS if (own / name).is_file()), None) if own else None
    logo_address = _add(files, "logo", logo.suffix, _checked(logo)) if logo else ""
    picture = _add(files, "gambar", ".png", site_picture(templates, settings)) if settings.alamat else ""
    return OwnFiles(logo_address, picture, files)


def _checked(path: Path) -> bytes:
    data = path.read_bytes()
    if len(data) > LOGO_BYTES:
        raise _refused(path, f"lebih besar daripada {LOGO_BYTES // 1000} kB")
    if path.suffix == ".svg":
        if b"<svg" not in data[:2000]:
            raise _refused(path, "bukan gambar SVG")
        return data
    from PIL import Image, UnidentifiedImageError  # noqa: PLC0415 - only for a logo

    try:
        with Image.open(BytesIO(data), formats=["PNG"]) as image:
            image.verify()
    except (UnidentifiedImageError, OSError, SyntaxError, ValueError):
        raise _refused(path, "bukan gambar PNG yang utuh") from None
    return data


def _refused(path: Path, why: str) -> BuildRefused:
    return BuildRefused(f"Logo {why}.", where=str(path), to_do="Simpan ulang logo itu sebagai SVG atau PNG kecil.")


def _add(files: dict[str, bytes], name: str, suffix: str, data: bytes) -> str:
    address = f"aset/{name}-{sha256(data).hexdigest()[:10]}{suffix}"
    files[address] = data
    return address
