"""What an operator prefers on this computer: theme and keys, kept in one small file of their own, outside every workspace.

    tema = "terang"

    [tombol]
    "pegawai.verifikasi" = "ctrl+y"

Names of commands are the ids of `tui.command`. A file that cannot be read is told about and set aside, never written over.
"""

import os
import tomllib
from collections.abc import Mapping
from pathlib import Path

import msgspec
from msgspec import Struct

from registry.normalise.toml_faults import shape_fault, syntax_fault

VARIABLE = "PENDATAAN_TERMINAL"
HEAD = "# Tampilan dan tombol terminal Pendataan. Nama perintah ada di Pengaturan, bagian Tombol.\n"


class Preferences(Struct, frozen=True, forbid_unknown_fields=True):
    """tema: a name of `tui.theme`. tombol: command id -> key."""

    tema: str = "gelap"
    tombol: dict[str, str] = {}


def preferences_path(environ: Mapping[str, str] = os.environ) -> Path:
    """PENDATAAN_TERMINAL, else a file among the user's settings on this platform."""
    if chosen := environ.get(VARIABLE, ""):
        return Path(chosen)
    from platformdirs import user_config_path  # noqa: PLC0415  (only needed without the variable)

    return user_config_path("pendataan", appauthor=False) / "terminal.toml"


def read_preferences(path: Path) -> tuple[Preferences, str]:
    """The preferences, and a sentence when the file is there but cannot be used: then they are the defaults."""
    try:
        return msgspec.convert(tomllib.loads(path.read_text(encoding="utf-8")), Preferences), ""
    except FileNotFoundError:
        return Preferences(), ""
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        fault = syntax_fault(error)
    except msgspec.ValidationError as error:
        fault = shape_fault(error)
    except OSError:
        fault = "berkas tidak dapat dibaca"
    return Preferences(), f"Pengaturan terminal tidak terbaca: {fault}. Tema dan tombol bawaan dipakai. Berkas: {path}"


def write_preferences(path: Path, wanted: Preferences) -> None:
    """The whole file or nothing. One that could not be read is kept beside it, as `.rusak`. Raises OSError."""
    path.parent.mkdir(parents=True, exist_ok=True)
    if read_preferences(path)[1]:
        path.replace(path.with_name(path.name + ".rusak"))
    lines = [HEAD, f"tema = {_toml(wanted.tema)}\n", "\n[tombol]\n"]
    lines += [f"{_toml(name)} = {_toml(key)}\n" for name, key in sorted(wanted.tombol.items())]
    aside = path.with_name(path.name + ".baru")
    aside.write_text("".join(lines), encoding="utf-8", newline="\n")
    aside.replace(path)


def _toml(text: str) -> str:
    """A JSON string is a TOML basic string, DEL aside."""
    return msgspec.json.encode(text).decode().replace("\x7f", "\\u007f")
