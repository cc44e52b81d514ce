"""F1: the commands of the screen below and the keys of the widget that has the focus, from the tables."""

from textual.app import ComposeResult
from textual.binding import Binding
from textual.content import Content
from textual.screen import Screen
from textual.widgets import Static

from tui.actions import BY_ID, Command, of_place
from tui.dialogs.base import Question
from tui.framework import key_name, meaning

TITLES = {"semua": "Di mana saja", "ruang": "Ruang instansi"}


class Help(Question[bool]):
    """Shows what the keys do. `screen`: the one it is about."""

    def __init__(self, screen: Screen[object], place: str) -> None:
        super().__init__("Bantuan", yes="Tutup", no="")
        self.about = screen
        self.place = place
        self.possible = {b.binding.id for b in screen.active_bindings.values() if b.enabled}
        self.keys = _widget_keys(screen)

    def body(self) -> ComposeResult:
        """Show the groups of keys."""
        places = [self.place, *(["ruang"] if self.place not in {"beranda", "orang"} else []), "semua"]
        for place in dict.fromkeys(places):
            commands = list(of_place(place))
            if commands:
                yield Static(TITLES.get(place, "Layar ini"), classes="dialog-label")
                yield Static(Content("\n").join(self._line(command) for command in commands))
        if self.keys:
            yield Static("Isian atau daftar yang sedang dipilih", classes="dialog-label")
            yield Static(Content("\n").join(_pair(key, what) for key, what in self.keys))

    def _line(self, command: Command) -> Content:
        key = key_name(Binding(command.key, "", ""))
        if command.id in self.possible or command.place == "semua":
            return _pair(key, f"{command.label}. {command.help}")
        return _pair(key, f"{command.label} (tidak tersedia saat ini). {command.help}", style="$foreground 60%")

    def answer(self) -> bool:
        """Return that it was read."""
        return True


def _pair(key: str, what: str, style: str = "$foreground") -> Content:
    return Content.assemble((f"{key:>12}  ", "bold $footer-key-foreground"), (what, style))


def _widget_keys(screen: Screen[object]) -> list[tuple[str, str]]:
    """Keys of the focused widget, those with the same meaning on one line."""
    keys: dict[str, list[str]] = {}
    for node, binding, enabled, _ in screen.active_bindings.values():
        if enabled and binding.id not in BY_ID and node is screen.focused:
            keys.setdefault(meaning(binding), []).append(key_name(binding))
    return [(" ".join(names), what) for what, names in keys.items() if what]
