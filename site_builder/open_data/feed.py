"""atom.xml: the newest announcements, for feed readers. It names agencies and counts, never a person."""

from collections.abc import Sequence
from urllib.parse import urljoin

from markupsafe import Markup, escape

from site_builder.list_title import edition_title
from site_builder.parts import ATOM, Parts
from site_builder.places import Agency
from site_builder.sources import EditionSource
from site_builder.wording import format_date, format_number

_NEWEST = 50
# XML 1.0 cannot hold these, not even escaped.
_NO_XML = dict.fromkeys((*range(9), 11, 12, *range(14, 32), 0xFFFE, 0xFFFF), "\ufffd")


def atom_feed(parts: Parts, agencies: Sequence[Agency]) -> bytes:
    """The feed; links are relative where the site's address is not known."""
    settings = parts.settings
    base = settings.alamat.rstrip("/") + "/" if settings.alamat else ""
    found = [(source, agency) for agency in agencies for source in agency.sources]
    found.sort(key=lambda it: (it[0].kepala.terbit, it[0].kode, it[0].kepala.edisi), reverse=True)
    updated = found[0][0].kepala.terbit.isoformat() if found else "1970-01-01T00:00:00Z"
    entries = "".join(_entry(base, source, agency) for source, agency in found[:_NEWEST])
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="id">\n'
        f"<title>{_escaped(settings.judul)}</title>\n"
        f"<id>{_escaped(base or 'urn:pendataan:pengumuman')}</id>\n"
        f'<link rel="self" href="{_escaped(urljoin(base, ATOM))}"/>\n<link href="{_escaped(base or "index.html")}"/>\n'
        f"<author><name>{_escaped(settings.pemilik or settings.judul)}</name></author>\n"
        f"<updated>{updated}</updated>\n{entries}</feed>\n"
    ).encode()


def _escaped(text: str) -> Markup:
    return escape(text.translate(_NO_XML))


def _entry(base: str, source: EditionSource, agency: Agency) -> str:
    head = source.kepala
    title = f"{head.instansi.nama}: pengumuman {edition_title(source).lower()}"
    text = (
        f"Pengumuman nomor {head.nomor} tanggal {format_date(head.tanggal)}, {format_number(head.jumlah.semua)} orang."
    )
    return (
        f"<entry><title>{_escaped(title)}</title><id>urn:sha256:{source.sidik}</id>"
        f'<link href="{_escaped(urljoin(base, agency.page))}"/>'
        f"<updated>{head.terbit.isoformat()}</updated><summary>{_escaped(text)}</summary></entry>\n"
    )
