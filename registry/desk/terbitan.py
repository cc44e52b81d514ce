"""One edition leaves: frozen, searched for private data, put beside its final name, journalled, and only then renamed.

The journal is the truth. The files of an edition (`<n>-<tahap>.json`, `.pdf`) are made durable under hidden names first,
then the entry is written, then they take their final names. So the site builder, which sees only final names, can never
publish what the journal does not know; and what the journal knows but a crash kept from its name is put there by
`finish_publication`, which every writer runs on opening. Hidden files of an attempt that never was journalled are
overwritten by the next one.
"""

import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from datetime import date
from itertools import chain
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from registry.desk import records
from registry.desk.deed import commit, local
from registry.edition.canonical import encode_edition, fingerprint, read_edition
from registry.edition.types import Alasan, Edition, Jurnal
from registry.errors import StoreFull, StoreReadOnly
from registry.model.act import Act
from registry.model.codes import JenisMasukan, StatusMasukan, Tahap
from registry.model.instansi import Instansi
from registry.model.tables import EDISI, INSTANSI
from registry.model.terbitan import EdisiTercatat
from registry.periode.types import Periode
from registry.publication.declared import declared_public
from registry.publication.freeze import freeze
from registry.publication.inspect import inspect_bytes, refuse_leaks
from registry.publication.reasons import reasons
from registry.publication.secrets import Secrets
from registry.store.files import NO_SPACE
from registry.store.store import Store
from registry.workflow.actions import Action

Progress = Callable[[int, int], None]
_STEPS = 4


class Announcement(Struct, frozen=True):
    """One announcement about to be made: number and date of its letter, and the instansi as it will be afterwards."""

    tahap: Tahap
    nomor: str
    tanggal: date
    instansi: Instansi
    periode: Periode


def freeze_now(store: Store, folder: Path | None, said: Announcement, act: Act) -> Edition:
    """The edition the list would be now. Nothing is written. Raises GatesClosed when somebody has no status.

    folder: of the editions so far, which decide what the recap may tell; None where only the list matters.
    """
    before = records.editions(store)
    earlier = _earlier(folder, before) if folder is not None else ()
    edition = freeze(
        said.instansi,
        records.listed(store),
        periode=said.periode,
        tahap=said.tahap,
        edisi=said.instansi.edisi_terakhir + 1,
        nomor=said.nomor,
        tanggal=said.tanggal,
        terbit=local(said.instansi, act.waktu),
        jurnal=Jurnal(store.head.seq, store.head.hash),
        sebelumnya=before[-1].sidik if before else "",
        sptjm=said.instansi.sptjm if said.tahap is Tahap.FINAL else None,
        earlier=earlier,
    )
    follows = bool(earlier) and earlier[-1].edisi == edition.edisi - 1
    return replace(edition, alasan=_reasons(store, edition, earlier)) if follows else edition


def _reasons(store: Store, edition: Edition, earlier: Sequence[Edition]) -> Alasan:
    granted = (entry for entry in records.all_masukan(store) if entry.status is StatusMasukan.DIKABULKAN)
    return reasons(
        edition.daftar,
        earlier,
        proposed={entry.nomor_pegawai for entry in granted if entry.jenis is JenisMasukan.USULAN},
        crossed=records.crossed(store),
    )


def publish(  # noqa: PLR0913  (what is published, by whom, and who watches)
    store: Store, folder: Path, said: Announcement, action: Action, act: Act, *, progress: Progress | None = None
) -> EdisiTercatat:
    """Freeze, search, stage, journal, rename. Raises PublicationBlocked before anything is written.

    progress hears (steps done, steps in all): frozen, drawn, searched, written.
    """
    from registry.letters.announcement import announcement_pdf  # noqa: PLC0415  (fpdf2 takes two seconds)

    steps = _Steps(progress)
    edition = freeze_now(store, folder, said, act)
    steps.done()
    data = encode_edition(edition)
    stem = _stem(edition.edisi, said.tahap)
    letter = announcement_pdf(edition, said.instansi, said.periode)
    steps.done()
    files = {f"{stem}.pdf": letter, f"{stem}.json": data}
    secrets = secrets_of(store, said.instansi, _days(said))
    refuse_leaks(leak for name, content in files.items() for leak in inspect_bytes(name, content, secrets))
    steps.done()
    with _told(folder, "Tidak ada yang diumumkan."):
        folder.mkdir(parents=True, exist_ok=True)
        for name, content in files.items():
            _stage(folder, name, content)
    noted = EdisiTercatat(
        nomor=edition.edisi,
        tahap=said.tahap,
        sidik=fingerprint(data),
        waktu=act.waktu,
        jumlah=edition.jumlah.semua,
        sidik_surat=fingerprint(letter),
    )
    announced = replace(said.instansi, edisi_terakhir=edition.edisi, nomor_pengumuman=edition.nomor)
    commit(store, action, act, {INSTANSI: {announced.kode: announced}, EDISI: {str(noted.nomor): noted}})
    finish_publication(store, folder)
    steps.done()
    return noted


class _Steps:
    """Counts the four steps of a publication for whoever watches."""

    def __init__(self, progress: Progress | None) -> None:
        self._tell = progress or (lambda _done, _all: None)
        self._count = 0
        self._tell(0, _STEPS)

    def done(self) -> None:
        self._count += 1
        self._tell(self._count, _STEPS)


def secrets_of(store: Store, instansi: Instansi, days: Iterable[date] = ()) -> Secrets:
    """Everything private in the store, people in waiting rows included; what the agency itself makes public is none.

    instansi: as it is, or as it will be after the announcement. days: dates its announcements name.
    """
    candidates = (row.calon for row in records.all_tunggu(store))
    everybody = chain(records.everybody(store), candidates)
    return Secrets.from_store_rows(everybody, records.all_masukan(store), public=declared_public(instansi, days))


def _days(said: Announcement) -> Iterator[date]:
    yield said.tanggal
    yield from (letter.tanggal for letter in said.periode.dasar)


def finish_publication(store: Store, folder: Path) -> tuple[str, ...]:
    """Give every journalled edition its files; names of those put in place now. Does nothing when all are there."""
    placed: list[str] = []
    for edition in records.editions(store):
        stem = _stem(edition.nomor, edition.tahap)
        json, pdf = f"{stem}.json", f"{stem}.pdf"
        waiting = _staged(folder, json)
        if (folder / json).exists() or not waiting.exists() or fingerprint(waiting.read_bytes()) != edition.sidik:
            continue
        with _told(folder, "Pengumuman sudah tercatat; berkasnya diletakkan saat instansi dibuka lagi."):
            for name in (pdf, json):
                if _staged(folder, name).exists():
                    _staged(folder, name).replace(folder / name)
                    placed.append(name)
            _sync_folder(folder)
    return tuple(placed)


def edition_path(folder: Path, edition: EdisiTercatat) -> Path:
    """Where the JSON of a recorded edition lies."""
    return folder / f"{_stem(edition.nomor, edition.tahap)}.json"


def _earlier(folder: Path, before: Sequence[EdisiTercatat]) -> tuple[Edition, ...]:
    return tuple(
        read_edition(edition_path(folder, edition))
        for edition in before
        if _intact(edition_path(folder, edition), edition)
    )


def _intact(path: Path, edition: EdisiTercatat) -> bool:
    return path.is_file() and fingerprint(path.read_bytes()) == edition.sidik


@contextmanager
def _told(folder: Path, outcome: str) -> Iterator[None]:
    """A failing disk, said in Indonesian, with what that means for the announcement."""
    try:
        yield
    except OSError as error:
        if error.errno in NO_SPACE:
            raise StoreFull(
                f"Ruang penyimpanan habis. {outcome}", where=str(folder), to_do="Kosongkan ruang, lalu ulangi."
            ) from error
        raise StoreReadOnly(
            f"Folder terbitan tidak dapat ditulisi ({error.strerror}). {outcome}",
            where=str(folder),
            to_do="Periksa izin folder itu, lalu ulangi.",
        ) from error


def _stem(nomor: int, tahap: Tahap) -> str:
    return f"{nomor}-{tahap}"


def _staged(folder: Path, name: str) -> Path:
    return folder / f".{name}.siap"


def _stage(folder: Path, name: str, data: bytes) -> None:
    with _staged(folder, name).open("wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())
    _sync_folder(folder)


def _sync_folder(folder: Path) -> None:
    if os.name == "nt":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
