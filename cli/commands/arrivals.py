"""The command berkas: every file that ever arrived, and what became of each of its rows."""

from collections.abc import Iterable
from io import BytesIO
from pathlib import Path

import click

from cli.command import group, instansi_option, json_option
from cli.output import clock, print_json, print_table
from cli.session import Session
from registry.desk.keluaran import write_file
from registry.errors import UsageRefused
from registry.model.codes import Hasil
from registry.model.impor import BarisImpor, Impor
from registry.normalise.text import format_number
from registry.store.store import Store

_BACK = frozenset({Hasil.DITOLAK, Hasil.MENUNGGU})


@group(help="Berkas yang pernah diimpor: daftar, hasil tiap baris, dan baris yang harus dibetulkan.")
def berkas() -> None:
    """Files that arrived."""


@berkas.command("daftar", help="Daftar berkas yang pernah diimpor dengan jumlah tiap hasil.")
@instansi_option
@json_option
@click.pass_obj
def list_files(session: Session, kode: str, as_json: bool) -> None:
    """Print the files, the oldest first."""
    from registry.desk.impor import imports

    with session.reader(kode) as store:
        arrived, zona = imports(store), store.instansi.zona
    if as_json:
        print_json([{"nomor": one.nomor, "berkas": one.berkas, "hasil": one.hasil} for one in arrived])
        return
    outcomes = [hasil.value for hasil in Hasil]
    print_table(
        ("Nomor", "Waktu", "Petugas", "Berkas", "Dibaca", *outcomes),
        (
            (
                i.nomor,
                clock(i.waktu, zona),
                i.operator,
                i.berkas,
                i.baris_dibaca,
                *(i.hasil.get(o, 0) for o in outcomes),
            )
            for i in arrived
        ),
    )


@berkas.command("lihat", help="Hasil tiap baris satu berkas; --tolakan menulis lagi baris yang harus dibetulkan.")
@click.argument("nomor")
@instansi_option
@click.option("--hasil", type=click.Choice([hasil.value for hasil in Hasil]), help="Hanya baris dengan hasil ini.")
@click.option(
    "--tolakan",
    type=click.Path(dir_okay=False, path_type=Path),
    metavar="FILE.xlsx",
    help="Tulis baris yang ditolak atau menunggu.",
)
@json_option
@click.pass_obj
def show(session: Session, nomor: str, kode: str, hasil: str | None, tolakan: Path | None, as_json: bool) -> None:
    """Print the rows of one file."""
    with session.reader(kode) as store:
        arrived = _find(store, nomor)
    rows = [row for row in arrived.baris if not hasil or row.hasil == hasil]
    if tolakan:
        count = _write_back(arrived, tolakan)
        click.echo(f"{format_number(count)} baris yang perlu diperbaiki ditulis ke {tolakan}.", err=as_json)
    elif not as_json:
        _print_rows(rows)
    if as_json:
        print_json(rows)


def _find(store: Store, nomor: str) -> Impor:
    from registry.desk.impor import imports

    for arrived in imports(store):
        if arrived.nomor == nomor.upper():
            return arrived
    raise UsageRefused(
        f"Tidak ada berkas bernomor {nomor}.", where=store.instansi.nama, to_do="Lihat: pendataan berkas daftar."
    )


def _write_back(arrived: Impor, path: Path) -> int:
    from registry.intake.rejects import write_rejects

    back = [row for row in arrived.baris if row.hasil in _BACK]
    made = BytesIO()
    write_rejects(back, arrived.kepala, made)
    write_file(path, made.getvalue())
    return len(back)


def _print_rows(rows: Iterable[BarisImpor]) -> None:
    print_table(
        ("Lembar", "Baris", "Hasil", "Nama", "Pendaftaran", "Temuan"),
        (
            (row.lembar, row.nomor, row.hasil, row.nama, row.pegawai, " ".join(f.pesan for f in row.temuan))
            for row in rows
        ),
    )
