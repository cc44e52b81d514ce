"""Statistik: a room of the open instansi."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.widgets import Static

from tui.actions import bindings
from tui.screens.base import RoomScreen


class StatistikScreen(RoomScreen):
    """Statistik."""

    place: ClassVar[str] = "statistik"
    BINDINGS: ClassVar[list[BindingType]] = bindings("statistik")

    def body(self) -> ComposeResult:
        """Lay out the heading."""
        yield Static("Statistik", classes="heading")
