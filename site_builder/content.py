"""Pages of content/*.md: front matter, Markdown, cleaned HTML, links between pages made relative and checked."""

import re
from collections.abc import Container
from pathlib import Path

from msgspec import Struct

from site_builder.addresses import relative
from site_builder.errors import BuildRefused
from site_builder.parts import ContentLink

_KEYS = frozenset({"judul", "ringkasan", "urutan", "menu"})
_INTERNAL = re.compile(r'(href|src)="/([^"#]*)(#[^"]*)?"')
_TAGS = frozenset(
    "a abbr b blockquote br code dd dl dt em h2 h3 h4 hr i kbd li ol p pre strong sub sup table tbody td th thead tr ul".split()
)


class ContentSource(Struct, frozen=True):
    """One Markdown file with its front matter read."""

    nama: str
    judul: str
    ringkasan: str
    urutan: int
    menu: str
    teks: str

    @property
    def link(self) -> ContentLink:
        """How other pages link to it."""
        return ContentLink(self.nama, self.judul, f"{self.nama}/index.html", self.menu)


def load_content(folder: Path, own: Path | None = None) -> tuple[ContentSource, ...]:
    """The pages directly in `folder`, those of the same name in `own` instead, in the order they ask for.

    Raises BuildRefused for a faulty front matter.
    """
    found = {path.name: path for place in (folder, own) if place is not None for path in place.glob("*.md")}
    pages = [_parse(path) for path in found.values()]
    return tuple(sorted(pages, key=lambda page: (page.urutan, page.nama)))


def render_content(page: ContentSource, addresses: Container[str]) -> str:
    """Clean HTML. A link `/cara-cek/` becomes relative; one that leads nowhere raises BuildRefused."""
    import markdown  # noqa: PLC0415 - slow import
    import nh3  # noqa: PLC0415 - only content pages need it

    html = markdown.markdown(page.teks, extensions=["tables", "sane_lists", "attr_list"], output_format="html")
    clean = nh3.clean(
        html,
        tags=set(_TAGS),
        attributes={"a": {"href", "title"}, "h2": {"id"}, "h3": {"id"}, "th": {"scope"}, "abbr": {"title"}},
        url_schemes={"https", "http", "mailto", "tel"},
        link_rel="noopener",
    )

    def resolved(match: re.Match[str]) -> str:
        target = match[2] + "index.html" if not match[2] or match[2].endswith("/") else match[2]
        if target not in addresses:
            raise BuildRefused(
                f"Tautan /{match[2]} di content/{page.nama}.md tidak menuju halaman mana pun.",
                to_do="Perbaiki tautannya.",
            )
        return f'{match[1]}="{relative(page.link.alamat, target)}{match[3] or ""}"'

    return _INTERNAL.sub(resolved, clean)


def _parse(path: Path) -> ContentSource:
    text = path.read_text("utf-8")
    match = re.match(r"---\n(.*?)\n---\n", text, re.DOTALL)
    if match is None:
        raise _faulty(path, "tidak diawali bagian --- ... ---")
    lines = [line.partition(":") for line in match[1].splitlines() if line.strip()]
    fields = {key.strip(): value.strip() for key, _, value in lines}
    if unknown := fields.keys() - _KEYS:
        raise _faulty(path, f"memuat kunci tak dikenal {', '.join(sorted(unknown))}")
    if not fields.get("judul"):
        raise _faulty(path, "tidak memuat judul")
    if not fields.get("urutan", "0").isdecimal():
        raise _faulty(path, "urutan-nya bukan angka")
    return ContentSource(
        path.stem,
        fields["judul"],
        fields.get("ringkasan", ""),
        int(fields.get("urutan", "99")),
        fields.get("menu", ""),
        text[match.end() :],
    )


def _faulty(path: Path, why: str) -> BuildRefused:
    return BuildRefused(
        f"Kepala halaman {why}.", where=str(path), to_do="Lihat halaman lain di content/ sebagai contoh."
    )
