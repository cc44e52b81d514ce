"""Commands for spreadsheets: template, impor, keputusan."""

from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

import click
import msgspec

from cli.command import command, fields_option, group, instansi_option, json_option, reason_option
from cli.fields import read_fields
from cli.files import require_writable
from cli.output import Progress, print_json, print_table
from cli.session import Session
from registry.desk.keluaran import write_file
from registry.errors import FileRefused, UsageRefused
from registry.normalise.text import format_number

if TYPE_CHECKING:
    from registry.intake.plan import Plan

Putusan = Literal["terima", "perbarui", "tolak"]
_FILES = click.Path(exists=True, dir_okay=False, path_type=Path)


@command(help="Buat templat impor (.xlsx) dengan pilihan isian dan lembar kode.")
@click.argument("berkas", type=click.Path(dir_okay=False, path_type=Path), metavar="FILE.xlsx")
@click.option("--periode", default="", help="Periode pendataan. Bawaan: yang dipakai ruang kerja.")
@click.pass_obj
def template(session: Session, berkas: Path, periode: str) -> None:
    """Write the import template."""
    from registry.intake.template import write_template

    made = BytesIO()
    write_template(made, session.periode(periode))
    write_file(berkas, made.getvalue())
    click.echo(f"Templat ditulis ke {berkas}.")


@command(help="Ambil data dari berkas unit: .xlsx, .xls, .xlsm, .ods, .csv. Setiap baris mendapat hasil.")
@click.argument("berkas", type=_FILES, nargs=-1, required=True, metavar="FILE...")
@instansi_option
@click.option("--unit", default="", help="Unit kerja pengirim, bila berkas tidak menyebutnya.")
@click.option("--coba", is_flag=True, help="Hanya mencoba: tidak ada yang ditulis.")
@click.option(
    "--tanpa-ingatan",
    "fresh",
    is_flag=True,
    help="Baca kolom menurut kepala berkas saja, tanpa pemetaan kolom yang diingat untuk unit ini.",
)
@click.option(
    "--tolakan",
    type=click.Path(dir_okay=False, path_type=Path),
    help="Tulis baris yang ditolak atau menunggu ke FILE.xlsx.",
)
@json_option
@click.pass_obj
def impor(
    session: Session,
    berkas: tuple[Path, ...],
    kode: str,
    unit: str,
    coba: bool,
    fresh: bool,
    tolakan: Path | None,
    as_json: bool,
) -> int:
    """Plan each file, apply it unless --coba, and report every row."""
    from cli.importing import Importing

    if tolakan:
        require_writable(tolakan, besides=berkas)
    with Importing(session, kode, dry=coba, recalling=not fresh) as importing:
        reports: list[dict[str, Any]] = []
        refused = False
        if importing.notice:
            click.echo(importing.notice, err=True)
        for path in berkas:
            try:
                with Progress(path.name) as progress:
                    plan = importing.take(path, unit, progress)
            except FileRefused as error:
                refused = True
                reports.append(_refused_whole(path, error))
                if not as_json:
                    click.echo(f"{path.name}: ditolak utuh. {error}", err=True)
                continue
            reports.append(plan.as_json())
            if not as_json:
                _print_summary(plan, dry=coba)
            _print_recalled(plan, unit, err=as_json)
        if tolakan:
            count = importing.write_rejects(tolakan)
            click.echo(f"{format_number(count)} baris yang perlu diperbaiki ditulis ke {tolakan}.", err=as_json)
    if as_json:
        print_json(reports[0] if len(reports) == 1 else reports)
    return 1 if refused else 0


def _refused_whole(path: Path, error: FileRefused) -> dict[str, Any]:
    finding = {"kode": error.code, "kolom": "", "nilai": path.name, "pesan": str(error)}
    return {"berkas": path.name, "ditolak_utuh": True, "temuan": [finding]}


def _print_summary(plan: "Plan", *, dry: bool) -> None:
    parts = ", ".join(f"{format_number(count)} {outcome}" for outcome, count in plan.hasil.items() if count)
    tried = " (percobaan, tidak ada yang ditulis)" if dry else ""
    click.echo(f"{plan.berkas}: {format_number(plan.baris_dibaca)} baris dibaca = {parts or 'kosong'}.{tried}")
    if plan.already:
        click.echo(f"  Berkas yang sama sudah pernah diimpor sebagai {plan.already}.")


def _print_recalled(plan: "Plan", unit: str, *, err: bool) -> None:
    """Say so when columns were read as somebody once said: nobody looks at them on the command line."""
    where = [table.lembar for table in plan.columns if table.dikoreksi]
    if where:
        sheets = ", ".join(dict.fromkeys(f"lembar {name}" for name in where if name))
        whose = f"unit {unit}" if unit else "berkas tanpa unit"
        click.echo(
            f"  Kolom{f' ({sheets})' if sheets else ''} dibaca menurut pemetaan yang diingat untuk {whose};"
            " --tanpa-ingatan membaca menurut kepala berkas.",
            err=err,
        )


@group(help="Baris impor yang menunggu keputusan petugas.")
def keputusan() -> None:
    """Rows that wait for a person."""


@keputusan.command("daftar", help="Daftar baris yang menunggu.")
@instansi_option
@json_option
@click.pass_obj
def list_waiting(session: Session, kode: str, as_json: bool) -> None:
    """Print the rows that wait."""
    from registry.desk.tunggu import waiting

    with session.reader(kode) as store:
        rows = waiting(store)
    if as_json:
        print_json([msgspec.to_builtins(row) for row in rows])
        return
    print_table(
        ("Nomor", "Baris", "Nama", "Sebab", "Berhadapan dengan"),
        ((r.nomor, r.nomor_baris, r.calon.nama, r.sebab, r.lawan) for r in rows),
    )


@keputusan.command("lihat", help="Lihat satu baris yang menunggu, di samping data orang yang sudah tercatat.")
@click.argument("nomor")
@instansi_option
@json_option
@click.pass_obj
def show(session: Session, nomor: str, kode: str, as_json: bool) -> None:
    """Print the row, the record it collides with, and what it says."""
    from registry.desk import records
    from registry.desk.fields import fields_of

    with session.reader(kode) as store:
        row = records.tunggu(store, nomor)
        there = records.pegawai(store, row.lawan) if row.lawan else None
    if as_json:
        print_json({"baris": msgspec.to_builtins(row), "lawan": msgspec.to_builtins(there)})
        return
    said, known = fields_of(row.calon), fields_of(there) if there else {}
    print_table(
        ("Kolom", "Pada baris", row.lawan or "Sudah tercatat", ""),
        (
            (name, text, known.get(name, ""), "beda" if there and text and text != known.get(name) else "")
            for name, text in said.items()
            if text or known.get(name)
        ),
    )
    click.echo(f"Sebab menunggu: {row.sebab}")
    for finding in row.temuan:
        click.echo(f"- [{finding.kode}] {finding.kolom}: {finding.pesan}")


@keputusan.command(
    "putuskan", help="Putuskan baris: terima (orang baru), perbarui (ubah data yang ada), atau tolak (perlu alasan)."
)
@click.argument("nomor", nargs=-1)
@click.argument("putusan", type=click.Choice(["terima", "perbarui", "tolak"]))
@instansi_option
@click.option("--semua", is_flag=True, help="Semua baris yang menunggu.")
@fields_option
@reason_option
@click.pass_obj
def decide(
    session: Session,
    nomor: tuple[str, ...],
    putusan: Putusan,
    kode: str,
    semua: bool,
    fields: tuple[str, ...],
    alasan: str,
) -> None:
    """Decide waiting rows, all or none of them."""
    from registry.desk.tunggu import decide_waiting, waiting

    workspace = session.workspace()
    with session.writer(kode) as store:
        chosen = tuple(row.nomor for row in waiting(store)) if semua else nomor
        if not (chosen or semua):
            raise UsageRefused("Baris mana yang diputus?", to_do="Sebutkan nomornya (T-000001 ...), atau --semua.")
        if chosen:
            periode = workspace.periode_for(store.instansi)
            decide_waiting(store, chosen, putusan, periode, session.act(alasan), fields=read_fields(fields) or None)
    click.echo(f"{format_number(len(chosen))} baris: {putusan}.")
