"""The command demo: a sample workspace, its site, and a server on this machine."""

from pathlib import Path

import click

from cli.command import command
from cli.session import Session


@command(help="Buat ruang kerja contoh dengan tiga instansi rekaan, bangun situsnya, dan sajikan di komputer ini.")
@click.option(
    "--porta",
    type=click.IntRange(1024, 65000),
    metavar="ANGKA",
    default=8375,
    show_default=True,
    help="Porta peladen setempat.",
)
@click.option("--tanpa-sajikan", is_flag=True, help="Hanya membuat dan membangun.")
@click.pass_obj
def demo(session: Session, porta: int, tanpa_sajikan: bool) -> None:
    """Make the sample workspace unless it is there, build, serve."""
    from cli.building import build_site
    from cli.demo import TITLE, make_demo
    from registry.workspace import Workspace, default_path

    path = _place(session.path, TITLE)
    if (path / "pendataan.toml").exists():
        workspace = Workspace.open(path)
        click.echo(f"Memakai ruang kerja contoh di {path}.")
    else:
        click.echo(f"Membuat ruang kerja contoh di {path} ...")
        workspace = make_demo(path, session.now, lambda text: click.echo(f"  {text}"))
    report = build_site(workspace)
    click.echo(f"Situs dibangun di {workspace.site_folder}: {report.berkas} berkas.")
    option = "" if path == default_path() else f" --workspace {path}"
    click.echo(
        f"Terminal petugas, di jendela lain: ./pendataan{option}  (terpasang dengan pipx atau uv: pendataan{option})"
    )
    if not tanpa_sajikan:
        from cli.commands.site import serve_workspace

        serve_workspace(workspace, porta)


def _place(wanted: Path, title: str) -> Path:
    """The chosen folder when it is free or holds the demo; otherwise a folder beside it, so that real work is never touched."""
    settings = wanted / "pendataan.toml"
    if not settings.exists() or title in settings.read_text(encoding="utf-8"):
        return wanted
    return wanted.with_name(wanted.name + "-contoh")
