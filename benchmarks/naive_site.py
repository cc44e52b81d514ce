"""What one would write first for the same site of one agency: json, the site's templates with a Jinja loop, csv, sha256.

In full: `json.load` of the edition; one render of the site's own template for every page, the rows of a list page in an
autoescaped Jinja loop over the dicts; `json.dumps` with sorted keys; `csv.DictWriter`; SHA-256 of every file for a manifest. Titles, links and Markdown around the rows come from the
builder's own functions. It is spared what else the builder does: search data, style sheet and other files are at hand, nothing is
planned or checked, no formula is defused, nothing is built aside and swapped in.
"""

import csv
import json
from collections.abc import Callable, Iterator, Mapping
from hashlib import sha256
from io import StringIO
from pathlib import Path
from typing import Any

from jinja2 import DictLoader, Environment, StrictUndefined
from msgspec import Struct

from site_builder.paging import PAGE_ROWS

_ROWS = """\
{% for r in rows %}
<tr id="{{ r.nomor }}"><td>{{ r.nomor }}</td><th scope="row">{{ r.nama }}</th><td>{{ r.jabatan }}</td>\
<td>{{ r.unit_kerja }}</td><td>{{ "THK-II" if r.kategori == "THK_II" else "Non-ASN" }}</td><td>{{ r.status }}</td></tr>
{% endfor %}
"""
_COLUMNS = ("nomor", "nama", "jabatan", "unit_kerja", "kategori", "status")


class Material(Struct, frozen=True, kw_only=True):
    """What is ready before the clock starts. Addresses count from the root of the site.

    lists: pages of the list in order, and what makes their models. pages: the other pages, template and what makes the model.
    small: other files.
    """

    edition: Path
    lists: Mapping[str, Callable[[], Struct]]
    pages: Mapping[str, tuple[str, Callable[[], Struct]]]
    json: str
    csv: str
    small: Mapping[str, bytes]


def environment(templates: Path) -> Environment:
    """The site's templates, set up as the builder does, `{{ page.baris }}` of the list replaced by the loop."""
    texts = {path.name: path.read_text(encoding="utf-8") for path in templates.glob("*.html")}
    texts["daftar.html"] = texts["daftar.html"].replace("{{ page.baris }}", _ROWS)
    return Environment(
        loader=DictLoader(texts),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )


def build_naively(material: Material, jinja: Environment, out: Path) -> None:
    """Write the whole site into `out`, a folder that does not exist."""
    with material.edition.open(encoding="utf-8") as file:
        data = json.load(file)
    hashes = {}
    for address, content in _files(material, jinja, data):
        (out / address).parent.mkdir(parents=True, exist_ok=True)
        (out / address).write_bytes(content)
        hashes[address] = {"bita": len(content), "sha256": sha256(content).hexdigest()}
    (out / "manifest.json").write_text(json.dumps(hashes, indent=1, sort_keys=True), encoding="utf-8")


def _files(material: Material, jinja: Environment, data: dict[str, Any]) -> Iterator[tuple[str, bytes]]:
    people: list[dict[str, str]] = data["daftar"]
    for number, (address, model) in enumerate(material.lists.items()):
        rows = people[number * PAGE_ROWS : (number + 1) * PAGE_ROWS]
        yield address, jinja.get_template("daftar.html").render(page=model(), rows=rows).encode()
    for address, (template, model) in material.pages.items():
        yield address, jinja.get_template(template).render(page=model()).encode()
    yield material.json, _dumps(data, sort_keys=True) + b"\n"
    yield material.csv, _table(people)
    yield from material.small.items()


def _dumps(value: object, *, sort_keys: bool = False) -> bytes:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"), sort_keys=sort_keys).encode()


def _table(people: list[dict[str, str]]) -> bytes:
    table = StringIO()
    writer = csv.DictWriter(table, _COLUMNS, lineterminator="\n")
    writer.writeheader()
    writer.writerows(people)
    return table.getvalue().encode()
