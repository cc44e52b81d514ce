"""How commands and groups of commands are declared: with the common options, wherever they are written."""

from collections.abc import Callable
from typing import Any, TypeVar

import click

from cli.root import HELP, common_options

C = TypeVar("C", bound=click.Command)

_VALUES = {"text": "TEKS", "integer": "ANGKA", "integer range": "ANGKA"}


def _finish(made: C) -> C:
    """Name the kinds of values in Indonesian and add the common options."""
    made.options_metavar = "[OPSI]"
    for param in made.params:
        if isinstance(param, click.Option) and param.metavar is None and not isinstance(param.type, click.Choice):
            param.metavar = _VALUES.get(param.type.name)
    made.params.extend(common_options())
    return made


def command(name: str | None = None, **attrs: Any) -> Callable[[Callable[..., Any]], click.Command]:
    """`click.command` with --workspace, --operator and --waktu."""

    def wrap(function: Callable[..., Any]) -> click.Command:
        return _finish(click.command(name, context_settings=HELP, **attrs)(function))

    return wrap


class Group(click.Group):
    """A group whose commands take the common options too; without a subcommand it runs `default` if it has one."""

    def command(self, *args: Any, **attrs: Any) -> Any:
        """As click's, with the common options."""

        def wrap(function: Callable[..., Any]) -> click.Command:
            return _finish(click.Group.command(self, *args, context_settings=HELP, **attrs)(function))

        return wrap


def group(name: str | None = None, **attrs: Any) -> Callable[[Callable[..., Any]], Group]:
    """A `Group` with the common options."""

    def wrap(function: Callable[..., Any]) -> Group:
        made = click.group(name, cls=Group, context_settings=HELP, subcommand_metavar="PERINTAH ...", **attrs)(function)
        return _finish(made)

    return wrap


def read_kode(_ctx: click.Context, _param: click.Parameter, text: str) -> str:
    """A code as people write it - 33.75, kemenag - in the form that names folders."""
    return text.strip().replace(".", "").upper()


def instansi_option(function: Callable[..., Any]) -> Callable[..., Any]:
    """`--instansi KODE`, required."""
    return click.option(
        "--instansi", "kode", required=True, metavar="KODE", callback=read_kode, help="Kode instansi, mis. 3375."
    )(function)


def kode_argument(function: Callable[..., Any]) -> Callable[..., Any]:
    """The argument KODE, required."""
    return click.argument("kode", callback=read_kode)(function)


def date_option(function: Callable[..., Any]) -> Callable[..., Any]:
    """`--tanggal`: of a letter; empty means today, where the instansi is."""
    return click.option("--tanggal", default="", metavar="TTTT-BB-HH", help="Tanggal surat. Bawaan: hari ini.")(
        function
    )


def fields_option(function: Callable[..., Any]) -> Callable[..., Any]:
    """`--isi KOLOM=NILAI`, repeatable; read by `cli.fields.read_fields`."""
    return click.option(
        "--isi", "fields", multiple=True, metavar="KOLOM=NILAI", help="Isi satu kolom orang itu; boleh diulang."
    )(function)


def json_option(function: Callable[..., Any]) -> Callable[..., Any]:
    """`--json`: for programs."""
    return click.option("--json", "as_json", is_flag=True, help="Cetak sebagai JSON untuk dibaca program.")(function)


def reason_option(function: Callable[..., Any]) -> Callable[..., Any]:
    """`--alasan TEKS`."""
    return click.option("--alasan", default="", metavar="TEKS", help="Alasan, dicatat di jurnal.")(function)
