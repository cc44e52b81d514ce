"""The group `pendataan` and its options; without a command it opens the terminal."""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from cli.main import LazyGroup
from cli.session import Session

if TYPE_CHECKING:
    from registry.workspace import Workspace

HELP = {"help_option_names": ["-h", "--help"], "max_content_width": 110}


def _keep(name: str) -> Any:
    def keep(ctx: click.Context, _param: click.Parameter, value: object) -> None:
        if value:
            setattr(ctx.ensure_object(Session), name, value)

    return keep


def common_options() -> list[click.Option]:
    """Options every command takes too, so that it does not matter where they are written."""
    return [
        click.Option(
            ["--workspace"],
            metavar="FOLDER",
            type=click.Path(path_type=Path),
            expose_value=False,
            is_eager=True,
            callback=_keep("workspace_path"),
            help="Ruang kerja. Bawaan: PENDATAAN_WORKSPACE, lalu folder data pengguna.",
        ),
        click.Option(
            ["--operator"],
            metavar="NAMA",
            expose_value=False,
            is_eager=True,
            callback=_keep("operator_name"),
            help="Nama petugas yang dicatat di jurnal. Bawaan: PENDATAAN_OPERATOR, lalu nama pengguna komputer.",
        ),
        click.Option(
            ["--waktu"],
            metavar="WAKTU",
            expose_value=False,
            is_eager=True,
            callback=_keep("moment"),
            help="Untuk latihan: anggap sekarang waktu ini, mis. 2022-10-07T16:00+07:00 (atau PENDATAAN_WAKTU).",
        ),
    ]


@click.group(
    cls=LazyGroup,
    params=common_options(),  # type: ignore[arg-type]
    invoke_without_command=True,
    options_metavar="[OPSI]",
    subcommand_metavar="[PERINTAH] ...",
    context_settings=HELP,
    help="Pendataan tenaga non-ASN. Tanpa perintah: membuka terminal petugas.",
    epilog="Bantuan tiap perintah: pendataan PERINTAH --help. Kode keluar: 0 selesai, 1 ditolak atau ada temuan, 2 salah pakai.",
)
@click.version_option(package_name="pendataan", message="pendataan %(version)s")
@click.pass_context
def root(ctx: click.Context) -> None:
    """Open the terminal when no command was given."""
    session = ctx.ensure_object(Session)
    if ctx.invoked_subcommand is None:
        from tui.app import run

        run(session.path, session.operator, clock=lambda: session.now, sample=_sample)


def _sample(workspace: "Workspace", now: datetime, progress: Callable[[int, int, str], None]) -> None:
    """Make the sample agencies; only whoever wants them loads the module."""
    from cli.demo import fill

    fill(workspace, now, progress)
