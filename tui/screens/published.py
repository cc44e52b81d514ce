"""What can be done about an announcement that is out: more time, its letter, its page in a browser."""

from dataclasses import dataclass
from pathlib import Path

from textual import on
from textual.message import Message

from registry.desk.laman import built_page
from registry.normalise.moments import read_day, read_moment
from tui.browsing import open_page
from tui.deeds.tahap import extend, write_announcement
from tui.dialogs.confirm import Notice
from tui.dialogs.fields import Field, Fields
from tui.dialogs.file import SaveFile
from tui.moments import write_day
from tui.screens.base import RoomScreen
from tui.session import Session
from tui.work import Reporter


@dataclass
class PageFound(Message):
    """The page of this instansi, and whether a browser shows it."""

    page: Path
    opened: bool


class PublishedScreen(RoomScreen):
    """The half of the room that is about what was announced."""

    def do_perpanjang(self) -> None:
        """Ask for the new end, then freeze a new edition."""
        zona = self.session.instansi.zona if self.session.instansi else ""
        fields = [
            Field("selesai", "Uji publik selesai", hint="21-10-2022 16.00", required=True),
            Field("nomor", "Nomor pengumuman", hint="nomor surat Anda", required=True),
            Field("tanggal", "Tanggal surat", write_day(self.session.clock().date()), required=True),
            Field("alasan", "Alasan", required=True),
        ]

        def check(answer: dict[str, str]) -> str:
            if read_moment(answer["selesai"], zona, last=True) is None:
                return "Waktu selesai tidak terbaca. Contoh: 21-10-2022 16.00"
            return "" if read_day(answer["tanggal"]) else "Tanggal tidak terbaca. Contoh: 7-10-2022"

        def go(answer: dict[str, str]) -> None:
            selesai, tanggal = read_moment(answer["selesai"], zona, last=True), read_day(answer["tanggal"])
            if selesai and tanggal:
                self.write(extend(selesai, answer["nomor"], tanggal, answer["alasan"], Reporter(self)))

        self.question(Fields("Perpanjang uji publik", fields, yes="Perpanjang", check=check), go)

    def do_surat(self) -> None:
        """Ask where, then write the letter of the newest edition."""
        instansi = self.session.instansi
        if instansi is None:
            return
        edisi = instansi.edisi_terakhir
        target = Path.cwd() / f"pengumuman-{instansi.kode}-{edisi}.pdf"
        dialog = SaveFile("Simpan surat pengumuman sebagai PDF", f"Surat edisi {edisi}, beserta daftarnya.", target)
        self.question(dialog, lambda path: self.write(write_announcement(edisi, path)))

    def do_laman(self) -> None:
        """Show the page of this instansi in the system's browser."""

        def job(session: Session) -> PageFound:
            page = built_page(session.store, session.terbitan, session.workspace.site_folder)
            return PageFound(page, open_page(page.as_uri()))

        self.ask(job, lambda found: found, doing="Mencari laman")

    @on(PageFound)
    def _page_found(self, message: PageFound) -> None:
        if message.opened:
            self.notify(f"Laman ditampilkan di peramban: {message.page}", markup=False)
        else:
            text = f"Tidak ada peramban yang dapat dijalankan dari sini. Alamat lamannya:\n\n{message.page.as_uri()}"
            self.app.push_screen(Notice("Laman instansi ini", text))
