"""Any mix of damage: nothing false is read, nothing is thrown away."""

from contextlib import closing
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from registry.errors import StoreDamaged
from registry.model.tables import PEGAWAI
from registry.store.store import Store
from registry.store.verify import verify_store
from tests.registry.store.test_damage import ENDS, FOLDER, JOURNAL, PEOPLE, WHOLE, aside, disk_with, names, opened

SPANS = st.tuples(st.integers(0, len(WHOLE)), st.integers(0, 400))
JUNK = st.one_of(
    st.binary(max_size=40),
    st.just(b"\n"),
    st.just(b"\0" * 100),
    st.just(WHOLE[ENDS[1] : ENDS[2]]),
    st.just(WHOLE[ENDS[2] - 30 : ENDS[3] - 10]),
    st.just(b"0" * 64 + b' {"'),
)


def with_damage(data: bytes, spans: list[tuple[tuple[int, int], bytes]]) -> bytes:
    """Each span replaced by junk, from the end on."""
    for (start, size), junk in sorted(spans, reverse=True):
        data = data[:start] + junk + data[start + size :]
    return data


@settings(max_examples=400, deadline=None)
@given(spans=st.lists(st.tuples(SPANS, JUNK), min_size=1, max_size=4))
def test_no_damage_makes_a_false_record_or_loses_a_byte(spans):
    """What is read was written; what is not read is still there, in the journal or beside it."""
    data = with_damage(WHOLE, spans)
    disk = disk_with(data)
    verify_store(FOLDER, fs=disk)
    assert data == disk.files[JOURNAL].data
    try:
        store = opened(disk)
    except StoreDamaged:
        return
    with closing(store):
        assert set(PEOPLE[-1].items()) >= set(names(store).items())
        assert store.readonly or names(store) in PEOPLE
    assert data == bytes(disk.files[JOURNAL].data) + b"".join(aside(disk))


@settings(max_examples=100, deadline=None)
@given(junk=st.binary(min_size=1, max_size=300))
def test_junk_behind_the_last_line_is_set_aside(junk):
    """It is nobody's line: work goes on, and it can be looked at."""
    disk = disk_with(WHOLE + junk)

    with closing(opened(disk)) as store:
        assert (False, PEOPLE[-1], 1) == (store.readonly, names(store), len(store.notices))
    assert [junk] == aside(disk)
    with closing(Store.open(Path(FOLDER), operator="Sari", fs=disk)) as store:
        assert ([], 4) == (store.notices, store.count(PEGAWAI))
