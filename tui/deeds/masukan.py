"""Writes that concern the inbox."""

from collections.abc import Mapping

from registry.desk import masukan
from registry.model.masukan import Masukan
from tui.deeds.deed import Deed, Done
from tui.session import Session


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
