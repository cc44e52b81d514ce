"""The command cari: find a name offline, in a workspace's editions, a built site or a downloaded file."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from cli.command import command, json_option
from cli.output import print_json, print_table
from cli.session import Session

if TYPE_CHECKING:
    from site_builder.search.hits import Hit


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
@click.option("--instansi", metavar="TEKS", default="", help="Hanya instansi ini: kodenya atau kata dari namanya.")
@click.option("--wilayah", metavar="TEKS", default="", help="Hanya provinsi ini.")
@click.option("--unit", metavar="TEKS", default="", help="Hanya unit kerja yang memuat kata ini.")
@click.option("--kategori", type=click.Choice(["THK_II", "NON_ASN"]), help="Hanya kategori ini.")
@click.option("--tahap", type=click.Choice(["prafinalisasi", "final"]), help="Hanya edisi terbaru yang bertahap ini.")
@click.option("--csv", "as_csv", is_flag=True, help="Cetak CSV, untuk lembar kerja.")
@json_option
@click.pass_obj
def cari(
    session: Session,
    teks: tuple[str, ...],
    place: Path | None,
    batas: int,
    *,
    as_csv: bool,
    as_json: bool,
    kategori: str | None,
    tahap: str | None,
    **narrowing: str,
) -> int:
    """Print people whose names match; exit code 1 when nobody does."""
    from site_builder.search.hits import Filters
    from site_builder.search.offline import search_offline

    query = " ".join(teks)
    filters = Filters(kategori=kategori or "", tahap=tahap or "", **narrowing)
    hits = search_offline(place or session.workspace().terbitan_root, query, limit=batas, filters=filters)
    if as_json:
        print_json({"teks": query, "jumlah": len(hits), "hasil": hits})
    elif as_csv:
        click.echo(_csv(hits), nl=False)
    elif hits:
        print_table(
            ("Nomor", "Nama", "Jabatan", "Unit kerja", "Instansi", "Status", "Tahap", "Kecocokan"),
            ((h.nomor, h.nama, h.jabatan, h.unit_kerja, h.instansi, h.status, h.tahap, h.kecocokan) for h in hits),
        )
    else:
        click.echo(f"Tidak ada nama yang cocok dengan “{query}”. Coba satu kata saja, atau ejaan lain.", err=True)
    return 0 if hits else 1


def _csv(hits: "Sequence[Hit]") -> str:
    """A line for each hit under a header line; no cell may start a formula."""
    import csv
    from io import StringIO

    from msgspec.structs import asdict, fields

    from registry.edition.csv import safe_cell
    from site_builder.search.hits import Hit

    out = StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow([field.name for field in fields(Hit)])
    writer.writerows([safe_cell(str(cell)) for cell in asdict(hit).values()] for hit in hits)
    return out.getvalue()
