"""The files' part of `periksa`: the view, kept files, permissions, what accidents left behind."""

from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import msgspec

from registry.errors import StoreDamaged
from registry.model.finding import Finding
from registry.model.impor import Impor
from registry.model.instansi import Instansi
from registry.model.tables import IMPOR, INSTANSI
from registry.store._anchor import VIEW
from registry.store._atomic import ASIDE
from registry.store._opening import JOURNAL
from registry.store._payload import decode_records
from registry.store._state import State
from registry.store._verify_journal import Reading
from registry.store.berkas import BERKAS, hash_file
from registry.store.files import FileSystem

_REWRITTEN = "Berkas itu hanya salinan: buka instansi ini untuk ditulisi lalu tutup, dan ia ditulis ulang dari jurnal."


def look_at_view(fs: FileSystem, folder: Path, read: Reading) -> None:
    """Add what there is to say to `read`. A writer that has the instansi open renews the view when it closes: then an old one is no news."""
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


def lost_files(state: State, kept: set[str]) -> Iterator[Finding]:
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
    """Unreadable records are told elsewhere."""
    with suppress(StoreDamaged):
        for impor in decode_records(IMPOR, state.rows(IMPOR), Impor):
            yield impor.sha256, f"Berkas impor {impor.nomor} ({impor.berkas})"
    with suppress(StoreDamaged):
        for instansi in decode_records(INSTANSI, state.rows(INSTANSI), Instansi):
            if instansi.sptjm is not None:
                yield instansi.sptjm.pindaian, f"Pindaian SPTJM nomor {instansi.sptjm.nomor}"


def broken_file(fs: FileSystem, path: Path) -> Iterator[Finding]:
    """A kept file must still have the content it is named after."""
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


def open_to_others(fs: FileSystem, folder: Path, kept: list[str]) -> Iterator[Finding]:
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


def left_over(fs: FileSystem, folder: Path) -> Iterator[Finding]:
    """What earlier accidents left behind."""
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
