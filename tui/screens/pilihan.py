"""The half of the settings that belongs to the operator, not to the instansi: theme and keys."""

from msgspec.structs import replace
from textual import on
from textual.widgets import OptionList

from tui.actions import BY_ID
from tui.dialogs.press import PressKey
from tui.framework import name_of_key
from tui.keys import faults
from tui.screens.base import RoomScreen
from tui.theme import THEMES
from tui.widgets.key_list import KeyList
from tui.widgets.table import LineTable


class PreferencesRoom(RoomScreen):
    """A room with a list of themes (`#themes`) and a KeyList."""

    def show_preferences(self) -> None:
        """Show theme and keys as they are now."""
        self.query_one(KeyList).show(self.working.preferences.tombol)
        self._mark_theme()

    def _mark_theme(self) -> None:
        themes = self.query_one("#themes", OptionList)
        themes.highlighted = list(THEMES).index(self.app.theme)

    @on(OptionList.OptionSelected, "#themes")
    def _theme(self, event: OptionList.OptionSelected) -> None:
        if event.option_id:
            name = event.option_id.removeprefix("tema-")
            self.working.prefer(replace(self.working.preferences, tema=name))

    @on(LineTable.Activated, "#keys")
    def do_tombol(self) -> None:
        """Ask for another key for the command under the cursor."""
        command = self.query_one(KeyList).command
        if command is None:
            return
        own = self.working.preferences.tombol

        def check(key: str) -> str:
            return faults({**own, command.id: key}).get(command.id, "")

        text = f"{command.help}\nTombol bawaan: {name_of_key(command.key)}"
        self.question(
            PressKey(f"Tombol untuk “{command.label}”", text, check), lambda key: self._keys({**own, command.id: key})
        )

    def do_bawaan(self) -> None:
        """Give the command under the cursor its first key again."""
        command = self.query_one(KeyList).command
        if command is not None:
            own = self.working.preferences.tombol
            self._keys({name: key for name, key in own.items() if name != command.id})

    def _keys(self, wanted: dict[str, str]) -> None:
        own = {name: key for name, key in wanted.items() if name not in BY_ID or key != BY_ID[name].key}
        self.working.prefer(replace(self.working.preferences, tombol=own))
        self.query_one(KeyList).show(own)
        self.refresh_bindings()
