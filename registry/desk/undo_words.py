"""What undoing would change, in sentences an operator reads before saying yes. Names people: never for anything published."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from registry.desk.fields import fields_of
from registry.model.impor import BarisTunggu, Impor
from registry.model.instansi import Instansi
from registry.model.masukan import Masukan
from registry.model.pegawai import Pegawai
from registry.model.tables import IMPOR, INSTANSI, MASUKAN, PEGAWAI, TUNGGU
from registry.normalise.text import format_number
from registry.store.store import Store
from registry.workflow.names import STATUS_MASUKAN, STATUS_PEGAWAI

Records = Mapping[str, Mapping[str, Any]]
Keys = Mapping[str, tuple[str, ...]]
_NAMED = 5
_LETTERS = 60
_COUNTERS = frozenset({"nomor_terakhir", "nomor_masukan_terakhir", "nomor_impor_terakhir", "nomor_tunggu_terakhir"})
_FIELD = {
    "nik": "NIK",
    "nomor_kk": "nomor KK",
    "nomor_sk": "nomor SK",
    "tanggal_sk": "tanggal SK",
    "nomor_hp": "nomor HP",
    "email": "surel",
    "kop": "kop surat",
    "ppk": "PPK",
    "zona": "zona waktu",
}


def effects(store: Store, puts: Records, deletes: Keys) -> Iterator[str]:
    """One sentence for each kind of record, then what becomes of the first few people."""
    yield from _of_people(store, puts.get(PEGAWAI, {}), deletes.get(PEGAWAI, ()))
    yield from _of_imports(store, puts.get(IMPOR, {}), deletes.get(IMPOR, ()))
    yield from _of_waiting(puts.get(TUNGGU, {}), deletes.get(TUNGGU, ()))
    yield from _of_inbox(list(puts.get(MASUKAN, {}).values()))
    for instansi in puts.get(INSTANSI, {}).values():
        yield from _of_settings(store.instansi, instansi)


def _of_people(store: Store, puts: Mapping[str, Pegawai], deletes: tuple[str, ...]) -> Iterator[str]:
    now = {nomor: store.get(PEGAWAI, nomor) for nomor in puts}
    changed = [nomor for nomor, person in now.items() if person is not None]
    back = [puts[nomor] for nomor, person in now.items() if person is None]
    gone = [store.get(PEGAWAI, nomor) for nomor in deletes[:_NAMED]]
    if deletes:
        yield (
            f"{format_number(len(deletes))} orang yang ditambahkan keluar lagi dari catatan: {_names(gone, len(deletes))}."
            " Nomornya tidak dipakai lagi untuk orang lain."
        )
    if back:
        yield f"{format_number(len(back))} orang tercatat lagi: {_names(back[:_NAMED], len(back))}."
    if changed:
        yield f"{format_number(len(changed))} orang kembali seperti sebelumnya:"
    for nomor in changed[:_NAMED]:
        yield f"  {nomor} {puts[nomor].nama}: {_difference(now[nomor], puts[nomor])}"
    if len(changed) > _NAMED:
        yield f"  dan {format_number(len(changed) - _NAMED)} orang lainnya."


def _names(people: list[Pegawai], count: int) -> str:
    rest = count - len(people)
    return ", ".join(person.nama for person in people) + (f", dan {format_number(rest)} lainnya" if rest else "")


def _difference(now: Pegawai, then: Pegawai) -> str:
    old, new = _texts(now), _texts(then)
    told = [
        f"{_field(name)} {_quoted(old[name])} menjadi {_quoted(new[name])}" for name in old if old[name] != new[name]
    ]
    if not told:
        return "riwayat kerja atau temuannya"
    return "; ".join(told[:_NAMED]) + (f"; dan {len(told) - _NAMED} isian lain" if len(told) > _NAMED else "")


def _texts(person: Pegawai) -> dict[str, str]:
    return {
        **fields_of(person),
        "status": STATUS_PEGAWAI[person.status],
        "putusan MS/TMS": person.syarat or "",
        "jumlah SK": str(len(person.riwayat)),
    }


def _of_imports(store: Store, puts: Mapping[str, Impor], deletes: tuple[str, ...]) -> Iterator[str]:
    for nomor in deletes:
        yield f"Impor {nomor} ({store.get(IMPOR, nomor).berkas}) dilepas; berkas itu dapat diimpor lagi."
    for nomor, taken in puts.items():
        yield f"Impor {nomor} ({taken.berkas}) berlaku lagi."


def _of_waiting(puts: Mapping[str, BarisTunggu], deletes: tuple[str, ...]) -> Iterator[str]:
    waiting = sum(not row.putusan for row in puts.values())
    if deletes:
        yield f"{format_number(len(deletes))} baris yang menunggu keputusan hilang dari daftar."
    if waiting:
        yield f"{format_number(waiting)} baris menunggu keputusan lagi."
    if waiting < len(puts):
        yield f"{format_number(len(puts) - waiting)} baris mendapat putusannya lagi."


def _of_inbox(entries: Sequence[Masukan]) -> Iterator[str]:
    yield from map(_of_masukan, entries[:_NAMED])
    if len(entries) > _NAMED:
        yield f"{format_number(len(entries) - _NAMED)} usulan dan sanggahan lagi juga kembali."


def _of_masukan(entry: Masukan) -> str:
    return f"{entry.tanda_terima} ({entry.nama}): {STATUS_MASUKAN[entry.status].casefold()} lagi."


def _of_settings(now: Instansi, then: Instansi) -> Iterator[str]:
    fields = [name for name in Instansi.__struct_fields__ if getattr(now, name) != getattr(then, name)]
    if told := [_field(name) for name in fields if name not in _COUNTERS]:
        yield f"Pengaturan kembali seperti sebelumnya: {', '.join(told)}."


def _field(name: str) -> str:
    return _FIELD.get(name, name.replace("_", " "))


def _quoted(text: str) -> str:
    if not text:
        return "kosong"
    return f"“{text}”" if len(text) <= _LETTERS else f"“{text[: _LETTERS - 1]}…”"
