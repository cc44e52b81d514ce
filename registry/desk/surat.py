"""The letters, with what the record knows put into them. Nothing is written; the bytes are PDF."""

from collections.abc import Sequence
from datetime import date, datetime
from pathlib import Path

from msgspec.structs import replace

from registry.desk import records
from registry.desk.deed import named
from registry.desk.tally import tally
from registry.desk.terbitan import Announcement, edition_path, freeze_now
from registry.edition.canonical import read_edition
from registry.errors import UsageRefused
from registry.model.act import Act
from registry.model.codes import Fase, StatusMasukan, StatusPegawai, Tahap
from registry.periode.types import Periode
from registry.store.store import Store


def announcement_letter(store: Store, periode: Periode, edisi: int, terbitan: Path) -> bytes:
    """The announcement of a published edition, drawn anew from its JSON. Raises UsageRefused, FileRefused."""
    from registry.letters.announcement import announcement_pdf  # noqa: PLC0415  (fpdf2 takes two seconds)

    found = next((edition for edition in records.editions(store) if edition.nomor == edisi), None)
    if found is None:
        raise UsageRefused(f"Belum ada pengumuman edisi {edisi}.", where=store.instansi.nama)
    path = edition_path(terbitan, found)
    if not path.is_file():
        raise UsageRefused(f"Berkas pengumuman edisi {edisi} tidak ada.", where=str(path), to_do="Jalankan periksa.")
    return announcement_pdf(read_edition(path), store.instansi, periode)


def sptjm_letter(store: Store, periode: Periode, *, nomor: str = "", tanggal: date | None = None) -> bytes:
    """The SPTJM over the frozen final list, to be signed. Raises UsageRefused before susun-final."""
    from registry.letters.sptjm import sptjm_pdf  # noqa: PLC0415  (fpdf2 takes two seconds)

    instansi, moment = store.instansi, store.last_moment
    if instansi.fase not in {Fase.MENUNGGU_SPTJM, Fase.FINAL} or moment is None:
        raise UsageRefused(
            "SPTJM baru dapat dicetak sesudah daftar final disusun.", where=instansi.nama, to_do="Jalankan susun-final."
        )
    draft = Announcement(Tahap.FINAL, "", tanggal or moment.date(), replace(instansi, sptjm=None), periode)
    edition = freeze_now(store, None, draft, Act("", moment))
    return sptjm_pdf(edition, instansi, periode, nomor=nomor, tanggal=tanggal)


def extension_letter(  # noqa: PLR0913  (the lines of the letter)
    store: Store, periode: Periode, *, nomor: str, tanggal: date, selesai: datetime, alasan: str
) -> bytes:
    """The request to BKN for more time, with the numbers entered and remaining as they are now."""
    from registry.letters.extension import Permohonan, extension_pdf  # noqa: PLC0415  (fpdf2 takes two seconds)

    counted = tally(store)
    remaining = counted.tunggu + counted.masukan + counted.status[StatusPegawai.DIKEMBALIKAN]
    return extension_pdf(
        Permohonan(
            nomor=nomor, tanggal=tanggal, masuk=counted.listed, sisa=remaining, sampai=selesai, alasan=alasan.strip()
        ),
        store.instansi,
        periode,
    )


def real_data_letter(store: Store, periode: Periode, *, tanggal: date, nomor: str = "") -> bytes:
    """The recap of everybody who does not meet the rules, for KemenPAN-RB."""
    from registry.letters.real_data import real_data_pdf  # noqa: PLC0415  (fpdf2 takes two seconds)

    return real_data_pdf(list(records.everybody(store)), store.instansi, periode, nomor=nomor, tanggal=tanggal)


def answer_letters(
    store: Store, periode: Periode, tanda_terima: Sequence[str], *, tanggal: date, nomor: str = ""
) -> dict[str, bytes]:
    """One answer for each decided usulan or sanggahan, by its receipt number. Raises UsageRefused naming what is not decided yet."""
    from registry.letters.answer import Jawaban, answer_pdf  # noqa: PLC0415  (fpdf2 takes two seconds)

    entries = [records.masukan(store, number) for number in dict.fromkeys(tanda_terima)]
    if not entries:
        raise UsageRefused("Belum ada tanda terima yang dipilih.", to_do="Pilih sedikitnya satu yang sudah diputus.")
    if waiting := [entry.tanda_terima for entry in entries if entry.status is StatusMasukan.DITERIMA_MASUK]:
        raise UsageRefused(
            f"Belum diputus: {named(waiting)}.",
            where=store.instansi.nama,
            to_do="Putuskan dahulu, lalu buat jawabannya.",
        )
    return {
        entry.tanda_terima: answer_pdf(Jawaban(masukan=entry, tanggal=tanggal, nomor=nomor), store.instansi, periode)
        for entry in entries
    }


def answer_name(tanda_terima: str) -> str:
    """`jawaban-U-3375-000001.pdf`."""
    return f"jawaban-{tanda_terima}.pdf"
