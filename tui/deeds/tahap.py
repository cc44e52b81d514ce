"""Writes that lead from phase to phase."""

from datetime import date, datetime
from pathlib import Path

from registry.desk import tahap
from registry.desk.keluaran import write_file
from registry.desk.terbitan import Progress
from registry.model.instansi import UjiPublik
from tui.deeds.deed import Deed, Done
from tui.session import Session
from tui.words import number


def announce(window: UjiPublik, nomor: str, tanggal: date, report: Progress | None = None) -> Deed:
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
            progress=report,
        )
        return Done(f"Edisi {edisi.nomor} dibekukan: {number(edisi.jumlah)} orang.")

    return Deed("Mengumumkan", do)


def extend(selesai: datetime, nomor: str, tanggal: date, alasan: str, report: Progress | None = None) -> Deed:
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
            progress=report,
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

        write_file(target, sptjm_letter(session.store, session.periode, nomor=nomor, tanggal=tanggal))
        return Done(f"SPTJM ditulis ke {target}.")

    return Deed("Membuat SPTJM", do)


def write_announcement(edisi: int, target: Path) -> Deed:
    """Write the announcement letter of an edition as PDF."""

    def do(session: Session) -> Done:
        from registry.desk.surat import announcement_letter  # noqa: PLC0415  loads the PDF writer

        letter = announcement_letter(session.store, session.periode, edisi, session.terbitan)
        write_file(target, letter)
        return Done(f"Surat pengumuman ditulis ke {target}.")

    return Deed("Menulis surat pengumuman", do)


def attach_sptjm(scan: Path, nomor: str, tanggal: date, sidik: str) -> Deed:
    """Attach the signed scan."""

    def do(session: Session) -> Done:
        tahap.attach_sptjm(session.store, scan, session.act(), nomor=nomor, tanggal=tanggal, sidik=sidik)
        return Done("Pindaian SPTJM tersimpan.")

    return Deed("Melampirkan SPTJM", do)


def finalise(nomor: str, tanggal: date, report: Progress | None = None) -> Deed:
    """Publish the final list and lock the record."""

    def do(session: Session) -> Done:
        edisi = tahap.finalise(
            session.store,
            session.terbitan,
            session.periode,
            session.act(),
            nomor=nomor,
            tanggal=tanggal,
            progress=report,
        )
        return Done(f"Final. Edisi {edisi.nomor}: {number(edisi.jumlah)} orang.")

    return Deed("Memfinalisasi", do)
