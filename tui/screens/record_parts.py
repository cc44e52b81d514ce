"""What hangs on the record of one person besides its fields: decrees, documents, and the decision MS/TMS."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from textual import on
from textual.message import Message

from registry.desk.dokumen import Dokumen, copy_out
from registry.desk.sk import name_of, read_sk, texts_of
from registry.model.codes import Syarat
from registry.workflow.actions import Action
from registry.workflow.steps import allowed_for_pegawai
from tui.deeds.data_orang import PersonTouched, attach, decide, detach
from tui.deeds.deed import Deed
from tui.dialogs.confirm import Confirm, Notice
from tui.dialogs.fields import Field, Fields
from tui.dialogs.file import ChooseFile
from tui.dialogs.sk import SkDialog
from tui.opening import open_file, viewing_folder
from tui.screens.record import RecordScreen
from tui.widgets.table import LineTable
from tui.words import SYARAT
from tui.work import Gave

SCANS = (".pdf", ".jpg", ".jpeg")
SHARED = ("jabatan", "unit_kerja", "sumber_gaji")


@dataclass
class DocumentOpened(Message):
    """A copy of a document; whether a program took it."""

    path: Path
    opened: bool


class PartsScreen(RecordScreen):
    """Decrees are edited in memory and saved with the fields; documents and decisions are written at once."""

    def __init__(self, nomor: str, neighbours: Sequence[str]) -> None:
        super().__init__(nomor, neighbours)
        self.saving = False
        self._folder = Path.home()

    # what is possible

    def may_change(self) -> bool:
        """Whether fields, decrees and documents can be changed now."""
        return self._allows(Action.UBAH) if self.nomor else self.session.may((Action.TAMBAH,))

    def _allows(self, action: Action) -> bool:
        instansi = self.session.instansi
        if self.seen is None or instansi is None or self.session.readonly:
            return False
        return action in allowed_for_pegawai(instansi.fase, self.seen.status)

    def _decree(self) -> int | None:
        return self.history.place if self.sheet == "kerja" else None

    def _document(self) -> Dokumen | None:
        return self.documents.current if self.sheet == "dokumen" else None

    def _holds_document(self) -> bool:
        document = self._document()
        return document is not None and bool(document.tercatat)

    def may_add(self) -> bool:
        """A decree or a document can be added on the sheet that is shown."""
        return self.may_change() and (self.sheet == "kerja" or self._document() is not None)

    def may_open(self) -> bool:
        """There is a decree to edit, a document to look at, or the form to go into."""
        if self.sheet == "data":
            return self.focused is self.form
        return (self._decree() is not None and self.may_change()) or self._holds_document()

    def may_remove(self) -> bool:
        """There is a decree or a document to take out."""
        return self.may_change() and (self._decree() is not None or self._holds_document())

    def may_decide(self) -> bool:
        """MS/TMS can be decided."""
        return self._allows(Action.PUTUSKAN_SYARAT)

    # decrees and documents

    @on(LineTable.Activated)
    def _activated(self) -> None:
        self.action_do("orang.buka")

    def do_tambah(self) -> None:
        """Add a decree, or attach a document."""
        document = self._document()
        if document is None:
            known = {name: text for name, text in self.form.values.items() if name in SHARED}
            self._ask_decree(None, "Tambah SK", known)
        elif self.nothing_unsaved():
            title = f"Lampirkan {document.ketentuan.label} ({document.ketentuan.kalimat[:-1]})"
            dialog = ChooseFile(title, self._folder, SCANS, yes="Lampirkan")
            self.question(dialog, lambda path: self._attach_from(document, path))

    def _attach_from(self, document: Dokumen, path: Path) -> None:
        self._folder = path.parent  # the next person's scans lie there too
        self.touch(attach(self.nomor, document.kolom, path))

    def do_buka(self) -> None:
        """Edit the decree under the cursor, open the document under it, or go into the form."""
        place, document = self._decree(), self._document()
        if place is not None:
            sk = self.history.decrees[place].sk
            self._ask_decree(place, f"Ubah {name_of(sk)}", texts_of(sk))
        elif self.sheet == "data":
            self.enter_form()
        elif document is not None:
            self.ask(lambda _: _open(document), lambda opened: opened, doing="Membuka dokumen")

    def _ask_decree(self, place: int | None, title: str, texts: Mapping[str, str]) -> None:
        others = [one.sk for n, one in enumerate(self.history.decrees) if n != place]
        dialog = SkDialog(title, texts, lambda said: read_sk(said, others))
        self.question(dialog, lambda one: self.history.put(place, one))

    def do_hapus(self) -> None:
        """Take the decree out of the history, or the document out of the record."""
        place, document = self._decree(), self._document()
        if place is not None:
            gone = self.history.remove_at(place)
            self.notify(f"{name_of(gone.sk)} dihapus dari riwayat; tersimpan setelah Ctrl+S.", markup=False)
        elif document is not None and self.nothing_unsaved():
            text = f"{document.ketentuan.label} tidak lagi tercatat pada orang ini. Berkasnya tetap ada di arsip."
            dialog = Confirm("Lepas dokumen?", text, yes="Lepas", danger=True)
            self.question(dialog, lambda _: self.touch(detach(self.nomor, document.kolom)))

    @on(DocumentOpened)
    def _opened(self, message: DocumentOpened) -> None:
        if message.opened:
            self.notify("Dokumen dibuka di program lain.")
        else:
            text = f"Tidak ada program untuk membukanya di sini. Salinannya dapat dibuka sampai aplikasi ini ditutup:\n{message.path}"
            self.question(Notice("Dokumen", text), lambda _: None)

    # MS/TMS

    def do_putuskan(self) -> None:
        """Confirm or override MS/TMS."""
        if self.seen is None or not self.nothing_unsaved():
            return
        proposed = self.seen.syarat_usulan
        word = SYARAT[proposed][0] if proposed else "belum ada; orang yang memutuskan"
        fields = [
            Field("syarat", "Putusan", required=True, choices=(("Memenuhi syarat (MS)", "MS"), ("Tidak memenuhi syarat (TMS)", "TMS"))),
            Field("alasan", "Alasan", hint="wajib bila berbeda dari usul aturan"),
        ]  # fmt: skip
        dialog = Fields("Putuskan MS/TMS", fields, text=f"{self.seen.nama}. Usul aturan: {word}.", yes="Putuskan")
        self.question(dialog, lambda said: self.touch(decide(self.nomor, Syarat(said["syarat"]), said["alasan"])))

    def touch(self, deed: Deed) -> None:
        """Write to the record beside the form; it is read again afterwards."""
        self.saving = True
        self.write(deed)

    def nothing_unsaved(self) -> bool:
        """Whether the record can be written to beside the form; says what to do if not."""
        if self.unsaved or self.saving:
            self.notify("Simpan perubahan dahulu (Ctrl+S).", severity="warning")
        return not self.unsaved and not self.saving

    @on(PersonTouched)
    def _touched(self, message: PersonTouched) -> None:
        self.saving = False
        if self.nomor and message.nomor == self.nomor:
            self.read(keep=True)

    @on(Gave)
    def _not_saved(self) -> None:
        self.saving = False
        self.reading = False


def _open(document: Dokumen) -> DocumentOpened:
    copy = copy_out(document, viewing_folder())
    return DocumentOpened(copy, open_file(copy))
