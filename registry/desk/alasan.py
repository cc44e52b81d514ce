"""Sentences a reason can begin with: chosen, then edited. Shipped as data; an agency adds its own in `alasan.toml` of its workspace."""

import tomllib
from collections.abc import Mapping
from enum import StrEnum
from pathlib import Path
from typing import Final

import msgspec

from registry.errors import FileRefused
from registry.model.codes import JenisMasukan, Syarat
from registry.normalise.toml_faults import shape_fault, syntax_fault

FILE: Final = "alasan.toml"


class Untuk(StrEnum):
    """What is to be reasoned: the keys of the file."""

    TOLAK_BARIS = "tolak-baris"
    SYARAT_MS = "syarat-ms"
    SYARAT_TMS = "syarat-tms"
    KABULKAN_USULAN = "kabulkan-usulan"
    TOLAK_USULAN = "tolak-usulan"
    KABULKAN_SANGGAHAN = "kabulkan-sanggahan"
    TOLAK_SANGGAHAN = "tolak-sanggahan"


Alasan = Mapping[Untuk, tuple[str, ...]]


def for_masukan(jenis: JenisMasukan, *, granted: bool) -> Untuk:
    """Which reasons suit a decision on an usulan or a sanggahan."""
    return Untuk(f"{'kabulkan' if granted else 'tolak'}-{jenis}")


def for_syarat(syarat: Syarat) -> Untuk:
    """Which reasons suit MS or TMS."""
    return Untuk.SYARAT_MS if syarat is Syarat.MS else Untuk.SYARAT_TMS


def load_alasan(workspace: Path | None = None) -> Alasan:
    """The workspace's own sentences first, then those shipped; each once. Raises FileRefused for a file that is wrong."""
    shipped = _read(Path(__file__).with_name(FILE))
    path = workspace / FILE if workspace else None
    own = _read(path) if path and path.exists() else {}
    return {untuk: tuple(dict.fromkeys((*own.get(untuk, ()), *shipped.get(untuk, ())))) for untuk in Untuk}


def _read(path: Path) -> dict[Untuk, tuple[str, ...]]:
    try:
        found = msgspec.convert(tomllib.loads(path.read_text(encoding="utf-8-sig")), dict[Untuk, tuple[str, ...]])
    except OSError as error:
        raise _refused("tidak dapat dibaca", path) from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise _refused(f"tidak terbaca: {syntax_fault(error)}", path) from error
    except msgspec.ValidationError as error:
        raise _refused(f"tidak sesuai: {shape_fault(error)}", path) from error
    return {untuk: tuple(text.strip() for text in texts if text.strip()) for untuk, texts in found.items()}


def _refused(what: str, path: Path) -> FileRefused:
    return FileRefused(
        f"Berkas contoh alasan {what}.",
        code="alasan-tidak-sah",
        where=str(path),
        to_do=f"Perbaiki, atau hapus berkas itu. Kunci yang ada: {', '.join(Untuk)}.",
    )
