"""The store against a plain dict: any mix of changes, checkpoints, reopenings and power cuts."""

from pathlib import Path
from random import Random

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from registry.model.codes import StatusPegawai
from registry.model.tables import PEGAWAI
from registry.store.change import Change
from registry.store.store import Store
from registry.store.verify import verify_store
from tests.crash.disk import SimDisk
from tests.registry.store.records import INSTANSI, act, nomor, person, put

FOLDER = Path("/kerja/3375")
NUMBERS = st.integers(0, 12)
PEOPLE = st.builds(
    person,
    NUMBERS,
    st.text(max_size=20),
    st.integers(0, 5).map(lambda serial: f"337500000000{serial:04d}"),
    st.sampled_from(StatusPegawai),
)


class StoreAgainstDict(RuleBasedStateMachine):
    @initialize()
    def begin(self):
        self.disk = SimDisk(Random(7))
        self.store = Store.create(FOLDER, INSTANSI, act(), fs=self.disk)
        self.people = {}
        self.entries = 1

    @rule(people=st.lists(PEOPLE, max_size=5))
    def puts(self, people):
        self.store.commit(put(*people))
        self.people |= {one.nomor: one for one in people}
        self.entries += 1

    @rule(numbers=st.lists(NUMBERS, max_size=3), one=PEOPLE)
    def deletes_and_puts(self, numbers, one):
        keys = [nomor(number) for number in numbers]
        self.store.commit(Change(action="x", act=act(), puts={PEGAWAI: {one.nomor: one}}, deletes={PEGAWAI: keys}))
        self.people = {key: value for key, value in self.people.items() if key not in keys} | {one.nomor: one}
        self.entries += 1

    @rule()
    def checkpoints(self):
        self.store.checkpoint()

    @rule()
    def closes_and_reopens(self):
        self.store.close()
        self.store = Store.open(FOLDER, operator="Tono", fs=self.disk)
        assert not self.store.readonly
        assert [] == self.store.notices

    @rule(seed=st.integers(0, 1000))
    def loses_power(self, seed):
        self.disk = self.disk.crash(seed)
        self.store = Store.open(FOLDER, operator="Tono", fs=self.disk)
        assert not self.store.readonly

    @rule()
    def is_sound(self):
        assert () == verify_store(FOLDER, fs=self.disk).findings

    @invariant()
    def holds_the_same_people(self):
        assert [self.people[key] for key in sorted(self.people)] == list(self.store.rows(PEGAWAI))
        assert len(self.people) == self.store.count(PEGAWAI)

    @invariant()
    def finds_the_same_niks(self):
        for serial in range(6):
            nik = f"337500000000{serial:04d}"
            found = sorted(
                (one.status is StatusPegawai.DICORET, one.nomor) for one in self.people.values() if one.nik == nik
            )
            assert (found[0][1] if found else None) == self.store.by_nik(nik)

    @invariant()
    def has_one_entry_a_change(self):
        assert self.entries == self.store.head.seq

    def teardown(self):
        if hasattr(self, "store"):
            self.store.close()


TestStoreAgainstDict = StoreAgainstDict.TestCase
TestStoreAgainstDict.settings = settings(
    max_examples=60, stateful_step_count=25, deadline=None, suppress_health_check=[HealthCheck.too_slow]
)
