"""Commands of the settings."""

from tui.command import Command

COMMANDS: tuple[Command, ...] = ()
