"""Naming files: lines, quotes, what file managers put on the clipboard; and marking them in the tree."""

import pytest
from textual.widgets import Input

from tests.tui.frames import frame
from tests.tui.importing import opened, press
from tests.tui.pilots import running, settle, type_text
from tui.dialogs.files import ChooseFiles, MarkingTree
from tui.dialogs.paths import paths_in, resolve


@pytest.mark.parametrize(
    ("text", "paths"),
    [
        ("data unit.xlsx", ["data unit.xlsx"]),
        ('"C:\\Data\\unit 1.xlsx"', ["C:\\Data\\unit 1.xlsx"]),
        ('"C:\\a b.xlsx" "C:\\c.xlsx"', ["C:\\a b.xlsx", "C:\\c.xlsx"]),
        ('"C:\\a.xlsx"\r\n"C:\\b.xlsx"\r\n', ["C:\\a.xlsx", "C:\\b.xlsx"]),
        ("/data/a b.xlsx\n/data/c.csv", ["/data/a b.xlsx", "/data/c.csv"]),
        ("'/data/a b.xlsx' '/data/c.csv' ", ["/data/a b.xlsx", "/data/c.csv"]),
        ("'/data/a.xlsx', '/data/b.csv'", ["/data/a.xlsx", "/data/b.csv"]),
        ('"a.xlsx" b c.xlsx', ["a.xlsx", "b c.xlsx"]),
        ("a.csv\n\na.csv", ["a.csv"]),
        ("file:///data/unit%201.xlsx", ["/data/unit 1.xlsx"]),
        ("file:///C:/Data/unit.xlsx", ["C:/Data/unit.xlsx"]),
        ("guru-jum'at.xlsx", ["guru-jum'at.xlsx"]),
        ("  ", []),
    ],
)
def test_paths_as_people_paste_them(text, paths):
    """Explorer's "copy as path", lines, terminals' drops, addresses of file managers."""
    assert paths == paths_in(text)


def test_a_dropped_path_with_escaped_blanks(tmp_path):
    """What a terminal writes when a file is dropped on it."""
    (tmp_path / "unit satu.csv").write_text("x")

    assert tmp_path / "unit satu.csv" == resolve("unit\\ satu.csv", tmp_path)


@pytest.fixture
def folder(tmp_path, monkeypatch):
    """Three files, one of them no table."""
    path = tmp_path / "kiriman"
    (path / "arsip").mkdir(parents=True)
    for name in ("a.csv", "b.csv", "foto.jpg"):
        (path / name).write_text("NIK;Nama;Tanggal Lahir\n")
    monkeypatch.chdir(path)
    return path


async def asked(pilot):
    await opened(pilot)
    await press(pilot, "o")
    return pilot.app.screen


async def in_the_tree(pilot, screen):
    tree = screen.query_one(MarkingTree)
    tree.focus()
    while len(tree.root.children) < 3:
        await pilot.pause(0.02)
    tree.move_cursor(tree.root)
    return tree


async def test_a_paste_of_several_lines_is_several_files(workspace, folder):
    """All of them are in the line."""
    async with running(workspace) as pilot:
        screen = await asked(pilot)
        await type_text(pilot, f"{folder / 'a.csv'}\n{folder / 'b.csv'}")

        assert f'"{folder / "a.csv"}" "{folder / "b.csv"}"' == screen.query_one("#path", Input).value
        assert [folder / "a.csv", folder / "b.csv"] == screen.answer()


async def test_spaces_mark_files_in_the_tree(workspace, folder):
    """Marked ones are the answer, in the order of marking."""
    async with running(workspace) as pilot:
        screen = await asked(pilot)
        await in_the_tree(pilot, screen)
        await press(pilot, "down", "down", "space", "space")

        assert [folder / "a.csv", folder / "b.csv"] == screen.answer()
        assert "2 berkas ditandai." in frame(pilot.app)
        assert "■ a.csv" in frame(pilot.app)


async def test_ctrl_a_marks_the_folder_and_unmarks_it(workspace, folder):
    """Every table of it, twice: none."""
    async with running(workspace) as pilot:
        screen = await asked(pilot)
        tree = await in_the_tree(pilot, screen)
        await press(pilot, "down", "down", "ctrl+a")
        marked = list(tree.marks)
        await press(pilot, "ctrl+a")

        assert ([folder / "a.csv", folder / "b.csv"], []) == (marked, tree.marks)


async def test_enter_on_a_file_leads_to_the_button(workspace, folder):
    """Enter, Enter: that one file."""
    async with running(workspace) as pilot:
        screen = await asked(pilot)
        await in_the_tree(pilot, screen)
        await press(pilot, "down", "down", "enter")

        assert ("yes", [folder / "a.csv"]) == (screen.focused.id, screen.answer())


async def test_a_typed_folder_is_opened(workspace, folder):
    """Its files can be marked then."""
    async with running(workspace) as pilot:
        screen = await asked(pilot)
        screen.query_one("#path", Input).value = "arsip"
        await press(pilot, "enter")

        assert folder / "arsip" == screen.query_one(MarkingTree).path


async def test_one_missing_file_of_several_is_named(workspace, folder):
    """Nothing is lost of what was typed."""
    async with running(workspace) as pilot:
        screen = await asked(pilot)
        screen.query_one("#path", Input).value = '"a.csv" "tidak.csv"'
        await press(pilot, "enter")
        await settle(pilot)

        assert isinstance(pilot.app.screen, ChooseFiles)
        assert "Tidak ditemukan: tidak.csv." in frame(pilot.app)
