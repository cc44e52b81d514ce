"""Power cuts at every step of a store's life, on a disk that loses, tears and reorders what was not synced."""

from contextlib import suppress
from pathlib import Path
from random import Random

import pytest

from registry.errors import StoreDamaged, UsageRefused
from registry.model.tables import PEGAWAI
from registry.store.store import Store
from registry.store.verify import verify_store
from tests.crash.disk import PowerCutError, SimDisk
from tests.registry.store.records import INSTANSI, act, person, put

FOLDER = Path("/kerja/instansi/3375")
STEPS = 140


class Run:
    """One life: what was acknowledged, and what was on the way when the power went."""

    def __init__(self, disk: SimDisk) -> None:
        self.disk = disk
        self.states: list[dict[str, str]] = [{}]
        self.acknowledged = -1
        self.files: list[tuple[str, bytes]] = []

    def commit(self, store: Store, *people) -> None:
        self.states.append(self.states[-1] | {one.nomor: one.nama for one in people})
        store.commit(put(*people))
        self.acknowledged += 1

    def live(self) -> None:
        store = Store.create(FOLDER, INSTANSI, act(), fs=self.disk)
        self.acknowledged = 0
        for number in range(3):
            self.commit(store, person(number))
        self.keep(store, b"lampiran pertama")
        self.commit(store, *[person(number, "Wati Contoh " + "panjang " * number) for number in range(6)])
        store.checkpoint()
        self.commit(store, person(1, "Diubah"))
        store.close()
        store = Store.open(FOLDER, operator="Tono", fs=self.disk)
        self.keep(store, b"lampiran kedua")
        for number in range(4, 8):
            self.commit(store, person(number, "Lagi"))
        store.close()

    def keep(self, store: Store, data: bytes) -> None:
        self.files.append((store.keep_file(data), data))

    def possible(self) -> list[dict[str, str]]:
        """What may be found: everything acknowledged, and perhaps the change that was on the way."""
        return self.states[self.acknowledged : self.acknowledged + 2]


def names(store: Store) -> dict[str, str]:
    return {one.nomor: one.nama for one in store.rows(PEGAWAI)}


def cut_at(step: int, seed: int) -> Run:
    disk = SimDisk(Random(seed))
    disk.plan[step] = PowerCutError()
    run = Run(disk)
    with suppress(PowerCutError):
        run.live()
    return run


def check(run: Run, disk: SimDisk) -> None:
    """Everything acknowledged is there, nothing is half there, and work goes on."""
    try:
        store = Store.open(FOLDER, operator="Sari", fs=disk)
    except UsageRefused:
        assert -1 == run.acknowledged
        store = Store.create(FOLDER, INSTANSI, act(), fs=disk)
        run.acknowledged = 0
    with store:
        assert not store.readonly, store.notices
        assert names(store) in run.possible()
        for name, data in run.files:
            assert data == disk.open_read(store.file(name)).read()
        store.commit(put(person(99, "Sesudah mati listrik")))
    assert () == verify_store(FOLDER, fs=disk).findings
    with Store.open(FOLDER, operator="Sari", readonly=True, fs=disk) as store:
        assert "Sesudah mati listrik" == store.get(PEGAWAI, "3375-000099").nama


def test_the_life_without_a_cut_has_as_many_steps_as_are_cut():
    """The power cuts below reach every step."""
    disk = SimDisk()
    Run(disk).live()

    assert disk.steps <= STEPS


@pytest.mark.parametrize("step", range(1, STEPS + 1))
def test_every_acknowledged_change_survives_a_power_cut(step):
    """Cut at any step, whatever part of the unsynced writes and names reached the disk."""
    for seed in range(12):
        run = cut_at(step, seed)
        check(run, run.disk.crash(seed))


@pytest.mark.parametrize("step", range(1, STEPS + 1, 3))
def test_a_second_cut_while_recovering_loses_nothing_either(step):
    """Setting a torn tail aside is itself safe at every step."""
    for seed in range(4):
        for again in range(1, 9):
            run = cut_at(step, seed)
            disk = run.disk.crash(seed)
            disk.plan[disk.steps + again] = PowerCutError()
            with suppress(PowerCutError, UsageRefused, StoreDamaged):
                Store.open(FOLDER, operator="Sari", fs=disk).close()
            check(run, disk.crash(seed + again))
