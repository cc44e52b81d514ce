"""Small records for tests of the store. Nobody here exists."""

from datetime import datetime, timedelta, timezone

from registry.model.act import Act
from registry.model.codes import JenisInstansi, StatusPegawai
from registry.model.instansi import Instansi
from registry.model.pegawai import Pegawai
from registry.model.tables import PEGAWAI
from registry.store.change import Change

WIB = timezone(timedelta(hours=7))
INSTANSI = Instansi(kode="3375", nama="Kota Contoh", jenis=JenisInstansi.KOTA)


def act(minute: int = 0, operator: str = "Sari", alasan: str = "") -> Act:
    return Act(operator, datetime(2022, 9, 1, 8, tzinfo=WIB) + timedelta(minutes=minute), alasan)


def nomor(number: int) -> str:
    return f"3375-{number:06d}"


def person(
    number: int, nama: str = "Budi Contoh", nik: str = "", status: StatusPegawai = StatusPegawai.DRAF
) -> Pegawai:
    return Pegawai(nomor=nomor(number), nik=nik or f"337500000000{number:04d}", nama=nama, status=status)


def put(*people: Pegawai, minute: int = 0, operator: str = "Sari", action: str = "tambah") -> Change:
    return Change(action=action, act=act(minute, operator), puts={PEGAWAI: {one.nomor: one for one in people}})
