"""`pendataan demo`: the README's first command."""

import json

import pytest


@pytest.fixture(scope="module")
def demo(tmp_path_factory, run_in):
    """A folder with the demo, and what making it printed."""
    folder = tmp_path_factory.mktemp("demo")
    made = run_in(folder, "demo", "--tanpa-sajikan", check=True)
    return folder, made.stdout


def test_the_demo_has_three_agencies_in_three_phases(demo, run_in):
    """One final, one in uji publik, one registering; the site was built, so the gate raised no false alarm."""
    folder, shown = demo
    rows = json.loads(run_in(folder, "instansi", "--json", check=True).stdout)

    assert [("1172", "FINAL"), ("3375", "UJI_PUBLIK"), ("5102", "PENDAFTARAN")] == [
        (r["kode"], r["fase"]) for r in rows
    ]
    assert "Situs dibangun di" in shown
    assert (folder / "kerja" / "situs" / "index.html").exists()


def test_the_demo_is_sound(demo, run_in):
    """`periksa` finds nothing."""
    folder, _shown = demo

    assert {"temuan": []} == {"temuan": json.loads(run_in(folder, "periksa", "--json", check=True).stdout)["temuan"]}


def test_cari_json_has_the_documented_shape(demo, run_in):
    """The keys of the answer and of each hit; exit code 1 and an empty list when nobody is found."""
    folder, _shown = demo
    found = json.loads(run_in(folder, "cari", "siti", "--json", check=True).stdout)
    nobody = run_in(folder, "cari", "bukwortz", "--json")

    keys = "nomor nama jabatan unit_kerja kategori status kode_instansi instansi tahap edisi tanggal halaman berkas"
    keys += " wilayah alamat kecocokan"
    assert (["teks", "jumlah", "hasil"], keys.split()) == (list(found), list(found["hasil"][0]))
    assert (1, 0) == (nobody.returncode, json.loads(nobody.stdout)["jumlah"])


def test_the_demo_again_uses_what_is_there(demo, run_in):
    """The workspace is not made a second time."""
    folder, _shown = demo

    assert "Memakai ruang kerja contoh" in run_in(folder, "demo", "--tanpa-sajikan", check=True).stdout
