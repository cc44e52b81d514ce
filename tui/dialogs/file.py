"""Which file? A path to type and a tree to walk."""

from collections.abc import Iterable, Sequence
from pathlib import Path

from textual import on
from textual.app import ComposeResult
from textual.widgets import DirectoryTree, Input, Static

from tui.dialogs.base import Question


class FileTree(DirectoryTree):
    """Folders, and files of the wanted kinds; hidden ones are left out."""

    ICON_NODE = "► "
    ICON_NODE_EXPANDED = "▼ "
    ICON_FILE = "  "

    def __init__(self, path: Path, suffixes: Sequence[str]) -> None:
        super().__init__(path, id="tree")
        self.suffixes = tuple(suffixes)

    def filter_paths(self, paths: Iterable[Path]) -> Iterable[Path]:
        """Keep what can be chosen."""
        return [path for path in paths if not path.name.startswith(".") and (path.is_dir() or self._wanted(path))]

    def _wanted(self, path: Path) -> bool:
        return not self.suffixes or path.suffix.lower() in self.suffixes


class ChooseFile(Question[Path]):
    """Answers the path of an existing file."""

    AUTO_FOCUS = "#path"

    def __init__(self, title: str, start: Path, suffixes: Sequence[str], *, yes: str = "Pilih") -> None:
        super().__init__(title, yes=yes)
        self.start = start
        self.suffixes = suffixes

    def body(self) -> ComposeResult:
        """Show path and tree."""
        yield Static(f"Jalur berkas, atau pilih di bawah ({', '.join(self.suffixes)})", classes="dialog-label")
        yield Input(placeholder=str(self.start), id="path", compact=True)
        yield Static("", id="complaint", markup=False)
        yield FileTree(self.start, self.suffixes)

    @on(DirectoryTree.FileSelected)
    def _picked(self, event: DirectoryTree.FileSelected) -> None:
        self.query_one("#path", Input).value = str(event.path)
        self.query_one("#yes").focus()

    @on(Input.Submitted, "#path")
    def _typed(self) -> None:
        self.submit()

    def answer(self) -> Path | None:
        """Return the file, if there is one; a folder is opened in the tree."""
        typed = self.query_one("#path", Input).value.strip().strip("'\"")
        path = (self.start / Path(typed).expanduser()) if typed else None
        if path and path.is_dir():
            self.query_one(FileTree).path = path
            self.start = path
            self.query_one("#path", Input).value = ""
            self.complain(f"Isi folder {path}")
            return None
        if path is None or not path.is_file():
            self.complain("Pilih berkas, atau ketik jalur berkas yang ada.")
            return None
        return path


class SaveFile(Question[Path]):
    """Answers the path of a file to write; an existing one is only taken at the second asking."""

    def __init__(self, title: str, text: str, path: Path) -> None:
        super().__init__(title, yes="Simpan")
        self.text = text
        self.path = path
        self.warned = ""

    def body(self) -> ComposeResult:
        """Show the path."""
        yield Static(self.text, classes="dialog-text", markup=False)
        yield Input(value=str(self.path), id="path", compact=True)
        yield Static("", id="complaint", markup=False)

    @on(Input.Submitted)
    def _typed(self) -> None:
        self.submit()

    def answer(self) -> Path | None:
        """Return the path, if it can be written to."""
        typed = self.query_one("#path", Input).value.strip()
        path = Path(typed).expanduser()
        if not typed or path.is_dir() or not path.parent.is_dir():
            self.complain("Folder tujuan tidak ada.")
            return None
        if path.exists() and self.warned != typed:
            self.warned = typed
            self.complain("Berkas itu sudah ada. Simpan sekali lagi untuk menggantinya.")
            return None
        return path
