"""What the owner of a site decides about it; comes from the table `[situs]` of a workspace's pendataan.toml."""

from msgspec import Struct


class SiteSettings(Struct, frozen=True, omit_defaults=True, forbid_unknown_fields=True):
    """`alamat`: full address the site will have (sitemap.xml, 404.html); `warna`: the one colour, `#rrggbb`.

    `pencarian`: whether names can be searched; the index of a nation takes longer than all its pages.
    """

    judul: str = "Pengumuman Pendataan Tenaga Non-ASN"
    pemilik: str = ""
    alamat: str = ""
    warna: str = "#0b5a6f"
    pencarian: bool = True
