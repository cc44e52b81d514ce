"""Everything that waits for a person, decided: rows of files merged, taken in or refused, and MS or TMS where the rules leave it open."""

from collections import Counter
from dataclasses import dataclass
from typing import ClassVar

from textual import on
from textual.binding import BindingType
from textual.message import Message
from textual.widgets import Input

from registry.desk import tunggu as desk
from registry.desk.alasan import Untuk, for_syarat
from registry.desk.antrean import BelumSyarat, nik_fault, nik_proposal
from registry.desk.banding import compare
from registry.model.codes import Syarat
from registry.model.impor import BarisTunggu
from tui.actions import bindings
from tui.command import Command
from tui.deeds.keputusan import Decision, decide_waiting, effects_of
from tui.deeds.orang import decide_syarat
from tui.dialogs.confirm import Confirm, Notice
from tui.dialogs.fields import Field, Fields
from tui.dialogs.merge import Merge
from tui.dialogs.reason import Ready, Reasoned, ready
from tui.effects import effect_text
from tui.screens.antrean import QueueScreen
from tui.screens.orang import OrangScreen
from tui.waiting import alike, reasons_of, why
from tui.widgets.table import LineTable
from tui.words import number


@dataclass
class EffectsRead(Message):
    """What a decision would do."""

    decision: Decision
    effects: tuple[desk.Akibat, ...]


SINGLE = frozenset({"gabung", "nik"})
WITH_RECORD = frozenset({"gabung", "perbarui"})
OF_ROWS = frozenset({"terima", "gabung", "perbarui", "nik", "tolak"})


class KeputusanScreen(QueueScreen):
    """The verbs on what waits."""

    place: ClassVar[str] = "keputusan"
    BINDINGS: ClassVar[list[BindingType]] = bindings("keputusan")

    def may(self, command: Command) -> bool:
        """Deciding needs rows or people; updating needs a record they collide with."""
        if not super().may(command) or not self.is_mounted:
            return False
        rows = self.chosen_rows()
        if command.name in {"cari", "tabel"}:
            return (self.focused is self.query_one("#words")) == (command.name == "tabel")
        if command.name in OF_ROWS:
            fits = len(rows) == 1 if command.name in SINGLE else bool(rows)
            return fits and (command.name not in WITH_RECORD or all(row.lawan for row in rows))
        if command.name == "syarat":
            return bool(self.chosen_people())
        return (
            command.place != self.place
            or (command.name == "serupa" and bool(self.table.count))
            or bool(self.recorded())
        )

    # commands

    def do_cari(self) -> None:
        """Go to the search line."""
        self.query_one("#words", Input).focus()

    @on(Input.Submitted, "#words")
    def do_tabel(self) -> None:
        """Go from the search line to the table."""
        self.table.focus()

    @on(LineTable.Activated, "#waiting")
    @on(LineTable.Activated, "#undecided")
    def do_buka(self) -> None:
        """Open the recorded person."""
        nomor = self.recorded()
        if nomor:
            people = [one.nomor for one in self.table.listing.shown() if isinstance(one, BelumSyarat)]
            self.app.push_screen(OrangScreen(nomor, people or [nomor]))

    def do_serupa(self) -> None:
        """Mark what waits for the same reason; of people those with the same position."""
        here = self.table.cursor_row
        self.table.listing.mark(n for n, row in enumerate(self.table.listing.shown()) if alike(here, row))
        self.table.refresh()
        self.tell()

    def do_terima(self) -> None:
        """Take the rows in as new people."""
        self._preview(Decision(self._numbers(), "terima"))

    def do_perbarui(self) -> None:
        """Update the records they collide with."""
        self._preview(Decision(self._numbers(), "perbarui"))

    def do_gabung(self) -> None:
        """Merge one row into the record it collides with, field by field."""
        row = self.chosen_rows()[0]
        other = self.others.get(row.lawan)
        if other is None:
            return
        text = f"{row.nomor} {row.calon.nama} dan {other.nomor} {other.nama}. Spasi: ambil dari baris, atau tetap yang tercatat."
        dialog = Merge("Gabungkan ke orang yang tercatat", text, compare(row, other))
        self.question(dialog, lambda taken: self.write(decide_waiting(Decision([row.nomor], "perbarui", pakai=taken))))

    def do_nik(self) -> None:
        """Type the NIK from the identity card."""
        row = self.chosen_rows()[0]
        proposal = nik_proposal(row)
        self._ask_nik(row, proposal.usul if proposal else row.calon.nik)

    def _ask_nik(self, row: BarisTunggu, nik: str, putusan: str = "", complaint: str = "") -> None:
        proposal = nik_proposal(row)
        said = complaint or " ".join(proposal.mengapa if proposal else (why(row),))
        choices = [("Catat sebagai orang baru", "terima")]
        if row.lawan:
            choices.append((f"Perbarui {row.lawan}", "perbarui"))
        fields = [
            Field("nik", "NIK menurut KTP", nik, required=True),
            Field("putusan", "Putusan", putusan or choices[-1][1], choices=tuple(choices), required=True),
        ]
        dialog = Fields(
            f"NIK {row.calon.nama}", fields, text=said, yes="Lanjut", check=lambda values: nik_fault(values["nik"])
        )
        self.question(dialog, lambda answer: self._preview(_with_nik(row, answer)))

    def do_tolak(self) -> None:
        """Refuse the rows, with a reason."""
        numbers = self._numbers()
        sentences = ready(self.alasan.get(Untuk.TOLAK_BARIS, ()))
        text = f"{number(len(numbers))} baris tidak dicatat; baris dan alasannya tetap dapat dilihat."
        dialog = Reasoned("Tolak baris?", sentences, text=text, yes="Tolak", danger=True)
        self.question(
            dialog, lambda answer: self.write(decide_waiting(Decision(numbers, "tolak", alasan=answer["alasan"])))
        )

    def do_syarat(self) -> None:
        """Decide MS or TMS for the people chosen."""
        people = self.chosen_people()
        numbers = [one.nomor for one in people]
        sentences = [
            Ready(text, f"{syarat}: {text}", {"syarat": str(syarat)})
            for syarat in Syarat
            for text in self.alasan.get(for_syarat(syarat), ())
        ]
        choices = (("Memenuhi syarat (MS)", "MS"), ("Tidak memenuhi syarat (TMS)", "TMS"))
        fields = [Field("syarat", "Putusan", choices=choices, required=True)]
        title = f"Putuskan MS/TMS untuk {number(len(people))} orang"
        dialog = Reasoned(title, sentences, fields=fields, text=_summary(people), yes="Putuskan")
        self.question(
            dialog, lambda answer: self.write(decide_syarat(numbers, Syarat(answer["syarat"]), answer["alasan"]))
        )

    # what would happen

    def _numbers(self) -> list[str]:
        return [row.nomor for row in self.chosen_rows()]

    def _preview(self, decision: Decision) -> None:
        self.ask(
            lambda session: effects_of(decision, session),
            lambda found: EffectsRead(decision, found),
            doing="Memeriksa akibat",
        )

    @on(EffectsRead)
    def _confirm(self, message: EffectsRead) -> None:
        decision, effects = message.decision, message.effects
        possible = [effect.nomor for effect in effects if not effect.halangan]
        row = next((row for row in self.chosen_rows() if row.nomor == effects[0].nomor), None)
        if not possible and decision.fields and row:
            self._ask_nik(row, decision.fields["nik"], decision.putusan, effects[0].halangan)
        elif not possible:
            self.question(Notice("Belum dapat diputus", effect_text(decision.putusan, effects)), lambda _: None)
        else:
            title = "Terima sebagai orang baru?" if decision.putusan == "terima" else "Perbarui data yang ada?"
            dialog = Confirm(
                title,
                effect_text(decision.putusan, effects),
                yes="Terima" if decision.putusan == "terima" else "Perbarui",
            )
            sure = Decision(possible, decision.putusan, decision.fields)
            self.question(dialog, lambda _: self.write(decide_waiting(sure)))


def _with_nik(row: BarisTunggu, answer: dict[str, str]) -> Decision:
    putusan: desk.Putusan = "perbarui" if answer["putusan"] == "perbarui" else "terima"
    return Decision([row.nomor], putusan, {"nik": answer["nik"]})


def _summary(people: list[BelumSyarat]) -> str:
    """`Gaji dari BOS · Guru: 8 orang`: who would be decided alike."""
    found = Counter(f"{reasons_of(one)} · {one.jabatan or 'tanpa jabatan'}" for one in people)
    parts = [f"{label}: {number(count)} orang" for label, count in found.most_common(6)]
    rest = len(found) - len(parts)
    return "\n".join([*parts, *([f"dan {number(rest)} gabungan sebab dan jabatan lain"] if rest > 0 else [])])
