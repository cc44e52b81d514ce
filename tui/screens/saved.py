"""Saved filters on the people's screen: keep the present one by name, choose one again, forget one."""

from collections.abc import Callable
from dataclasses import dataclass, replace

from textual import on
from textual.message import Message

from tui.deeds.deed import Deed, Done
from tui.dialogs.confirm import Notice
from tui.dialogs.filter import name_question, saved_question
from tui.people import Filter
from tui.saved_filters import SavedFilter, drop_saved, keep_saved, read_saved
from tui.screens.bulk import BulkScreen
from tui.session import Session

Saved = tuple[SavedFilter, ...]
Then = Callable[[Saved], None]


@dataclass
class SavedRead(Message):
    """The saved filters, for what was to be done with them."""

    saved: Saved
    then: Then


@dataclass
class FilterChosen(Message):
    """A saved filter was chosen; the screen shows what it leaves."""

    wanted: Filter


class SavedFilterScreen(BulkScreen):
    """A screen with a filter that can be kept."""

    wanted = Filter()

    def _with_saved(self, then: Then) -> None:
        self.ask(
            lambda session: read_saved(session.workspace.path),
            lambda saved: SavedRead(saved, then),
            doing="Membaca saringan tersimpan",
        )

    @on(SavedRead)
    def _saved_read(self, message: SavedRead) -> None:
        message.then(message.saved)

    # commands

    def do_simpan(self) -> None:
        """Keep the present filter under a name."""
        self._with_saved(self._ask_name)

    def _ask_name(self, saved: Saved) -> None:
        wanted = replace(self.wanted, words=self.wanted.words.strip())
        self.question(name_question(wanted, saved), lambda answer: self.write(_keep(answer["nama"], wanted)))

    def do_pakai(self) -> None:
        """Choose a saved filter."""

        def take(one: SavedFilter) -> None:
            self.post_message(FilterChosen(one.filter))

        self._with_saved(lambda saved: self._choose("Saringan tersimpan", saved, take))

    def do_buang(self) -> None:
        """Forget a saved filter."""
        self._with_saved(
            lambda saved: self._choose("Hapus saringan tersimpan", saved, lambda one: self.write(_drop(one)))
        )

    def _choose(self, title: str, saved: Saved, then: Callable[[SavedFilter], None]) -> None:
        if saved:
            self.question(saved_question(title, saved), then)
        else:
            self.app.push_screen(Notice(title, "Belum ada. Saring daftar, lalu simpan saringannya dengan nama (n)."))


def _keep(nama: str, wanted: Filter) -> Deed:
    def do(session: Session) -> Done:
        keep_saved(session.workspace.path, nama, wanted)
        return Done(f"Saringan “{nama}” tersimpan.")

    return Deed("Menyimpan saringan", do)


def _drop(one: SavedFilter) -> Deed:
    def do(session: Session) -> Done:
        drop_saved(session.workspace.path, one.nama)
        return Done(f"Saringan “{one.nama}” dihapus.")

    return Deed("Menghapus saringan", do)
