"""Numbers given once and never again: registration, receipts, imports, waiting rows."""

from collections.abc import Iterable, Sequence

from msgspec.structs import replace

from registry.model.codes import JenisMasukan
from registry.model.instansi import Instansi
from registry.model.pegawai import Pegawai

_LETTER = {JenisMasukan.USULAN: "U", JenisMasukan.SANGGAHAN: "S"}


def next_pegawai(instansi: Instansi, person: Pegawai) -> tuple[Instansi, Pegawai]:
    """The person with the next registration number, and the instansi that remembers it."""
    remembered, (numbered,) = number_all(instansi, (person,))
    return remembered, numbered


def number_all(instansi: Instansi, people: Sequence[Pegawai]) -> tuple[Instansi, list[Pegawai]]:
    """The people with the next registration numbers, in this order, and the instansi that remembers the last."""
    kode, first = instansi.kode, instansi.nomor_terakhir + 1
    numbered = [replace(person, nomor=f"{kode}-{serial:06d}") for serial, person in enumerate(people, first)]
    return replace(instansi, nomor_terakhir=instansi.nomor_terakhir + len(people)), numbered


def next_tanda_terima(instansi: Instansi, jenis: JenisMasukan) -> tuple[Instansi, str]:
    """The next receipt number; usulan and sanggahan share one series."""
    serial = instansi.nomor_masukan_terakhir + 1
    return replace(instansi, nomor_masukan_terakhir=serial), f"{_LETTER[jenis]}-{instansi.kode}-{serial:06d}"


def next_impor(instansi: Instansi) -> tuple[Instansi, str]:
    """The number of the next file taken in."""
    serial = instansi.nomor_impor_terakhir + 1
    return replace(instansi, nomor_impor_terakhir=serial), f"I-{serial:06d}"


def tunggu_number(serial: int) -> str:
    """The number of the serial-th waiting row."""
    return f"T-{serial:06d}"


def last_tunggu(instansi: Instansi, present: Iterable[str]) -> int:
    """The last serial ever given to a waiting row: rows stay when decided, and an import undone leaves its serials behind."""
    return max(instansi.nomor_tunggu_terakhir, *(int(nomor.removeprefix("T-")) for nomor in present), 0)
