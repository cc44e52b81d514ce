"""The command palette: every command that is possible on the screen below it, from the table of commands."""

from functools import partial

from textual.command import CommandPalette, DiscoveryHit, Hit, Hits, Provider

from tui.command import Command
from tui.screens.base import BaseScreen


class CommandProvider(Provider):
    """Commands by label and help text."""

    def _possible(self) -> list[tuple[str, Command]]:
        screen = self.screen
        return screen.possible() if isinstance(screen, BaseScreen) else []

    async def discover(self) -> Hits:
        """Yield everything that is possible."""
        for key, command in self._possible():
            yield DiscoveryHit(
                f"{command.label}  ({key})", partial(self._run, command), text=command.label, help=command.help
            )

    async def search(self, query: str) -> Hits:
        """Yield what matches; a line that says so when nothing does."""
        matcher = self.matcher(query)
        found = False
        for key, command in self._possible():
            score = max(matcher.match(command.label), matcher.match(command.help) / 2)
            if score > 0:
                found = True
                yield Hit(
                    score,
                    matcher.highlight(f"{command.label}  ({key})"),
                    partial(self._run, command),
                    text=command.label,
                    help=command.help,
                )
        if not found:
            yield Hit(0.01, "Tidak ada perintah yang cocok", lambda: None, text=query, help="Coba kata lain.")

    def _run(self, command: Command) -> None:
        if isinstance(self.screen, BaseScreen):
            self.screen.action_do(command.id)


def palette() -> CommandPalette:
    """Return the palette, in Indonesian."""
    return CommandPalette(placeholder="Cari perintah …", id="--command-palette")
