"""The command surat: letters as PDF."""

from datetime import date
from pathlib import Path

import click

from cli.command import group, instansi_option, reason_option
from cli.moments import read_date, read_end
from cli.session import Session

_OUT = click.option(
    "--keluar",
    type=click.Path(dir_okay=False, path_type=Path),
    required=True,
    metavar="FILE.pdf",
    help="Berkas PDF yang ditulis.",
)
_DATE = click.option("--tanggal", default="", metavar="TTTT-BB-HH", help="Tanggal surat. Bawaan: hari ini.")


@group(help="Surat sebagai PDF: sptjm, pengumuman, perpanjangan, rekap.")
def surat() -> None:
    """Letters."""


@surat.command("sptjm", help="SPTJM untuk ditandatangani PPK; sesudah susun-final.")
@instansi_option
@click.option("--nomor", required=True, help="Nomor SPTJM.")
@_DATE
@_OUT
@click.pass_obj
def sptjm(session: Session, kode: str, nomor: str, tanggal: str, keluar: Path) -> None:
    """The statement over the frozen list."""
    from registry.desk.surat import sptjm_letter

    workspace = session.workspace()
    with session.reader(kode) as store:
        data = sptjm_letter(store, workspace.periode_for(store.instansi), nomor=nomor, tanggal=_day(session, tanggal))
    _write(keluar, data)


@surat.command("pengumuman", help="Surat pengumuman satu edisi beserta daftarnya.")
@instansi_option
@click.option("--edisi", type=int, default=0, help="Nomor edisi. Bawaan: yang terbaru.")
@_OUT
@click.pass_obj
def pengumuman(session: Session, kode: str, edisi: int, keluar: Path) -> None:
    """The announcement."""
    from registry.desk.surat import announcement_letter

    workspace = session.workspace()
    with session.reader(kode) as store:
        wanted = edisi or store.instansi.edisi_terakhir
        data = announcement_letter(
            store, workspace.periode_for(store.instansi), wanted, workspace.terbitan_folder(kode)
        )
    _write(keluar, data)


@surat.command("perpanjangan", help="Surat permohonan penambahan waktu kepada BKN.")
@instansi_option
@click.option("--nomor", required=True, help="Nomor surat.")
@_DATE
@click.option("--sampai", required=True, metavar="TTTT-BB-HH[Tjj:mm]", help="Sampai kapan waktu diminta.")
@reason_option
@_OUT
@click.pass_obj
def perpanjangan(session: Session, kode: str, nomor: str, tanggal: str, sampai: str, alasan: str, keluar: Path) -> None:
    """The request for more time."""
    from registry.desk.surat import extension_letter

    workspace = session.workspace()
    with session.reader(kode) as store:
        data = extension_letter(
            store,
            workspace.periode_for(store.instansi),
            nomor=nomor,
            tanggal=_day(session, tanggal),
            selesai=read_end(sampai, store.instansi.zona),
            alasan=alasan,
        )
    _write(keluar, data)


@surat.command("rekap", help="Rekap data riil tenaga yang tidak memenuhi syarat, untuk kedinasan.")
@instansi_option
@click.option("--nomor", default="", help="Nomor surat.")
@_DATE
@_OUT
@click.pass_obj
def rekap(session: Session, kode: str, nomor: str, tanggal: str, keluar: Path) -> None:
    """Those who do not meet the rules."""
    from registry.desk.surat import real_data_letter

    workspace = session.workspace()
    with session.reader(kode) as store:
        data = real_data_letter(
            store, workspace.periode_for(store.instansi), nomor=nomor, tanggal=_day(session, tanggal)
        )
    _write(keluar, data)


def _day(session: Session, text: str) -> date:
    return read_date(text) if text else session.now.date()


def _write(path: Path, data: bytes) -> None:
    path.write_bytes(data)
    click.echo(f"Ditulis: {path}")
