"""The command cari: find a name offline, in a workspace's editions, a built site or a downloaded file."""

from pathlib import Path

import click

from cli.command import command, json_option
from cli.output import print_json, print_table
from cli.session import Session


@command(
    help="Cari nama dalam pengumuman: di ruang kerja, situs yang sudah dibangun, atau berkas pengumuman.json yang diunduh."
)
@click.argument("teks", nargs=-1, required=True)
@click.option(
    "--di",
    "place",
    type=click.Path(exists=True, path_type=Path),
    help="Folder atau berkas tempat mencari. Bawaan: terbitan di ruang kerja.",
)
@click.option(
    "--batas",
    type=click.IntRange(min=1),
    metavar="ANGKA",
    default=50,
    show_default=True,
    help="Paling banyak sekian hasil.",
)
@json_option
@click.pass_obj
def cari(session: Session, teks: tuple[str, ...], place: Path | None, batas: int, as_json: bool) -> int:
    """Print people whose names match; exit code 1 when nobody does."""
    from site_builder.search.offline import search_offline

    query = " ".join(teks)
    hits = search_offline(place or session.workspace().terbitan_root, query, limit=batas)
    if as_json:
        print_json({"teks": query, "jumlah": len(hits), "hasil": hits})
    elif hits:
        print_table(
            ("Nomor", "Nama", "Jabatan", "Unit kerja", "Instansi", "Status", "Tahap"),
            ((h.nomor, h.nama, h.jabatan, h.unit_kerja, h.instansi, h.status, h.tahap) for h in hits),
        )
    else:
        click.echo(f"Tidak ada nama yang cocok dengan “{query}”. Coba satu kata saja, atau ejaan lain.", err=True)
    return 0 if hits else 1
