"""Verify one instansi on disk (`periksa`): journal, anchor, editions' anchors, records, view, kept files. Changes nothing.

A finding needs somebody to act; a note is worth knowing and harms nothing.
"""

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

import msgspec
from msgspec import Struct

from registry.errors import UsageRefused
from registry.model.finding import Finding
from registry.model.impor import Impor
from registry.model.instansi import Instansi
from registry.model.tables import IMPOR, INSTANSI, TABLES
from registry.store._anchor import ANCHOR, VIEW, Anchor, anchor_is_damaged, read_anchor
from registry.store._atomic import ASIDE
from registry.store._lock import is_held
from registry.store._opening import JOURNAL, entry_range
from registry.store._payload import FORMAT, Payload, decode_payload, decode_record
from registry.store._scan import Damage
from registry.store._state import State
from registry.store.berkas import BERKAS, hash_file, is_kept_name
from registry.store.files import REAL_FS, FileSystem
from registry.store.journal import FileJournal
from registry.store.seam import EMPTY, Head

_RESTORE = (
    f"Jangan menyunting {JOURNAL}. Salin dulu seluruh folder ini sebagai bukti, lalu kembalikan {JOURNAL} dari cadangan"
    " terbaru dan catat ulang perubahan sesudah cadangan itu."
)
_REWRITTEN = "Berkas itu hanya salinan: buka instansi ini untuk ditulisi lalu tutup, dan ia ditulis ulang dari jurnal."
_FEW = 10


class Report(Struct, frozen=True):
    """head and entries: of what is proven. findings: to act on. notes: harmless."""

    head: Head
    entries: int
    findings: tuple[Finding, ...] = ()
    notes: tuple[Finding, ...] = ()


class _Read(Struct):
    """What one pass over the journal brings."""

    state: State
    held: bool
    anchor: Anchor | None
    head: Head = EMPTY
    hashes: dict[int, str] = {}
    findings: list[Finding] = []
    notes: list[Finding] = []


def verify_store(
    folder: Path,
    *,
    anchors: Iterable[tuple[int, str, str]] = (),
    progress: Callable[[int, int], None] | None = None,
    fs: FileSystem = REAL_FS,
) -> Report:
    """Verify the instansi in `folder`. anchors: (seq, hash, where it stands) from published editions.

    progress: bytes done, bytes in all. Raises UsageRefused when there is no journal at all.
    """
    found = fs.stat(folder / JOURNAL)
    if found is None:
        raise UsageRefused(
            f"{JOURNAL} tidak ada di folder ini.",
            where=str(folder),
            to_do="Periksa nama foldernya; bila berkas itu hilang, kembalikan dari cadangan.",
        )
    kept = [name for name in fs.names(folder / BERKAS) if is_kept_name(name)]
    count = _Counter(progress, found.size + sum(_size(fs, folder / BERKAS / name) for name in kept))
    read = _read_journal(fs, folder, count)
    read.findings.extend(_disagreeing(read, anchors))
    read.findings.extend(_unreadable_records(read.state))
    _look_at_view(fs, folder, read)
    read.findings.extend(_lost_files(read.state, set(kept)))
    for name in kept:
        read.findings.extend(_broken_file(fs, folder / BERKAS / name))
        count.add(_size(fs, folder / BERKAS / name))
    read.findings.extend(_open_to_others(fs, folder, kept))
    read.notes.extend(_left_over(fs, folder))
    return Report(read.head, len(read.hashes), tuple(read.findings), tuple(read.notes))


class _Counter:
    def __init__(self, progress: Callable[[int, int], None] | None, total: int) -> None:
        self._progress = progress
        self._total = total
        self._done = 0

    def add(self, size: int) -> None:
        self._done = min(self._done + size, self._total)
        if self._progress is not None:
            self._progress(self._done, self._total)


def _size(fs: FileSystem, path: Path) -> int:
    found = fs.stat(path)
    return found.size if found else 0


def _read_journal(fs: FileSystem, folder: Path, count: _Counter) -> _Read:
    read = _Read(State(), is_held(fs, folder), read_anchor(fs, folder))
    if anchor_is_damaged(fs, folder):
        read.findings.append(
            Finding("jangkar-rusak", pesan=f"{ANCHOR} tidak terbaca. Buka instansi ini lalu tutup; ia ditulis ulang.")
        )
    journal = FileJournal(folder / JOURNAL, fs=fs, anchor=read.anchor.head if read.anchor else None)
    before: Payload | None = None
    for entry in journal.entries():
        read.head = entry.head
        read.hashes[entry.head.seq] = entry.head.hash
        try:
            payload = decode_payload(entry.payload)
        except (msgspec.MsgspecError, UnicodeDecodeError):
            read.findings.append(_unreadable_entry(entry.head.seq))
        else:
            read.findings.extend(_odd(payload, entry.head.seq, before))
            read.state.apply(payload)
            before = payload
        count.add(len(entry.payload) + 66)
    read.findings.extend(_damaged(damage) for damage in journal.damage)
    if journal.tail and not read.held:
        read.findings.append(_torn(len(journal.tail)))
    return read


def _damaged(damage: Damage) -> Finding:
    entries = entry_range(damage.first, damage.last)
    who = f" Ditulis oleh: {', '.join(damage.authors)}." if damage.authors else " Penulisnya tidak terbaca lagi."
    match damage.jenis:
        case "terpotong":
            what = f"Jurnal terpotong: entri {entries} pernah tercatat tersimpan dan kini tidak ada."
            who = ""
        case "diganti":
            what = (
                f"Jurnal bukan yang terakhir ditutup: entri sampai nomor {damage.last} berbeda dari catatan {ANCHOR}."
            )
            who = ""
        case _:
            what = (
                f"Jurnal rusak: entri {entries} ({damage.size} bita mulai bita {damage.offset}) tidak dapat dipercaya."
            )
    return Finding(f"jurnal-{damage.jenis}", nilai=entries, pesan=f"{what}{who} {_RESTORE}")


def _torn(size: int) -> Finding:
    return Finding(
        "jurnal-ekor-terputus",
        nilai=str(size),
        pesan=f"Penulisan terakhir terputus: {size} bita di akhir jurnal belum pernah dinyatakan tersimpan. Buka instansi"
        " ini untuk ditulisi; sisa itu disisihkan ke berkas tersendiri dan data lain tetap utuh.",
    )


def _unreadable_entry(seq: int) -> Finding:
    return Finding(
        "jurnal-tak-terbaca",
        nilai=str(seq),
        pesan=f"Entri {seq} utuh, tetapi isinya tidak dikenal program ini. Pakai versi Pendataan yang menulisnya.",
    )


def _odd(payload: Payload, seq: int, before: Payload | None) -> Iterator[Finding]:
    """What a sound program never writes."""
    who = f"{payload.operator} ({payload.action}, {payload.waktu.isoformat()})"
    if payload.seq != seq:
        yield Finding(
            "jurnal-nomor-beda", nilai=str(seq), pesan=f"Entri {seq} menyebut dirinya nomor {payload.seq}; oleh {who}."
        )
    if seq == 1 and payload.format != FORMAT:
        yield Finding(
            "jurnal-format",
            nilai=payload.format,
            pesan=f"Format jurnal “{payload.format}” tidak dikenal; program ini membaca {FORMAT}.",
        )
    if before is not None and payload.waktu < before.waktu:
        yield Finding(
            "jurnal-waktu-mundur",
            nilai=str(seq),
            pesan=f"Waktu entri {seq} lebih awal daripada entri sebelumnya; oleh {who}. Periksa jam komputer itu.",
        )
    for table in sorted({*payload.puts, *payload.deletes} - TABLES.keys()):
        yield Finding("jurnal-tabel-asing", nilai=table, pesan=f"Entri {seq} mengisi tabel tak dikenal; oleh {who}.")


def _disagreeing(read: _Read, anchors: Iterable[tuple[int, str, str]]) -> Iterator[Finding]:
    """Editions name the head they were frozen from: a rewritten or cut journal contradicts them."""
    for seq, digest, where in anchors:
        if seq > read.head.seq:
            yield Finding(
                "jurnal-kurang-dari-edisi",
                nilai=str(seq),
                pesan=f"{where} dibekukan dari entri {seq}, tetapi jurnal berakhir di entri {read.head.seq}. {_RESTORE}",
            )
        elif read.hashes.get(seq, digest) != digest:
            yield Finding(
                "jurnal-beda-dari-edisi",
                nilai=str(seq),
                pesan=f"{where} dibekukan dari jurnal lain: sidik entri {seq} tidak sama. {_RESTORE}",
            )


def _unreadable_records(state: State) -> Iterator[Finding]:
    for table in sorted(TABLES.keys() & set(state.tables())):
        broken = [
            key for key, record in zip(state.keys(table), state.rows(table), strict=True) if not _sound(table, record)
        ]
        if broken:
            names = ", ".join(broken[:_FEW]) + (f", dan {len(broken) - _FEW} lainnya" if len(broken) > _FEW else "")
            yield Finding(
                "catatan-tak-terbaca",
                kolom=table,
                nilai=names,
                pesan=f"Catatan {names} di tabel {table} tidak terbaca oleh versi program ini.",
            )


def _sound(table: str, record: msgspec.Raw) -> bool:
    try:
        decode_record(table, record)
    except msgspec.MsgspecError:
        return False
    return True


def _look_at_view(fs: FileSystem, folder: Path, read: _Read) -> None:
    """A writer that has the instansi open renews the view when it closes: then an old one is no news."""
    anchor = read.anchor
    if fs.stat(folder / VIEW) is None:
        if anchor is not None and not read.held:
            read.findings.append(Finding("tampilan-hilang", nilai=VIEW, pesan=f"{VIEW} tidak ada. {_REWRITTEN}"))
        return
    if anchor is not None and anchor.view is not None and hash_file(fs, folder / VIEW) == anchor.view.sha256:
        if anchor.head != read.head and not read.held:
            read.notes.append(_old_view())
        return
    from registry.store.view import read_view  # noqa: PLC0415 - TinyDB only where it is needed

    try:
        view = read_view(fs, folder)
    except ValueError:
        read.findings.append(Finding("tampilan-rusak", nilai=VIEW, pesan=f"{VIEW} rusak. {_REWRITTEN}"))
        return
    if (view.seq, view.head) != (read.head.seq, read.head.hash):
        read.notes.append(_old_view())
    elif view.tables != {table: _plain(read.state, table) for table in read.state.tables()}:
        pesan = f"Isi {VIEW} tidak sama dengan jurnal: pernah diubah dari luar. {_REWRITTEN}"
        read.findings.append(Finding("tampilan-berbeda", nilai=VIEW, pesan=pesan))


def _plain(state: State, table: str) -> list[dict[str, object]]:
    return [msgspec.json.decode(record) for record in state.rows(table)]


def _old_view() -> Finding:
    return Finding("tampilan-usang", nilai=VIEW, pesan=f"{VIEW} lebih lama daripada jurnal. {_REWRITTEN}")


def _lost_files(state: State, kept: set[str]) -> Iterator[Finding]:
    """Every file the record refers to must be in berkas/."""
    for name, what in _referred(state):
        if name not in kept:
            yield Finding(
                "berkas-hilang",
                nilai=name,
                pesan=f"{what} tidak ada di {BERKAS}/. Kembalikan dari cadangan, atau taruh berkas aslinya di sana dengan nama"
                " sidiknya.",
            )


def _referred(state: State) -> Iterator[tuple[str, str]]:
    for record in state.rows(IMPOR):
        try:
            impor: Impor = decode_record(IMPOR, record)
        except msgspec.MsgspecError:
            continue
        yield impor.sha256, f"Berkas impor {impor.nomor} ({impor.berkas})"
    for record in state.rows(INSTANSI):
        try:
            instansi: Instansi = decode_record(INSTANSI, record)
        except msgspec.MsgspecError:
            continue
        if instansi.sptjm is not None:
            yield instansi.sptjm.pindaian, f"Pindaian SPTJM nomor {instansi.sptjm.nomor}"


def _broken_file(fs: FileSystem, path: Path) -> Iterator[Finding]:
    try:
        same = hash_file(fs, path) == path.name
    except OSError as error:
        yield Finding("berkas-rusak", nilai=path.name, pesan=f"Berkas {path.name} tidak terbaca: {error.strerror}.")
        return
    if not same:
        yield Finding(
            "berkas-rusak",
            nilai=path.name,
            pesan=f"Isi berkas {path.name} bukan lagi yang disimpan. Kembalikan dari cadangan.",
        )


def _open_to_others(fs: FileSystem, folder: Path, kept: list[str]) -> Iterator[Finding]:
    """Private data that other accounts of this computer can read. No modes, no finding (Windows)."""
    paths = [folder, folder / BERKAS, folder / JOURNAL, folder / VIEW, *(folder / BERKAS / name for name in kept)]
    for path in paths:
        found = fs.stat(path)
        if found is not None and found.mode & 0o077:
            yield Finding(
                "izin-longgar",
                nilai=path.name,
                pesan=f"{path} dapat dibaca pemakai lain di komputer ini (izin {found.mode:o}). Batasi: 600 untuk berkas, 700"
                " untuk folder.",
            )


def _left_over(fs: FileSystem, folder: Path) -> Iterator[Finding]:
    for name in fs.names(folder):
        if name.startswith(f"{JOURNAL}.sisa-"):
            yield Finding(
                "sisa-disisihkan",
                nilai=name,
                pesan=f"{name}: sisa penulisan yang terputus; boleh dihapus setelah dilihat.",
            )
    for name in [*fs.names(folder), *fs.names(folder / BERKAS)]:
        if name.endswith(ASIDE):
            yield Finding(
                "sisa-penulisan", nilai=name, pesan=f"{name}: berkas yang tidak selesai ditulis; boleh dihapus."
            )
