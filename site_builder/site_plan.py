"""The plan of a site: all agencies, pages and addresses, known before the first byte is written."""

from collections.abc import Sequence
from hashlib import sha256
from pathlib import Path

import msgspec

from site_builder.addresses import Plan, slugs_of
from site_builder.assets import Assets, load_assets
from site_builder.content import ContentSource, load_content
from site_builder.hashing import hash_builder, hash_folder
from site_builder.home import Agencies
from site_builder.manifest import MANIFEST
from site_builder.offline_app import OFFLINE_PAGE, SERVICE_WORKER, WEB_MANIFEST
from site_builder.open_data.bundles import bundles_of
from site_builder.open_data.files import open_data_addresses
from site_builder.own import own_files
from site_builder.parts import Parts
from site_builder.places import Agency
from site_builder.portal.files import portal_addresses
from site_builder.portal.home_page import Portal
from site_builder.portal.places import places_of
from site_builder.search.agency_search import tree_from
from site_builder.search.page import SEARCH_PAGE
from site_builder.settings import SiteSettings
from site_builder.sources import EditionSource


class SitePlan:
    """The plan: everything known before the first byte is written."""

    def __init__(
        self,
        sources: Sequence[EditionSource],
        settings: SiteSettings,
        templates: Path,
        content: Path,
        own: Path | None = None,
    ) -> None:
        self.settings = settings
        self.assets: Assets = load_assets(templates / "assets", settings.warna)
        self.own_files = own_files(templates, settings, own)
        self.content: tuple[ContentSource, ...] = load_content(content, own)
        self.parts = Parts(
            settings=settings,
            templates=templates,
            css=self.assets.css,
            js=self.assets.js,
            ikon=self.assets.ikon,
            konten=tuple(page.link for page in self.content),
            js_verifikasi=self.assets.js_verifikasi,
            logo=self.own_files.logo,
            gambar=self.own_files.gambar,
            portal=len({source.kode for source in sources}) > 1,
        )
        self.plan = Plan()
        self._claim_whole_site()
        self.agencies: Agencies = self._claim_agencies(sources)
        self.bundles = bundles_of(self.agencies, hash_builder())
        for address in open_data_addresses(self.bundles):
            self.plan.claim(address, "data terbuka")
        self.portal = Portal(tuple(self.agencies), places_of(self.agencies) if self.parts.portal else ())
        for address in portal_addresses(self.portal):
            self.plan.claim(address, "situs")
        base = self._base_fingerprint() + str(tree_from(len(self.agencies)))
        self.fingerprints = {
            agency.slug: _fingerprint(base, agency.sources) for agency in sorted(self.agencies, key=lambda it: it.slug)
        }

    @property
    def portal_pages(self) -> list[str]:
        """Pages of many agencies but the home page: they may be found by search engines."""
        return [it for it in portal_addresses(self.portal)[1:] if it.endswith("/index.html")]

    def _claim_whole_site(self) -> None:
        for address in ("404.html", "robots.txt", "sitemap.xml", MANIFEST):
            self.plan.claim(address, "situs")
        for address in (SEARCH_PAGE, OFFLINE_PAGE, SERVICE_WORKER, WEB_MANIFEST):
            self.plan.claim(address, "pencarian dan luring")
        for address in self.assets.berkas:
            self.plan.claim(address, "aset")
        for address in self.own_files.berkas:
            self.plan.claim(address, "logo dan gambar")
        for page in self.content:
            self.plan.claim(page.link.alamat, f"content/{page.nama}.md")

    def _claim_agencies(self, sources: Sequence[EditionSource]) -> Agencies:
        by_kode: dict[str, list[EditionSource]] = {}
        for source in sorted(sources, key=lambda it: (it.kode, it.kepala.edisi)):
            by_kode.setdefault(source.kode, []).append(source)
        slugs = slugs_of({kode: own[-1].kepala.instansi.nama for kode, own in by_kode.items()})
        agencies = [Agency(slugs[kode], tuple(own)) for kode, own in by_kode.items()]
        for agency in agencies:
            for address in agency.known_addresses():
                self.plan.claim(address, f"instansi {agency.newest.kode} ({agency.nama})")
        return sorted(agencies, key=lambda it: (it.nama.casefold(), it.slug))

    def _base_fingerprint(self) -> str:
        """Of all that every page depends on: builder, templates, content as the pages show it, settings."""
        parts = (
            hash_builder(),
            hash_folder(self.parts.templates),
            msgspec.json.encode((self.parts.konten, self.parts.portal)).decode(),
            self.parts.logo,
            msgspec.json.encode(self.settings, order="sorted").decode(),
        )
        return sha256("\n".join(parts).encode()).hexdigest()


def _fingerprint(base: str, sources: Sequence[EditionSource]) -> str:
    lines = [base, *(f"{it.stem} {it.sidik} {it.sidik_pdf}" for it in sources)]
    return sha256("\n".join(lines).encode()).hexdigest()
