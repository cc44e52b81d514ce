"""Today's payload of a journal entry: compact JSON, who/when/what first so that even a damaged one tells its author."""

from collections.abc import Iterator
from datetime import datetime
from typing import Any, TypeVar

import msgspec
from msgspec import Raw, Struct

from registry.errors import StoreDamaged, StoreError
from registry.model.tables import TABLES
from registry.store.change import Change, JournalNote
from registry.store.seam import Entry, Head

T = TypeVar("T")

FORMAT = "jurnal/1"


class Payload(Struct, frozen=True, omit_defaults=True):
    """One change as it stands in the journal. `format` only in the first entry. Records stay as bytes."""

    seq: int
    waktu: datetime
    operator: str
    action: str
    format: str = ""
    alasan: str = ""
    puts: dict[str, dict[str, Raw]] = {}
    deletes: dict[str, list[str]] = {}


_encode = msgspec.json.Encoder().encode
_decode = msgspec.json.Decoder(Payload).decode
_decoders = {table: msgspec.json.Decoder(kind) for table, kind in TABLES.items()}


def decode_record(table: str, record: Raw) -> Any:
    """The frozen record of a known table. Raises StoreDamaged."""
    try:
        return _decoders[table].decode(record)
    except (msgspec.MsgspecError, UnicodeDecodeError) as error:
        raise _unreadable(table, error) from error


def decode_records(table: str, records: list[Raw], kind: type[T] | None = None) -> Iterator[T]:
    """All of them, one by one as they are asked for, as `kind` or as the table's own type. Raises StoreDamaged."""
    decoder: msgspec.json.Decoder[Any] = _decoders[table] if kind is None else msgspec.json.Decoder(kind)
    try:
        yield from map(decoder.decode, records)
    except (msgspec.MsgspecError, UnicodeDecodeError) as error:
        raise _unreadable(table, error) from error


def _unreadable(table: str, error: Exception) -> StoreDamaged:
    return StoreDamaged(
        f"Sebuah catatan di tabel {table} tidak terbaca oleh versi program ini ({error}).",
        to_do="Jalankan `pendataan periksa`; pakai versi Pendataan yang menulisnya.",
    )


def make_payload(change: Change, seq: int, *, first: bool = False) -> Payload:
    """The change as entry number `seq`.

    Raises ValueError for what could not be read back: an unknown table, a record of another type or with a field of
    another type, a time without zone. Truth is checked before it is written, not after.
    """
    if change.act.waktu.tzinfo is None:
        raise ValueError("an act's time needs a zone")
    for table in change.deletes:
        _require_known(table)
    return Payload(
        seq,
        change.act.waktu,
        change.act.operator,
        change.action,
        format=FORMAT if first else "",
        alasan=change.act.alasan,
        puts={table: _encode_records(table, records) for table, records in change.puts.items() if records},
        deletes={table: list(keys) for table, keys in change.deletes.items() if keys},
    )


def _require_known(table: str) -> None:
    if table not in TABLES:
        raise ValueError(f"no such table: {table}")


def _encode_records(table: str, records: dict[str, Struct]) -> dict[str, Raw]:
    _require_known(table)
    kind, decode = TABLES[table], _decoders[table].decode
    encoded = {}
    for key, record in records.items():
        if type(record) is not kind:
            raise ValueError(f"{table} {key}: {type(record).__name__} instead of {kind.__name__}")
        data = _encode(record)
        try:
            decode(data)
        except msgspec.MsgspecError as error:
            raise ValueError(f"{table} {key}: {error}") from error
        encoded[key] = Raw(data)
    return encoded


def encode_payload(payload: Payload) -> bytes:
    """One line of JSON without a line feed."""
    return _encode(payload)


def decode_payload(data: bytes) -> Payload:
    """Raises msgspec.MsgspecError (or UnicodeDecodeError) when `data` is no payload of this format."""
    return _decode(data)


def require_format(first: Payload, where: str) -> None:
    """Raises StoreError when the journal was begun in a format this program does not know."""
    if first.format != FORMAT:
        raise StoreError(
            f"Jurnal ini berformat “{first.format or '?'}”, sedangkan program ini membaca {FORMAT}.",
            where=where,
            to_do="Pasang versi Pendataan yang lebih baru, lalu buka kembali.",
        )


def note(entry: Entry) -> JournalNote:
    """The entry for a reader. Raises msgspec.MsgspecError."""
    return note_of(entry.head, decode_payload(entry.payload))


def note_of(head: Head, payload: Payload) -> JournalNote:
    """The entry that `head` names, for a reader."""
    keys: dict[str, tuple[str, ...]] = {table: tuple(records) for table, records in payload.puts.items()}
    for table, deleted in payload.deletes.items():
        keys[table] = keys.get(table, ()) + tuple(deleted)
    return JournalNote(
        seq=head.seq,
        hash=head.hash,
        waktu=payload.waktu,
        operator=payload.operator,
        action=payload.action,
        alasan=payload.alasan,
        counts={table: len(found) for table, found in keys.items()},
        keys=keys,
    )
