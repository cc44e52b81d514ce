"""Commands for the site: bangun, sajikan, gabung."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from cli.command import command, json_option
from cli.output import Progress, print_json
from cli.session import Session

if TYPE_CHECKING:
    from registry.workspace import Workspace


@command(help="Bangun situs dari semua edisi. Gerbang publikasi memeriksa setiap bita sebelum situs lama diganti.")
@click.option(
    "--keluar",
    type=click.Path(file_okay=False, path_type=Path),
    metavar="FOLDER",
    help="Folder situs. Bawaan: situs/ di ruang kerja.",
)
@click.option(
    "--kemajuan",
    type=click.Choice(["batang", "json"]),
    default="batang",
    help="Cara menunjukkan kemajuan; json untuk program.",
)
@click.pass_obj
def bangun(session: Session, keluar: Path | None, kemajuan: str) -> None:
    """Build, inspect, swap."""
    from cli.building import build_site
    from site_builder.wording import format_bytes

    workspace = session.workspace()
    if kemajuan == "json":
        report = build_site(
            workspace,
            keluar,
            _print_step,
            lambda done, all_: _print_step(
                done, all_, f"Gerbang publikasi: {format_bytes(done)} dari {format_bytes(all_)}"
            ),
        )
    else:
        with Progress("Membangun") as building, Progress("Gerbang publikasi") as gate:
            report = build_site(workspace, keluar, building, gate.after(building))
    said = (
        f"Situs siap di {report.folder}: {report.berkas} berkas;"
        f" {len(report.dibangun)} instansi dibangun, {len(report.dilewati)} tidak berubah."
    )
    if kemajuan == "json":
        print_json_line({"pesan": said})
    else:
        click.echo(said)


def _print_step(done: int, total: int, text: str) -> None:
    print_json_line({"selesai": done, "jumlah": total, "pesan": text})


def print_json_line(value: object) -> None:
    """One line of JSON, at once: another process is reading."""
    import msgspec

    click.echo(msgspec.json.encode(value).decode())
    sys.stdout.flush()


@command(help="Sajikan situs di komputer ini; halaman memuat ulang sendiri bila sumbernya berubah.")
@click.option(
    "--porta",
    type=click.IntRange(1024, 65000),
    metavar="ANGKA",
    default=8375,
    show_default=True,
    help="Porta; bila terpakai, porta bebas berikutnya.",
)
@click.pass_obj
def sajikan(session: Session, porta: int) -> None:
    """Serve the site until interrupted."""
    serve_workspace(session.workspace(), porta)


def serve_workspace(workspace: "Workspace", porta: int) -> None:
    """Build when there is no site yet, then serve and rebuild as editions change."""
    from cli.building import build_site
    from cli.serving import serve

    if not workspace.site_folder.exists():
        build_site(workspace)
    serve(
        workspace.site_folder,
        porta,
        lambda address: click.echo(f"Situs: {address}  (hentikan dengan Ctrl+C)" if address else "\nPeladen berhenti."),
        sources=[workspace.terbitan_root],
        rebuild=lambda: _rebuild(workspace),
    )


def _rebuild(workspace: "Workspace") -> None:
    from cli.building import build_site
    from registry.errors import PendataanError

    try:
        build_site(workspace)
        click.echo("Situs dibangun ulang.", err=True)
    except PendataanError as error:
        click.echo(f"Situs lama tetap disajikan: {error}", err=True)


@command(help="Gabungkan edisi instansi lain (folder terbitan, situs, atau berkas pengumuman.json) ke ruang kerja ini.")
@click.argument(
    "tempat", nargs=-1, required=True, type=click.Path(exists=True, path_type=Path), metavar="FOLDER|FILE..."
)
@json_option
@click.pass_obj
def gabung(session: Session, tempat: tuple[Path, ...], as_json: bool) -> int:
    """Take in editions; exit code 1 when one is refused."""
    from cli.merging import merge_editions

    results = list(merge_editions(session.workspace(), tempat))
    if as_json:
        print_json(results)
    else:
        for one in results:
            if one.hasil == "ditolak":
                click.echo(f"ditolak: {one.pesan}", err=True)
        new = sum(one.hasil == "baru" for one in results)
        same = sum(one.hasil == "sama" for one in results)
        click.echo(
            f"{new} edisi baru, {same} sudah ada, {len(results) - new - same} ditolak. Berikutnya: pendataan bangun"
        )
    return 1 if any(one.hasil == "ditolak" for one in results) else 0
