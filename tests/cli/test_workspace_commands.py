"""init, instansi, template, status, riwayat, periksa: small commands around an empty agency."""

import json


def test_a_second_init_is_refused(run):
    """A workspace is never made over another."""
    run("init", check=True)

    assert (1, True) == ((again := run("init")).returncode, "sudah ada" in again.stderr)


def test_commands_without_a_workspace_say_what_to_do(run):
    """Exit code 1 and the command to type."""
    result = run("instansi")

    assert (1, True) == (result.returncode, "pendataan init" in result.stderr)


def test_instansi_json_has_the_documented_shape(run):
    """One object an agency."""
    run("init", check=True)
    run("instansi", "tambah", "3375", check=True)

    assert [
        {
            "kode": "3375",
            "nama": "Kota Pekalongan",
            "jenis": "KOTA",
            "wilayah": "Jawa Tengah",
            "fase": "PENDAFTARAN",
            "pegawai": 0,
            "terverifikasi": 0,
            "menunggu": 0,
            "edisi": 0,
        }
    ] == json.loads(run("instansi", "--json", check=True).stdout)


def test_options_may_stand_before_or_after_the_command(run, tmp_path):
    """--workspace is understood in both places."""
    run("--workspace", tmp_path / "a", "init", check=True)
    run("init", "--workspace", tmp_path / "b", check=True)

    assert [True, True] == [(tmp_path / name / "pendataan.toml").exists() for name in "ab"]


def test_the_template_imports_without_a_refused_row(run, tmp_path):
    """An empty template has nothing but skipped rows, or is refused as empty."""
    run("init", check=True)
    run("instansi", "tambah", "3375", check=True)
    run("template", tmp_path / "templat.xlsx", check=True)

    result = run("impor", tmp_path / "templat.xlsx", "--instansi", "3375", "--coba", "--json")
    answer = json.loads(result.stdout)

    assert answer.get("ditolak_utuh") or answer["hasil"]["ditolak"] == 0


def test_riwayat_tells_who_did_what(run):
    """The first entry is the creation, by the operator of the environment."""
    run("init", check=True)
    run("instansi", "tambah", "3375", check=True)

    first = json.loads(run("riwayat", "--instansi", "3375", "--json", check=True).stdout)[0]

    assert (1, "Sri Petugas", "buat-instansi") == (first["seq"], first["operator"], first["action"])


def test_riwayat_is_searched(run):
    """By words and by days, as in the terminal."""
    run("init", check=True)
    run("instansi", "tambah", "3375", check=True)
    found = [
        len(json.loads(run("riwayat", "--instansi", "3375", "--json", *words, check=True).stdout))
        for words in (("--cari", "buat sri"), ("--cari", "budi"), ("--sejak", "2022-01-01"), ("--sampai", "2022-01-01"))
    ]

    assert [1, 0, 1, 0] == found


def test_periksa_finds_a_changed_byte(run, tmp_path):
    """A flipped byte in the journal is a finding and exit code 1."""
    run("init", check=True)
    run("instansi", "tambah", "3375", check=True)
    sound = run("periksa")
    journal = tmp_path / "kerja" / "instansi" / "3375" / "journal.log"
    run("instansi", "atur", "3375", "--tempat", "Pekalongan", check=True)
    data = bytearray(journal.read_bytes())
    data[80] ^= 1
    journal.write_bytes(bytes(data))

    hurt = run("periksa", "--json")

    findings = json.loads(hurt.stdout)["temuan"]
    assert (0, 1, {("kode", "kolom", "nilai", "pesan")}) == (
        sound.returncode,
        hurt.returncode,
        {tuple(f) for f in findings},
    )


def test_the_journal_does_not_run_backwards(run):
    """An earlier moment than the last entry is refused."""
    run("init", check=True)
    run("instansi", "tambah", "3375", "--waktu", "2022-09-02T08:00+07:00", check=True)

    result = run("instansi", "atur", "3375", "--tempat", "X", "--waktu", "2022-09-01T08:00+07:00")

    assert (1, "Gagal: ") == (result.returncode, result.stderr[:7])


def test_the_units_that_are_to_send_come_from_a_text_file(run, tmp_path):
    """One a line; each counts once."""
    run("init", check=True)
    run("instansi", "tambah", "3375", check=True)
    (tmp_path / "unit.txt").write_text("SD Satu\r\n\r\nSD Dua\r\nsd satu\r\n", encoding="utf-8-sig")
    run("instansi", "atur", "3375", "--unit-diharapkan", tmp_path / "unit.txt", check=True)

    assert ["SD Satu", "SD Dua"] == json.loads(run("instansi", "lihat", "3375", "--json", check=True).stdout)[
        "unit_diharapkan"
    ]


def test_a_list_of_units_that_is_no_text_is_refused(run, tmp_path):
    """A spreadsheet must be saved as text first; a file that is not there is told."""
    run("init", check=True)
    run("instansi", "tambah", "3375", check=True)
    (tmp_path / "unit.xlsx").write_bytes(b"PK\x03\x04\0\0")
    results = [
        run("instansi", "atur", "3375", "--unit-diharapkan", tmp_path / name) for name in ("unit.xlsx", "tidak-ada.txt")
    ]

    assert [(1, True), (1, True)] == [
        (results[0].returncode, "bukan teks" in results[0].stderr),
        (results[1].returncode, "tidak ditemukan" in results[1].stderr),
    ]
