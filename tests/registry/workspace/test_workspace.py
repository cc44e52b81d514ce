"""The workspace on disk."""

import os
import stat
import sys
from pathlib import Path

import pytest

from registry.errors import FileRefused, UsageRefused
from registry.model.codes import Fase, JenisInstansi
from registry.store.store import Store
from registry.workspace import Workspace, default_path
from tests.registry.desk.small import LETTER, OPENING, WINDOW, act, fields, instansi


@pytest.fixture
def workspace(tmp_path):
    return Workspace.init(tmp_path / "kerja", judul="Pendataan Jawa Tengah")


def modes(path):
    return {stat.S_IMODE(folder.stat().st_mode) for folder in (path, *path.rglob("*")) if folder.is_dir()}


def test_a_new_workspace_can_be_opened(workspace):
    """Title, address, periode as init wrote them."""
    opened = Workspace.open(workspace.path)

    assert ("Pendataan Jawa Tengah", "", "2022", ("2022",), ()) == (
        opened.title,
        opened.alamat_dasar,
        opened.periode_kode,
        opened.periode_codes(),
        opened.instansi_codes(),
    )


@pytest.mark.parametrize("judul", ['Kata "kutip" dan \\ miring', "Baris\nbaru", "Huruf é ☂ \x7f"])
def test_any_title_survives(judul, tmp_path):
    """TOML has its own rules for quotes."""
    Workspace.init(tmp_path / "kerja", judul=judul)

    assert judul == Workspace.open(tmp_path / "kerja").title


def test_a_workspace_is_not_made_twice(workspace):
    """What is there stays."""
    with pytest.raises(UsageRefused, match="sudah ada"):
        Workspace.init(workspace.path)


def test_a_place_that_cannot_hold_a_workspace_is_refused(tmp_path):
    """A file stands where the folder should be."""
    (tmp_path / "kerja").write_text("bukan folder")

    with pytest.raises(UsageRefused, match="tidak dapat dibuat"):
        Workspace.init(tmp_path / "kerja" / "ini")


def test_a_folder_without_workspace_is_refused(tmp_path):
    """With the command that makes one."""
    with pytest.raises(UsageRefused, match="pendataan init"):
        Workspace.open(tmp_path)


@pytest.mark.parametrize("text", ["judul = ", "judul = 3", 'huruf = "biru"', "\xff"])
def test_unsound_settings_are_refused(text, workspace):
    """A typing mistake is told, not passed over."""
    (workspace.path / "pendataan.toml").write_bytes(text.encode("latin-1"))

    with pytest.raises(FileRefused, match="Pengaturan ruang kerja tidak terbaca"):
        Workspace.open(workspace.path)


@pytest.mark.skipif(sys.platform == "win32", reason="no modes")
def test_private_folders_are_the_owners_alone(workspace):
    """0700, whatever the umask."""
    old = os.umask(0)
    try:
        workspace.add_instansi("3375", act())
    finally:
        os.umask(old)

    assert {0o700} == modes(workspace.path / "instansi") | {stat.S_IMODE(workspace.path.stat().st_mode)}


@pytest.mark.skipif(sys.platform == "win32", reason="no modes")
def test_a_folder_that_was_there_keeps_its_mode(tmp_path):
    """The user's own folder is not locked; what we make in it is."""
    (tmp_path / "kerja").mkdir(mode=0o755)
    (tmp_path / "kerja").chmod(0o755)
    Workspace.init(tmp_path / "kerja")

    assert (0o755, {0o700}) == (
        stat.S_IMODE((tmp_path / "kerja").stat().st_mode),
        modes(tmp_path / "kerja" / "instansi"),
    )


def test_an_instansi_comes_from_the_reference_table(workspace):
    """Name, kind, region and zone are known."""
    added = workspace.add_instansi("3375", act())

    assert (
        "Kota Pekalongan",
        JenisInstansi.KOTA,
        "Jawa Tengah",
        "33.75",
        "Asia/Jakarta",
        "2022",
        Fase.PENDAFTARAN,
    ) == (
        added.nama,
        added.jenis,
        added.wilayah,
        added.kode_wilayah,
        added.zona,
        added.periode,
        added.fase,
    )


@pytest.mark.parametrize("kode", ["33.75", "kemenag"])
def test_a_code_may_be_written_as_people_do(kode, workspace):
    """Dots and lower case lead to the same folder."""
    added = workspace.add_instansi(kode, act())

    assert (added.kode,) == workspace.instansi_codes()


@pytest.mark.parametrize("kode", ["9999", "", "../keluar", "Pekalongan"])
def test_an_unknown_code_is_refused_in_indonesian(kode, workspace):
    """And nothing is made."""
    with pytest.raises(UsageRefused, match="tidak dikenal"):
        workspace.add_instansi(kode, act())

    assert () == workspace.instansi_codes()


def test_a_name_instead_of_a_code_is_answered_with_the_code(workspace):
    """The operator typed what they know."""
    with pytest.raises(UsageRefused, match=r"3375 \(Kota Pekalongan\)"):
        workspace.add_instansi("Kota Pekalongan", act())


def test_one_that_is_not_in_the_table_can_be_created(workspace):
    """New agencies appear."""
    workspace.create_instansi(instansi(kode="BARU-1", nama="Badan Baru", jenis=JenisInstansi.LEMBAGA), act())

    assert ("BARU-1",) == workspace.instansi_codes()


@pytest.mark.parametrize("kode", ["../x", "a b", "", "kecil", "A" * 41])
def test_a_code_that_is_no_folder_name_is_refused(kode, workspace):
    """It becomes one, and part of every registration number."""
    with pytest.raises(UsageRefused, match="bukan kode instansi"):
        workspace.create_instansi(instansi(kode=kode), act())


def test_an_instansi_is_added_once(workspace):
    """Its journal is the truth."""
    workspace.add_instansi("3375", act())

    with pytest.raises(UsageRefused, match="sudah ada"):
        workspace.add_instansi("3375", act())


def test_nothing_is_made_for_an_act_without_operator(workspace):
    """The first entry tells who, too."""
    with pytest.raises(UsageRefused, match="Nama petugas"):
        workspace.add_instansi("3375", act(operator=""))

    assert () == workspace.instansi_codes()


def test_the_first_entry_is_the_creation(workspace):
    """By whom and when."""
    workspace.add_instansi("3375", act())
    with workspace.open_store("3375", "Rina") as store:
        assert [("buat-instansi", "Rina")] == [(note.action, note.operator) for note in store.history()]


def test_opening_an_instansi_that_is_not_there_is_refused(workspace):
    """With those that are."""
    workspace.add_instansi("3375", act())

    with pytest.raises(UsageRefused, match=r"“3376” belum ada.*Yang ada: 3375"):
        workspace.open_store("3376", "Rina")


def test_an_unknown_periode_is_refused(workspace):
    """With those that are."""
    with pytest.raises(UsageRefused, match=r"“2030” tidak ada.*2022"):
        workspace.periode("2030")


def test_a_second_periode_is_a_second_file(workspace):
    """No code changes."""
    text = (workspace.path / "periode" / "2022.toml").read_text("utf-8").replace('kode = "2022"', 'kode = "2024"', 1)
    (workspace.path / "periode" / "2024.toml").write_text(text, encoding="utf-8")

    assert (("2022", "2024"), "2024") == (workspace.periode_codes(), workspace.periode("2024").kode)


def test_a_writer_finishes_what_a_crash_left_half_way(workspace):
    """The journal has the edition, its files still hide."""
    from registry.desk.pegawai import add_pegawai  # noqa: PLC0415
    from registry.desk.tahap import announce  # noqa: PLC0415

    workspace.add_instansi("3375", act())
    folder = workspace.terbitan_folder("3375")
    with workspace.open_store("3375", "Rina") as store:
        rules = workspace.periode_for(store.instansi)
        add_pegawai(store, fields(1), rules, act())
        announce(store, folder, rules, act(OPENING), uji_publik=WINDOW, **LETTER)
    for path in list(folder.iterdir()):
        path.rename(folder / f".{path.name}.siap")

    with workspace.open_store("3375", "Rina"):
        assert ["1-prafinalisasi.json", "1-prafinalisasi.pdf"] == sorted(path.name for path in folder.iterdir())


def test_the_second_opener_reads_only(workspace):
    """And is told who writes."""
    workspace.add_instansi("3375", act())
    with workspace.open_store("3375", "Rina"), workspace.open_store("3375", "Tono") as second:
        assert (True, True) == (second.readonly, isinstance(second, Store) and "Rina" in str(second.held_by))


def test_the_variable_chooses_the_workspace():
    """Before the platform's own folder."""
    assert Path("/kerja") == default_path({"PENDATAAN_WORKSPACE": "/kerja"})


def test_without_variable_it_lies_among_the_users_data():
    """In a folder named after the program."""
    assert default_path({}).name == "pendataan"
