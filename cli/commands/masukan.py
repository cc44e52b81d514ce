"""Commands for what the public sends in: usulan and sanggahan."""

from datetime import datetime

import click
import msgspec

from cli.command import Group, fields_option, group, instansi_option, json_option, reason_option
from cli.fields import read_fields
from cli.moments import read_start
from cli.output import clock, print_json, print_table
from cli.session import Session
from registry.errors import UsageRefused
from registry.model.codes import JenisMasukan, StatusMasukan
from registry.model.masukan import Masukan
from registry.store.store import Store
from registry.workflow.names import STATUS_MASUKAN

_ARRIVED = click.option(
    "--masuk",
    default="",
    metavar="TTTT-BB-HHTjj:mm",
    help="Kapan diterima, bila dicatat belakangan; yang masuk dalam masa uji publik tetap sah.",
)


@group(help="Usulan: orang yang mengusulkan diri karena belum terdaftar.")
def usulan() -> None:
    """Proposals."""


@group(help="Sanggahan: keberatan terhadap orang yang terdaftar.")
def sanggahan() -> None:
    """Objections."""


@usulan.command("tambah", help="Catat usulan yang diterima; mencetak nomor tanda terima.")
@instansi_option
@click.option("--nama", required=True, help="Nama orang yang diusulkan.")
@click.option("--isi", required=True, help="Isi usulan.")
@click.option("--nik", default="", help="NIK orang yang diusulkan.")
@click.option("--unit", default="", help="Unit kerjanya.")
@click.option("--jabatan", default="", help="Jabatannya.")
@click.option("--tanggal-lahir", default="", help="Tanggal lahirnya; diperlukan kelak untuk mengabulkan.")
@click.option("--pelapor", default="", help="Siapa yang mengusulkan.")
@click.option("--kontak", default="", help="Kontak pengusul; tidak pernah diumumkan.")
@_ARRIVED
@click.pass_obj
def add_usulan(
    session: Session,
    kode: str,
    nama: str,
    isi: str,
    nik: str,
    unit: str,
    jabatan: str,
    tanggal_lahir: str,
    pelapor: str,
    kontak: str,
    masuk: str,
) -> None:
    """Record a proposal."""
    from registry.desk.masukan import receive_usulan

    with session.writer(kode) as store:
        made = receive_usulan(
            store,
            session.act(),
            nama=nama,
            isi=isi,
            nik=nik,
            unit_kerja=unit,
            jabatan=jabatan,
            tanggal_lahir=tanggal_lahir,
            pelapor=pelapor,
            kontak=kontak,
            masuk=_arrival(store, masuk),
        )
    click.echo(f"Usulan dicatat. Nomor tanda terima: {made.tanda_terima}")


@sanggahan.command(
    "tambah", help="Catat sanggahan terhadap orang bernomor pendaftaran NOMOR; mencetak nomor tanda terima."
)
@click.argument("nomor")
@instansi_option
@click.option("--isi", required=True, help="Isi sanggahan.")
@click.option("--pelapor", default="", help="Siapa yang menyanggah.")
@click.option("--kontak", default="", help="Kontak penyanggah; tidak pernah diumumkan.")
@_ARRIVED
@click.pass_obj
def add_sanggahan(session: Session, nomor: str, kode: str, isi: str, pelapor: str, kontak: str, masuk: str) -> None:
    """Record an objection."""
    from registry.desk.masukan import receive_sanggahan

    with session.writer(kode) as store:
        arrived = _arrival(store, masuk)
        made = receive_sanggahan(store, nomor, session.act(), isi=isi, pelapor=pelapor, kontak=kontak, masuk=arrived)
    click.echo(f"Sanggahan dicatat. Nomor tanda terima: {made.tanda_terima}")


def _arrival(store: Store, text: str) -> datetime | None:
    return read_start(text, store.instansi.zona) if text else None


def _add_list(to: Group, jenis: JenisMasukan) -> None:
    @to.command("daftar", help=f"Daftar {jenis}, yang belum diputus lebih dahulu.")
    @instansi_option
    @json_option
    @click.pass_obj
    def show(session: Session, kode: str, as_json: bool) -> None:
        from registry.desk.masukan import inbox

        with session.reader(kode) as store:
            zona = store.instansi.zona
            rows = sorted((row for row in inbox(store) if row.jenis == jenis), key=_is_decided)
        if as_json:
            print_json([msgspec.to_builtins(row) for row in rows])
            return
        print_table(
            ("Tanda terima", "Diterima", "Nama", "Status", "Isi"),
            ((r.tanda_terima, clock(r.waktu, zona), r.nama, STATUS_MASUKAN[r.status], r.isi) for r in rows),
        )


def _is_decided(entry: Masukan) -> bool:
    return entry.status is not StatusMasukan.DITERIMA_MASUK


def _add_decide(to: Group, jenis: JenisMasukan) -> None:
    @to.command(
        "putuskan",
        help=f"Kabulkan atau tolak satu atau beberapa {jenis} dengan satu alasan: semua atau tidak satu pun.",
    )
    @click.argument("tanda_terima", nargs=-1, required=True)
    @click.argument("putusan", type=click.Choice(["kabulkan", "tolak"]))
    @instansi_option
    @reason_option
    @fields_option
    @click.pass_obj
    def settle(
        session: Session, tanda_terima: tuple[str, ...], putusan: str, kode: str, alasan: str, fields: tuple[str, ...]
    ) -> None:
        from registry.desk.putusan import decide_several

        told = read_fields(fields)
        if told and len(tanda_terima) > 1:
            raise UsageRefused(
                "Isian menyangkut satu orang, tetapi beberapa tanda terima disebut.", to_do="Putuskan satu per satu."
            )
        workspace = session.workspace()
        with session.writer(kode) as store:
            made = decide_several(
                store,
                tanda_terima,
                workspace.periode_for(store.instansi),
                session.act(alasan),
                granted=putusan == "kabulkan",
                fields={tanda_terima[0]: told},
            )
        for one in made:
            click.echo(f"{one.tanda_terima}: {STATUS_MASUKAN[one.status].lower()}.{_outcome(one)}")


def _outcome(made: Masukan) -> str:
    if made.status is not StatusMasukan.DIKABULKAN:
        return ""
    if made.jenis is JenisMasukan.USULAN:
        return f" {made.nama} terdaftar sebagai draf dengan nomor {made.nomor_pegawai}."
    return f" {made.nomor_pegawai} {made.nama} dicoret dari daftar."


for _group, _jenis in ((usulan, JenisMasukan.USULAN), (sanggahan, JenisMasukan.SANGGAHAN)):
    _add_list(_group, _jenis)
    _add_decide(_group, _jenis)
