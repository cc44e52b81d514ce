"""The two top lines of an open instansi: who and which phase, and where one can go."""

from textual.content import Content
from textual.reactive import reactive
from textual.style import Style
from textual.widget import Widget

from registry.workflow.names import FASE
from tui.actions import of_place
from tui.framework import name_of_key
from tui.session import Session
from tui.words import FASE_TONE, TONE_STYLE


class TitleLine(Widget):
    """Left: the instansi. Right: phase and operator, or that nothing can be written."""

    version: reactive[int] = reactive(-1)

    def __init__(self, session: Session, title: str = "") -> None:
        super().__init__()
        self.session = session
        self.title = title

    def render(self) -> Content:
        """Draw the line."""
        instansi = self.session.instansi
        left = Content.styled(" Pendataan ", "bold $primary")
        right = Content.styled(f" {self.session.operator} ", "$foreground 70%")
        if instansi is not None:
            left += Content.styled(f" {instansi.nama} ", "bold") + Content.styled(
                f"({instansi.kode}) ", "$foreground 70%"
            )
            right = Content.styled(f" {FASE[instansi.fase]} ", f"bold {TONE_STYLE[FASE_TONE[instansi.fase]]}") + right
        if self.session.readonly:
            right = Content.styled(" HANYA BACA ", "bold $error") + right
        room = max(1, self.size.width - right.cell_length)
        return left.truncate(room, ellipsis=True, pad=True) + right


class NavigationLine(Widget):
    """The rooms of an instansi with their keys; the present one stands out."""

    def __init__(self, place: str) -> None:
        super().__init__()
        self.place = place
        self.auto_links = False

    def render(self) -> Content:
        """Draw the line."""
        parts = []
        keys = getattr(self.app, "keys", {})
        for command in of_place("ruang"):
            if command.name in {"tutup", "pengaturan", "urungkan"}:
                continue
            here = command.name == self.place
            style = "bold $background on $primary" if here else ""
            key = Content.styled(f" {_short(keys.get(command.id, command.key))} ", style or "$footer-key-foreground")
            label = Content.styled(command.label + (" " if here else ""), style or "$foreground")
            parts.append((here, (key + label).stylize(Style.from_meta({"@click": f"screen.do({command.id!r})"}))))
        return self._fitting(parts)

    def _fitting(self, parts: list[tuple[bool, Content]]) -> Content:
        """As many as there is room for; the present one is always among them, in place of the last if need be."""
        room = self.size.width
        shown: list[Content] = []
        for here, part in parts:
            if sum(it.cell_length for it in shown) + part.cell_length <= room:
                shown.append(part)
            elif here:
                while shown and sum(it.cell_length for it in shown) + part.cell_length > room:
                    shown.pop()
                shown.append(part)
                break
        return Content("").join(shown)


def _short(key: str) -> str:
    """`F2`, `^N`."""
    return name_of_key(key).replace("Ctrl+", "^")
