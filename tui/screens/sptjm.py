"""The SPTJM as paper: written as PDF to be signed, and its scan looked at and attached."""

from dataclasses import dataclass
from pathlib import Path

from textual import on
from textual.message import Message

from registry.desk.sptjm import Scan, look_at_scan
from registry.desk.sptjm_isi import sptjm_blanks
from registry.normalise.moments import read_day
from tui.deeds.tahap import attach_sptjm, write_sptjm
from tui.dialogs.fields import Field, Fields
from tui.dialogs.file import ChooseFile, SaveFile
from tui.moments import write_day
from tui.screens.base import RoomScreen
from tui.words import number

SCANS = (".pdf", ".jpg", ".jpeg")


@dataclass
class ScanSeen(Message):
    """A sound scan."""

    path: Path
    scan: Scan


class SptjmScreen(RoomScreen):
    """The half of the room that is about the letter. What was answered for the PDF is proposed again for the scan."""

    def __init__(self) -> None:
        super().__init__()
        self.letter: dict[str, str] = {}

    def do_surat(self) -> None:
        """Ask for number and date, then write the PDF; what would be printed empty is said first."""
        instansi = self.session.instansi
        missing = [blank.judul for blank in sptjm_blanks(instansi) if blank.kurang] if instansi else []
        text = f"Belum diisi dan akan dicetak kosong: {', '.join(missing)}. Isi dengan F10." if missing else ""
        dialog = Fields("Surat SPTJM", self._letter_fields(), text=text, yes="Lanjut", check=check_day)
        self.question(dialog, self._ask_target)

    def _letter_fields(self) -> list[Field]:
        today = write_day(self.session.clock().date())
        return [
            Field("nomor", "Nomor SPTJM", self.letter.get("nomor", ""), hint="nomor surat Anda", required=True),
            Field("tanggal", "Tanggal SPTJM", self.letter.get("tanggal", today), required=True),
        ]

    def _ask_target(self, answer: dict[str, str]) -> None:
        self.letter = answer
        kode = self.session.instansi.kode if self.session.instansi else ""
        text = "Cetak surat ini, bubuhi meterai dan tanda tangan PPK, pindai, lalu lampirkan."
        dialog = SaveFile("Simpan SPTJM sebagai PDF", text, Path.cwd() / f"sptjm-{kode}.pdf")
        self.question(dialog, lambda target: self._write_letter(answer, target))

    def _write_letter(self, answer: dict[str, str], target: Path) -> None:
        tanggal = read_day(answer["tanggal"])
        if tanggal:
            self.write(write_sptjm(answer["nomor"], tanggal, target))

    def do_lampirkan(self) -> None:
        """Choose the scan, look at it, then say which letter it is."""
        self.question(ChooseFile("Pilih pindaian SPTJM", Path.cwd(), SCANS), self._look_at)

    def _look_at(self, path: Path) -> None:
        self.working.ask(
            self,
            lambda _: look_at_scan(path),
            lambda scan: ScanSeen(path, scan),
            doing="Memeriksa pindaian",
            alone=False,
        )

    @on(ScanSeen)
    def _ask_letter(self, message: ScanSeen) -> None:
        scan, path = message.scan, message.path
        size = number(max(1, scan.ukuran // 1024))
        text = f"{path.name}: {scan.jenis}, {number(scan.halaman)} halaman, {size} KB. Cocokkan dengan surat aslinya."
        sidik = Field("sidik", "Sidik daftar yang tercetak", hint="8 huruf pertama; boleh kosong")

        def go(answer: dict[str, str]) -> None:
            tanggal = read_day(answer["tanggal"])
            if tanggal:
                self.write(attach_sptjm(path, answer["nomor"], tanggal, answer["sidik"]))

        fields = [*self._letter_fields(), sidik]
        self.question(Fields("Lampirkan SPTJM", fields, text=text, yes="Lampirkan", check=check_day), go)


def check_day(answer: dict[str, str]) -> str:
    """Return a complaint when the date of a letter cannot be read."""
    return "" if read_day(answer["tanggal"]) else "Tanggal tidak terbaca. Contoh: 7-10-2022"
