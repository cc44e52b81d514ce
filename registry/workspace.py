"""The workspace on disk (architecture section 3): where everything lies, and the way to an instansi's store.

    pendataan.toml   periode/<kode>.toml   instansi/<kode>/   terbitan/<kode>/   situs/

Folders that hold private data are the owner's alone (0700). What happens inside a store is the desk's business, what is
built into `situs/` the site builder's.
"""

import os
import re
import tomllib
from collections.abc import Mapping
from pathlib import Path

import msgspec
from msgspec import Struct

from registry.desk.deed import check_act
from registry.desk.terbitan import finish_publication
from registry.errors import FileRefused, UsageRefused
from registry.model.act import Act
from registry.model.instansi import Instansi
from registry.normalise.toml_faults import shape_fault, syntax_fault
from registry.periode.load import builtin_periode_path, load_periode
from registry.periode.types import Periode
from registry.reference.instansi import all_instansi, instansi_by_code
from registry.store.store import Store

VARIABLE = "PENDATAAN_WORKSPACE"
SETTINGS_FILE = "pendataan.toml"
DEFAULT_PERIODE = "2022"
_KODE = re.compile(r"[A-Z0-9][A-Z0-9_-]{0,39}")


class WorkspaceSettings(Struct, frozen=True, forbid_unknown_fields=True):
    """judul: title of the site. alamat_dasar: its public address, empty where unknown. periode: the one in use.

    pemilik: who publishes the site, for its foot. warna: the one colour of its palette, `#rrggbb`.
    """

    judul: str = "Pendataan Tenaga Non-ASN"
    alamat_dasar: str = ""
    periode: str = DEFAULT_PERIODE
    pemilik: str = ""
    warna: str = "#0b5a6f"


def default_path(environ: Mapping[str, str] = os.environ) -> Path:
    """PENDATAAN_WORKSPACE, else a folder among the user's data on this platform."""
    if chosen := environ.get(VARIABLE, ""):
        return Path(chosen)
    from platformdirs import user_data_path  # noqa: PLC0415  (only needed without the variable)

    return user_data_path("pendataan", appauthor=False)


class Workspace:
    """One opened workspace. Holds paths and settings, no store stays open in it."""

    def __init__(self, path: Path, settings: WorkspaceSettings) -> None:
        self.path = path
        self.settings = settings

    @classmethod
    def init(cls, path: Path, *, judul: str = "") -> "Workspace":
        """A new workspace with the built-in periode. Raises UsageRefused where one exists already."""
        if (path / SETTINGS_FILE).exists():
            raise UsageRefused("Ruang kerja sudah ada di sini.", where=str(path), to_do="Pakai folder lain.")
        settings = WorkspaceSettings(judul=judul.strip()) if judul.strip() else WorkspaceSettings()
        try:
            _lay_out(path, settings)
        except OSError as error:
            raise UsageRefused(
                "Ruang kerja tidak dapat dibuat.",
                where=str(path),
                to_do="Periksa izin folder dan sisa ruang penyimpanan, atau pakai folder lain.",
            ) from error
        return cls(path, settings)

    @classmethod
    def open(cls, path: Path) -> "Workspace":
        """The workspace at `path`. Raises UsageRefused when there is none, FileRefused when pendataan.toml is unsound."""
        file = path / SETTINGS_FILE
        if not file.is_file():
            raise UsageRefused(
                "Belum ada ruang kerja di sini.", where=str(path), to_do="Buat dahulu dengan “pendataan init”."
            )
        return cls(path, _read_settings(file))

    @property
    def title(self) -> str:
        """Title of the site."""
        return self.settings.judul

    @property
    def alamat_dasar(self) -> str:
        """Public address of the site, empty where unknown."""
        return self.settings.alamat_dasar

    @property
    def periode_kode(self) -> str:
        """Code of the periode new instansi get."""
        return self.settings.periode

    @property
    def terbitan_root(self) -> Path:
        """Folder of all editions, one folder an instansi below it."""
        return self.path / "terbitan"

    @property
    def site_folder(self) -> Path:
        """Folder of the built site."""
        return self.path / "situs"

    @property
    def log_file(self) -> Path:
        """Where technical details of failures go."""
        return self.path / "pendataan.log"

    def periode_codes(self) -> tuple[str, ...]:
        """Codes of the periode files of this workspace."""
        return tuple(sorted(file.stem for file in (self.path / "periode").glob("*.toml")))

    def periode(self, kode: str = "") -> Periode:
        """The rules of a periode, the one in use by default. Raises UsageRefused, FileRefused."""
        wanted = kode or self.periode_kode
        if wanted not in self.periode_codes():
            raise UsageRefused(
                f"Periode “{wanted}” tidak ada di ruang kerja ini.",
                where=str(self.path / "periode"),
                to_do=f"Periode yang ada: {', '.join(self.periode_codes()) or 'belum ada'}.",
            )
        return load_periode(self.path / "periode" / f"{wanted}.toml")

    def periode_for(self, instansi: Instansi) -> Periode:
        """The rules the instansi is registered under."""
        return self.periode(instansi.periode)

    def instansi_codes(self) -> tuple[str, ...]:
        """Codes of the instansi of this workspace, sorted; those whose journal was taken away still count."""
        folder = self.path / "instansi"
        if not folder.is_dir():
            return ()
        return tuple(sorted(child.name for child in folder.iterdir() if Store.was_here(child)))

    def instansi_folder(self, kode: str) -> Path:
        """Private folder of an instansi of this workspace. Raises UsageRefused."""
        if kode not in self.instansi_codes():
            raise UsageRefused(
                f"Instansi “{kode}” belum ada di ruang kerja ini.",
                where=str(self.path),
                to_do=f"Yang ada: {', '.join(self.instansi_codes()) or 'belum ada'}."
                f" Tambahkan dengan “pendataan instansi tambah {kode}”.",
            )
        return self.path / "instansi" / kode

    def terbitan_folder(self, kode: str) -> Path:
        """Folder of the instansi's editions; it may not exist yet. Raises UsageRefused for what is no code."""
        return self.terbitan_root / _checked_kode(kode)

    def open_store(self, kode: str, operator: str, *, readonly: bool = False) -> Store:
        """The instansi's store. A writer first finishes a publication that a crash left half-way."""
        store = Store.open(self.instansi_folder(kode), operator=operator, readonly=readonly)
        if not store.readonly:
            finish_publication(store, self.terbitan_folder(kode))
        return store

    def add_instansi(self, kode: str, act: Act) -> Instansi:
        """An instansi as the reference table knows it: name, kind, region, zone. Raises UsageRefused."""
        known = instansi_by_code(kode)
        if known is None:
            raise UsageRefused(
                f"Kode instansi “{kode}” tidak dikenal dalam tabel acuan.",
                to_do=_nearest(kode),
            )
        return self.create_instansi(
            Instansi(
                kode=known.kode,
                nama=known.nama,
                jenis=known.jenis,
                wilayah=known.wilayah,
                kode_wilayah=known.kode_wilayah,
                zona=known.zona,
                periode=self.periode_kode,
            ),
            act,
        )

    def create_instansi(self, instansi: Instansi, act: Act) -> Instansi:
        """A new store with this instansi in it, for those the reference table does not know too. Raises UsageRefused."""
        kode = _checked_kode(instansi.kode)
        check_act(act)
        self.periode_for(instansi)
        if kode in self.instansi_codes():
            raise UsageRefused(f"Instansi {kode} sudah ada di ruang kerja ini.", where=str(self.path))
        folder = self.path / "instansi" / kode
        try:
            _private_folder(folder)
        except OSError as error:
            raise UsageRefused(
                "Folder instansi tidak dapat dibuat.",
                where=str(folder),
                to_do="Periksa izin folder ruang kerja dan sisa ruang penyimpanan.",
            ) from error
        with Store.create(folder, instansi, act) as store:
            return store.instansi


def _checked_kode(kode: str) -> str:
    if not _KODE.fullmatch(kode):
        raise UsageRefused(
            f"“{kode}” bukan kode instansi.",
            to_do="Kode terdiri atas huruf besar dan angka, misalnya 3375 atau KEMENAG.",
        )
    return kode


def _nearest(kode: str) -> str:
    wanted = kode.casefold().strip()
    near = [entry for entry in all_instansi() if wanted and wanted in f"{entry.kode} {entry.nama}".casefold()][:5]
    if not near:
        return "Periksa kodenya: kode Kemendagri tanpa titik (3375), atau nama singkat kementerian (KEMENAG)."
    return "Mungkin maksudnya: " + ", ".join(f"{entry.kode} ({entry.nama})" for entry in near) + "."


def _lay_out(path: Path, settings: WorkspaceSettings) -> None:
    """Folders, the built-in periode, and last the settings, which make it a workspace."""
    _private_folder(path)
    for name in ("periode", "instansi", "terbitan"):
        _private_folder(path / name)
    target = path / "periode" / f"{DEFAULT_PERIODE}.toml"
    if not target.exists():
        _write_new(target, builtin_periode_path(DEFAULT_PERIODE).read_text(encoding="utf-8"))
    _write_new(path / SETTINGS_FILE, _settings_text(settings))


def _private_folder(path: Path) -> None:
    """A folder for its owner alone; one that was there before keeps the mode its owner gave it."""
    if path.is_dir():
        return
    path.mkdir(mode=0o700, parents=True)
    path.chmod(0o700)


def _write_new(path: Path, text: str) -> None:
    aside = path.with_name(f".{path.name}.baru")
    aside.write_text(text, encoding="utf-8", newline="\n")
    aside.replace(path)


def _settings_text(settings: WorkspaceSettings) -> str:
    lines = [
        "# Ruang kerja Pendataan. judul, alamat_dasar, pemilik, dan warna dipakai situs; periode berlaku bagi instansi baru."
    ]
    lines += [f"{name} = {_toml_string(getattr(settings, name))}" for name in settings.__struct_fields__]
    return "\n".join(lines) + "\n"


def _toml_string(text: str) -> str:
    """A JSON string is a TOML basic string, DEL aside."""
    return msgspec.json.encode(text).decode().replace("\x7f", "\\u007f")


def _read_settings(file: Path) -> WorkspaceSettings:
    try:
        return msgspec.convert(tomllib.loads(file.read_text(encoding="utf-8")), WorkspaceSettings)
    except (tomllib.TOMLDecodeError, UnicodeDecodeError, msgspec.ValidationError) as error:
        fault = shape_fault(error) if isinstance(error, msgspec.ValidationError) else syntax_fault(error)
        raise FileRefused(
            f"Pengaturan ruang kerja tidak terbaca: {fault}.",
            code="pengaturan-tidak-terbaca",
            where=str(file),
            to_do="Perbaiki berkas itu dengan penyunting teks.",
        ) from error
