"""What is wrong with a settings file in TOML, in the words of the person who edits it."""

import re
from tomllib import TOMLDecodeError
from typing import Final

import msgspec

_LINE: Final = re.compile(r"at line (\d+)")
_KINDS: Final = {
    "str": "teks dalam tanda petik",
    "int": "bilangan bulat",
    "float": "bilangan",
    "bool": "true atau false",
    "array": "daftar [ ]",
    "object": "tabel",
    "date": "tanggal",
    "datetime": "tanggal dan jam",
    "null": "kosong",
}
_PHRASES: Final = (
    (r"Object missing required field `(.+?)`", r"kunci “\1” tidak ada"),
    (r"Object contains unknown field `(.+?)`", r"kunci “\1” tidak dikenal"),
    (r"Invalid enum value (.+?)(?= - at|$)", r"nilai \1 tidak dikenal"),
    (r"Invalid (.+?)(?= - at|$)", r"\1 tidak sah"),
    (r" - at `key in \$\.(.+?)`", r" (di \1)"),
    (r" - at `\$\.?(.*?)`", r" (di \1)"),
)
_EXPECTED: Final = re.compile(r"Expected `(.+?)`, got `(.+?)`")


def syntax_fault(error: TOMLDecodeError | UnicodeDecodeError) -> str:
    """`baris 3 bukan TOML yang sah`."""
    if isinstance(error, UnicodeDecodeError):
        return "berkas bukan teks UTF-8"
    line = _LINE.search(str(error))
    return f"baris {line[1]} bukan TOML yang sah" if line else "berkas terputus sebelum selesai"


def shape_fault(error: msgspec.ValidationError) -> str:
    """`kunci “x” tidak dikenal (di situs)`, `seharusnya bilangan bulat, tetapi berisi teks ...`."""
    message = _EXPECTED.sub(lambda found: f"seharusnya {_kind(found[1])}, tetapi berisi {_kind(found[2])}", str(error))
    for pattern, phrase in _PHRASES:
        message = re.sub(pattern, phrase, message)
    return message


def _kind(names: str) -> str:
    return " atau ".join(_KINDS.get(name.strip(), name.strip()) for name in names.split("|"))
