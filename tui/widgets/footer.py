"""The bottom line: what is possible here and now, from the table of commands. What does not fit is in F1 and Ctrl+P."""

from textual.content import Content
from textual.screen import Screen
from textual.style import Style
from textual.widget import Widget

from tui.actions import BY_ID
from tui.command import Command
from tui.framework import key_name


class CommandFooter(Widget):
    """One line of keys; each can be clicked."""

    def on_mount(self) -> None:
        """Redraw when what is possible changes."""
        self.auto_links = False
        self.screen.bindings_updated_signal.subscribe(self, self._changed)

    def on_unmount(self) -> None:
        """Stop listening."""
        self.screen.bindings_updated_signal.unsubscribe(self)

    def _changed(self, _screen: Screen[object]) -> None:
        self.refresh()

    def commands(self) -> list[tuple[str, Command]]:
        """Key names and commands that are possible now, help last."""
        found: dict[str, tuple[str, Command]] = {}
        for _, binding, enabled, _ in self.screen.active_bindings.values():
            command = BY_ID.get(binding.id or "")
            if enabled and command and command.footer:
                found[command.id] = (key_name(binding), command)
        help_ = found.pop("semua.bantuan", None)
        order = list(BY_ID)
        line = sorted(found.values(), key=lambda pair: (pair[1].place == "semua", order.index(pair[1].id)))
        return [*line, help_] if help_ else line

    def render(self) -> Content:
        """Draw as many as fit; help always stands last."""
        commands = self.commands()
        room = self.size.width
        parts: list[Content] = []
        last = commands[-1:] if commands else []
        room -= sum(len(key) + len(command.label) + 3 for key, command in last)
        for key, command in commands[:-1]:
            room -= len(key) + len(command.label) + 3
            if room < 0:
                break
            parts.append(_key(key, command))
        parts += [_key(key, command) for key, command in last]
        return Content("").join(parts)


def _key(key: str, command: Command) -> Content:
    part = Content.assemble(
        (f" {key} ", "bold $footer-key-foreground"), (f"{command.label} ", "$foreground"),
    )  # fmt: skip
    return part.stylize(Style.from_meta({"@click": f"screen.do({command.id!r})"}))
