"""The large steps of an instansi: announce, extend, compose the final list, attach the SPTJM, finalise; and reopen.

Two fingerprints. `sidik_final` is that of the list alone (`registry.edition.canonical.fingerprint_of_list`), frozen by
`compose_final` and quoted in the SPTJM that is then signed. The final edition holds that same list plus the data of the
SPTJM; its own fingerprint, over the whole file, comes into being at `finalise`, which refuses a list whose fingerprint is
not `sidik_final`. Between the two steps the workflow allows no change to people, and `reopen` forgets `sidik_final`.
"""

from datetime import date, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from msgspec.structs import replace

from registry.desk.deed import begin, commit, local
from registry.desk.gates import require_gates
from registry.desk.listing import list_fingerprint
from registry.desk.sptjm import printed_fingerprints, read_scan
from registry.desk.terbitan import Announcement, Progress, freeze_now, publish
from registry.edition.types import Edition
from registry.errors import ActionNotAllowed, UsageRefused
from registry.model.act import Act
from registry.model.codes import Tahap
from registry.model.instansi import Instansi, Sptjm, UjiPublik
from registry.model.tables import INSTANSI
from registry.model.terbitan import EdisiTercatat
from registry.normalise.text import format_date, format_moment
from registry.periode.types import Periode
from registry.store.store import Store
from registry.workflow.actions import Action

_LEAST_PREFIX = 8
_FAR_DAYS = 92


def announce(  # noqa: PLR0913  (the announcement's own data)
    store: Store,
    terbitan: Path,
    periode: Periode,
    act: Act,
    *,
    uji_publik: UjiPublik,
    nomor: str,
    tanggal: date,
    progress: Progress | None = None,
) -> EdisiTercatat:
    """PENDAFTARAN -> UJI_PUBLIK: freeze and publish the prafinalisasi edition. `terbitan`: folder of the instansi's editions.

    Raises UsageRefused for a window shorter than the periode asks, GatesClosed, PublicationBlocked.
    """
    instansi = begin(store, Action.UMUMKAN, act)
    _check_letter(nomor, tanggal, instansi, act)
    _check_window(uji_publik, instansi, periode, act)
    require_gates(store, act.waktu, periode, Action.UMUMKAN)
    opened = replace(instansi, uji_publik=_local_window(instansi, uji_publik))
    said = Announcement(Tahap.PRAFINALISASI, nomor.strip(), tanggal, opened, periode)
    return publish(store, terbitan, said, Action.UMUMKAN, act, progress=progress)


def extend(  # noqa: PLR0913  (the announcement's own data)
    store: Store,
    terbitan: Path,
    periode: Periode,
    act: Act,
    *,
    selesai: datetime,
    nomor: str,
    tanggal: date,
    progress: Progress | None = None,
) -> EdisiTercatat:
    """More time, with a reason: a further prafinalisasi edition tells the public the new end and the list as it is now."""
    instansi = begin(store, Action.PERPANJANG, act)
    _check_letter(nomor, tanggal, instansi, act)
    window = instansi.uji_publik
    if window is None:
        raise UsageRefused("Belum ada uji publik yang dapat diperpanjang.", where=instansi.nama)
    _check_zone(selesai)
    if selesai <= max(window.selesai, act.waktu):
        raise UsageRefused(
            f"Akhir yang baru ({format_moment(local(instansi, selesai))}) harus sesudah akhir yang lama"
            f" ({format_moment(local(instansi, window.selesai))}) dan belum lewat.",
            where=instansi.nama,
        )
    require_gates(store, act.waktu, periode, Action.UMUMKAN)
    longer = replace(instansi, uji_publik=_local_window(instansi, UjiPublik(window.mulai, selesai)))
    said = Announcement(Tahap.PRAFINALISASI, nomor.strip(), tanggal, longer, periode)
    return publish(store, terbitan, said, Action.PERPANJANG, act, progress=progress)


def preview(  # noqa: PLR0913  (the announcement's own data)
    store: Store,
    terbitan: Path,
    periode: Periode,
    act: Act,
    *,
    uji_publik: UjiPublik,
    nomor: str,
    tanggal: date,
) -> Edition:
    """The prafinalisasi edition as it would be announced now. The workflow is not asked, nothing is written."""
    shown = replace(store.instansi, uji_publik=_local_window(store.instansi, uji_publik))
    return freeze_now(store, terbitan, Announcement(Tahap.PRAFINALISASI, nomor.strip(), tanggal, shown, periode), act)


def compose_final(store: Store, periode: Periode, act: Act) -> Instansi:
    """UJI_PUBLIK or PERPANJANGAN -> MENUNGGU_SPTJM: freeze the final list. Raises GatesClosed."""
    instansi = begin(store, Action.SUSUN_FINAL, act)
    require_gates(store, act.waktu, periode, Action.SUSUN_FINAL)
    return _keep(store, Action.SUSUN_FINAL, act, replace(instansi, sidik_final=list_fingerprint(store), sptjm=None))


def reopen(store: Store, act: Act) -> Instansi:
    """MENUNGGU_SPTJM -> UJI_PUBLIK, with a reason. Raises ActionNotAllowed once the SPTJM is attached."""
    instansi = begin(store, Action.BUKA_KEMBALI, act)
    if instansi.sptjm is not None:
        raise ActionNotAllowed(
            f"Daftar final tidak dapat dibuka kembali: SPTJM nomor {instansi.sptjm.nomor} sudah dilampirkan.",
            where=instansi.nama,
            to_do="Lanjutkan dengan finalisasi.",
        )
    return _keep(store, Action.BUKA_KEMBALI, act, replace(instansi, sidik_final=""))


def attach_sptjm(  # noqa: PLR0913  (the letter's own data)
    store: Store, scan: Path, act: Act, *, nomor: str, tanggal: date, sidik: str = ""
) -> Instansi:
    """Keep the scan of the signed SPTJM; a later one replaces it until finalisasi.

    `sidik`: the fingerprint printed on the paper, its first eight digits or more; checked when given, and so is one that
    stands as text in the PDF. Raises FileRefused for an unsound scan, UsageRefused for an SPTJM of another list.
    """
    instansi = begin(store, Action.LAMPIRKAN_SPTJM, act)
    _check_letter(nomor, tanggal, instansi, act)
    data = read_scan(scan)
    _check_same_list(instansi, sidik, printed_fingerprints(data))
    sptjm = Sptjm(nomor.strip(), tanggal, pindaian=store.keep_file(data), sidik_daftar=instansi.sidik_final)
    return _keep(store, Action.LAMPIRKAN_SPTJM, act, replace(instansi, sptjm=sptjm))


def finalise(  # noqa: PLR0913  (the announcement's own data)
    store: Store,
    terbitan: Path,
    periode: Periode,
    act: Act,
    *,
    nomor: str,
    tanggal: date,
    progress: Progress | None = None,
) -> EdisiTercatat:
    """MENUNGGU_SPTJM -> FINAL: publish the final edition and lock the record for good. Raises GatesClosed."""
    instansi = begin(store, Action.FINALISASI, act)
    _check_letter(nomor, tanggal, instansi, act)
    require_gates(store, act.waktu, periode, Action.FINALISASI)
    said = Announcement(Tahap.FINAL, nomor.strip(), tanggal, instansi, periode)
    return publish(store, terbitan, said, Action.FINALISASI, act, progress=progress)


def _check_letter(nomor: str, tanggal: date, instansi: Instansi, act: Act) -> None:
    """A number, and a date near the deed: the year or the month is what people mistype."""
    if not nomor.strip():
        raise UsageRefused("Nomor surat belum diisi.", to_do="Isi nomor surat, misalnya 800/685-BKPSDM.")
    if abs((tanggal - local(instansi, act.waktu).date()).days) > _FAR_DAYS:
        raise UsageRefused(
            f"Tanggal surat {format_date(tanggal)} terlalu jauh dari hari ini.",
            where=instansi.nama,
            to_do="Periksa tahun dan bulannya.",
        )


def _check_window(window: UjiPublik, instansi: Instansi, periode: Periode, act: Act) -> None:
    """At least the periode's calendar days, both ends counted, and only those after the list is out."""
    _check_zone(window.mulai)
    _check_zone(window.selesai)
    zone = ZoneInfo(instansi.zona)
    first = max(window.mulai, act.waktu).astimezone(zone).date()
    days = (window.selesai.astimezone(zone).date() - first).days + 1
    if window.selesai <= window.mulai or days < periode.uji_publik_minimum_hari:
        raise UsageRefused(
            f"Masa uji publik paling sedikit {periode.uji_publik_minimum_hari} hari kalender sejak diumumkan;"
            f" yang diminta {max(days, 0)} hari.",
            where=instansi.nama,
            to_do="Mundurkan akhir masa uji publik.",
        )


def _local_window(instansi: Instansi, window: UjiPublik) -> UjiPublik:
    """As the clocks of the instansi show it: that is how the public reads it, whatever machine it was typed on."""
    return UjiPublik(local(instansi, window.mulai), local(instansi, window.selesai))


def _check_zone(moment: datetime) -> None:
    if moment.utcoffset() is None:
        raise UsageRefused("Waktu uji publik tidak menyebut zona waktu.", to_do="Sertakan zona, misalnya +07:00.")


def _check_same_list(instansi: Instansi, typed: str, printed: frozenset[str]) -> None:
    frozen = instansi.sidik_final
    prefix = "".join(typed.split()).casefold().rstrip("….")
    if prefix and (len(prefix) < _LEAST_PREFIX or not frozen.startswith(prefix)):
        raise UsageRefused(
            "Sidik yang tercetak pada SPTJM tidak sama dengan sidik daftar final.",
            where=instansi.nama,
            to_do=f"SPTJM harus memuat sidik {frozen}. Ketik paling sedikit {_LEAST_PREFIX} angka pertamanya.",
        )
    if printed and frozen not in printed:
        raise UsageRefused(
            "SPTJM ini dibuat untuk daftar yang lain: sidik di dalamnya tidak sama dengan sidik daftar final.",
            where=instansi.nama,
            to_do="Cetak ulang SPTJM dari daftar yang sekarang, lalu mintakan tanda tangan lagi.",
        )


def _keep(store: Store, action: Action, act: Act, instansi: Instansi) -> Instansi:
    commit(store, action, act, {INSTANSI: {instansi.kode: instansi}})
    return instansi
