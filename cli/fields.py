"""Fields of a person as they are typed on the command line: `--isi nama='Siti Aminah'`."""

from collections.abc import Iterable

from registry.errors import UsageRefused


def read_fields(fields: Iterable[str]) -> dict[str, str]:
    """`kolom=nilai` each, each once. Raises UsageRefused."""
    read: dict[str, str] = {}
    for field in fields:
        name, sign, value = field.partition("=")
        if not sign or not name.strip():
            raise UsageRefused(f"Isian “{field}” tidak terbaca.", to_do="Tulis seperti --isi nama='Siti Aminah'.")
        if name.strip() in read:
            raise UsageRefused(f"Kolom {name.strip()} diisi dua kali.", to_do="Sebutkan sekali saja.")
        read[name.strip()] = value
    return read
