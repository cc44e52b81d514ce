"""What one would write first: json, a Jinja loop over dicts, csv. The same list pages, JSON and CSV as the builder's."""

import csv
import json
from io import StringIO
from pathlib import Path

from jinja2 import Environment, FileSystemLoader
from markupsafe import Markup

from site_builder.paging import PAGE_ROWS

_ROWS = """{% for r in rows %}<tr id="{{ r.nomor }}"><td>{{ r.nomor }}</td><th scope="row">{{ r.nama }}</th><td>{{ r.jabatan }}</td><td>{{ r.unit_kerja }}</td><td>{{ 'THK-II' if r.kategori == 'THK_II' else 'Non-ASN' }}</td><td>{{ r.status }}</td></tr>
{% endfor %}"""
_COLUMNS = ("nomor", "nama", "jabatan", "unit_kerja", "kategori", "status")


def build_naively(source: Path, pattern: str, out: Path) -> int:
    """Read an edition, write its list pages (`pattern`: an HTML page of the site with `@ROWS@`), JSON and CSV. Returns bytes written."""
    data = json.loads(source.read_text(encoding="utf-8"))
    people = data["daftar"]
    environment = Environment(autoescape=True, loader=FileSystemLoader(out))
    rows = environment.from_string(_ROWS)
    before, after = (Markup(part) for part in pattern.split("@ROWS@"))  # noqa: S704  (our own page)
    page = environment.from_string("{{ before }}{{ body }}{{ after }}")
    written = 0
    for number, start in enumerate(range(0, len(people), PAGE_ROWS), 1):
        body = Markup(rows.render(rows=people[start : start + PAGE_ROWS]))  # noqa: S704  (autoescaped)
        written += _write(out / f"halaman-{number}.html", page.render(before=before, body=body, after=after))
    written += _write(
        out / "pengumuman.json", json.dumps(data, sort_keys=True, ensure_ascii=False, separators=(",", ":"))
    )
    table = StringIO()
    writer = csv.DictWriter(table, _COLUMNS, extrasaction="ignore", lineterminator="\r\n")
    writer.writeheader()
    writer.writerows(people)
    return written + _write(out / "pengumuman.csv", table.getvalue())


def _write(path: Path, text: str) -> int:
    return path.write_bytes(text.encode())
