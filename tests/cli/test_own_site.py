"""`pendataan bangun` takes the workspace's own pages and logo."""

LOGO = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path d="M0 0h9v9H0z"/></svg>'


def test_own_pages_and_logo_reach_the_site(tmp_path, run_in):
    """From the folder `situs-isi`."""
    run_in(tmp_path, "init", check=True)
    own = tmp_path / "kerja/situs-isi"
    own.mkdir()
    (own / "privasi.md").write_text("---\njudul: Privasi kami\n---\nHubungi loket.\n", encoding="utf-8")
    (own / "logo.svg").write_text(LOGO, encoding="utf-8")
    run_in(tmp_path, "bangun", check=True)
    site = tmp_path / "kerja/situs"

    assert "Hubungi loket." in (site / "privasi/index.html").read_text("utf-8")
    assert 1 == len(list(site.glob("aset/logo-*.svg")))


def test_a_faulty_logo_is_refused_in_indonesian(tmp_path, run_in):
    """No traceback; what to do."""
    run_in(tmp_path, "init", check=True)
    (tmp_path / "kerja/situs-isi").mkdir()
    (tmp_path / "kerja/situs-isi/logo.png").write_bytes(b"bukan gambar")
    done = run_in(tmp_path, "bangun")

    assert 1 == done.returncode
    assert "Logo bukan gambar PNG yang utuh" in done.stderr
