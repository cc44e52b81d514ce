"""Private records for tests of the way out: fictional people whose every private value is easy to spot."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from registry.model.codes import JenisKelamin, Pendidikan, StatusPegawai, SumberGaji, Syarat
from registry.model.pegawai import Pegawai, Riwayat
from registry.publication.secrets import Secrets

NIK = "3375015708909971"
KK = "3375012208159972"
PHONE = "0812-0000-9973"
EMAIL = "siti.rahayu@contoh.test"
BORN = date(1990, 8, 17)


def worker(serial: int = 1, **changes: Any) -> Pegawai:
    """A verified worker who meets the rules."""
    fields: dict[str, Any] = {
        "nomor": f"3375-{serial:06d}",
        "nik": NIK,
        "nama": "Siti Rahayu",
        "nomor_kk": KK,
        "tanggal_lahir": BORN,
        "jenis_kelamin": JenisKelamin.P,
        "pendidikan": Pendidikan.S1,
        "jabatan": "Guru Kelas",
        "unit_kerja": "SDN Medono 01",
        "sumber_gaji": SumberGaji.APBD,
        "nomor_hp": PHONE,
        "email": EMAIL,
        "alamat": "Jalan Fiksi 1",
        "riwayat": (Riwayat(nomor_sk="800/1", tanggal_mulai=date(2015, 1, 1)),),
        "status": StatusPegawai.TERVERIFIKASI,
        "syarat_usulan": Syarat.MS,
    }
    return Pegawai(**(fields | changes))


def secrets(people: Iterable[Pegawai] = (worker(),)) -> Secrets:
    """Everything private about these workers."""
    return Secrets.from_store_rows(people)
