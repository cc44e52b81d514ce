"""What the public sends in: usulan for unlisted people, sanggahan against listed ones; received, then decided."""

from collections.abc import Mapping
from datetime import date, datetime

from registry.desk import records
from registry.desk.deed import begin, commit, local
from registry.desk.numbers import next_tanda_terima
from registry.desk.putusan import decide_several
from registry.desk.readers import read_field
from registry.errors import UsageRefused
from registry.model.act import Act
from registry.model.codes import JenisMasukan, StatusMasukan, StatusPegawai
from registry.model.instansi import Instansi
from registry.model.masukan import Masukan
from registry.model.tables import INSTANSI, MASUKAN
from registry.normalise.text import format_moment
from registry.periode.types import Periode
from registry.store.store import Store
from registry.workflow.actions import Action


def receive_usulan(  # noqa: PLR0913  (the lines of the form)
    store: Store,
    act: Act,
    *,
    nama: str,
    isi: str,
    nik: str = "",
    unit_kerja: str = "",
    jabatan: str = "",
    tanggal_lahir: str = "",
    pelapor: str = "",
    kontak: str = "",
    masuk: datetime | None = None,
) -> Masukan:
    """Take in a proposal for an unlisted person. `masuk`: when it arrived, if that was before it is written down.

    Raises UsageRefused outside the window, without name or content, or for a birth date that cannot be read.
    """
    instansi = begin(store, Action.TERIMA_USULAN, act)
    arrived = _arrival(instansi, act, masuk)
    _require(nama=nama, isi=isi)
    numbered, tanda_terima = next_tanda_terima(instansi, JenisMasukan.USULAN)
    entry = Masukan(
        tanda_terima=tanda_terima,
        jenis=JenisMasukan.USULAN,
        waktu=arrived,
        nama=nama.strip(),
        isi=isi.strip(),
        nik=nik.strip(),
        unit_kerja=unit_kerja.strip(),
        jabatan=jabatan.strip(),
        tanggal_lahir=_birth(tanggal_lahir),
        pelapor=pelapor.strip(),
        kontak=kontak.strip(),
    )
    return _keep(store, Action.TERIMA_USULAN, act, numbered, entry)


def receive_sanggahan(  # noqa: PLR0913  (the lines of the form)
    store: Store,
    nomor_pegawai: str,
    act: Act,
    *,
    isi: str,
    pelapor: str = "",
    kontak: str = "",
    masuk: datetime | None = None,
) -> Masukan:
    """Take in an objection to a listed person. Raises UsageRefused outside the window or for somebody not on the list."""
    instansi = begin(store, Action.TERIMA_SANGGAHAN, act)
    arrived = _arrival(instansi, act, masuk)
    _require(isi=isi)
    person = records.pegawai(store, nomor_pegawai)
    if person.status is StatusPegawai.DICORET:
        raise UsageRefused(f"{person.nomor} {person.nama} sudah tidak ada dalam daftar.", where=instansi.nama)
    numbered, tanda_terima = next_tanda_terima(instansi, JenisMasukan.SANGGAHAN)
    entry = Masukan(
        tanda_terima=tanda_terima,
        jenis=JenisMasukan.SANGGAHAN,
        waktu=arrived,
        nama=person.nama,
        isi=isi.strip(),
        unit_kerja=person.unit_kerja,
        jabatan=person.jabatan,
        pelapor=pelapor.strip(),
        kontak=kontak.strip(),
        nomor_pegawai=person.nomor,
    )
    return _keep(store, Action.TERIMA_SANGGAHAN, act, numbered, entry)


def decide(  # noqa: PLR0913  (one decision with all it rests on)
    store: Store,
    tanda_terima: str,
    periode: Periode,
    act: Act,
    *,
    granted: bool,
    fields: Mapping[str, str] | None = None,
) -> Masukan:
    """Grant or reject, with a reason. A granted usulan adds the person as a draft; a granted sanggahan crosses out.

    `fields`: data of the proposed person (nik, nama, tanggal_lahir at least); nik, nama, unit_kerja and jabatan default to
    what the usulan says. Raises ActionNotAllowed when it is decided already.
    """
    told = {tanda_terima: fields or {}}
    (decided,) = decide_several(store, [tanda_terima], periode, act, granted=granted, fields=told)
    return decided


def inbox(store: Store, *, undecided: bool = False) -> list[Masukan]:
    """Usulan and sanggahan, the oldest first; with `undecided` only those that wait."""
    return [
        entry for entry in records.all_masukan(store) if not undecided or entry.status is StatusMasukan.DITERIMA_MASUK
    ]


def _arrival(instansi: Instansi, act: Act, masuk: datetime | None) -> datetime:
    arrived = masuk or act.waktu
    if arrived.utcoffset() is None:
        raise UsageRefused("Waktu masuk tidak menyebut zona waktu.", to_do="Sertakan zona, misalnya +07:00.")
    if arrived > act.waktu:
        raise UsageRefused(
            f"Waktu masuk ({format_moment(local(instansi, arrived))}) belum terjadi.", to_do="Periksa waktunya."
        )
    window = instansi.uji_publik
    if window is None or not window.mulai <= arrived <= window.selesai:
        raise UsageRefused(_outside(instansi, arrived), where=instansi.nama)
    return arrived


def _outside(instansi: Instansi, arrived: datetime) -> str:
    window, when = instansi.uji_publik, format_moment(local(instansi, arrived))
    if window is None:
        return "Belum ada masa uji publik."
    if arrived < window.mulai:
        return f"Masa uji publik baru dimulai {format_moment(local(instansi, window.mulai))}; masukan ini masuk {when}."
    return (
        f"Masa uji publik sudah berakhir {format_moment(local(instansi, window.selesai))}; masukan ini masuk {when}"
        " sehingga tidak dapat diterima."
    )


def _birth(text: str) -> date | None:
    if not text.strip():
        return None
    day, _ = read_field("tanggal_lahir", text)
    if not isinstance(day, date):
        raise UsageRefused(f"Tanggal lahir “{text.strip()}” tidak terbaca.", to_do="Tulis misalnya 17-05-1990.")
    return day


def _require(**texts: str) -> None:
    if empty := [name for name, text in texts.items() if not text.strip()]:
        raise UsageRefused(f"Belum diisi: {', '.join(empty)}.")


def _keep(store: Store, action: Action, act: Act, instansi: Instansi, entry: Masukan) -> Masukan:
    commit(store, action, act, {INSTANSI: {instansi.kode: instansi}, MASUKAN: {entry.tanda_terima: entry}})
    return entry
