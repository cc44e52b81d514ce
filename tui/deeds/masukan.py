"""Writes that concern the inbox."""

from collections.abc import Mapping, Sequence
from pathlib import Path

from registry.desk import masukan, putusan
from registry.desk.keluaran import write_file
from registry.errors import UsageRefused
from registry.model.codes import JenisMasukan
from registry.model.masukan import Masukan
from registry.normalise.moments import read_day
from tui.deeds.deed import Deed, Done
from tui.session import Session
from tui.words import number


def receive_usulan(answer: Mapping[str, str]) -> Deed:
    """Record a proposal: nama, isi, nik, tanggal_lahir, unit_kerja, jabatan, pelapor, kontak."""

    def do(session: Session) -> Done:
        came = masukan.receive_usulan(
            session.store,
            session.act(),
            nama=answer["nama"],
            isi=answer["isi"],
            nik=answer["nik"],
            tanggal_lahir=answer["tanggal_lahir"],
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


def decide_masukan(row: Masukan, alasan: str, *, granted: bool, fields: Mapping[str, str] | None = None) -> Deed:
    """Grant or refuse one. fields: of the person whom a granted usulan adds."""

    def do(session: Session) -> Done:
        act = session.act(alasan)
        made = masukan.decide(session.store, row.tanda_terima, session.periode, act, granted=granted, fields=fields)
        if not granted:
            return Done(f"{row.tanda_terima} ditolak.")
        if made.jenis is JenisMasukan.SANGGAHAN:
            return Done(f"{row.tanda_terima} dikabulkan. {made.nama} dicoret dari daftar.")
        syarat = session.person(made.nomor_pegawai).syarat_usulan or "perlu putusan MS/TMS"
        return Done(
            f"{row.tanda_terima} dikabulkan. {made.nama} draf nomor {made.nomor_pegawai}; usul aturan: {syarat}."
        )

    return Deed("Memutuskan masukan", do)


def decide_several(numbers: Sequence[str], alasan: str, *, granted: bool) -> Deed:
    """Grant or refuse all of these with one reason."""

    def do(session: Session) -> Done:
        made = putusan.decide_several(session.store, numbers, session.periode, session.act(alasan), granted=granted)
        return Done(f"{number(len(made))} masukan {'dikabulkan' if granted else 'ditolak'}.")

    return Deed("Memutuskan masukan", do)


def write_answers(numbers: Sequence[str], answer: Mapping[str, str]) -> Deed:
    """Write one letter for each of these receipt numbers into a folder: nomor, tanggal, folder."""

    def do(session: Session) -> Done:
        from registry.desk.surat import answer_letters, answer_name  # noqa: PLC0415  loads the PDF writer

        folder, day = Path(answer["folder"]).expanduser(), read_day(answer["tanggal"])
        if day is None:
            raise UsageRefused("Tanggal surat tidak terbaca.", to_do="Tulis misalnya 07-10-2022.")
        letters = answer_letters(session.store, session.periode, numbers, tanggal=day, nomor=answer["nomor"])
        for tanda_terima, data in letters.items():
            write_file(folder / answer_name(tanda_terima), data)
        return Done(f"{number(len(letters))} surat jawaban ditulis ke {folder}.")

    return Deed("Menulis surat jawaban", do)
