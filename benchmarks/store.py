"""The store: one change acknowledged, and opening an instansi, at the sizes of a large and of the largest agency."""

import os
import time
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from typing import Any

import msgspec
from msgspec import Struct
from msgspec.structs import replace

from benchmarks.measure import Figure, at_least, at_most
from benchmarks.workload import people
from registry.model.act import Act
from registry.model.codes import JenisInstansi
from registry.model.instansi import Instansi
from registry.model.pegawai import Pegawai
from registry.model.tables import PEGAWAI
from registry.store.change import Change
from registry.store.store import Store

_NOW = datetime(2022, 9, 1, tzinfo=UTC)
_CHANGES = 60


def figures(rows: int) -> Iterator[Figure]:
    """Both measurements at `rows` records."""
    records = list(people("3375", rows, 1))
    with TemporaryDirectory() as folder:
        place = Path(folder)
        _fill(place / "store", records)
        yield from _opening(place, records, rows)
        yield from _changing(place, records, rows)


def _fill(folder: Path, records: list[Pegawai]) -> None:
    """Records that arrived in imports of 25,000 rows."""
    instansi = Instansi(kode="3375", nama="Kota Contoh", jenis=JenisInstansi.KOTA)
    with Store.create(folder, instansi, Act("Bangku", _NOW)) as store:
        for start in range(0, len(records), 25_000):
            part: dict[str, Struct] = {record.nomor: record for record in records[start : start + 25_000]}
            store.commit(Change(action="impor", act=Act("Bangku", _NOW), puts={PEGAWAI: part}))


def _opening(place: Path, records: list[Pegawai], rows: int) -> Iterator[Figure]:
    import orjson

    data = msgspec.json.encode(records)
    reference: list[float] = []
    measured: list[float] = []
    for _ in range(3):
        reference.append(_seconds(lambda: orjson.loads(data)))
        measured.append(_seconds(lambda: Store.open(place / "store", operator="Bangku", readonly=True).close()))
    yield at_most(
        "open an instansi (reference: orjson.loads of the same JSON)",
        f"{rows:,}",
        median(measured),
        median(reference),
        3,
    )


def _changing(place: Path, records: list[Pegawai], rows: int) -> Iterator[Figure]:
    """Changes and bare appends of the same bytes take turns, so that both meet the same disk."""
    journal = place / "store" / "journal.log"
    bare = os.open(place / "bare.log", os.O_WRONLY | os.O_CREAT | os.O_APPEND)
    measured: list[float] = []
    reference: list[float] = []
    store = Store.open(place / "store", operator="Bangku")
    for turn in range(_CHANGES):
        record = replace(records[turn * 7], keterangan=f"diubah {turn}")
        change = Change(
            action="ubah-pegawai",
            act=Act("Bangku", _NOW + timedelta(seconds=turn)),
            puts={PEGAWAI: {record.nomor: record}},
        )
        before = journal.stat().st_size
        measured.append(_seconds(lambda change=change: store.commit(change)))
        data = b"x" * (journal.stat().st_size - before)
        reference.append(_seconds(lambda data=data: (os.write(bare, data), os.fsync(bare))))
    os.close(bare)
    store.close()
    yield at_most(
        "one change acknowledged (reference: append + fsync)", f"{rows:,}", median(measured), median(reference), 3
    )
    stock = _stock_tinydb(place, records)
    yield at_least(
        "one change acknowledged (reference: stock TinyDB update)", f"{rows:,}", median(measured), stock, 100
    )


def _stock_tinydb(place: Path, records: list[Pegawai]) -> float:
    from tinydb import TinyDB

    path = place / "stock.json"
    rows: dict[str, Any] = {str(n): msgspec.to_builtins(record) for n, record in enumerate(records, 1)}
    path.write_bytes(msgspec.json.encode({PEGAWAI: rows}))
    with TinyDB(path) as db:
        table = db.table(PEGAWAI, cache_size=0)
        return median(_seconds(lambda n=n: table.update({"keterangan": "diubah"}, doc_ids=[n])) for n in (1, 2))


def _seconds(work: Any) -> float:
    start = time.perf_counter()
    work()
    return time.perf_counter() - start
