"""The command that takes back the last change."""

import click

from cli.command import command, instansi_option, reason_option
from cli.output import confirm
from cli.session import Session


@command(help="Kembalikan data seperti sebelum perubahan terakhir, sebagai entri baru di jurnal.")
@instansi_option
@reason_option
@click.option("--coba", is_flag=True, help="Hanya menunjukkan apa yang akan kembali; tidak ada yang ditulis.")
@click.option("--ya", is_flag=True, help="Jangan bertanya lagi.")
@click.pass_obj
def urungkan(session: Session, kode: str, alasan: str, coba: bool, ya: bool) -> None:
    """Tell what would be restored, ask, and do it."""
    from registry.desk.urungkan import plan_undo, undo

    with session.reader(kode) if coba else session.writer(kode) as store:
        plan = plan_undo(store)
        for line in plan.lines:
            click.echo(line)
        if coba:
            click.echo("Percobaan: tidak ada yang ditulis.")
            return
        if not ya:
            confirm("Berlakukan lagi perubahan ini?" if plan.again else "Urungkan perubahan ini?")
        undo(store, session.act(alasan), plan)
    click.echo(plan.reason)
