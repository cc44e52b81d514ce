"""Smallest situations: an act, a store with some people in it, a phase to be in. All people are invented."""

from datetime import UTC, date, datetime, timedelta
from functools import cache
from itertools import count
from pathlib import Path

from registry.desk.pegawai import add_pegawai, nomor_with, verify
from registry.desk.tahap import announce, attach_sptjm, compose_final, finalise
from registry.model.act import Act
from registry.model.codes import JenisInstansi, StatusPegawai
from registry.model.instansi import Instansi, UjiPublik
from registry.periode.load import builtin_periode_path, load_periode
from registry.store.files import REAL_FS, FileSystem
from registry.store.store import Store

MOMENT = datetime(2022, 9, 1, 2, 0, tzinfo=UTC)
OPENING = datetime(2022, 10, 1, 1, 0, tzinfo=UTC)
CLOSING = datetime(2022, 10, 7, 9, 0, tzinfo=UTC)
AFTERWARDS = datetime(2022, 10, 8, 1, 0, tzinfo=UTC)
WINDOW = UjiPublik(OPENING, CLOSING)
LETTER = {"nomor": "800/685-BKPSDM", "tanggal": date(2022, 10, 1)}
PDF = (
    b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n"
    b"3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 200]>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n"
)


@cache
def periode():
    """The built-in rules of 2022."""
    return load_periode(builtin_periode_path("2022"))


def act(moment=MOMENT, alasan="", operator="Rina"):
    return Act(operator, moment, alasan)


def instansi(**changes):
    return Instansi(
        **{
            "kode": "3375",
            "nama": "Kota Pekalongan",
            "jenis": JenisInstansi.KOTA,
            "wilayah": "Jawa Tengah",
            "kode_wilayah": "33.75",
            "tempat": "Pekalongan",
            **changes,
        }
    )


def fields(serial=1, **changes):
    """A woman who meets every rule; each serial another person, born on another day."""
    born = date(1985, 1, 1) + timedelta(days=serial)
    return {
        "nik": f"337501{born.day + 40:02d}{born:%m%y}9{serial:03d}",
        "nama": f"{NAMES[serial % len(NAMES)]} {NAMES[serial // len(NAMES) % len(NAMES)]}",
        "tempat_lahir": "Pekalongan",
        "tanggal_lahir": f"{born:%d-%m-%Y}",
        "jenis_kelamin": "P",
        "pendidikan": "S-1",
        "jabatan": "Guru Kelas",
        "unit_kerja": "SD Negeri Kandang Panjang 01",
        "sumber_gaji": "APBD",
        "nomor_hp": f"0812-0000-{serial:04d}",
        "nomor_sk": f"800/{serial}/2018",
        "tanggal_mulai": "02-01-2018",
        "tanggal_akhir": "31-12-2022",
        "penanda_tangan": "Kepala Dinas Pendidikan",
    } | changes


NAMES = ("Sari", "Wulan", "Ratna", "Dewi", "Kartika", "Lestari", "Puspita", "Melati", "Anggraini", "Kencana")


class Room:
    """A store, a folder for its editions, and the moment; every act is a minute after the one before."""

    def __init__(self, folder: Path, *, people: int = 0, fs: FileSystem = REAL_FS) -> None:
        self.folder = folder
        self.terbitan = folder / "terbitan"
        self.moment = MOMENT
        self.store = Store.create(folder / "3375", instansi(), act(), fs=fs)
        self._serials = count(1)
        for _ in range(people):
            self.add()

    def act(self, alasan="", moment=None):
        self.moment = moment or self.moment + timedelta(minutes=1)
        return act(self.moment, alasan)

    def add(self, **changes):
        """One more person; their number."""
        return add_pegawai(self.store, fields(next(self._serials), **changes), periode(), self.act())[0].nomor

    def add_known(self, serial):
        """The person `fields(serial)`."""
        return add_pegawai(self.store, fields(serial), periode(), self.act())[0].nomor

    def verify_all(self):
        verify(self.store, nomor_with(self.store, status=StatusPegawai.DRAF), self.act())

    def announced(self):
        """The window is open."""
        self.moment = max(self.moment, OPENING - timedelta(hours=1))
        announce(self.store, self.terbitan, periode(), self.act(), uji_publik=WINDOW, **LETTER)
        self.moment = max(self.moment, OPENING)
        return self

    def composed(self):
        """The window is over, the final list frozen."""
        self.announced()
        self.verify_all()
        self.moment = AFTERWARDS
        compose_final(self.store, periode(), self.act())
        return self

    def scan(self):
        path = self.folder / "sptjm.pdf"
        path.write_bytes(PDF)
        return path

    def attached(self):
        self.composed()
        attach_sptjm(self.store, self.scan(), self.act(), nomor="800/900", tanggal=date(2022, 10, 9))
        return self

    def final(self):
        self.attached()
        finalise(self.store, self.terbitan, periode(), self.act(), **LETTER)
        return self

    def last(self):
        """The newest journal entry."""
        return list(self.store.history())[-1]
