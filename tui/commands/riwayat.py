"""Commands of the journal."""

from tui.command import Command

COMMANDS: tuple[Command, ...] = ()
