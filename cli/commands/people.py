"""Commands for people: list and show them, add and change them, and every verb of their review."""

import click
import msgspec

from cli.command import command, fields_option, group, instansi_option, json_option, reason_option
from cli.fields import read_fields
from cli.filtering import left_by
from cli.output import print_json, print_table
from cli.session import Session
from registry.errors import UsageRefused
from registry.model.codes import AlasanCoret, StatusPegawai, Syarat
from registry.model.finding import Finding
from registry.model.pegawai import Pegawai, PegawaiRingkas
from registry.normalise.text import format_number


@command(help="Verifikasi orang: data sudah diperiksa. Sebut nomornya, satu unit, atau semua draf.")
@click.argument("nomor", nargs=-1)
@instansi_option
@click.option("--unit", default="", help="Semua draf di unit ini.")
@click.option("--semua", is_flag=True, help="Semua draf yang tidak memerlukan putusan.")
@click.pass_obj
def verifikasi(session: Session, nomor: tuple[str, ...], kode: str, unit: str, semua: bool) -> None:
    """Verify the named people, or all drafts the rules have an answer for."""
    from registry.desk.pegawai import nomor_with, verify

    if not (nomor or unit or semua):
        raise UsageRefused("Siapa yang diverifikasi?", to_do="Sebutkan nomor, --unit NAMA, atau --semua.")
    with session.writer(kode) as store:
        if unit and not nomor_with(store, unit=unit):
            raise UsageRefused(f"Tidak ada orang di unit “{unit}”.", to_do="Lihat ejaannya: pendataan pegawai daftar.")
        left = () if nomor else nomor_with(store, status=StatusPegawai.DRAF, undecided=True, unit=unit)
        chosen = nomor or nomor_with(store, status=StatusPegawai.DRAF, undecided=False, unit=unit)
        if chosen:
            chosen = [person.nomor for person in verify(store, chosen, session.act())]
    click.echo(f"{format_number(len(chosen))} orang terverifikasi.")
    if left:
        click.echo(
            f"{format_number(len(left))} draf masih memerlukan putusan MS/TMS: pendataan pegawai putuskan NOMOR MS|TMS --instansi {kode} --alasan ..."
        )


@group(
    help="Orang yang didata: daftar, lihat, tambah, ubah, kembalikan, ajukan kembali, coret, pulihkan, putuskan syarat."
)
def pegawai() -> None:
    """People of one agency."""


@pegawai.command("daftar", help="Daftar orang, dapat disaring.")
@instansi_option
@click.option("--status", type=click.Choice([s.value for s in StatusPegawai]), help="Hanya status ini.")
@click.option(
    "--syarat",
    type=click.Choice(["MS", "TMS", "perlu-putusan"]),
    help="Hanya yang memenuhi syarat, tidak, atau perlu putusan.",
)
@click.option("--unit", default="", help="Hanya unit kerja ini.")
@click.option(
    "--pakai",
    default="",
    metavar="NAMA",
    help="Hanya yang disisakan saringan yang disimpan di terminal dengan nama ini.",
)
@json_option
@click.pass_obj
def list_people(
    session: Session, kode: str, status: str | None, syarat: str | None, unit: str, pakai: str, as_json: bool
) -> None:
    """Print people in the order of their numbers."""

    def wanted(person: PegawaiRingkas) -> bool:
        return (
            (not status or person.status == status)
            and (not unit or person.unit_kerja.casefold() == unit.casefold())
            and (not syarat or (person.syarat_berlaku or "perlu-putusan") == syarat)
        )

    with session.reader(kode) as store:
        people = list(store.scan("pegawai", PegawaiRingkas))
        if pakai:
            people = left_by(session.workspace(), store, people, pakai)
        people = [person for person in people if wanted(person)]
    if as_json:
        print_json([msgspec.to_builtins(person) for person in people])
        return
    print_table(
        ("Nomor", "Nama", "Jabatan", "Unit kerja", "Kategori", "Status", "Syarat"),
        (
            (p.nomor, p.nama, p.jabatan, p.unit_kerja, p.kategori, p.status, p.syarat_berlaku or "perlu putusan")
            for p in people
        ),
    )


@pegawai.command("lihat", help="Lihat satu orang selengkapnya.")
@click.argument("nomor")
@instansi_option
@json_option
@click.pass_obj
def show(session: Session, nomor: str, kode: str, as_json: bool) -> None:
    """Print one record."""
    with session.reader(kode) as store:
        person = store.get("pegawai", nomor)
    if not isinstance(person, Pegawai):
        raise UsageRefused(f"Tidak ada orang bernomor {nomor}.", where=kode, to_do="Lihat: pendataan pegawai daftar.")
    data = msgspec.to_builtins(person)
    if as_json:
        print_json(data)
    else:
        plain = [(key, value) for key, value in data.items() if isinstance(value, str | int | float)]
        print_table(("Kolom", "Isi"), plain)
        _print_findings((*person.temuan, *person.temuan_syarat))


@pegawai.command("tambah", help="Catat satu orang dengan tangan.")
@instansi_option
@fields_option
@click.pass_obj
def add(session: Session, kode: str, fields: tuple[str, ...]) -> None:
    """Add one person."""
    from registry.desk.pegawai import add_pegawai

    workspace = session.workspace()
    with session.writer(kode) as store:
        person, findings = add_pegawai(store, read_fields(fields), workspace.periode_for(store.instansi), session.act())
    click.echo(f"{person.nama} dicatat dengan nomor {person.nomor}.")
    _print_findings(findings)


@pegawai.command("ubah", help="Ubah kolom satu orang; ia perlu diverifikasi lagi.")
@click.argument("nomor")
@instansi_option
@fields_option
@reason_option
@click.pass_obj
def change(session: Session, nomor: str, kode: str, fields: tuple[str, ...], alasan: str) -> None:
    """Change the given fields."""
    from registry.desk.pegawai import change_pegawai

    workspace = session.workspace()
    with session.writer(kode) as store:
        person, findings = change_pegawai(
            store, nomor, read_fields(fields), workspace.periode_for(store.instansi), session.act(alasan)
        )
    click.echo(f"{person.nomor} {person.nama} diubah.")
    _print_findings(findings)


@pegawai.command("kembalikan", help="Kembalikan data kepada unit untuk dibetulkan.")
@click.argument("nomor", nargs=-1, required=True)
@instansi_option
@reason_option
@click.pass_obj
def give_back(session: Session, nomor: tuple[str, ...], kode: str, alasan: str) -> None:
    """Return records to their unit."""
    from registry.desk.pegawai import return_

    with session.writer(kode) as store:
        moved = return_(store, nomor, session.act(alasan))
    click.echo(f"{format_number(len(moved))} data dikembalikan.")


@pegawai.command("ajukan-kembali", help="Jadikan data yang dikembalikan draf lagi, tanpa perubahan.")
@click.argument("nomor", nargs=-1, required=True)
@instansi_option
@reason_option
@click.pass_obj
def resubmit(session: Session, nomor: tuple[str, ...], kode: str, alasan: str) -> None:
    """Returned records are drafts again."""
    from registry.desk import pegawai as verbs

    with session.writer(kode) as store:
        moved = verbs.resubmit(store, nomor, session.act(alasan))
    click.echo(f"{format_number(len(moved))} data menjadi draf lagi.")


@pegawai.command("pulihkan", help="Kembalikan orang yang keliru dicoret; ia menjadi draf lagi.")
@click.argument("nomor", nargs=-1, required=True)
@instansi_option
@reason_option
@click.pass_obj
def restore(session: Session, nomor: tuple[str, ...], kode: str, alasan: str) -> None:
    """People crossed out by mistake are drafts again."""
    from registry.desk import pegawai as verbs

    with session.writer(kode) as store:
        moved = verbs.restore(store, nomor, session.act(alasan))
    click.echo(f"{format_number(len(moved))} orang dipulihkan menjadi draf.")


@pegawai.command("coret", help="Keluarkan orang dari daftar; datanya tetap tersimpan.")
@click.argument("nomor", nargs=-1, required=True)
@instansi_option
@click.option(
    "--sebab",
    type=click.Choice([a.value for a in AlasanCoret if a != AlasanCoret.SANGGAHAN_DITERIMA]),
    required=True,
    help="Sebab dicoret.",
)
@reason_option
@click.pass_obj
def cross_out(session: Session, nomor: tuple[str, ...], kode: str, sebab: str, alasan: str) -> None:
    """Cross people out."""
    from registry.desk import pegawai as verbs

    with session.writer(kode) as store:
        moved = verbs.cross_out(store, nomor, AlasanCoret(sebab), session.act(alasan))
    click.echo(f"{format_number(len(moved))} orang dicoret.")


@pegawai.command(
    "putuskan", help="Putuskan MS atau TMS; argumen terakhir putusannya. --perlu-putusan: semua yang masih menunggu."
)
@click.argument("nomor", nargs=-1)
@click.argument("putusan", type=click.Choice(["MS", "TMS"]))
@instansi_option
@click.option("--perlu-putusan", "undecided", is_flag=True, help="Semua draf yang memerlukan putusan.")
@reason_option
@click.pass_obj
def decide(session: Session, nomor: tuple[str, ...], putusan: str, kode: str, undecided: bool, alasan: str) -> None:
    """Confirm or override the eligibility."""
    from registry.desk.pegawai import decide_syarat, nomor_with

    with session.writer(kode) as store:
        chosen = nomor_with(store, status=StatusPegawai.DRAF, undecided=True) if undecided else nomor
        if not chosen:
            raise UsageRefused("Siapa yang diputus?", to_do="Sebutkan nomor, atau --perlu-putusan.")
        decided = decide_syarat(store, chosen, Syarat(putusan), session.act(alasan))
    click.echo(f"{format_number(len(decided))} orang diputus {putusan}.")


def _print_findings(findings: tuple[Finding, ...]) -> None:
    for finding in findings:
        click.echo(f"- [{finding.kode}] {finding.kolom}: {finding.pesan}")
