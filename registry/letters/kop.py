"""What a letterhead says, line by line; how it is drawn is the paper's business."""

from registry.model.codes import JenisInstansi
from registry.model.instansi import Instansi, Kop

_REGIONAL = frozenset({JenisInstansi.PROVINSI, JenisInstansi.KABUPATEN, JenisInstansi.KOTA})


def official_name(instansi: Instansi) -> str:
    """`Pemerintah Kota Pekalongan`, `Kementerian Agama`: the name as it stands in a letter."""
    if instansi.jenis in _REGIONAL and not instansi.nama.casefold().startswith("pemerintah"):
        return f"Pemerintah {instansi.nama}"
    return instansi.nama


def head_lines(instansi: Instansi) -> tuple[str, ...]:
    """The agency's own lines, or its name where it gave none."""
    return instansi.kop.baris or (official_name(instansi).upper(),)


def address_lines(kop: Kop) -> tuple[str, ...]:
    """The address, then how the agency is reached; what is empty is left out."""
    contact = (("Telepon", kop.telepon), ("Laman", kop.laman), ("Surel", kop.surel))
    reached = " · ".join(f"{name} {value}" for name, value in contact if value)
    return tuple(line for line in (kop.alamat, reached) if line)
