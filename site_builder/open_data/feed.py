"""atom.xml: the newest announcements, for feed readers. It names agencies and counts, never a person."""

from collections.abc import Sequence
from urllib.parse import urljoin

from markupsafe import escape

from site_builder.list_title import edition_title
from site_builder.parts import ATOM, Parts
from site_builder.places import Agency
from site_builder.sources import EditionSource
from site_builder.wording import format_date, format_number

_NEWEST = 50


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
        f"<title>{escape(settings.judul)}</title>\n"
        f"<id>{escape(base or 'urn:pendataan:pengumuman')}</id>\n"
        f'<link rel="self" href="{escape(urljoin(base, ATOM))}"/>\n<link href="{escape(base or "index.html")}"/>\n'
        f"<author><name>{escape(settings.pemilik or settings.judul)}</name></author>\n"
        f"<updated>{updated}</updated>\n{entries}</feed>\n"
    ).encode()


def _entry(base: str, source: EditionSource, agency: Agency) -> str:
    head = source.kepala
    title = f"{head.instansi.nama}: pengumuman {edition_title(source).lower()}"
    text = (
        f"Pengumuman nomor {head.nomor} tanggal {format_date(head.tanggal)}, {format_number(head.jumlah.semua)} orang."
    )
    return (
        f"<entry><title>{escape(title)}</title><id>urn:sha256:{source.sidik}</id>"
        f'<link href="{escape(urljoin(base, agency.page))}"/>'
        f"<updated>{head.terbit.isoformat()}</updated><summary>{escape(text)}</summary></entry>\n"
    )
