"""Every write of the terminal as a value: what is being done, the verb of the desk, and what to say afterwards.

Nothing is decided here; each deed is one call of `registry.desk` made in a worker.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from textual.message import Message

from registry.desk import impor, masukan, pegawai, register, tahap, tunggu
from registry.intake.plan import Plan
from registry.model.codes import AlasanCoret, Hasil, Syarat
from registry.model.instansi import UjiPublik
from registry.model.masukan import Masukan
from registry.workflow.actions import ACTIONS, Action
from tui.session import Session
from tui.words import number


@dataclass(frozen=True, slots=True)
class Done:
    """What to tell the operator, and what to send to the screen that asked."""

    said: str
    reply: Message | None = None


@dataclass(frozen=True, slots=True)
class Deed:
    """doing: in case it fails ("Memverifikasi"). do: runs in a worker, holding the store."""

    doing: str
    do: Callable[[Session], Done]


class InstansiMade(Message):
    """A new instansi stands in the workspace."""

    def __init__(self, kode: str) -> None:
        super().__init__()
        self.kode = kode


class PersonSaved(Message):
    """The person is on disk."""

    def __init__(self, nomor: str) -> None:
        super().__init__()
        self.nomor = nomor


class PlanApplied(Message):
    """The import is on disk."""


def add_instansi(kode: str) -> Deed:
    """Create an instansi from the reference table."""

    def do(session: Session) -> Done:
        made = session.workspace.add_instansi(kode, session.act())
        return Done(f"{made.nama} dibuat.", InstansiMade(made.kode))

    return Deed("Membuat instansi", do)


def set_instansi(changes: Mapping[str, object]) -> Deed:
    """Change letterhead, PPK and addresses."""

    def do(session: Session) -> Done:
        register.set_instansi(session.store, changes, session.act())
        return Done("Pengaturan tersimpan.")

    return Deed("Mengatur instansi", do)


def save_person(nomor: str, fields: Mapping[str, str]) -> Deed:
    """Change a person; `nomor` empty: add one."""

    def do(session: Session) -> Done:
        if nomor:
            saved, _ = pegawai.change_pegawai(session.store, nomor, fields, session.periode, session.act())
        else:
            saved, _ = pegawai.add_pegawai(session.store, fields, session.periode, session.act())
        return Done(f"{saved.nama} tersimpan.", PersonSaved(saved.nomor))

    return Deed("Menyimpan data orang", do)


def verify(numbers: Sequence[str]) -> Deed:
    """Verify people."""

    def do(session: Session) -> Done:
        done = pegawai.verify(session.store, numbers, session.act())
        return Done(f"{number(len(done))} orang terverifikasi.")

    return Deed("Memverifikasi", do)


def with_reason(action: Action, numbers: Sequence[str], alasan: str) -> Deed:
    """Return, resubmit or restore people."""

    def do(session: Session) -> Done:
        verb = {
            Action.KEMBALIKAN: pegawai.return_,
            Action.AJUKAN_KEMBALI: pegawai.resubmit,
            Action.PULIHKAN: pegawai.restore,
        }[action]
        done = verb(session.store, numbers, session.act(alasan))
        return Done(f"{ACTIONS[action].label}: {number(len(done))} orang.")

    return Deed(ACTIONS[action].label, do)


def decide_syarat(numbers: Sequence[str], syarat: Syarat, alasan: str) -> Deed:
    """Decide MS or TMS."""

    def do(session: Session) -> Done:
        done = pegawai.decide_syarat(session.store, numbers, syarat, session.act(alasan))
        return Done(f"{number(len(done))} orang diputuskan {syarat}.")

    return Deed("Memutuskan MS/TMS", do)


def cross_out(numbers: Sequence[str], sebab: AlasanCoret, alasan: str) -> Deed:
    """Cross people out."""

    def do(session: Session) -> Done:
        done = pegawai.cross_out(session.store, numbers, sebab, session.act(alasan))
        return Done(f"{number(len(done))} orang dicoret.")

    return Deed("Mencoret", do)


def apply_plan(plan: Plan, file: Path) -> Deed:
    """Take in every row of a file."""

    def do(session: Session) -> Done:
        done = impor.apply_plan(session.store, plan, session.act(), file=file)
        return Done(f"Impor {done.nomor} tersimpan: {number(done.baris_dibaca)} baris.", PlanApplied())

    return Deed("Menerapkan impor", do)


def write_rejects(plan: Plan, target: Path) -> Deed:
    """Write the refused rows of a file."""
    rows = [row.baris for row in plan.baris if row.baris.hasil is Hasil.DITOLAK]

    def do(_session: Session) -> Done:
        from registry.intake.rejects import write_rejects  # noqa: PLC0415  loads the spreadsheet writer

        write_rejects(rows, plan.kepala, target)
        return Done(f"{number(len(rows))} baris ditulis ke {target}.")

    return Deed("Menulis berkas tolakan", do)


def decide_waiting(numbers: Sequence[str], putusan: tunggu.Putusan, alasan: str) -> Deed:
    """Decide rows that wait."""

    def do(session: Session) -> Done:
        done = tunggu.decide_waiting(session.store, numbers, putusan, session.periode, session.act(alasan))
        return Done(f"{number(len(done))} baris diputuskan.")

    return Deed("Memutuskan baris", do)


def receive_usulan(answer: Mapping[str, str]) -> Deed:
    """Record a proposal: nama, isi, nik, unit_kerja, jabatan, pelapor, kontak."""

    def do(session: Session) -> Done:
        came = masukan.receive_usulan(
            session.store,
            session.act(),
            nama=answer["nama"],
            isi=answer["isi"],
            nik=answer["nik"],
            unit_kerja=answer["unit_kerja"],
            jabatan=answer["jabatan"],
            pelapor=answer["pelapor"],
            kontak=answer["kontak"],
        )
        return Done(f"Tanda terima {came.tanda_terima}.")

    return Deed("Mencatat usulan", do)


def receive_sanggahan(nomor: str, answer: Mapping[str, str]) -> Deed:
    """Record an objection: isi, pelapor, kontak."""

    def do(session: Session) -> Done:
        came = masukan.receive_sanggahan(
            session.store,
            nomor,
            session.act(),
            isi=answer["isi"],
            pelapor=answer["pelapor"],
            kontak=answer["kontak"],
        )
        return Done(f"Tanda terima {came.tanda_terima}.")

    return Deed("Mencatat sanggahan", do)


def decide_masukan(row: Masukan, answer: Mapping[str, str], *, granted: bool) -> Deed:
    """Grant or refuse; `answer` holds alasan, and for a granted usulan the person's fields."""
    fields = {name: text for name, text in answer.items() if text and name != "alasan"} or None

    def do(session: Session) -> Done:
        act = session.act(answer["alasan"])
        masukan.decide(session.store, row.tanda_terima, session.periode, act, granted=granted, fields=fields)
        return Done(f"{row.tanda_terima} {'dikabulkan' if granted else 'ditolak'}.")

    return Deed("Memutuskan masukan", do)


def announce(window: UjiPublik, nomor: str, tanggal: date) -> Deed:
    """Freeze the prafinalisasi list and open the window."""

    def do(session: Session) -> Done:
        edisi = tahap.announce(
            session.store,
            session.terbitan,
            session.periode,
            session.act(),
            uji_publik=window,
            nomor=nomor,
            tanggal=tanggal,
        )
        return Done(f"Edisi {edisi.nomor} dibekukan: {number(edisi.jumlah)} orang.")

    return Deed("Mengumumkan", do)


def extend(selesai: datetime, nomor: str, tanggal: date, alasan: str) -> Deed:
    """Extend the window."""

    def do(session: Session) -> Done:
        edisi = tahap.extend(
            session.store,
            session.terbitan,
            session.periode,
            session.act(alasan),
            selesai=selesai,
            nomor=nomor,
            tanggal=tanggal,
        )
        return Done(f"Diperpanjang; edisi {edisi.nomor} dibekukan.")

    return Deed("Memperpanjang uji publik", do)


def compose_final() -> Deed:
    """Freeze the final list."""

    def do(session: Session) -> Done:
        instansi = tahap.compose_final(session.store, session.periode, session.act())
        return Done(f"Daftar final dibekukan, sidik {instansi.sidik_final[:16]}.")

    return Deed("Menyusun daftar final", do)


def reopen(alasan: str) -> Deed:
    """Let go of the frozen list."""

    def do(session: Session) -> Done:
        tahap.reopen(session.store, session.act(alasan))
        return Done("Dibuka kembali.")

    return Deed("Membuka kembali", do)


def write_sptjm(nomor: str, tanggal: date, target: Path) -> Deed:
    """Write the SPTJM as PDF."""

    def do(session: Session) -> Done:
        from registry.desk.surat import sptjm_letter  # noqa: PLC0415  loads the PDF writer

        target.write_bytes(sptjm_letter(session.store, session.periode, nomor=nomor, tanggal=tanggal))
        return Done(f"SPTJM ditulis ke {target}.")

    return Deed("Membuat SPTJM", do)


def attach_sptjm(scan: Path, nomor: str, tanggal: date, sidik: str) -> Deed:
    """Attach the signed scan."""

    def do(session: Session) -> Done:
        tahap.attach_sptjm(session.store, scan, session.act(), nomor=nomor, tanggal=tanggal, sidik=sidik)
        return Done("Pindaian SPTJM tersimpan.")

    return Deed("Melampirkan SPTJM", do)


def finalise(nomor: str, tanggal: date) -> Deed:
    """Publish the final list and lock the record."""

    def do(session: Session) -> Done:
        edisi = tahap.finalise(
            session.store, session.terbitan, session.periode, session.act(), nomor=nomor, tanggal=tanggal
        )
        return Done(f"Final. Edisi {edisi.nomor}: {number(edisi.jumlah)} orang.")

    return Deed("Memfinalisasi", do)
