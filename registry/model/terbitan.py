"""What was frozen for the public, as the private record remembers it."""

from datetime import datetime

from msgspec import Struct

from registry.model.codes import Tahap


class EdisiTercatat(Struct, frozen=True, kw_only=True):
    """One frozen edition: file `terbitan/<kode>/<nomor>-<tahap>.json`, its fingerprint and what it rests on.

    sidik_surat: SHA-256 of the announcement letter beside it (`.pdf`).
    """

    nomor: int
    tahap: Tahap
    sidik: str
    waktu: datetime
    jumlah: int
    sidik_surat: str = ""
