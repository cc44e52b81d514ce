"""The local server: pages, the reload script, the site's own 404, nothing but this machine."""

import threading
from urllib.error import HTTPError
from urllib.request import Request, urlopen

import pytest

from cli.serving import make_server, watch


@pytest.fixture
def address(tmp_path):
    """A served folder with one page, one file, a 404 page and a manifest."""
    (tmp_path / "index.html").write_text("<html><body>halo</body></html>", encoding="utf-8")
    (tmp_path / "data.json").write_text("{}", encoding="utf-8")
    (tmp_path / "404.html").write_text("<html><body>tidak ada</body></html>", encoding="utf-8")
    (tmp_path / "manifest.json").write_text("{}", encoding="utf-8")
    server = make_server(tmp_path, 18_375)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    yield f"http://127.0.0.1:{server.server_address[1]}"
    server.shutdown()
    thread.join()
    server.server_close()


def read(url):
    with urlopen(url, timeout=10) as answer:  # noqa: S310  (our own server)
        return answer.read().decode()


def test_a_page_carries_the_reload_script(address):
    """A folder is its index.html, with the script before the end of the body."""
    assert '<html><body>halo<script src="/_muat-ulang.js" defer></script></body></html>' == read(f"{address}/")


def test_other_files_are_served_as_they_are(address):
    """Not a byte is added to data."""
    assert "{}" == read(f"{address}/data.json")


def test_a_missing_page_shows_the_sites_own_404(address):
    """Status 404 with the page of the site."""
    with pytest.raises(HTTPError) as caught:
        read(f"{address}/hilang")

    with caught.value as answer:
        assert (404, True) == (answer.code, "tidak ada" in answer.read().decode())


def test_only_this_machine_is_served(tmp_path):
    """The server listens on the loopback address."""
    server = make_server(tmp_path, 18_475)
    server.server_close()

    assert "127.0.0.1" == server.server_address[0]


def test_a_change_below_the_sources_rebuilds(tmp_path):
    """One new file, one call."""
    stop, called = threading.Event(), threading.Event()

    def rebuild():
        called.set()
        stop.set()

    watcher = threading.Thread(target=watch, args=([tmp_path], rebuild, stop), kwargs={"pause": 0.02})
    watcher.start()
    number = 0
    while not called.wait(0.05):
        (tmp_path / f"{number}.json").write_text("{}", encoding="utf-8")
        number += 1
    watcher.join()

    assert called.is_set()


@pytest.mark.parametrize("path", ["/", "/data.json", "/_versi", "/_muat-ulang.js"])
def test_head_tells_the_length_get_has(path, address):
    """And sends no body."""
    with urlopen(Request(address + path, method="HEAD"), timeout=10) as answer:  # noqa: S310  (our own server)
        told = (answer.headers["Content-Length"], answer.read())

    assert (str(len(read(address + path).encode())), b"") == told


@pytest.mark.parametrize("path", ["/../rahasia.txt", "/%2e%2e/rahasia.txt", "/..%2frahasia.txt", "//rahasia.txt"])
def test_nothing_outside_the_folder_is_served(path, address, tmp_path):
    """Whatever the address looks like."""
    (tmp_path.parent / "rahasia.txt").write_text("rahasia", encoding="utf-8")

    with pytest.raises(HTTPError, match="404"):
        read(address + path)
