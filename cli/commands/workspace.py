"""Commands for the workspace and its agencies: init, instansi."""

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click
import msgspec

from cli.command import command, group, json_option, kode_argument
from cli.files import read_text
from cli.output import print_json, print_table
from cli.session import Session
from registry.errors import StoreError, UsageRefused
from registry.model.codes import JenisInstansi
from registry.model.instansi import Instansi

if TYPE_CHECKING:
    from registry.workspace import Workspace


@command(help="Buat ruang kerja baru.")
@click.option("--judul", default="", help="Judul situs pengumuman.")
@click.pass_obj
def init(session: Session, judul: str) -> None:
    """Create the workspace."""
    from registry.workspace import Workspace

    workspace = Workspace.init(session.path, judul=judul)
    click.echo(f"Ruang kerja siap di {workspace.path}.")
    click.echo("Berikutnya: pendataan instansi tambah KODE, misalnya pendataan instansi tambah 3375.")


@group(help="Daftar instansi di ruang kerja; tambah, lihat, atur.", invoke_without_command=True)
@json_option
@click.pass_context
def instansi(ctx: click.Context, as_json: bool) -> int:
    """List the agencies when no subcommand was given."""
    return 0 if ctx.invoked_subcommand else _list_agencies(ctx.obj, as_json=as_json)


def _list_agencies(session: Session, *, as_json: bool) -> int:
    """All that can be read; exit code 1 when one cannot."""
    codes = session.workspace().instansi_codes()
    rows: list[Summary] = []
    for kode in codes:
        try:
            rows.append(_summary(session, kode))
        except StoreError as error:
            click.echo(f"{kode}: {error}", err=True)
    if as_json:
        print_json(rows)
    elif rows:
        headings = ("Kode", "Nama", "Fase", "Orang", "Terverifikasi", "Menunggu", "Edisi")
        print_table(headings, ((r.kode, r.nama, r.fase, r.pegawai, r.terverifikasi, r.menunggu, r.edisi) for r in rows))
    elif not codes:
        click.echo("Belum ada instansi. Tambahkan dengan: pendataan instansi tambah KODE.", err=True)
    return 0 if len(rows) == len(codes) else 1


@instansi.command(
    "tambah",
    help="Tambah instansi dari tabel rujukan menurut kodenya, mis. 3375 atau KEMENAG."
    " Yang belum ada di tabel: sebutkan --nama dan --jenis.",
)
@click.argument("kode")
@click.option("--nama", default="", help="Nama instansi yang tidak ada di tabel rujukan.")
@click.option("--jenis", type=click.Choice([jenis.value for jenis in JenisInstansi]), help="Jenisnya.")
@click.option("--wilayah", default="", help="Nama provinsinya; kosong bagi instansi pusat.")
@click.pass_obj
def add(session: Session, kode: str, nama: str, jenis: str | None, wilayah: str) -> None:
    """Create the agency's record."""
    workspace = session.workspace()
    if not nama:
        made = workspace.add_instansi(kode, session.act())
    elif not jenis:
        raise UsageRefused("Jenis instansi belum disebut.", to_do="Tambahkan --jenis.")
    else:
        made = workspace.create_instansi(_unlisted(workspace, kode, nama, JenisInstansi(jenis), wilayah), session.act())
    click.echo(f"{made.nama} ({made.kode}) siap. Berikutnya: pendataan impor FILE --instansi {made.kode}.")


def _unlisted(workspace: "Workspace", kode: str, nama: str, jenis: JenisInstansi, wilayah: str) -> Instansi:
    """An agency the reference table does not know. Raises UsageRefused when it does."""
    from registry.reference.instansi import instansi_by_code

    if (known := instansi_by_code(kode)) is not None:
        raise UsageRefused(
            f"Kode {known.kode} sudah dipakai {known.nama} dalam tabel rujukan.", to_do="Pakai kode lain."
        )
    return Instansi(
        kode=kode.strip().upper(),
        nama=nama.strip(),
        jenis=jenis,
        wilayah=wilayah.strip(),
        periode=workspace.periode_kode,
    )


@instansi.command("lihat", help="Lihat satu instansi selengkapnya.")
@kode_argument
@json_option
@click.pass_obj
def show(session: Session, kode: str, as_json: bool) -> None:
    """Print all that is known of the agency."""
    with session.reader(kode) as store:
        data = msgspec.to_builtins(store.instansi)
    if as_json:
        print_json(data)
    else:
        print_table(("Hal", "Isi"), _flat(data))


@instansi.command("rujukan", help="Cari kode instansi dalam tabel rujukan (pusat, provinsi, kabupaten, kota).")
@click.argument("teks", required=False, default="")
@json_option
def reference(teks: str, as_json: bool) -> None:
    """Print reference rows whose code or name holds the text."""
    from registry.reference.instansi import all_instansi

    found = [row for row in all_instansi() if teks.casefold() in f"{row.kode} {row.nama}".casefold()]
    if as_json:
        print_json(found)
    else:
        print_table(("Kode", "Nama", "Jenis", "Provinsi"), ((r.kode, r.nama, r.jenis, r.wilayah) for r in found))


@instansi.command("atur", help="Atur kop surat, PPK, tempat, zona waktu, dan alamat untuk usulan dan sanggahan.")
@kode_argument
@click.option("--nama", help="Nama instansi; hanya sebelum pengumuman pertama.")
@click.option("--periode", help="Periode pendataan; hanya sebelum pengumuman pertama.")
@click.option("--kop", multiple=True, help="Satu baris kop surat; ulangi untuk baris berikutnya.")
@click.option("--alamat", help="Alamat pada kop surat.")
@click.option("--telepon", help="Telepon resmi pada kop surat.")
@click.option("--laman", help="Laman resmi pada kop surat.")
@click.option("--surel", help="Surel resmi pada kop surat.")
@click.option("--ppk", help="Nama pejabat pembina kepegawaian.")
@click.option("--jabatan-ppk", help="Jabatan PPK, mis. Wali Kota Pekalongan.")
@click.option("--nip-ppk", help="NIP PPK, bila ada.")
@click.option("--tempat", help="Tempat surat dibuat, mis. Pekalongan.")
@click.option("--zona", help="Zona waktu: Asia/Jakarta, Asia/Makassar, atau Asia/Jayapura.")
@click.option("--alamat-masukan", help="Ke mana masyarakat mengirim usulan dan sanggahan.")
@click.option(
    "--unit-diharapkan",
    type=click.Path(path_type=Path),
    help="Berkas teks berisi nama unit kerja yang harus mengirim, satu per baris; berkas kosong menghapus daftarnya.",
)
@click.pass_obj
def settings(session: Session, kode: str, **given: Any) -> None:
    """Change what is given, leave the rest."""
    from registry.desk.register import set_instansi

    workspace = session.workspace()
    with session.writer(kode) as store:
        changes = _changes(store.instansi, given)
        if not changes:
            raise UsageRefused("Tidak ada yang diatur.", to_do="Lihat pilihan: pendataan instansi atur --help.")
        if "periode" in changes:
            workspace.periode(given["periode"])
        now = set_instansi(store, changes, session.act())
    click.echo(f"Pengaturan {now.nama} disimpan.")


def _changes(now: Instansi, given: dict[str, Any]) -> dict[str, object]:
    """What was given, in the fields of an Instansi. An empty --kop takes the letterhead's lines away."""
    from msgspec.structs import replace

    from registry.normalise.units import unit_names

    told = {key: value for key, value in given.items() if value is not None and value != ()}
    changes: dict[str, object] = {
        key: told[key] for key in ("nama", "periode", "tempat", "zona", "alamat_masukan") if key in told
    }
    kop = {key: told[key] for key in ("alamat", "telepon", "laman", "surel") if key in told}
    if "kop" in told:
        kop["baris"] = tuple(line.strip() for line in told["kop"] if line.strip())
    if "unit_diharapkan" in told:
        changes["unit_diharapkan"] = unit_names(read_text(told["unit_diharapkan"]))
    ppk = {field: told[key] for field, key in _PPK if key in told}
    if kop:
        changes["kop"] = replace(now.kop, **kop)
    if ppk:
        changes["ppk"] = replace(now.ppk, **ppk)
    return changes


_PPK = (("nama", "ppk"), ("jabatan", "jabatan_ppk"), ("nip", "nip_ppk"))


@dataclass(frozen=True)
class Summary:
    """One agency in the list (`instansi --json`)."""

    kode: str
    nama: str
    jenis: str
    wilayah: str
    fase: str
    pegawai: int
    terverifikasi: int
    menunggu: int
    edisi: int


def _summary(session: Session, kode: str) -> Summary:
    from registry.desk.pegawai import nomor_with
    from registry.desk.tunggu import waiting
    from registry.model.codes import StatusPegawai

    with session.reader(kode) as store:
        now = store.instansi
        verified = len(nomor_with(store, status=StatusPegawai.TERVERIFIKASI))
        return Summary(
            now.kode,
            now.nama,
            now.jenis,
            now.wilayah,
            now.fase,
            store.count("pegawai"),
            verified,
            len(waiting(store)),
            now.edisi_terakhir,
        )


def _flat(data: dict[str, Any], before: str = "") -> list[tuple[str, str]]:
    rows: list[tuple[str, str]] = []
    for key, value in data.items():
        if isinstance(value, dict):
            rows += _flat(value, f"{before}{key}.")
        else:
            rows.append((before + key, "; ".join(map(str, value)) if isinstance(value, list) else str(value)))
    return rows
