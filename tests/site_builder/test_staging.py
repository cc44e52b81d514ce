"""Built aside, inspected, swapped; whatever happens, the old site or the new one stands whole."""

from pathlib import Path

import pytest
from filelock import FileLock

from site_builder import staging
from site_builder.errors import BuildBusy, BuildRefused
from tests.site_builder.sites import build_site, small_site, tree


def _site(folder: Path, text: str) -> Path:
    folder.mkdir()
    (folder / "manifest.json").write_text(text, "utf-8")
    return folder


def _names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir() if path.suffix != ".kunci")


def test_inspection_sees_the_finished_site_before_the_swap(tmp_path: Path) -> None:
    """The privacy gate looks at a folder beside the output, with everything in it."""
    seen: list[tuple[bool, bool, bool]] = []
    out = tmp_path / "situs"

    def inspect(staged: Path) -> None:
        seen.append((staged != out, (staged / "manifest.json").is_file(), out.exists()))

    build_site(small_site(tmp_path / "terbitan"), out, inspect=inspect)

    assert [(True, True, False)] == seen


def test_a_refusing_inspection_leaves_the_old_site(tmp_path: Path) -> None:
    """Not a byte changes and nothing is left beside it."""
    terbitan = small_site(tmp_path / "terbitan")
    build_site(terbitan, tmp_path / "situs")
    before = tree(tmp_path / "situs")

    def refuse(_staged: Path) -> None:
        raise BuildRefused("bocor")

    (terbitan / "3375/1-prafinalisasi.json").unlink()
    with pytest.raises(BuildRefused, match="bocor"):
        build_site(terbitan, tmp_path / "situs", inspect=refuse)
    assert before == tree(tmp_path / "situs")
    assert ["situs", "terbitan"] == _names(tmp_path)


def test_an_error_in_the_first_build_leaves_nothing(tmp_path: Path) -> None:
    """No half site."""
    terbitan = small_site(tmp_path / "terbitan")

    def fail(done: int, total: int, _text: str) -> None:
        if done > total // 3:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        build_site(terbitan, tmp_path / "situs", progress=fail)

    assert ["terbitan"] == _names(tmp_path)


def test_a_crash_between_the_two_renames_is_put_right(tmp_path: Path) -> None:
    """Old site moved away, new one not yet in place: the next build starts from the old site."""
    _site(tmp_path / ".situs.lama", "lama")
    _site(tmp_path / ".situs.baru", "baru")
    staging.recover(tmp_path / "situs")

    assert ["situs"] == _names(tmp_path)
    assert "lama" == (tmp_path / "situs/manifest.json").read_text("utf-8")


def test_a_crash_after_the_swap_leaves_only_rubbish(tmp_path: Path) -> None:
    """The new site is in place; the old one is removed."""
    _site(tmp_path / "situs", "baru")
    _site(tmp_path / ".situs.lama", "lama")
    staging.recover(tmp_path / "situs")

    assert ["situs"] == _names(tmp_path)
    assert "baru" == (tmp_path / "situs/manifest.json").read_text("utf-8")


def test_a_crash_while_building_is_cleaned_the_next_time(tmp_path: Path) -> None:
    """Half a staging folder does not hinder a build."""
    (tmp_path / ".situs.baru/instansi").mkdir(parents=True)
    build_site(small_site(tmp_path / "terbitan"), tmp_path / "situs")

    assert ["situs", "terbitan"] == _names(tmp_path)


def test_swap_by_two_renames(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the system cannot exchange two folders (Windows, macOS, some file systems)."""
    monkeypatch.setattr("sys.platform", "win32")
    old, new = _site(tmp_path / "situs", "lama"), _site(tmp_path / ".situs.baru", "baru")
    staging.swap(new, old, tmp_path / ".situs.lama")

    assert "baru" == (tmp_path / "situs/manifest.json").read_text("utf-8")
    assert "lama" == (tmp_path / ".situs.lama/manifest.json").read_text("utf-8")


def test_a_swap_that_fails_half_way_puts_the_old_site_back(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The second rename fails: the first is undone."""
    monkeypatch.setattr("sys.platform", "darwin")
    old = _site(tmp_path / "situs", "lama")
    with pytest.raises(FileNotFoundError):
        staging.swap(tmp_path / "tidak-ada", old, tmp_path / ".situs.lama")

    assert "lama" == (tmp_path / "situs/manifest.json").read_text("utf-8")


def test_a_foreign_folder_is_not_replaced(tmp_path: Path) -> None:
    """Somebody's documents are no site."""
    (tmp_path / "situs").mkdir()
    (tmp_path / "situs/skripsi.docx").write_bytes(b"penting")

    with pytest.raises(BuildRefused, match="hal lain"):
        build_site(small_site(tmp_path / "terbitan"), tmp_path / "situs")
    assert b"penting" == (tmp_path / "situs/skripsi.docx").read_bytes()


def test_two_builds_at_once_are_refused(tmp_path: Path) -> None:
    """The second is told to wait."""
    with FileLock(tmp_path / ".situs.kunci"), pytest.raises(BuildBusy):
        build_site(small_site(tmp_path / "terbitan"), tmp_path / "situs")
