"""The rooms of an instansi, by the name of the command that leads there."""

from tui.screens.base import RoomScreen
from tui.screens.finalisasi import FinalisasiScreen
from tui.screens.impor import ImporScreen
from tui.screens.keputusan import KeputusanScreen
from tui.screens.masukan import MasukanScreen
from tui.screens.pegawai import PegawaiScreen
from tui.screens.pengaturan import PengaturanScreen
from tui.screens.pengumuman import PengumumanScreen
from tui.screens.riwayat import RiwayatScreen
from tui.screens.statistik import StatistikScreen
from tui.screens.terbitkan import TerbitkanRoom
from tui.screens.unit import UnitScreen

ROOMS: dict[str, type[RoomScreen]] = {
    "pegawai": PegawaiScreen,
    "unit": UnitScreen,
    "impor": ImporScreen,
    "keputusan": KeputusanScreen,
    "masukan": MasukanScreen,
    "pengumuman": PengumumanScreen,
    "finalisasi": FinalisasiScreen,
    "terbitkan": TerbitkanRoom,
    "statistik": StatistikScreen,
    "riwayat": RiwayatScreen,
    "pengaturan": PengaturanScreen,
}
