"""What the public sends in: usulan for unlisted people, sanggahan against listed ones; received, then decided."""

from collections.abc import Mapping
from datetime import datetime

from msgspec.structs import replace

from registry.desk import records
from registry.desk.deed import begin, commit, local, with_pegawai
from registry.desk.fields import Reading, read_fields, require_new_nik
from registry.desk.numbers import next_pegawai, next_tanda_terima
from registry.errors import UsageRefused
from registry.model.act import Act
from registry.model.codes import AlasanCoret, JenisMasukan, StatusMasukan, StatusPegawai
from registry.model.instansi import Instansi
from registry.model.masukan import Masukan
from registry.model.pegawai import Pegawai
from registry.model.tables import INSTANSI, MASUKAN
from registry.normalise.text import format_moment
from registry.periode.types import Periode
from registry.store.store import Store
from registry.workflow.actions import Action
from registry.workflow.steps import advance_masukan, advance_pegawai


def receive_usulan(  # noqa: PLR0913  (the lines of the form)
    store: Store,
    act: Act,
    *,
    nama: str,
    isi: str,
    nik: str = "",
    unit_kerja: str = "",
    jabatan: str = "",
    pelapor: str = "",
    kontak: str = "",
    masuk: datetime | None = None,
) -> Masukan:
    """Take in a proposal for an unlisted person. `masuk`: when it arrived, if that was before it is written down.

    Raises UsageRefused outside the window, or without name or content.
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
    action = Action.KABULKAN if granted else Action.TOLAK
    instansi = begin(store, action, act)
    entry = records.masukan(store, tanda_terima)
    decided = replace(
        advance_masukan(entry, action),
        alasan=act.alasan.strip(),
        diputus_oleh=act.operator,
        diputus_pada=act.waktu,
    )
    if granted and entry.jenis is JenisMasukan.USULAN:
        numbered, person = _proposed(store, instansi, entry, fields or {}, periode)
        decided = replace(decided, nomor_pegawai=person.nomor)
        puts = with_pegawai([person], numbered)
    elif granted:
        puts = with_pegawai(_crossed_out(records.pegawai(store, entry.nomor_pegawai), entry, act))
    else:
        puts = with_pegawai([])
    commit(store, action, act, {**puts, MASUKAN: {tanda_terima: decided}})
    return decided


def inbox(store: Store, *, undecided: bool = False) -> list[Masukan]:
    """Usulan and sanggahan, the oldest first; with `undecided` only those that wait."""
    return [
        entry for entry in records.all_masukan(store) if not undecided or entry.status is StatusMasukan.DITERIMA_MASUK
    ]


def _proposed(
    store: Store, instansi: Instansi, entry: Masukan, fields: Mapping[str, str], periode: Periode
) -> tuple[Instansi, Pegawai]:
    said = {"nik": entry.nik, "nama": entry.nama, "unit_kerja": entry.unit_kerja, "jabatan": entry.jabatan}
    reading: Reading = read_fields({**said, **{name: text for name, text in fields.items() if text.strip()}}, periode)
    calon = reading.require()
    require_new_nik(store, calon.nik)
    return next_pegawai(instansi, calon)


def _crossed_out(person: Pegawai, entry: Masukan, act: Act) -> list[Pegawai]:
    """Nobody when an earlier decision has crossed the person out already."""
    if person.status is StatusPegawai.DICORET:
        return []
    return [
        replace(
            advance_pegawai(person, Action.CORET),
            alasan_coret=AlasanCoret.SANGGAHAN_DITERIMA,
            alasan_status=f"{entry.tanda_terima}: {act.alasan.strip()}",
        )
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


def _require(**texts: str) -> None:
    if empty := [name for name, text in texts.items() if not text.strip()]:
        raise UsageRefused(f"Belum diisi: {', '.join(empty)}.")


def _keep(store: Store, action: Action, act: Act, instansi: Instansi, entry: Masukan) -> Masukan:
    commit(store, action, act, {INSTANSI: {instansi.kode: instansi}, MASUKAN: {entry.tanda_terima: entry}})
    return entry
