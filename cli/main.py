"""The command `pendataan`: the group, the list of commands, and the border no traceback crosses.

Exit codes: 0 done, 1 findings or refused, 2 wrong usage. A command's module is imported when the command is used.
"""

import gettext
import importlib
import logging
import os
import sys
from errno import ENOSPC
from pathlib import Path
from typing import Any

import click

from registry.errors import PendataanError

# Command -> (module in cli.commands, attribute). The help lists them in this order.
COMMANDS: dict[str, tuple[str, str]] = {
    "demo": ("demo", "demo"),
    "init": ("workspace", "init"),
    "instansi": ("workspace", "instansi"),
    "template": ("intake", "template"),
    "impor": ("intake", "impor"),
    "berkas": ("arrivals", "berkas"),
    "keputusan": ("intake", "keputusan"),
    "pegawai": ("people", "pegawai"),
    "verifikasi": ("people", "verifikasi"),
    "urungkan": ("undo", "urungkan"),
    "status": ("phase", "status"),
    "prafinalisasi": ("phase", "prafinalisasi"),
    "perpanjang": ("phase", "perpanjang"),
    "usulan": ("masukan", "usulan"),
    "sanggahan": ("masukan", "sanggahan"),
    "susun-final": ("phase", "susun_final"),
    "buka-kembali": ("phase", "buka_kembali"),
    "surat": ("letters", "surat"),
    "sptjm": ("phase", "sptjm"),
    "finalisasi": ("phase", "finalisasi"),
    "bangun": ("site", "bangun"),
    "sajikan": ("site", "sajikan"),
    "gabung": ("site", "gabung"),
    "cari": ("search", "cari"),
    "periksa": ("audit", "periksa"),
    "riwayat": ("audit", "riwayat"),
}


class LazyGroup(click.Group):
    """A group whose commands are imported only when they are used: the help stays fast."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002, D102  (click's contract)
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002, D102
        if cmd_name not in COMMANDS:
            return None
        module, name = COMMANDS[cmd_name]
        command = getattr(importlib.import_module(f"cli.commands.{module}"), name)
        assert isinstance(command, click.Command)  # noqa: S101  (the table above is wrong otherwise)
        return command


def speak_indonesian() -> None:
    """Let click find its own words in Indonesian (cli/locale)."""
    os.environ["LANGUAGE"] = "id"
    gettext.bindtextdomain("messages", str(Path(__file__).parent / "locale"))
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")


def main(argv: list[str] | None = None) -> None:
    """Run the command line and exit. Every error ends as an Indonesian sentence on standard error."""
    try:
        speak_indonesian()
        from cli.root import root

        result: Any = root.main(args=argv, prog_name="pendataan", standalone_mode=False)
    except click.exceptions.Exit as stop:
        sys.exit(stop.exit_code)
    except click.ClickException as error:
        error.show()
        sys.exit(error.exit_code)
    except (click.Abort, KeyboardInterrupt):
        click.echo("\nDibatalkan. Tidak ada yang berubah setelah langkah terakhir yang selesai.", err=True)
        sys.exit(1)
    except PendataanError as error:
        click.echo(f"Gagal: {error}", err=True)
        sys.exit(1)
    except BrokenPipeError:
        sys.stderr.close()
        sys.exit(0)
    except Exception as error:  # noqa: BLE001  (no traceback reaches a user; the log keeps it)
        click.echo(_unexpected(error), err=True)
        sys.exit(1)
    sys.exit(result if isinstance(result, int) else 0)


def _unexpected(error: Exception) -> str:
    from platformdirs import user_log_path

    full = isinstance(error, OSError) and error.errno == ENOSPC
    sentence = "Ruang penyimpanan penuh." if full else "Terjadi kesalahan yang tidak terduga."
    try:
        log = user_log_path("pendataan", ensure_exists=True) / "pendataan.log"
        logging.basicConfig(filename=log, encoding="utf-8", format="%(asctime)s %(levelname)s %(message)s")
        logging.getLogger("pendataan").error("%s", sys.argv[1:2], exc_info=error)
    except OSError:
        return f"{sentence} Yang sudah tersimpan tetap utuh."
    return f"{sentence} Yang sudah tersimpan tetap utuh.\nRincian teknis ada di {log}. Kirimkan berkas itu saat meminta bantuan."


if __name__ == "__main__":
    main()
