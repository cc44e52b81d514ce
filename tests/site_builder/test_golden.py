"""The small site, page by page, against what was looked at and approved.

After a wanted change: PERBARUI_GOLDEN=1 .venv/bin/pytest tests/site_builder/test_golden.py, then read the difference.
"""

import os
import re
import shutil
from pathlib import Path

from tests.site_builder.sites import tree

GOLDEN = Path(__file__).parents[1] / "golden" / "situs"
_HASH = re.compile(rb"(situs|verifikasi|ikon|indeks|sidik)-[0-9a-f]{10}")
_KEPT = (".html", ".txt", ".xml")
_PROVINCES = ("jawa-tengah", "bali")  # with agencies and without; the others say the same of other names


def _comparable(site: Path) -> dict[str, bytes]:
    """Pages as they are but for hashes in asset names, shards, and the list of all addresses."""
    files = {_HASH.sub(rb"\1-SIDIK", name.encode()).decode(): data for name, data in tree(site).items()}
    shown = {
        name: _HASH.sub(rb"\1-SIDIK", data)
        for name, data in files.items()
        if not name.startswith("aset/")
        and _is_told(name)
        and (name.endswith(_KEPT) or name.startswith(("data/", "statistik/")))
    }
    return shown | {"alamat.daftar": "".join(f"{name}\n" for name in sorted(files)).encode()}


def _is_told(name: str) -> bool:
    return not name.startswith("provinsi/") or name.split("/")[1] in _PROVINCES


def test_the_small_site_is_the_approved_one(built: Path) -> None:
    """Every address and every kind of page of a small site, byte for byte."""
    actual = _comparable(built)
    if os.environ.get("PERBARUI_GOLDEN"):
        shutil.rmtree(GOLDEN, ignore_errors=True)
        for name, data in actual.items():
            (GOLDEN / name).parent.mkdir(parents=True, exist_ok=True)
            (GOLDEN / name).write_bytes(data)

    assert tree(GOLDEN) == actual
