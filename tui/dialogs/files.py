"""Which files: paths to type or paste, several at once, and a tree to mark them in. And which folder."""

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import ClassVar

from rich.style import Style
from rich.text import Text
from textual import events, on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.message import Message
from textual.widgets import DirectoryTree, Input, Static
from textual.widgets.directory_tree import DirEntry
from textual.widgets.tree import TreeNode

from tui.dialogs.base import Question
from tui.dialogs.file import FileTree
from tui.dialogs.paths import paths_in, resolve

MARK = "■ "
HOW = "Ketik atau tempel jalur berkas (boleh beberapa), atau tandai di bawah: Spasi satu berkas, Ctrl+A semua di folder itu."


class PathsInput(Input):
    """A line that takes a paste of several lines: each becomes a quoted path."""

    def on_paste(self, event: events.Paste) -> None:
        """Put all lines in; Textual would keep the first only."""
        found = paths_in(event.text)
        if len(found) > 1:
            event.prevent_default()
            event.stop()
            self.insert_text_at_cursor(" ".join(f'"{path}"' for path in found))


class MarkingTree(FileTree):
    """A tree in which files are marked."""

    class Marked(Message):
        """Other files are marked now."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("space", "mark", "Tandai berkas, atau buka folder", show=False),
        Binding("ctrl+a", "mark_folder", "Tandai semua berkas di folder ini", show=False),
    ]

    def __init__(self, path: Path, suffixes: Sequence[str]) -> None:
        super().__init__(path, suffixes)
        self.marks: list[Path] = []

    def render_label(self, node: TreeNode[DirEntry], base_style: Style, style: Style) -> Text:
        """Draw a mark before the name."""
        label = super().render_label(node, base_style, style)
        if node.data is not None and node.data.path in self.marks:
            return Text.assemble((MARK, base_style + style), label[len(self.ICON_FILE) :])
        return label

    def toggle(self, node: TreeNode[DirEntry], *, to: bool | None = None) -> None:
        """Mark or unmark a file. `to`: what it shall be."""
        if node.data is None or node.allow_expand:
            return
        path = node.data.path
        if path in self.marks:
            if not to:
                self.marks.remove(path)
        elif to is not False:
            self.marks.append(path)
        node.refresh()
        self.post_message(self.Marked())

    def action_mark(self) -> None:
        """Mark the file and go on; open or close a folder."""
        node = self.cursor_node
        if node is not None and node.allow_expand:
            self.action_toggle_node()
        elif node is not None:
            self.toggle(node)
            self.action_cursor_down()

    def action_mark_folder(self) -> None:
        """Mark every file beside the cursor; again: none of them."""
        node = self.cursor_node
        folder = node if node is None or node.allow_expand else node.parent
        files = [child for child in folder.children if not child.allow_expand] if folder is not None else []
        every = all(child.data is not None and child.data.path in self.marks for child in files)
        for child in files:
            self.toggle(child, to=not every)


class ChooseFiles(Question[list[Path]]):
    """Answers the paths of existing files: those typed, then those marked."""

    AUTO_FOCUS = "#path"

    def __init__(self, title: str, start: Path, suffixes: Sequence[str]) -> None:
        super().__init__(title, yes="Pilih")
        self.start = start
        self.suffixes = suffixes

    def body(self) -> ComposeResult:
        """Show line and tree."""
        yield Static(HOW, classes="dialog-label")
        yield PathsInput(placeholder=str(self.start), id="path", compact=True)
        yield Static("", id="complaint", markup=False)
        yield MarkingTree(self.start, self.suffixes)

    @on(MarkingTree.Marked)
    def _marked(self) -> None:
        count = len(self.query_one(MarkingTree).marks)
        self.complain(f"{count} berkas ditandai." if count else "")

    @on(DirectoryTree.FileSelected)
    def _picked(self, event: DirectoryTree.FileSelected) -> None:
        self.query_one(MarkingTree).toggle(event.node, to=True)
        self.query_one("#yes").focus()

    @on(Input.Submitted, "#path")
    def _typed(self) -> None:
        self.submit()

    def answer(self) -> list[Path] | None:
        """Return the files, if all of them exist; a folder alone is opened in the tree."""
        typed = [resolve(text, self.start) for text in paths_in(self.query_one("#path", Input).value)]
        if len(typed) == 1 and typed[0].is_dir():
            self._open(typed[0])
            return None
        missing = [path.name for path in typed if not path.is_file()]
        if missing:
            more = f" dan {len(missing) - 1} lainnya" if len(missing) > 1 else ""
            self.complain(f"Tidak ditemukan: {missing[0]}{more}. Periksa jalurnya.")
            return None
        found = list(dict.fromkeys([*typed, *self.query_one(MarkingTree).marks]))
        if not found:
            self.complain("Tandai berkas, atau ketik jalur berkas yang ada.")
        return found or None

    def _open(self, folder: Path) -> None:
        self.query_one(MarkingTree).path = folder
        self.start = folder
        self.query_one("#path", Input).value = ""
        self.complain(f"Isi folder {folder}")


class FolderTree(FileTree):
    """Folders only."""

    def filter_paths(self, paths: Iterable[Path]) -> Iterable[Path]:
        """Keep folders that are not hidden."""
        return [path for path in paths if path.is_dir() and not path.name.startswith(".")]


class ChooseFolder(Question[Path]):
    """Answers the path of an existing folder."""

    AUTO_FOCUS = "#path"

    def __init__(self, title: str, text: str, start: Path) -> None:
        super().__init__(title, yes="Pilih")
        self.text = text
        self.start = start

    def body(self) -> ComposeResult:
        """Show line and tree."""
        yield Static(self.text, classes="dialog-text", markup=False)
        yield Input(str(self.start), id="path", compact=True)
        yield Static("", id="complaint", markup=False)
        yield FolderTree(self.start, ())

    @on(DirectoryTree.DirectorySelected)
    def _picked(self, event: DirectoryTree.DirectorySelected) -> None:
        self.query_one("#path", Input).value = str(event.path)

    @on(Input.Submitted, "#path")
    def _typed(self) -> None:
        self.submit()

    def answer(self) -> Path | None:
        """Return the folder, if there is one."""
        typed = paths_in(self.query_one("#path", Input).value)
        path = resolve(typed[0], self.start) if typed else self.start
        if path.is_dir():
            return path
        self.complain("Folder itu tidak ada.")
        return None
