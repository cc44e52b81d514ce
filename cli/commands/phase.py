"""Commands that move an instansi through its phases. The gates are the core's; these only ask and print."""

from functools import partial
from pathlib import Path

import click
import msgspec

from cli.command import command, date_option, group, instansi_option, json_option, reason_option
from cli.moments import read_end, read_start
from cli.output import Progress, confirm, print_json
from cli.session import Session
from registry.edition.types import Edition
from registry.model.instansi import UjiPublik
from registry.normalise.text import format_moment, format_number

_NUMBER = click.option("--nomor", required=True, help="Nomor surat atau pengumuman.")


@command(help="Sampai di mana instansi ini, apa syarat langkah berikutnya, apa yang perlu dikerjakan.")
@instansi_option
@json_option
@click.pass_obj
def status(session: Session, kode: str, as_json: bool) -> None:
    """Print phase, gates and what needs attention."""
    from registry.desk.gates import gates, next_steps
    from registry.workflow.names import FASE

    workspace = session.workspace()
    with session.reader(kode) as store:
        now = store.instansi
        periode = workspace.periode_for(now)
        checks, steps = gates(store, session.now, periode), next_steps(store, session.now, periode)
    if as_json:
        print_json(
            {
                "kode": kode,
                "fase": now.fase,
                "syarat": msgspec.to_builtins(checks),
                "langkah": msgspec.to_builtins(steps),
            }
        )
        return
    click.echo(f"{now.nama} ({kode}): {FASE[now.fase]}")
    for gate in checks:
        click.echo(
            f"  [{'sudah' if gate.terpenuhi else 'belum' if gate.menghalangi else 'perhatikan'}] {gate.judul}: {gate.pesan}"
        )
    for step in steps:
        click.echo(f"  -> {step.pesan}")


@command(help="Umumkan daftar prafinalisasi dan buka uji publik.")
@instansi_option
@_NUMBER
@date_option
@click.option("--mulai", default="", metavar="TTTT-BB-HH[Tjj:mm]", help="Awal uji publik. Bawaan: sekarang.")
@click.option(
    "--sampai", required=True, metavar="TTTT-BB-HH[Tjj:mm]", help="Akhir uji publik, waktu setempat instansi."
)
@click.option("--coba", is_flag=True, help="Hanya menunjukkan apa yang akan diumumkan; tidak ada yang ditulis.")
@click.pass_obj
def prafinalisasi(session: Session, kode: str, nomor: str, tanggal: str, mulai: str, sampai: str, coba: bool) -> None:
    """Freeze the prafinalisasi edition and open the window."""
    from registry.desk.tahap import announce, preview
    from registry.workflow.actions import Action
    from registry.workflow.steps import advance

    workspace = session.workspace()
    with session.reader(kode) if coba else session.writer(kode) as store, Progress("Mengumumkan") as progress:
        advance(store.instansi, Action.UMUMKAN)
        zona = store.instansi.zona
        step = partial(
            preview if coba else partial(announce, progress=progress),
            store,
            workspace.terbitan_folder(kode),
            workspace.periode_for(store.instansi),
            session.act(),
            uji_publik=UjiPublik(read_start(mulai, zona) if mulai else session.now, read_end(sampai, zona)),
            nomor=nomor,
            tanggal=session.day(tanggal, zona),
        )
        edition = step()
    if isinstance(edition, Edition):
        _print_preview(edition)
        return
    click.echo(
        f"Pengumuman prafinalisasi edisi {edition.nomor}: {format_number(edition.jumlah)} orang. Sidik {edition.sidik}"
    )
    click.echo("Berikutnya: pendataan bangun")


def _print_preview(edition: Edition) -> None:
    jumlah, window = edition.jumlah, edition.uji_publik
    click.echo(
        f"Akan diumumkan: edisi {edition.edisi}, {format_number(jumlah.semua)} orang"
        f" ({format_number(jumlah.ms)} MS, {format_number(jumlah.tms)} TMS),"
        f" uji publik {format_moment(window.mulai)} sampai {format_moment(window.selesai)}."
    )
    click.echo("Percobaan: tidak ada yang ditulis.")


@command(help="Perpanjang uji publik (sesudah surat permohonan penambahan waktu) dan umumkan daftar terkini.")
@instansi_option
@_NUMBER
@date_option
@click.option("--sampai", required=True, metavar="TTTT-BB-HH[Tjj:mm]", help="Akhir uji publik yang baru.")
@reason_option
@click.pass_obj
def perpanjang(session: Session, kode: str, nomor: str, tanggal: str, sampai: str, alasan: str) -> None:
    """Extend the window with a new edition."""
    from registry.desk.tahap import extend

    workspace = session.workspace()
    with session.writer(kode) as store, Progress("Mengumumkan") as progress:
        edition = extend(
            store,
            workspace.terbitan_folder(kode),
            workspace.periode_for(store.instansi),
            session.act(alasan),
            selesai=read_end(sampai, store.instansi.zona),
            nomor=nomor,
            tanggal=session.day(tanggal, store.instansi.zona),
            progress=progress,
        )
    click.echo(
        f"Uji publik diperpanjang; edisi {edition.nomor} memuat {format_number(edition.jumlah)} orang. Sidik {edition.sidik}"
    )


@command("susun-final", help="Bekukan daftar final untuk SPTJM. Uji publik harus sudah selesai.")
@instansi_option
@click.pass_obj
def susun_final(session: Session, kode: str) -> None:
    """Freeze the final list."""
    from registry.desk.tahap import compose_final

    workspace = session.workspace()
    with session.writer(kode) as store:
        now = compose_final(store, workspace.periode_for(store.instansi), session.act())
    click.echo(f"Daftar final dibekukan. Sidik daftar {now.sidik_final}")
    click.echo(
        f"Berikutnya: pendataan surat sptjm --instansi {kode} --nomor ... --keluar sptjm.pdf, lalu tanda tangan PPK."
    )


@command("buka-kembali", help="Buka lagi daftar final yang belum ber-SPTJM.")
@instansi_option
@reason_option
@click.pass_obj
def buka_kembali(session: Session, kode: str, alasan: str) -> None:
    """Reopen before the SPTJM is attached."""
    from registry.desk.tahap import reopen

    with session.writer(kode) as store:
        reopen(store, session.act(alasan))
    click.echo("Daftar final dibuka kembali.")


@group(help="SPTJM yang sudah ditandatangani.")
def sptjm() -> None:
    """The signed statement."""


@sptjm.command("lampirkan", help="Lampirkan pindaian SPTJM (PDF atau JPG).")
@click.argument("berkas", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@instansi_option
@_NUMBER
@date_option
@click.option(
    "--sidik",
    default="",
    help="Sidik daftar yang tercetak di surat (paling sedikit 8 angka pertama), untuk dicocokkan.",
)
@click.pass_obj
def attach(session: Session, berkas: Path, kode: str, nomor: str, tanggal: str, sidik: str) -> None:
    """Keep the scan and tie it to the frozen list."""
    from registry.desk.tahap import attach_sptjm

    with session.writer(kode) as store:
        attach_sptjm(
            store, berkas, session.act(), nomor=nomor, tanggal=session.day(tanggal, store.instansi.zona), sidik=sidik
        )
    click.echo(f"SPTJM {nomor} dilampirkan. Berikutnya: pendataan finalisasi --instansi {kode} --nomor ...")


@command(help="Umumkan daftar final dan kunci data selamanya.")
@instansi_option
@_NUMBER
@date_option
@click.option("--ya", is_flag=True, help="Jangan bertanya lagi.")
@click.pass_obj
def finalisasi(session: Session, kode: str, nomor: str, tanggal: str, ya: bool) -> None:
    """Lock the agency for good."""
    from registry.desk.tahap import finalise

    workspace = session.workspace()
    with session.writer(kode) as store:
        if not ya:
            confirm(f"Sesudah finalisasi data {store.instansi.nama} tidak dapat diubah lagi. Lanjutkan?")
        with Progress("Mengunci") as progress:
            edition = finalise(
                store,
                workspace.terbitan_folder(kode),
                workspace.periode_for(store.instansi),
                session.act(),
                nomor=nomor,
                tanggal=session.day(tanggal, store.instansi.zona),
                progress=progress,
            )
    click.echo(
        f"Final: edisi {edition.nomor} memuat {format_number(edition.jumlah)} orang dan data terkunci. Sidik {edition.sidik}"
    )
    click.echo("Berikutnya: pendataan bangun")
