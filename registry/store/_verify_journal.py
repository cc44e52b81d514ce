"""The journal's part of `periksa`: is every entry proven, readable and in order, do anchors and editions agree."""

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

import msgspec
from msgspec import Struct

from registry.errors import StoreDamaged
from registry.model.finding import Finding
from registry.model.tables import TABLES
from registry.store._anchor import ANCHOR, Anchor, anchor_is_damaged, read_anchor
from registry.store._line import START
from registry.store._lock import is_held
from registry.store._opening import JOURNAL, entry_range
from registry.store._payload import FORMAT, Payload, decode_payload, decode_record
from registry.store._scan import Damage
from registry.store._state import State
from registry.store.files import FileSystem
from registry.store.journal import FileJournal
from registry.store.seam import EMPTY, Head

_RESTORE = (
    f"Jangan menyunting {JOURNAL}. Salin dulu seluruh folder ini sebagai bukti, lalu kembalikan seluruh folder dari cadangan"
    " terbaru dan catat ulang perubahan sesudah cadangan itu."
)
_FEW = 10


class Reading(Struct):
    """What one pass over the journal brings. `hashes`: of every proven entry. `held`: a writer has the instansi open."""

    state: State
    held: bool
    anchor: Anchor | None
    head: Head = EMPTY
    hashes: dict[int, str] = {}
    findings: list[Finding] = []
    notes: list[Finding] = []


def read_journal(fs: FileSystem, folder: Path, advance: Callable[[int], None]) -> Reading:
    """Read and prove every entry. `advance`: told the bytes of each."""
    read = Reading(State(), is_held(fs, folder), read_anchor(fs, folder))
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
        advance(len(entry.payload) + START + 1)
    read.findings.extend(_damaged(damage) for damage in journal.damage)
    if not read.hashes:
        read.findings.append(Finding("jurnal-kosong", pesan=f"{JOURNAL} tidak berisi satu entri pun. {_RESTORE}"))
    elif journal.tail and not read.held:
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
        pesan=f"Baris terakhir jurnal tidak selesai ditulis ({size} bita), biasanya karena listrik padam. Buka instansi ini"
        " untuk ditulisi: sisa itu disisihkan ke berkas tersendiri dan data lain tetap utuh.",
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


def disagreeing(read: Reading, anchors: Iterable[tuple[int, str, str]]) -> Iterator[Finding]:
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


def unreadable_records(state: State) -> Iterator[Finding]:
    """Records the present types do not fit."""
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
    except StoreDamaged:
        return False
    return True
