"""Every verb with arguments that suit the situation it is meant for: SITUATIONS makes the room, VERBS does the deed."""

from datetime import date, timedelta

from registry.desk.impor import apply_plan, known
from registry.desk.masukan import decide, receive_sanggahan, receive_usulan
from registry.desk.pegawai import (
    add_pegawai,
    change_pegawai,
    cross_out,
    decide_syarat,
    restore,
    resubmit,
    return_,
    verify,
)
from registry.desk.register import set_instansi
from registry.desk.tahap import announce, attach_sptjm, compose_final, extend, finalise, reopen
from registry.desk.tunggu import decide_waiting
from registry.desk.urungkan import undo
from registry.intake.importing import plan_import
from registry.model.codes import AlasanCoret, Fase, Syarat
from registry.workflow.actions import Action
from tests.registry.desk.small import AFTERWARDS, CLOSING, LETTER, WINDOW, Room, fields, periode

FIRST = "3375-000001"
USULAN = "U-3375-000001"
SANGGAHAN = "S-3375-000001"
HEADER = "NIK;Nama;Tanggal Lahir;Jenis Kelamin;Jabatan;Unit Kerja;Sumber Gaji;TMT"


def csv(folder, *rows, name="unit.csv"):
    """A file as a unit sends it."""
    path = folder / name
    path.write_text("\n".join((HEADER, *rows)) + "\n", encoding="utf-8")
    return path


def row(serial, **changes):
    """One line of such a file: the person `fields(serial)`."""
    said = fields(serial, **changes)
    names = ("nik", "nama", "tanggal_lahir", "jenis_kelamin", "jabatan", "unit_kerja", "sumber_gaji", "tanggal_mulai")
    return ";".join(said[name] for name in names)


def take(room, path, unit=""):
    """Plan and apply a file."""
    plan = plan_import(path, periode=periode(), known=known(room.store), unit=unit)
    return apply_plan(room.store, plan, room.act(), file=path)


def fresh(folder):
    return Room(folder, people=3)


def returned(folder):
    room = fresh(folder)
    return_(room.store, [FIRST], room.act("NIK salah"))
    return room


def crossed(folder):
    room = fresh(folder)
    cross_out(room.store, [FIRST], AlasanCoret.PINDAH, room.act("Pindah"))
    return room


def with_waiting(folder):
    """One row waits: the NIK of the first person under another name."""
    room = fresh(folder)
    take(room, csv(folder, row(1, nama="Bambang Harimurti")))
    return room


def twins(folder):
    """One row waits: the first person's name and birth date with another NIK."""
    room = fresh(folder)
    take(room, csv(folder, row(1, nik=fields(1)["nik"][:-4] + "8001")))
    return room


def scrutiny(folder):
    return fresh(folder).announced()


def with_usulan(folder):
    room = scrutiny(folder)
    said = fields(50)
    receive_usulan(
        room.store, room.act(), nama=said["nama"], nik=said["nik"], isi="Bekerja sejak 2018, belum terdaftar"
    )
    return room


def extended(folder):
    room = scrutiny(folder)
    VERBS[Action.PERPANJANG](room)
    return room


def waiting_sptjm(folder):
    return fresh(folder).composed()


def with_sptjm(folder):
    return fresh(folder).attached()


def final(folder):
    return fresh(folder).final()


def over(folder):
    """The window is over, everything decided."""
    room = scrutiny(folder)
    room.verify_all()
    room.moment = AFTERWARDS
    return room


def lengthen(room, *, days):
    letter = {"nomor": f"800/70{days}-BKPSDM", "tanggal": date(2022, 10, 5)}
    act = room.act("Banyak usulan")
    return extend(room.store, room.terbitan, periode(), act, selesai=CLOSING + timedelta(days=days), **letter)


PHASES = {
    Fase.PENDAFTARAN: fresh,
    Fase.UJI_PUBLIK: scrutiny,
    Fase.PERPANJANGAN: extended,
    Fase.MENUNGGU_SPTJM: waiting_sptjm,
    Fase.FINAL: final,
}

SITUATIONS = {
    Action.ATUR: fresh,
    Action.IMPOR: fresh,
    Action.TAMBAH: fresh,
    Action.UBAH: fresh,
    Action.VERIFIKASI: fresh,
    Action.KEMBALIKAN: fresh,
    Action.AJUKAN_KEMBALI: returned,
    Action.PUTUSKAN_SYARAT: fresh,
    Action.CORET: fresh,
    Action.PULIHKAN: crossed,
    Action.TERIMA_BARIS: twins,
    Action.PERBARUI_DARI_BARIS: with_waiting,
    Action.TOLAK_BARIS: with_waiting,
    Action.UMUMKAN: fresh,
    Action.TERIMA_USULAN: scrutiny,
    Action.TERIMA_SANGGAHAN: scrutiny,
    Action.KABULKAN: with_usulan,
    Action.TOLAK: with_usulan,
    Action.PERPANJANG: scrutiny,
    Action.SUSUN_FINAL: over,
    Action.BUKA_KEMBALI: waiting_sptjm,
    Action.LAMPIRKAN_SPTJM: waiting_sptjm,
    Action.FINALISASI: with_sptjm,
    Action.URUNGKAN: fresh,
}

VERBS = {
    Action.ATUR: lambda r: set_instansi(r.store, {"tempat": "Batang"}, r.act()),
    Action.IMPOR: lambda r: take(r, csv(r.folder, row(70))),
    Action.TAMBAH: lambda r: add_pegawai(r.store, fields(71), periode(), r.act()),
    Action.UBAH: lambda r: change_pegawai(r.store, FIRST, {"jabatan": "Guru Seni"}, periode(), r.act()),
    Action.VERIFIKASI: lambda r: verify(r.store, [FIRST], r.act()),
    Action.KEMBALIKAN: lambda r: return_(r.store, [FIRST], r.act("NIK salah")),
    Action.AJUKAN_KEMBALI: lambda r: resubmit(r.store, [FIRST], r.act("Ternyata benar")),
    Action.PUTUSKAN_SYARAT: lambda r: decide_syarat(r.store, [FIRST], Syarat.TMS, r.act("SK dicabut")),
    Action.CORET: lambda r: cross_out(r.store, [FIRST], AlasanCoret.KELUAR, r.act("Mengundurkan diri")),
    Action.PULIHKAN: lambda r: restore(r.store, [FIRST], r.act("Keliru")),
    Action.TERIMA_BARIS: lambda r: decide_waiting(r.store, ["T-000001"], "terima", periode(), r.act()),
    Action.PERBARUI_DARI_BARIS: lambda r: decide_waiting(r.store, ["T-000001"], "perbarui", periode(), r.act()),
    Action.TOLAK_BARIS: lambda r: decide_waiting(r.store, ["T-000001"], "tolak", periode(), r.act("NIK orang lain")),
    Action.UMUMKAN: lambda r: announce(r.store, r.terbitan, periode(), r.act(), uji_publik=WINDOW, **LETTER),
    Action.TERIMA_USULAN: lambda r: receive_usulan(r.store, r.act(), nama="Budi Contoh", isi="Belum terdaftar"),
    Action.TERIMA_SANGGAHAN: lambda r: receive_sanggahan(r.store, FIRST, r.act(), isi="Sudah berhenti"),
    Action.KABULKAN: lambda r: decide(r.store, USULAN, periode(), r.act("SK lengkap"), granted=True, fields=fields(50)),
    Action.TOLAK: lambda r: decide(r.store, USULAN, periode(), r.act("Tidak ada SK"), granted=False),
    Action.PERPANJANG: lambda r: lengthen(r, days=5 if r.store.instansi.fase is Fase.UJI_PUBLIK else 9),
    Action.SUSUN_FINAL: lambda r: compose_final(r.store, periode(), r.act()),
    Action.BUKA_KEMBALI: lambda r: reopen(r.store, r.act("Ada yang terlewat")),
    Action.LAMPIRKAN_SPTJM: lambda r: attach_sptjm(
        r.store, r.scan(), r.act(), nomor="800/900", tanggal=date(2022, 10, 9)
    ),
    Action.FINALISASI: lambda r: finalise(r.store, r.terbitan, periode(), r.act(), **LETTER),
    Action.URUNGKAN: lambda r: undo(r.store, r.act()),
}
