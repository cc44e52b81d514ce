"""The conditions of the three large steps, each a gate that is met or not."""

from collections.abc import Callable, Iterator
from datetime import datetime

from msgspec import Struct

from registry.desk.deed import local
from registry.desk.listing import list_fingerprint
from registry.desk.tally import Tally
from registry.model.codes import StatusPegawai
from registry.model.instansi import Instansi
from registry.normalise.text import format_moment, format_number
from registry.periode.types import Periode
from registry.store.store import Store
from registry.workflow.actions import Action


class Gate(Struct, frozen=True):
    """One condition of a step. pesan: how it stands now. menghalangi: an unmet one stops the step."""

    langkah: Action
    kode: str
    judul: str
    terpenuhi: bool
    pesan: str
    menghalangi: bool = True


_TITLES = {
    "semua-terverifikasi": "Semua data diverifikasi",
    "tidak-ada-dikembalikan": "Tidak ada data di unit",
    "tunggu-diputus": "Baris impor diputus",
    "masukan-diputus": "Usulan dan sanggahan diputus",
    "syarat-diputus": "MS/TMS diputuskan",
}


def _to_announce(counted: Tally, _now: datetime) -> Iterator[Gate]:
    step = Action.UMUMKAN
    drafts, returned = counted.status[StatusPegawai.DRAF], counted.status[StatusPegawai.DIKEMBALIKAN]
    yield _some(step, counted)
    yield _decided(step, counted)
    yield _none_left(
        step,
        "semua-terverifikasi",
        drafts,
        "orang belum diverifikasi; mereka tetap diumumkan",
        blocks=False,
    )
    yield _none_left(
        step,
        "tidak-ada-dikembalikan",
        returned,
        "orang dikembalikan kepada unit; mereka tidak ikut diumumkan",
        blocks=False,
    )
    yield _none_left(
        step,
        "tunggu-diputus",
        counted.tunggu,
        "baris impor masih menunggu keputusan; orangnya tidak ikut diumumkan",
        blocks=False,
    )
    yield from _letter_settings(step, counted.instansi)


def _to_compose(counted: Tally, now: datetime) -> Iterator[Gate]:
    step = Action.SUSUN_FINAL
    yield _some(step, counted)
    yield _window_over(step, counted.instansi, now)
    yield from _all_settled(step, counted)
    yield _decided(step, counted)
    yield from _letter_settings(step, counted.instansi)


def _to_finalise(counted: Tally, now: datetime) -> Iterator[Gate]:
    step = Action.FINALISASI
    yield _window_over(step, counted.instansi, now)
    yield from _all_settled(step, counted)


CONDITIONS: dict[Action, Callable[[Tally, datetime], Iterator[Gate]]] = {
    Action.UMUMKAN: _to_announce,
    Action.SUSUN_FINAL: _to_compose,
    Action.FINALISASI: _to_finalise,
}


def _all_settled(step: Action, counted: Tally) -> Iterator[Gate]:
    unverified = counted.status[StatusPegawai.DRAF] + counted.status[StatusPegawai.DIKEMBALIKAN]
    yield _none_left(
        step,
        "semua-terverifikasi",
        unverified,
        "orang belum diverifikasi atau masih dikembalikan kepada unit",
    )
    yield _none_left(step, "masukan-diputus", counted.masukan, "usulan atau sanggahan belum diputus")
    yield _none_left(step, "tunggu-diputus", counted.tunggu, "baris impor masih menunggu keputusan")


def _some(step: Action, counted: Tally) -> Gate:
    people = counted.listed
    return Gate(
        step,
        "ada-orang",
        "Daftar berisi",
        people > 0,
        f"{format_number(people)} orang dalam daftar." if people else "Belum ada seorang pun dalam daftar.",
    )


def _decided(step: Action, counted: Tally) -> Gate:
    return _none_left(
        step,
        "syarat-diputus",
        counted.belum_syarat,
        "orang belum diputuskan memenuhi syarat (MS) atau tidak (TMS)",
    )


def _none_left(step: Action, kode: str, count: int, what: str, *, blocks: bool = True) -> Gate:
    pesan = f"{format_number(count)} {what}." if count else "Sudah."
    return Gate(step, kode, _TITLES[kode], not count, pesan, blocks)


def _window_over(step: Action, instansi: Instansi, now: datetime) -> Gate:
    window = instansi.uji_publik
    if window is None:
        return Gate(
            step, "uji-publik-berakhir", "Uji publik berakhir", terpenuhi=False, pesan="Uji publik belum diadakan."
        )
    over = now > window.selesai
    words = "berakhir" if over else "masih berjalan sampai"
    return Gate(
        step,
        "uji-publik-berakhir",
        "Uji publik berakhir",
        over,
        f"Uji publik {words} {format_moment(local(instansi, window.selesai))}.",
    )


def _letter_settings(step: Action, instansi: Instansi) -> Iterator[Gate]:
    for kode, judul, present, pesan in (
        (
            "kop-diisi",
            "Kop surat",
            bool(instansi.kop.baris),
            "Kop surat belum diisi; surat dicetak dengan nama instansi saja.",
        ),
        ("ppk-diisi", "PPK", bool(instansi.ppk.nama), "Nama PPK belum diisi; tempat tanda tangan dicetak kosong."),
        (
            "alamat-masukan-diisi",
            "Alamat masukan",
            bool(instansi.alamat_masukan),
            "Tempat menyampaikan usulan dan sanggahan belum diisi.",
        ),
    ):
        yield Gate(step, kode, judul, present, "Sudah." if present else pesan, menghalangi=False)


def sptjm_attached(store: Store, instansi: Instansi) -> Iterator[Gate]:
    """Is there a signed statement, and does it vouch for the list as it is."""
    step, sptjm = Action.FINALISASI, instansi.sptjm
    yield Gate(
        step,
        "sptjm-terlampir",
        "SPTJM terlampir",
        sptjm is not None,
        f"SPTJM nomor {sptjm.nomor} terlampir."
        if sptjm
        else "Pindaian SPTJM yang sudah ditandatangani belum dilampirkan.",
    )
    present = list_fingerprint(store) if instansi.sidik_final else ""
    same = bool(present) and present == instansi.sidik_final and (sptjm is None or sptjm.sidik_daftar == present)
    yield Gate(
        step,
        "sidik-sama",
        "Sidik daftar sama",
        same,
        f"Daftar sama dengan yang dibekukan (sidik {present[:12]}…)."
        if same
        else "Sidik daftar tidak sama dengan daftar final yang dibekukan.",
    )


def deadline(step: Action, now: datetime, periode: Periode) -> Iterator[Gate]:
    """Advice only: the letter's dates bind the agency, but a late list is better than none."""
    last = {Action.UMUMKAN: periode.jadwal.prafinalisasi, Action.FINALISASI: periode.jadwal.finalisasi}.get(step)
    if last is None:
        return
    met = now <= last
    words = "" if met else " sudah lewat"
    yield Gate(step, "tenggat", "Tenggat", met, f"Tenggat {format_moment(last)}{words}.", menghalangi=False)
