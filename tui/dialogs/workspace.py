"""Which workspace? The path of a folder that is one, or can become one."""

from pathlib import Path

from textual import on
from textual.app import ComposeResult
from textual.widgets import Input, Static

from registry.workspace import SETTINGS_FILE
from tui.dialogs.base import Question


class ChooseWorkspace(Question[Path]):
    """Answers the path of a workspace, or of a new or empty folder at the second asking."""

    AUTO_FOCUS = "#path"

    def __init__(self, path: Path) -> None:
        super().__init__("Ruang kerja lain", yes="Buka")
        self.path = path
        self.warned = ""

    def body(self) -> ComposeResult:
        """Show the path."""
        yield Static(
            "Jalur folder ruang kerja. Folder yang belum ada atau masih kosong menjadi ruang kerja baru.",
            classes="dialog-text",
        )
        yield Input(value=str(self.path), id="path", compact=True)
        yield Static("", id="complaint", markup=False)

    @on(Input.Submitted)
    def _typed(self) -> None:
        self.submit()

    def answer(self) -> Path | None:
        """Return the path, if it can be one."""
        typed = self.query_one("#path", Input).value.strip().strip("'\"")
        if not typed:
            self.complain("Ketik jalur folder.")
            return None
        path = Path(typed).expanduser()
        try:
            fault, new = _look(path)
        except OSError:
            fault, new = "Folder itu tidak dapat dibaca.", False
        if not fault and new and self.warned != typed:
            self.warned = typed
            fault = "Belum ada ruang kerja di sana. Pilih Buka sekali lagi untuk membuatnya."
        if fault:
            self.complain(fault)
            return None
        return path


def _look(path: Path) -> tuple[str, bool]:
    """What stands against the path, and whether it would be a new workspace. Raises OSError."""
    if (path / SETTINGS_FILE).is_file():
        return "", False
    if path.is_dir():
        return ("Folder itu berisi hal lain dan bukan ruang kerja." if any(path.iterdir()) else ""), True
    if path.exists():
        return "Itu berkas, bukan folder.", False
    return "", True
