"""The tables of an instansi's record: name -> type. Journal, TinyDB view and verbs all go by this list."""

from msgspec import Struct

from registry.model.impor import BarisTunggu, Impor
from registry.model.instansi import Instansi
from registry.model.masukan import Masukan
from registry.model.pegawai import Pegawai
from registry.model.terbitan import EdisiTercatat

INSTANSI = "instansi"
PEGAWAI = "pegawai"
MASUKAN = "masukan"
IMPOR = "impor"
TUNGGU = "tunggu"
EDISI = "edisi"

TABLES: dict[str, type[Struct]] = {
    INSTANSI: Instansi,
    PEGAWAI: Pegawai,
    MASUKAN: Masukan,
    IMPOR: Impor,
    TUNGGU: BarisTunggu,
    EDISI: EdisiTercatat,
}
