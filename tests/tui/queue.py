"""A workspace in which every kind of row waits: a likely duplicate, a NIK under another name, a NIK that went through a number."""

from datetime import datetime

from registry.desk import impor
from registry.intake.importing import plan_import
from registry.model.act import Act
from registry.reference.instansi import regions
from registry.workspace import Workspace
from tests.registry.desk.verbs import HEADER
from tests.tui.conftest import make
from tests.tui.pilots import WIB


def make_queue(path):
    """The rows of a dinas, then a file of a unit that repeats three of its people with other data."""
    make(path, "dinas-pendidikan-kotor.xlsx")
    ws = Workspace.open(path)
    with ws.open_store("3375", "siti") as store:
        twin, clash, damaged = [one for one in store.rows("pegawai") if not one.temuan and not one.temuan_syarat][:3]
        rows = (
            line(twin, nik=twin.nik[:-4] + "8001", jabatan="Operator Sekolah"),
            line(clash, nama="Bambang Harimurti"),
            line(damaged, nik=f"{damaged.nik[0]},{damaged.nik[1:6]}E+15"),
        )
        file = path / "unit.csv"
        file.write_text("\n".join((HEADER, *rows)) + "\n", encoding="utf-8")
        plan = plan_import(
            file, periode=ws.periode_for(store.instansi), known=impor.known(store), unit="", regions=regions()
        )
        impor.apply_plan(store, plan, Act("siti", datetime(2022, 9, 21, 9, 0, tzinfo=WIB)), file=file)
    return path


def line(person, **changes):
    """One line of a unit's file about a recorded person, with some cells changed."""
    said = {
        "nik": person.nik,
        "nama": person.nama,
        "tanggal_lahir": f"{person.tanggal_lahir:%d-%m-%Y}",
        "jenis_kelamin": str(person.jenis_kelamin),
        "jabatan": person.jabatan,
        "unit_kerja": person.unit_kerja,
        "sumber_gaji": "APBD",
        "tanggal_mulai": "02-01-2018",
    } | changes
    return ";".join(said.values())
