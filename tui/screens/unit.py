"""Papan unit: a room of the open instansi."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.widgets import Static

from tui.actions import bindings
from tui.screens.base import RoomScreen


class UnitScreen(RoomScreen):
    """Papan unit."""

    place: ClassVar[str] = "unit"
    BINDINGS: ClassVar[list[BindingType]] = bindings("unit")

    def body(self) -> ComposeResult:
        """Lay out the heading."""
        yield Static("Papan unit", classes="heading")
