"""Commands of the statistics."""

from tui.command import Command

COMMANDS: tuple[Command, ...] = ()
