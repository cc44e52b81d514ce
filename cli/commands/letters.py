"""The command surat: letters as PDF."""

from pathlib import Path

import click

from cli.command import date_option, group, instansi_option, reason_option
from cli.moments import read_end
from cli.session import Session
from registry.desk.keluaran import write_file
from registry.errors import UsageRefused

_OUT = click.option(
    "--keluar",
    type=click.Path(dir_okay=False, path_type=Path),
    required=True,
    metavar="FILE.pdf",
    help="Berkas PDF yang ditulis.",
)


@group(help="Surat sebagai PDF: sptjm, pengumuman, perpanjangan, rekap, jawaban.")
def surat() -> None:
    """Letters."""


@surat.command("sptjm", help="SPTJM untuk ditandatangani PPK; sesudah susun-final.")
@instansi_option
@click.option("--nomor", required=True, help="Nomor SPTJM.")
@date_option
@_OUT
@click.pass_obj
def sptjm(session: Session, kode: str, nomor: str, tanggal: str, keluar: Path) -> None:
    """The statement over the frozen list."""
    from registry.desk.surat import sptjm_letter

    workspace = session.workspace()
    with session.reader(kode) as store:
        data = sptjm_letter(
            store, workspace.periode_for(store.instansi), nomor=nomor, tanggal=session.day(tanggal, store.instansi.zona)
        )
    _write(keluar, data)


@surat.command("pengumuman", help="Surat pengumuman satu edisi beserta daftarnya.")
@instansi_option
@click.option("--edisi", type=click.IntRange(min=1), default=None, help="Nomor edisi. Bawaan: yang terbaru.")
@_OUT
@click.pass_obj
def pengumuman(session: Session, kode: str, edisi: int | None, keluar: Path) -> None:
    """The announcement."""
    from registry.desk.surat import announcement_letter

    workspace = session.workspace()
    with session.reader(kode) as store:
        wanted = edisi or store.instansi.edisi_terakhir
        if not wanted:
            raise UsageRefused(
                "Belum ada pengumuman.", where=store.instansi.nama, to_do="Jalankan prafinalisasi dahulu."
            )
        data = announcement_letter(
            store, workspace.periode_for(store.instansi), wanted, workspace.terbitan_folder(kode)
        )
    _write(keluar, data)


@surat.command("perpanjangan", help="Surat permohonan penambahan waktu kepada BKN.")
@instansi_option
@click.option("--nomor", required=True, help="Nomor surat.")
@date_option
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
            tanggal=session.day(tanggal, store.instansi.zona),
            selesai=read_end(sampai, store.instansi.zona),
            alasan=alasan,
        )
    _write(keluar, data)


@surat.command("rekap", help="Rekap data riil tenaga yang tidak memenuhi syarat, untuk kedinasan.")
@instansi_option
@click.option("--nomor", default="", help="Nomor surat.")
@date_option
@_OUT
@click.pass_obj
def rekap(session: Session, kode: str, nomor: str, tanggal: str, keluar: Path) -> None:
    """Those who do not meet the rules."""
    from registry.desk.surat import real_data_letter

    workspace = session.workspace()
    with session.reader(kode) as store:
        data = real_data_letter(
            store, workspace.periode_for(store.instansi), nomor=nomor, tanggal=session.day(tanggal, store.instansi.zona)
        )
    _write(keluar, data)


@surat.command(
    "jawaban", help="Jawaban atas usulan atau sanggahan yang sudah diputus; satu surat bagi tiap tanda terima."
)
@instansi_option
@click.option(
    "--tanda-terima",
    "tanda_terima",
    multiple=True,
    required=True,
    metavar="NOMOR",
    help="Nomor tanda terima, misalnya U-3375-000001; dapat diulang.",
)
@click.option("--nomor", default="", help="Nomor surat. Bawaan: titik-titik untuk diisi tangan.")
@date_option
@click.option(
    "--keluar",
    type=click.Path(path_type=Path),
    required=True,
    metavar="FILE.pdf|FOLDER",
    help="Berkas PDF untuk satu surat, atau folder untuk satu berkas tiap surat.",
)
@click.pass_obj
def jawaban(session: Session, kode: str, tanda_terima: tuple[str, ...], nomor: str, tanggal: str, keluar: Path) -> None:
    """The answers to the public."""
    from registry.desk.surat import answer_letters, answer_name

    single = keluar.suffix.casefold() == ".pdf" and not keluar.is_dir()
    if single and len(set(tanda_terima)) > 1:
        raise UsageRefused("Beberapa surat tidak dapat ditulis ke satu berkas.", to_do="Sebutkan folder pada --keluar.")
    workspace = session.workspace()
    with session.reader(kode) as store:
        periode, day = workspace.periode_for(store.instansi), session.day(tanggal, store.instansi.zona)
        letters = answer_letters(store, periode, tanda_terima, tanggal=day, nomor=nomor)
    for number, data in letters.items():
        _write(keluar if single else keluar / answer_name(number), data)


def _write(path: Path, data: bytes) -> None:
    write_file(path, data)
    click.echo(f"Ditulis: {path}")
