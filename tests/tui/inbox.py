"""A workspace in its window with usulan and sanggahan, some of them decided."""

from datetime import date, datetime

from registry.desk import masukan, pegawai, register, tahap
from registry.model.act import Act
from registry.model.codes import StatusPegawai, Syarat
from registry.model.instansi import Ppk, UjiPublik
from registry.workspace import Workspace
from tests.tui.conftest import make
from tests.tui.pilots import WIB


def make_inbox(path):
    """Two usulan and two sanggahan; the second usulan is refused, the second sanggahan granted. The window ends on 28 September."""
    make(path, "puskesmas-semikolon.csv")
    ws = Workspace.open(path)
    with ws.open_store("3375", "siti") as store:
        periode, terbitan = ws.periode_for(store.instansi), ws.terbitan_folder("3375")
        act = Act("siti", datetime(2022, 9, 22, 9, 0, tzinfo=WIB))
        if undecided := pegawai.nomor_with(store, undecided=True):
            pegawai.decide_syarat(store, undecided, Syarat.MS, Act("siti", act.waktu, "SK diperiksa"))
        numbers = pegawai.nomor_with(store, status=StatusPegawai.DRAF)
        pegawai.verify(store, numbers, act)
        register.set_instansi(
            store, {"ppk": Ppk("Contoh Wali Kota", "Wali Kota Pekalongan"), "tempat": "Pekalongan"}, act
        )
        window = UjiPublik(datetime(2022, 9, 23, 0, 0, tzinfo=WIB), datetime(2022, 9, 28, 16, 0, tzinfo=WIB))
        tahap.announce(store, terbitan, periode, act, uji_publik=window, nomor="800/1", tanggal=date(2022, 9, 22))
        came = Act("siti", datetime(2022, 9, 24, 9, 0, tzinfo=WIB))
        masukan.receive_usulan(
            store, came, nama="Contoh Usulan", isi="Bekerja sejak 2015 tetapi belum terdaftar", nik="3375010101909322",
            unit_kerja="Puskesmas Bendan", jabatan="Perawat", pelapor="Contoh Pengusul",
        )  # fmt: skip
        masukan.receive_usulan(store, came, nama="Contoh Kedua", isi="Mohon didaftarkan", jabatan="Pengemudi")
        masukan.receive_sanggahan(store, numbers[0], came, isi="Sudah pindah ke kota lain", pelapor="Contoh Warga")
        masukan.receive_sanggahan(store, numbers[1], came, isi="Tidak pernah masuk kerja")
        why = Act(
            "siti", datetime(2022, 9, 24, 15, 0, tzinfo=WIB), "Tidak ada SK pengangkatan dari pimpinan unit kerja."
        )
        masukan.decide(store, "U-3375-000002", periode, why, granted=False)
        why = Act("siti", datetime(2022, 9, 24, 15, 5, tzinfo=WIB), "Terbukti menurut keterangan kepala puskesmas.")
        masukan.decide(store, "S-3375-000004", periode, why, granted=True)
    return path
