"""Take in other agencies' published editions: a national portal is a workspace that only collects."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from registry.edition.canonical import decode_edition, encode_edition, fingerprint
from registry.edition.types import Edition
from registry.errors import FileRefused
from registry.workspace import Workspace

_MARK = b'"format":"pengumuman/'


@dataclass(frozen=True)
class Merged:
    """What became of one file: `hasil` is baru, sama or ditolak; `pesan` says why it was refused."""

    berkas: str
    hasil: str
    kode: str = ""
    edisi: int = 0
    pesan: str = ""


def merge_editions(workspace: Workspace, places: Iterable[Path]) -> Iterator[Merged]:
    """Copy every edition found below `places` into the workspace's terbitan/. Files that are no editions are passed over."""
    own = set(workspace.instansi_codes())
    for path in _candidates(places):
        data = path.read_bytes()
        if _MARK not in data:
            continue
        try:
            edition = decode_edition(data, where=str(path))
            yield Merged(str(path), _take(workspace, own, path, edition), edition.instansi.kode, edition.edisi)
        except FileRefused as error:
            yield Merged(str(path), "ditolak", pesan=str(error))


def _candidates(places: Iterable[Path]) -> Iterator[Path]:
    for place in places:
        yield from (sorted(place.rglob("*.json")) if place.is_dir() else [place])


def _take(workspace: Workspace, own: set[str], path: Path, edition: Edition) -> str:
    kode = edition.instansi.kode
    folder = workspace.terbitan_root / kode
    target = folder / f"{edition.edisi}-{edition.tahap}.json"
    data = encode_edition(edition)
    if target.exists():
        if target.read_bytes() == data:
            return "sama"
        raise FileRefused(
            f"Edisi {edition.edisi} instansi {kode} sudah ada dengan isi lain.",
            code="edisi-bertentangan",
            where=str(path),
            to_do="Bandingkan sidik kedua berkas dengan yang diumumkan instansi; simpan hanya yang benar.",
        )
    if kode in own:
        raise FileRefused(
            f"Instansi {kode} didata di ruang kerja ini sendiri.",
            code="edisi-milik-sendiri",
            where=str(path),
            to_do="Edisi instansi sendiri hanya terbit melalui prafinalisasi dan finalisasi.",
        )
    _check_chain(folder, edition, path)
    folder.mkdir(parents=True, exist_ok=True)
    if (letter := path.with_suffix(".pdf")).exists():
        target.with_suffix(".pdf").write_bytes(letter.read_bytes())
    target.write_bytes(data)
    return "baru"


def _check_chain(folder: Path, edition: Edition, path: Path) -> None:
    """The edition before it, when it is here, must be the one it names."""
    for before in folder.glob(f"{edition.edisi - 1}-*.json"):
        if fingerprint(before.read_bytes()) != edition.sebelumnya:
            raise FileRefused(
                f"Edisi {edition.edisi} instansi {edition.instansi.kode} tidak menyambung pada edisi sebelumnya yang ada di sini.",
                code="edisi-tidak-menyambung",
                where=str(path),
                to_do="Minta kedua edisi dari instansi penerbit.",
            )
