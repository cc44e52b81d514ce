"""Ready sentences for reasons: shipped, and extended by the agency."""

import pytest

from registry.desk.alasan import FILE, Untuk, for_masukan, for_syarat, load_alasan
from registry.errors import FileRefused
from registry.model.codes import JenisMasukan, Syarat


@pytest.mark.parametrize("untuk", Untuk)
def test_every_decision_has_sentences(untuk):
    """Each a sentence of its own."""
    assert load_alasan()[untuk]
    assert [] == [text for text in load_alasan()[untuk] if not text.endswith(".")]


def test_every_decision_has_its_key():
    """Granting and refusing, usulan and sanggahan, MS and TMS."""
    found = {for_masukan(jenis, granted=granted) for jenis in JenisMasukan for granted in (True, False)}

    assert set(Untuk) - {Untuk.TOLAK_BARIS} == found | {for_syarat(syarat) for syarat in Syarat}


def test_the_agencys_own_come_first(tmp_path):
    """Its file has the same keys."""
    (tmp_path / FILE).write_text('tolak-baris = ["Sesuai Perwal Nomor 9."]\n', encoding="utf-8")

    assert ("Sesuai Perwal Nomor 9.", *load_alasan()[Untuk.TOLAK_BARIS]) == load_alasan(tmp_path)[Untuk.TOLAK_BARIS]


@pytest.mark.parametrize(
    ("text", "said"),
    [("tolak-baris = x y\n", "TOML"), ('tolak-pegawai = ["x"]', "tolak-pegawai"), ('tolak-baris = "x"', "daftar")],
)
def test_a_wrong_file_is_refused_in_a_sentence(text, said, tmp_path):
    """With the keys there are."""
    (tmp_path / FILE).write_text(text, encoding="utf-8")

    with pytest.raises(FileRefused) as refused:
        load_alasan(tmp_path)

    assert said in refused.value.what
    assert "tolak-usulan" in refused.value.to_do
