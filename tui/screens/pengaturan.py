"""Pengaturan: a room of the open instansi."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.widgets import Static

from tui.actions import bindings
from tui.screens.base import RoomScreen


class PengaturanScreen(RoomScreen):
    """Pengaturan."""

    place: ClassVar[str] = "pengaturan"
    BINDINGS: ClassVar[list[BindingType]] = bindings("pengaturan")

    def body(self) -> ComposeResult:
        """Lay out the heading."""
        yield Static("Pengaturan", classes="heading")
