"""Where everything of one instansi stands; all follows from its slug and the heads of its editions."""

from msgspec import Struct

from site_builder.paging import NAME_ROWS, name_file, page_address, page_count
from site_builder.sources import EditionHead, EditionSource

JSON, CSV, PDF = "pengumuman.json", "pengumuman.csv", "pengumuman.pdf"
RECAP = "rekap.csv"
SCHEMA, PACKAGE = "pengumuman.schema.json", "datapackage.json"


class Agency(Struct, frozen=True):
    """An instansi of the site: its slug and its editions, oldest first."""

    slug: str
    sources: tuple[EditionSource, ...]

    @property
    def newest(self) -> EditionSource:
        """The edition that counts now."""
        return self.sources[-1]

    @property
    def heads(self) -> tuple[EditionHead, ...]:
        """Heads of all editions, oldest first."""
        return tuple(source.kepala for source in self.sources)

    @property
    def nama(self) -> str:
        """The name as the newest edition has it."""
        return self.newest.kepala.instansi.nama

    @property
    def rows(self) -> int:
        """Rows of all editions: the weight of building it."""
        return sum(head.jumlah.semua for head in self.heads)

    @property
    def page(self) -> str:
        """Address of the page of the instansi."""
        return f"instansi/{self.slug}/index.html"

    @property
    def fingerprints_file(self) -> str:
        """Address of the fingerprints of all its editions."""
        return f"instansi/{self.slug}/sidik.json"

    @property
    def picture(self) -> str:
        """Address of the picture that stands for it where its page is shared."""
        return f"instansi/{self.slug}/gambar.png"

    @property
    def recap_file(self) -> str:
        """Address of the recap of the newest edition as CSV."""
        return f"instansi/{self.slug}/{RECAP}"

    def folder(self, source: EditionSource) -> str:
        """The folder of an edition's list and files."""
        return f"instansi/{self.slug}/{source.stem}"

    def list_page(self, source: EditionSource, number: int = 1) -> str:
        """Address of a page of an edition's list."""
        return page_address(self.folder(source), number)

    def pages_of(self, source: EditionSource) -> int:
        """Pages of an edition's list."""
        return page_count(source.kepala.jumlah.semua)

    def names_page(self, source: EditionSource, number: int = 0) -> str:
        """Address of a page of an edition's index by name; 0 is its overview."""
        return f"{self.folder(source)}/abjad/{name_file(number) if number else 'index.html'}"

    def units_page(self, source: EditionSource, number: int = 1) -> str:
        """Address of a page of an edition's index by unit."""
        return page_address(f"{self.folder(source)}/unit", number)

    def changes_folder(self, source: EditionSource) -> str:
        """The folder of the page on what `source` changed; the newest edition's stands at the plain address."""
        return f"instansi/{self.slug}/perubahan" + ("" if source is self.newest else f"/{source.stem}")

    def changes_page(self, source: EditionSource, number: int = 1) -> str:
        """Address of a page on what `source` changed."""
        return page_address(self.changes_folder(source), number)

    @property
    def search(self) -> str:
        """Name under which the detail for the search hands over its data; none for an empty list."""
        return f"data/{self.slug}/cari"

    def known_addresses(self) -> list[str]:
        """All addresses known before the lists are read; only further pages of `perubahan` and of units depend on them."""
        found = [self.page, self.recap_file, self.fingerprints_file]
        for number, source in enumerate(self.sources):
            folder = self.folder(source)
            pages = self.pages_of(source)
            found += [self.list_page(source, page + 1) for page in range(pages)]
            found += self._way_addresses(source) if pages > 1 else []
            found += [f"{folder}/{name}" for name in (JSON, CSV, SCHEMA, PACKAGE)]
            found += [f"{folder}/{PDF}"] if source.pdf else []
            found += [self.changes_page(source)] if number else []
        return found + ([f"{self.search}.js"] if self.newest.kepala.jumlah.semua else [])

    def _way_addresses(self, source: EditionSource) -> list[str]:
        """Of the indexes by name and by unit; only further pages of units depend on the list's content."""
        names = -(-source.kepala.jumlah.semua // NAME_ROWS)
        return [*(self.names_page(source, number) for number in range(names + 1)), self.units_page(source)]
