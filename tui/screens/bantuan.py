"""F1: what is possible on the screen below and the keys of the widget that has the focus, from the tables."""

from collections.abc import Iterator, Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.screen import Screen

from tui.actions import BY_ID, of_place
from tui.command import Command
from tui.dialogs.base import Question
from tui.framework import key_name, meaning, name_of_key
from tui.keys import key_of
from tui.widgets.pairs import Pairs

TITLES = {"semua": "Di mana saja", "ruang": "Ruang instansi"}


class Help(Question[bool]):
    """Shows what the keys do. `screen`: the one it is about."""

    BINDINGS: ClassVar[list[BindingType]] = [
        *Question.BINDINGS,
        Binding("up", "scroll_body(-1)", "Gulir ke atas", show=False),
        Binding("down", "scroll_body(1)", "Gulir ke bawah", show=False),
    ]

    def __init__(self, screen: Screen[object], place: str) -> None:
        super().__init__("Bantuan", yes="Tutup", no="")
        self.about = screen
        self.place = place
        self.possible = {b.binding.id for b in screen.active_bindings.values() if b.enabled}
        self.keys = _widget_keys(screen)
        self.mapped: dict[str, str] = getattr(screen.app, "keys", {})

    def body(self) -> ComposeResult:
        """Show the groups of keys."""
        yield Pairs(list(self._pairs()), first=14, gap=2)

    def _pairs(self) -> Iterator[tuple[Content, Content | None]]:
        places = [self.place, *(["ruang"] if self.place != "beranda" else []), "semua"]
        for place in places:
            yield from _group(
                TITLES.get(place, "Layar ini"), [self._line(one) for one in of_place(place) if self._may(one)]
            )
            if place == self.place:
                yield from _group("Isian atau daftar yang sedang dipilih", self.keys)
        yield from _group(
            "Tidak mungkin saat ini", [self._line(one) for one in of_place(*places) if not self._may(one)]
        )

    def _may(self, command: Command) -> bool:
        return command.id in self.possible or command.place == "semua"

    def _line(self, command: Command) -> tuple[str, str]:
        return name_of_key(key_of(command, self.mapped)), command.help

    def answer(self) -> bool:
        """Return that it was read."""
        return True


def _group(title: str, lines: Sequence[tuple[str, str]]) -> Iterator[tuple[Content, Content | None]]:
    if lines:
        yield Content.styled(title, "bold $foreground 70%"), None
        yield from ((Content.styled(key, "bold"), Content(what)) for key, what in lines)


def _widget_keys(screen: Screen[object]) -> list[tuple[str, str]]:
    """Keys of the focused widget, those with the same meaning on one line."""
    keys: dict[str, list[str]] = {}
    for node, binding, enabled, _ in screen.active_bindings.values():
        if enabled and binding.id not in BY_ID and node is screen.focused:
            keys.setdefault(meaning(binding), []).append(key_name(binding))
    return [(" ".join(names), what) for what, names in keys.items() if what]
