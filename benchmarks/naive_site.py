"""What one would write first for the same site of one agency: json, the site's templates with a Jinja loop, csv, sha256.

In full: `json.load` of the edition; one render of the site's own template for every page, the rows of a list page and the
names of an index page in an autoescaped Jinja loop over the dicts; a sort by name, units counted in a loop; `json.dumps` with
sorted keys; `csv.DictWriter`; SHA-256 of every file for a manifest. Titles, links and Markdown around the rows come from the
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
from msgspec.structs import replace

from site_builder.models import Link
from site_builder.paging import NAME_ROWS, PAGE_ROWS, name_file
from site_builder.ways.models import NamesPage
from site_builder.ways.names import Letters

_ROWS = """\
{% for r in rows %}
<tr id="{{ r.nomor }}"><td>{{ r.nomor }}</td><th scope="row">{{ r.nama }}</th><td>{{ r.jabatan }}</td>\
<td>{{ r.unit_kerja }}</td><td>{{ "THK-II" if r.kategori == "THK_II" else "Non-ASN" }}</td><td>{{ r.status }}</td></tr>
{% endfor %}
"""
_COLUMNS = ("nomor", "nama", "jabatan", "unit_kerja", "kategori", "status")


_NAMES = """\
{% for letter, anchor, names in letters %}
<h2{% if anchor %} id="huruf-{{ letter|lower }}"{% endif %}>{{ letter }}{% if not anchor %} (lanjutan){% endif %}</h2>
<ol class="abjad">
{% for r in names %}
<li><a href="../{{ r.halaman }}#{{ r.nomor }}">{{ r.nama }}</a> {{ r.unit_kerja }}</li>
{% endfor %}
</ol>
{% endfor %}
"""


class Material(Struct, frozen=True, kw_only=True):
    """What is ready before the clock starts. Addresses count from the root of the site.

    lists: pages of the list in order, and what makes their models. names, units: what makes models of the two indexes. pages: the other pages, template and what makes the model.
    small: other files.
    """

    edition: Path
    lists: Mapping[str, Callable[[], Struct]]
    pages: Mapping[str, tuple[str, Callable[[], Struct]]]
    names: Callable[[Letters], NamesPage]
    names_page: Callable[[int], str]
    units: Callable[[Mapping[str, dict[int, str]], Mapping[str, int]], Iterator[tuple[str, Struct]]]
    json: str
    csv: str
    small: Mapping[str, bytes]


def environment(templates: Path) -> Environment:
    """The site's templates, set up as the builder does, `{{ page.baris }}` of the list replaced by the loop."""
    texts = {path.name: path.read_text(encoding="utf-8") for path in templates.glob("*.html")}
    texts["daftar.html"] = texts["daftar.html"].replace("{{ page.baris }}", _ROWS)
    texts["abjad.html"] = texts["abjad.html"].replace("{{ page.isi }}", _NAMES)
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
    yield from _names(material, jinja, people)
    yield from _units(material, jinja, people)
    yield material.json, _dumps(data, sort_keys=True) + b"\n"
    yield material.csv, _table(people)
    yield from material.small.items()


def _names(material: Material, jinja: Environment, people: list[dict[str, str]]) -> Iterator[tuple[str, bytes]]:
    files = [address.rpartition("/")[2] for address in material.lists]
    rows = [person | {"halaman": files[number // PAGE_ROWS]} for number, person in enumerate(people)]
    rows.sort(key=lambda row: row["nama"].casefold())
    letters = {}
    for number, row in enumerate(rows):
        start, count = letters.get(row["nama"][0].lower(), (number, 0))
        letters[row["nama"][0].lower()] = (start, count + 1)
    chunks = [rows[start : start + NAME_ROWS] for start in range(0, len(rows), NAME_ROWS)]
    links = [Link(f"{own[0]['nama']} sampai {own[-1]['nama']}", name_file(at)) for at, own in enumerate(chunks, 1)]
    template, model = jinja.get_template("abjad.html"), material.names(letters)
    yield material.names_page(0), template.render(page=replace(model, halaman=tuple(links)), letters=[]).encode()
    for number, own in enumerate(chunks, 1):
        page = replace(
            model,
            rentang=links[number - 1].teks,
            sebelum=name_file(number - 1) if number > 1 else "index.html",
            sesudah=name_file(number + 1) if number < len(chunks) else "index.html",
        )
        groups: dict[str, list[dict[str, str]]] = {}
        for row in own:
            groups.setdefault(row["nama"][0].lower(), []).append(row)
        begin = (number - 1) * NAME_ROWS
        shown = [(letter.upper(), letters[letter][0] >= begin, group) for letter, group in groups.items()]
        yield material.names_page(number), template.render(page=page, letters=shown).encode()


def _units(material: Material, jinja: Environment, people: list[dict[str, str]]) -> Iterator[tuple[str, bytes]]:
    pages: dict[str, dict[int, str]] = {}
    counts: dict[str, int] = {}
    for number, person in enumerate(people):
        unit = person["unit_kerja"]
        pages.setdefault(unit, {}).setdefault(number // PAGE_ROWS + 1, person["nomor"])
        counts[unit] = counts.get(unit, 0) + 1
    for address, page in material.units(pages, counts):
        yield address, jinja.get_template("unit.html").render(page=page).encode()


def _dumps(value: object, *, sort_keys: bool = False) -> bytes:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"), sort_keys=sort_keys).encode()


def _table(people: list[dict[str, str]]) -> bytes:
    table = StringIO()
    writer = csv.DictWriter(table, _COLUMNS, lineterminator="\n")
    writer.writeheader()
    writer.writerows(people)
    return table.getvalue().encode()
