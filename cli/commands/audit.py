"""Commands that look back: periksa verifies everything, riwayat reads the journal."""

from typing import TYPE_CHECKING

import click

from cli.command import command, instansi_option, json_option
from cli.output import Progress, clock, print_json, print_table
from cli.session import Session

if TYPE_CHECKING:
    from cli.verification import Report


@command(help="Periksa jurnal, berkas, edisi, dan situs. Kode keluar 1 bila ada temuan.")
@click.option("--instansi", "kode", default="", metavar="KODE", help="Hanya instansi ini.")
@json_option
@click.pass_obj
def periksa(session: Session, kode: str, as_json: bool) -> int:
    """Verify journals, views, editions and the site."""
    from cli.verification import verify_workspace

    with Progress("Memeriksa") as progress:
        report = verify_workspace(session.workspace(), kode, progress)
    if as_json:
        print_json(_as_json(report))
    else:
        for part in report.instansi:
            state = "utuh" if not part.temuan else f"{len(part.temuan)} temuan"
            click.echo(
                f"{part.kode}: {state}; {part.entri} entri jurnal, kepala {part.kepala[:16]}…, {part.pegawai} orang, {part.edisi} edisi"
            )
            for note in part.catatan:
                click.echo(f"  catatan: {note.pesan}")
        for finding in report.temuan:
            click.echo(f"- [{finding.kode}] {finding.pesan}")
        click.echo(
            "Semua utuh."
            if not report.temuan
            else "Ada temuan: baca di atas, jangan mengubah berkas apa pun dengan tangan."
        )
    return 1 if report.temuan else 0


def _as_json(report: "Report") -> dict[str, object]:
    parts = [
        {
            "kode": part.kode,
            "entri": part.entri,
            "kepala": part.kepala,
            "pegawai": part.pegawai,
            "edisi": part.edisi,
            "temuan": [finding.as_json() for finding in part.temuan],
            "catatan": [note.as_json() for note in part.catatan],
        }
        for part in report.instansi
    ]
    return {"instansi": parts, "temuan": [finding.as_json() for finding in report.temuan]}


@command(help="Baca jurnal: siapa berbuat apa, kapan, dan mengapa.")
@instansi_option
@click.option("--pegawai", "nomor", default="", metavar="NOMOR", help="Hanya perubahan pada orang ini.")
@click.option("--oleh", default="", help="Hanya petugas ini.")
@click.option(
    "--cari", default="", metavar="KATA", help="Hanya entri dengan kata-kata ini; nama, NIK, dan nomor orang juga."
)
@click.option("--sejak", default="", metavar="TANGGAL", help="Hanya entri sejak hari ini, mis. 2022-10-07.")
@click.option("--sampai", default="", metavar="TANGGAL", help="Hanya entri sampai hari ini.")
@click.option("--batas", type=click.IntRange(min=1), metavar="ANGKA", help="Hanya sekian catatan terakhir.")
@json_option
@click.pass_obj
def riwayat(
    session: Session,
    kode: str,
    nomor: str,
    oleh: str,
    cari: str,
    sejak: str,
    sampai: str,
    batas: int | None,
    as_json: bool,
) -> None:
    """Print the journal, oldest first."""
    from cli.moments import read_date
    from registry.desk import records
    from registry.desk.riwayat import Search, find, label_of, read_journal

    days = (read_date(text) if text else None for text in (sejak, sampai))
    wanted = Search(cari, "", oleh, *days)
    with session.reader(kode) as store:
        if nomor:
            records.pegawai(store, nomor)
        jurnal = read_journal(store)
    found = zip(jurnal.entries, find(jurnal, wanted), strict=True)
    notes = [note for note, fits in found if fits and (not nomor or nomor in note.keys.get("pegawai", ()))]
    notes = notes[: batas or len(notes)][::-1]
    if as_json:
        print_json(notes)
        return
    print_table(
        ("No.", "Waktu", "Petugas", "Tindakan", "Perubahan", "Alasan"),
        (
            (n.seq, clock(n.waktu, jurnal.zona), n.operator, label_of(n.action), jurnal.summary(n), n.alasan)
            for n in notes
        ),
    )
