"""The filters that operators keep by name in the terminal, used on the command line."""

from collections.abc import Sequence
from itertools import compress

from registry.errors import UsageRefused
from registry.model.pegawai import PegawaiRingkas
from registry.store.store import Store
from registry.workspace import Workspace


def left_by(workspace: Workspace, store: Store, people: Sequence[PegawaiRingkas], nama: str) -> list[PegawaiRingkas]:
    """The people whom the saved filter of this name leaves, in their order. Raises UsageRefused, FileRefused."""
    from registry.desk.kelompok import members
    from tui.people import People, mask_of
    from tui.saved_filters import read_saved

    kept = read_saved(workspace.path)
    saved = {one.nama.casefold(): one.filter for one in kept}
    wanted = saved.get(nama.strip().casefold())
    if wanted is None:
        known = ", ".join(one.nama for one in kept) or "belum ada"
        raise UsageRefused(f"Tidak ada saringan tersimpan bernama “{nama}”.", to_do=f"Yang tersimpan: {known}.")
    held = People(people)
    if wanted.kelompok is not None:
        held.learn(wanted.kelompok, members(store, workspace.periode_for(store.instansi), wanted.kelompok))
    return list(compress(people, mask_of(held, wanted)))
