"""An app with an operator's own theme and keys: taken over, told about when they cannot be, and remembered."""

from functools import partial
from pathlib import Path

from msgspec.structs import replace

from tui.dialogs.choose import Choice, Choose
from tui.keys import faults, sound
from tui.preferences import Preferences, write_preferences
from tui.session import Session
from tui.theme import THEMES
from tui.work import Sample, WorkingApp


class PreferringApp(WorkingApp):
    """remember: the file of the preferences; None: they live as long as the app. told: what to say about that file."""

    def __init__(
        self, session: Session, sample: Sample | None, preferences: Preferences, remember: Path | None, told: str
    ) -> None:
        super().__init__(session, sample)
        self.remember = remember
        self.told = told
        self.keys: dict[str, str] = {}
        for theme, _ in THEMES.values():
            self.register_theme(theme)
        self._use(preferences)

    def on_mount(self) -> None:
        """Tell what is wrong with the file of the preferences."""
        wrong = [self.told] if self.told else []
        wrong += faults(self.preferences.tombol).values()
        if self.preferences.tema not in THEMES:
            wrong.append(f"Tema “{self.preferences.tema}” tidak dikenal; yang ada: {', '.join(THEMES)}.")
        for sentence in wrong:
            self.notify(sentence, title="Pengaturan terminal", severity="warning", timeout=15, markup=False)

    def action_change_theme(self) -> None:
        """Choose a theme."""
        choices = [Choice(name, label) for name, (_, label) in THEMES.items()]
        self.push_screen(Choose("Tema", choices), self._take_theme)

    def _take_theme(self, name: str | None) -> None:
        if name:
            self.prefer(replace(self.preferences, tema=name))

    def prefer(self, wanted: Preferences) -> None:
        """Take over theme and keys, and remember them."""
        self._use(wanted)
        if self.remember is not None:
            self.run_worker(partial(self._write_preferences, wanted), thread=True, group="read", exit_on_error=False)

    def _use(self, wanted: Preferences) -> None:
        self.preferences = wanted
        self.theme = wanted.tema if wanted.tema in THEMES else Preferences().tema
        self.keys = sound(wanted.tombol)
        self.set_keymap(self.keys)

    def _write_preferences(self, wanted: Preferences) -> None:
        if self.remember is None:
            return
        try:
            write_preferences(self.remember, wanted)
        except OSError:
            sentence = f"Tema dan tombol berlaku sekarang, tetapi tidak dapat disimpan ke {self.remember}."
            self.call_from_thread(self.notify, sentence, severity="warning", timeout=10, markup=False)
