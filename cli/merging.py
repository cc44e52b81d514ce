"""Take in other agencies' published editions: a national portal is a workspace that only collects."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from registry.desk.keluaran import reason, write_file
from registry.edition.canonical import decode_edition, encode_edition, fingerprint
from registry.edition.types import Edition
from registry.errors import FileRefused, PendataanError
from registry.model.codes import Tahap
from registry.workspace import Workspace

_LARGEST = 512 * 2**20
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
        try:
            data = _read(path)
            if _MARK not in data:
                continue
            edition = _decode(data, path)
            yield Merged(str(path), _take(workspace, own, path, edition), edition.instansi.kode, edition.edisi)
        except PendataanError as error:
            yield Merged(str(path), "ditolak", pesan=str(error))


def _candidates(places: Iterable[Path]) -> Iterator[Path]:
    for place in places:
        found = sorted(place.rglob("*.json")) if place.is_dir() else [place]
        yield from (path for path in found if path.is_file())


def _read(path: Path) -> bytes:
    try:
        if path.stat().st_size <= _LARGEST:
            return path.read_bytes()
    except OSError as error:
        raise _refused(path, f"Berkas tidak terbaca ({reason(error)}).", "berkas-tak-terbaca") from error
    raise _refused(path, "Berkas terlalu besar untuk sebuah pengumuman.", "berkas-terlalu-besar")


def _decode(data: bytes, path: Path) -> Edition:
    try:
        return decode_edition(data, where=str(path))
    except RecursionError as error:
        raise _refused(path, "Isi berkas bukan pengumuman yang sah.", "edisi-rusak") from error


def _refused(path: Path, what: str, code: str) -> FileRefused:
    return FileRefused(what, code=code, where=str(path), to_do="Ambil ulang berkas itu dari instansi penerbit.")


def _take(workspace: Workspace, own: set[str], path: Path, edition: Edition) -> str:
    kode = edition.instansi.kode
    folder = workspace.terbitan_folder(kode)  # refuses what is no code: it is about to become a folder
    if edition.edisi < 1 or edition.tahap not in set(Tahap):
        raise _refused(path, "Nomor atau tahap edisi ini tidak mungkin.", "edisi-mustahil")
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
    letter = path.with_suffix(".pdf")
    drawn = _read(letter) if letter.is_file() else b""
    _pass_gate(target.stem, data, drawn)
    folder.mkdir(parents=True, exist_ok=True)
    if drawn:
        write_file(target.with_suffix(".pdf"), drawn)
    write_file(target, data)
    return "baru"


def _pass_gate(stem: str, data: bytes, letter: bytes) -> None:
    """Another agency's mistake must not stop the whole portal later. Raises PublicationBlocked."""
    from registry.publication.inspect import inspect_bytes, refuse_leaks
    from registry.publication.secrets import Secrets

    files = {f"{stem}.json": data, f"{stem}.pdf": letter}
    refuse_leaks(leak for name, content in files.items() if content for leak in inspect_bytes(name, content, Secrets()))


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
