"""`pendataan urungkan`: what it tells, what it asks, what it leaves alone."""

import json

import pytest


@pytest.fixture
def agency(run):
    """An agency whose last change is its place."""
    run("init", check=True)
    run("instansi", "tambah", "3375", check=True)
    run("instansi", "atur", "3375", "--tempat", "Batang", check=True)
    return run


def entries(run):
    return json.loads(run("riwayat", "--instansi", "3375", "--json", check=True).stdout)


def test_the_last_change_is_undone_and_told(agency):
    """One more entry that names the one undone."""
    said = agency("urungkan", "--instansi", "3375", "--ya", "--alasan", "Salah kota", check=True).stdout

    assert "Pengaturan kembali seperti sebelumnya: tempat." in said
    assert "Mengurungkan entri 2 (Atur instansi, Sri Petugas). Salah kota" == entries(agency)[-1]["alasan"]


def test_trying_writes_nothing(agency):
    """--coba only shows."""
    said = agency("urungkan", "--instansi", "3375", "--coba", check=True).stdout

    assert ("Percobaan: tidak ada yang ditulis." in said, 2) == (True, len(entries(agency)))


def test_without_an_answer_nothing_is_undone(agency):
    """No terminal, no --ya: nothing happens."""
    result = agency("urungkan", "--instansi", "3375")

    assert (1, 2) == (result.returncode, len(entries(agency)))


def test_what_cannot_be_undone_is_said(run):
    """Exit code 1 and the reason."""
    run("init", check=True)
    run("instansi", "tambah", "3375", check=True)

    result = run("urungkan", "--instansi", "3375", "--ya")

    assert (1, True) == (result.returncode, "Perubahan terakhir tidak dapat diurungkan" in result.stderr)
