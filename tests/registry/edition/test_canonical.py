"""The bytes of an edition."""

import json
import unicodedata

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from registry.edition.canonical import decode_edition, encode_edition, fingerprint, fingerprint_of_list, read_edition
from registry.errors import FileRefused
from tests.registry.edition.editions import edition, final, orang, people

GOLDEN = (
    '{"daftar":[{"jabatan":"Perawat","kategori":"NON_ASN","nama":"Budi Santoso","nomor":"3375-000001","status":"MS",'
    '"unit_kerja":"Puskesmas Tirto"}],"edisi":1,"format":"pengumuman/1","instansi":{"alamat_masukan":'
    '"BKPSDM Kota Pekalongan, Jalan Majapahit 5","jenis":"KOTA","kode":"3375","nama":"Pemerintah Kota Pekalongan",'
    '"wilayah":"Jawa Tengah","zona":"Asia/Jakarta"},"jumlah":{"ms":1,"non_asn":1,"semua":1,"thk_ii":0,"tms":0},'
    '"jurnal":{"head":"' + "ab" * 32 + '","seq":12},"nomor":"800/685-BKPSDM","periode":"2022","rekap":{"jabatan":[],'
    '"jenis_kelamin":[{"jumlah":null,"nilai":"L"},{"jumlah":null,"nilai":"P"}],"kelompok_usia":[],"masa_kerja":[],'
    '"pendidikan":[],"sumber_gaji":[],"unit_kerja":[]},"sebelumnya":"","sptjm":null,"tahap":"prafinalisasi",'
    '"tanggal":"2022-09-30","terbit":"2022-09-30T15:30:00+07:00","uji_publik":{"mulai":"2022-10-01T08:00:00+07:00",'
    '"selesai":"2022-10-07T16:00:00+07:00"}}\n'
)


def test_golden_bytes():
    """The public format, byte by byte: changing it is a new format."""
    assert GOLDEN == encode_edition(edition(1)).decode()


def test_golden_fingerprint():
    """The fingerprint is the plain SHA-256 of the file, as sha256sum prints it."""
    assert "500e5eafb8987f7ec76eb38dc9a4712e83577ec731ac3729b554b22dae344956" == fingerprint(GOLDEN.encode())


def test_names_are_nfc():
    """A name typed with combining marks leaves in one form."""
    data = encode_edition(edition([orang(nama=unicodedata.normalize("NFD", "José Ñusa"))]))

    assert "José Ñusa" in data.decode()


@given(st.text(), st.text())
def test_round_trip(nama, jabatan):
    """Any text survives, up to NFC; encoding again gives the same bytes."""
    data = encode_edition(edition([orang(nama=nama, jabatan=jabatan)]))

    assert data == encode_edition(decode_edition(data))
    assert unicodedata.normalize("NFC", nama) == decode_edition(data).daftar[0].nama


def test_sptjm_is_kept():
    """A final edition carries its SPTJM."""
    assert final() == decode_edition(encode_edition(final()))


SPOILS = {
    "no line feed": lambda text: text[:-1],
    "two line feeds": lambda text: text + "\n",
    "a space": lambda text: text.replace(":", ": ", 1),
    "another format": lambda text: text.replace("pengumuman/1", "pengumuman/2"),
    "a text for a number": lambda text: text.replace('"edisi":1', '"edisi":"1"'),
    "a field more": lambda text: text.replace('"nama":"Budi', '"nik":"","nama":"Budi'),
    "a field less": lambda text: text.replace('"status":"MS",', ""),
    "an escape": lambda text: text.replace("Budi", "Bu\\u0064i"),
    "a byte order mark": lambda text: "\ufeff" + text,
    "cut off": lambda text: text[: len(text) // 2],
    "default json": lambda text: json.dumps(json.loads(text)),
    "empty": lambda _: "",
    "a list": lambda _: "[]",
}


@pytest.mark.parametrize("spoil", SPOILS.values(), ids=SPOILS)
def test_what_is_not_canonical_is_refused(spoil):
    """One edition has one spelling; a further field, another order or an escape is another file."""
    with pytest.raises(FileRefused):
        decode_edition(spoil(GOLDEN).encode())


def test_bytes_that_are_no_text_are_refused():
    """A broken download is named, not a traceback."""
    with pytest.raises(FileRefused, match="contoh"):
        decode_edition(b"\xff\xfe\x00", where="contoh")


def test_list_fingerprint_knows_only_the_list():
    """The prafinalisasi and the final edition of one list share it, whatever their number, date and SPTJM."""
    assert fingerprint_of_list(edition(5).daftar) == fingerprint_of_list(final(5).daftar)


def test_list_fingerprint_sees_every_row():
    """Leaving somebody out or changing a letter gives another fingerprint."""
    rows = people(5)
    changed = (*rows[:4], msgspec.structs.replace(rows[4], jabatan="Guru"))

    assert 3 == len({fingerprint_of_list(one) for one in (rows, rows[:4], changed)})


def test_read_edition(tmp_path):
    """A file is read like its bytes."""
    path = tmp_path / "1-prafinalisasi.json"
    path.write_bytes(encode_edition(edition()))

    assert edition() == read_edition(path)
