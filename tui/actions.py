"""Every command of the terminal: key, label, help and permission in one table.

Bindings, footer, command palette and help screen derive from it; the workflow tables of the registry decide what is allowed.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from textual.binding import Binding, BindingType

from registry.workflow.actions import Action


@dataclass(frozen=True, slots=True)
class Command:
    """One command. Its screen has a method `do_<name>`.

    place: the screen it belongs to; `semua` for every screen, `ruang` for every screen of an open instansi.
    needs: the phase must allow at least one of these. footer: shown at the bottom while it is possible.
    """

    place: str
    name: str
    key: str
    label: str
    help: str
    needs: tuple[Action, ...] = ()
    footer: bool = True

    @property
    def id(self) -> str:
        """The name by which its key can be changed."""
        return f"{self.place}.{self.name}"


_MASUKAN = (Action.TERIMA_USULAN, Action.TERIMA_SANGGAHAN)

TABLE: tuple[Command, ...] = (
    # every screen
    Command("semua", "bantuan", "f1", "Bantuan", "Menampilkan tombol dan penjelasan layar ini."),
    Command("semua", "perintah", "ctrl+p", "Perintah", "Mencari perintah dengan mengetik namanya.", footer=False),
    Command("semua", "tema", "ctrl+t", "Tema", "Memilih tampilan gelap, terang, atau kontras tinggi.", footer=False),
    Command("semua", "selesai", "ctrl+q", "Keluar", "Menutup aplikasi; penyimpanan yang berjalan ditunggu.", footer=False),
    # choosing an instansi
    Command("beranda", "buka", "enter", "Buka", "Membuka instansi yang dipilih."),
    Command("beranda", "tambah", "t", "Tambah instansi", "Membuat instansi dari daftar wilayah dan instansi pusat."),
    Command("beranda", "terbitkan", "b", "Bangun situs", "Membangun situs publik dari semua edisi di ruang kerja ini."),
    # every screen of an instansi
    Command("ruang", "pegawai", "f2", "Pegawai", "Daftar semua orang di instansi ini.", footer=False),
    Command("ruang", "impor", "f3", "Impor", "Memasukkan berkas dari unit kerja.", footer=False),
    Command("ruang", "keputusan", "f4", "Keputusan", "Baris yang menunggu keputusan manusia.", footer=False),
    Command("ruang", "masukan", "f5", "Masukan", "Kotak masuk usulan dan sanggahan.", footer=False),
    Command("ruang", "pengumuman", "f6", "Umumkan", "Mengumumkan prafinalisasi dan memperpanjang uji publik.", footer=False),
    Command("ruang", "finalisasi", "f7", "Finalisasi", "Daftar periksa, SPTJM, dan penguncian.", footer=False),
    Command("ruang", "terbitkan", "f8", "Situs", "Membangun situs publik.", footer=False),
    Command("ruang", "atur", "f10", "Pengaturan", "Kop surat, PPK, tempat, dan alamat masukan.", (Action.ATUR,), footer=False),
    Command("ruang", "tutup", "f9", "Ganti instansi", "Kembali ke daftar instansi.", footer=False),
    # people
    Command("pegawai", "cari", "slash", "Cari", "Mencari nama, NIK, nomor, jabatan, atau unit kerja sambil mengetik."),
    Command("pegawai", "tabel", "escape", "Ke tabel", "Kembali dari baris pencarian ke tabel; yang dicari tetap tersaring."),
    Command("pegawai", "saring", "f", "Saring", "Memilih status, syarat, unit kerja, dan temuan."),
    Command("pegawai", "lepas", "l", "Lepas saringan", "Menghapus pencarian dan semua saringan.", footer=False),
    Command("pegawai", "buka", "enter", "Buka", "Membuka data orang yang dipilih."),
    Command("pegawai", "tambah", "t", "Tambah", "Mencatat satu orang dengan tangan.", (Action.TAMBAH,)),
    Command(
        "pegawai", "verifikasi", "v", "Verifikasi", "Menyatakan data yang ditandai sudah diperiksa.", (Action.VERIFIKASI,)
    ),
    Command("pegawai", "kembalikan", "k", "Kembalikan", "Mengembalikan data kepada unit, dengan alasan.", (Action.KEMBALIKAN,)),
    Command("pegawai", "syarat", "m", "MS/TMS", "Memutuskan memenuhi syarat atau tidak.", (Action.PUTUSKAN_SYARAT,)),
    Command("pegawai", "coret", "c", "Coret", "Mengeluarkan orang dari daftar; datanya tetap tersimpan.", (Action.CORET,)),
    Command(
        "pegawai", "ajukan", "a", "Ajukan kembali", "Menjadikan data yang dikembalikan draf lagi.", (Action.AJUKAN_KEMBALI,),
        footer=False,
    ),
    Command("pegawai", "pulihkan", "p", "Pulihkan", "Memulihkan orang yang keliru dicoret.", (Action.PULIHKAN,), footer=False),
    Command(
        "pegawai", "sanggah", "g", "Catat sanggahan", "Mencatat sanggahan terhadap orang ini.", (Action.TERIMA_SANGGAHAN,),
        footer=False,
    ),
    # one person
    Command("orang", "simpan", "ctrl+s", "Simpan", "Menyimpan perubahan.", (Action.TAMBAH, Action.UBAH)),
    Command("orang", "kembali", "escape", "Kembali", "Kembali ke daftar; perubahan yang belum disimpan ditanyakan."),
    Command("orang", "sebelumnya", "ctrl+up", "Sebelumnya", "Orang sebelumnya dalam saringan ini.", footer=False),
    Command("orang", "berikutnya", "ctrl+down", "Berikutnya", "Orang berikutnya dalam saringan ini.", footer=False),
    # import
    Command("impor", "pilih", "o", "Pilih berkas", "Memilih berkas yang akan diimpor.", (Action.IMPOR,)),
    Command("impor", "saring", "f", "Saring hasil", "Menampilkan hanya satu jenis hasil."),
    Command("impor", "terapkan", "t", "Terapkan", "Memasukkan semua baris sekaligus; sebelum ini tak ada yang tertulis.", (Action.IMPOR,)),
    Command("impor", "tolakan", "x", "Berkas tolakan", "Menulis baris yang ditolak ke .xlsx beserta alasannya."),
    Command("impor", "lupakan", "escape", "Batal", "Membatalkan pembacaan atau melupakan pratinjau ini."),
    # waiting rows
    Command("keputusan", "terima", "t", "Orang baru", "Menerima baris sebagai orang baru.", (Action.TERIMA_BARIS,)),
    Command(
        "keputusan", "perbarui", "p", "Perbarui", "Memakai baris untuk memperbarui orang yang ada.", (Action.PERBARUI_DARI_BARIS,)
    ),
    Command("keputusan", "tolak", "x", "Tolak", "Menolak baris, dengan alasan.", (Action.TOLAK_BARIS,)),
    # inbox
    Command("masukan", "usulan", "u", "Catat usulan", "Mencatat usulan orang yang belum terdaftar.", (Action.TERIMA_USULAN,)),
    Command("masukan", "sanggahan", "s", "Catat sanggahan", "Mencatat sanggahan terhadap orang terdaftar.", (Action.TERIMA_SANGGAHAN,)),
    Command("masukan", "kabulkan", "k", "Kabulkan", "Mengabulkan, dengan alasan.", (Action.KABULKAN,)),
    Command("masukan", "tolak", "x", "Tolak", "Menolak, dengan alasan.", (Action.TOLAK,)),
    Command("masukan", "belum", "b", "Belum/semua", "Berganti antara yang belum diputus dan semua."),
    # announcing
    Command("pengumuman", "umumkan", "ctrl+s", "Umumkan", "Membekukan daftar dan membuka uji publik.", (Action.UMUMKAN,)),
    Command("pengumuman", "perpanjang", "ctrl+e", "Perpanjang", "Menambah waktu uji publik.", (Action.PERPANJANG,)),
    # finalising
    Command("finalisasi", "susun", "s", "Susun daftar", "Membekukan daftar final untuk SPTJM.", (Action.SUSUN_FINAL,)),
    Command("finalisasi", "buka", "b", "Buka kembali", "Membuka daftar final yang belum ber-SPTJM.", (Action.BUKA_KEMBALI,)),
    Command("finalisasi", "surat", "p", "Surat SPTJM", "Menulis SPTJM sebagai PDF untuk ditandatangani.", (Action.LAMPIRKAN_SPTJM,)),
    Command("finalisasi", "lampirkan", "l", "Lampirkan", "Melampirkan pindaian SPTJM yang sudah ditandatangani.", (Action.LAMPIRKAN_SPTJM,)),
    Command("finalisasi", "kunci", "k", "Finalisasi", "Mengumumkan daftar final dan mengunci data selamanya.", (Action.FINALISASI,)),
    # publishing
    Command("terbitkan", "mulai", "b", "Bangun", "Membangun situs dari semua edisi di ruang kerja ini."),
    Command("terbitkan", "hentikan", "x", "Hentikan", "Menghentikan pembangunan; situs lama tetap utuh."),
    Command("terbitkan", "kembali", "escape", "Kembali", "Kembali ke layar sebelumnya.", footer=False),
)  # fmt: skip

BY_ID: dict[str, Command] = {command.id: command for command in TABLE}


def of_place(*places: str) -> Iterator[Command]:
    """Yield the commands of these places, in the order of the table."""
    return (command for command in TABLE if command.place in places)


def bindings(*places: str) -> list[BindingType]:
    """Return the key bindings of these places."""
    return [
        Binding(
            command.key,
            f"do({command.id!r})",
            command.label,
            show=command.footer,
            tooltip=command.help,
            id=command.id,
            priority=command.key.startswith(("ctrl+", "f1")),
        )
        for command in of_place(*places)
    ]
