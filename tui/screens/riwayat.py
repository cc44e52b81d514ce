"""Riwayat: a room of the open instansi."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.widgets import Static

from tui.actions import bindings
from tui.screens.base import RoomScreen


class RiwayatScreen(RoomScreen):
    """Riwayat."""

    place: ClassVar[str] = "riwayat"
    BINDINGS: ClassVar[list[BindingType]] = bindings("riwayat")

    def body(self) -> ComposeResult:
        """Lay out the heading."""
        yield Static("Riwayat", classes="heading")
