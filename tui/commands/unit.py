"""Commands of the board of units."""

from tui.command import Command

COMMANDS: tuple[Command, ...] = ()
