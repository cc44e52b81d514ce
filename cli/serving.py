"""Serve a built site on this machine, and let open pages reload when it was rebuilt. Not for the public."""

import threading
from collections.abc import Callable
from functools import partial
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from registry.errors import UsageRefused

_SCRIPT = b"""let seen;
setInterval(async () => {
  try {
    const now = await (await fetch("/_versi", {cache: "no-store"})).text();
    if (seen !== undefined && seen !== now) location.reload();
    seen = now;
  } catch { /* server stopped */ }
}, 1000);
"""
_TAG = b'<script src="/_muat-ulang.js" defer></script></body>'


class _Handler(SimpleHTTPRequestHandler):
    """Files of the site, two addresses of our own for reloading, the site's own 404 page."""

    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        """Answer a page with the reload script in it, or a file as it is."""
        if not self._ours():
            super().do_GET()

    def do_HEAD(self) -> None:
        """As GET, without the body."""
        if not self._ours():
            super().do_HEAD()

    def _ours(self) -> bool:
        """Answer what is not simply a file; False when it is one."""
        if self.path == "/_versi":
            self._answer(str(_stamp(Path(self.directory))).encode(), "text/plain")
        elif self.path == "/_muat-ulang.js":
            self._answer(_SCRIPT, "text/javascript")
        elif (page := self._page()) is not None:
            self._answer(page.read_bytes().replace(b"</body>", _TAG), "text/html; charset=utf-8")
        else:
            return False
        return True

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        """Answer 404 with the site's own page."""
        lost = Path(self.directory) / "404.html"
        if code == HTTPStatus.NOT_FOUND and lost.is_file():
            self._answer(lost.read_bytes(), "text/html; charset=utf-8", HTTPStatus.NOT_FOUND)
        else:
            super().send_error(code, message, explain)

    def end_headers(self) -> None:
        """Nothing is cached: what is shown is what was built."""
        self.send_header("Cache-Control", "no-store")
        super().end_headers()

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002  (the base class's name)
        """Say nothing: an operator's screen is no log."""

    def _page(self) -> Path | None:
        target = Path(self.translate_path(self.path))
        if target.is_dir() and self.path.split("?")[0].endswith("/"):
            target /= "index.html"
        return target if target.suffix == ".html" and target.is_file() else None

    def _answer(self, body: bytes, kind: str, status: HTTPStatus = HTTPStatus.OK) -> None:
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(body)


def _stamp(folder: Path) -> int:
    manifest = folder / "manifest.json"
    return manifest.stat().st_mtime_ns if manifest.exists() else 0


def make_server(folder: Path, port: int) -> ThreadingHTTPServer:
    """A server for `folder` on 127.0.0.1 at `port` or the first free one after it. Raises UsageRefused when twenty are taken."""
    for candidate in range(port, port + 20):
        try:
            return ThreadingHTTPServer(("127.0.0.1", candidate), partial(_Handler, directory=str(folder)))
        except OSError:
            continue
    raise UsageRefused(f"Porta {port} sampai {port + 19} sedang dipakai.", to_do="Pilih yang lain dengan --porta.")


def watch(folders: list[Path], rebuild: Callable[[], None], stop: threading.Event, *, pause: float = 1.0) -> None:
    """Call `rebuild` whenever a file below `folders` changed, until `stop` is set."""
    seen = _newest(folders)
    while not stop.wait(pause):
        now = _newest(folders)
        if now != seen:
            seen = now
            rebuild()


def _newest(folders: list[Path]) -> tuple[int, int]:
    files = [path for folder in folders for path in folder.rglob("*") if path.is_file()]
    return len(files), max((path.stat().st_mtime_ns for path in files), default=0)


def serve(
    folder: Path, port: int, announce: Callable[[str], None], *, sources: list[Path], rebuild: Callable[[], None]
) -> None:
    """Serve until interrupted. `announce` gets the address; `rebuild` runs when `sources` change."""
    server = make_server(folder, port)
    stop = threading.Event()
    watcher = threading.Thread(target=watch, args=(sources, rebuild, stop), daemon=True)
    watcher.start()
    announce(f"http://127.0.0.1:{server.server_address[1]}/")
    try:
        server.serve_forever()
    except KeyboardInterrupt:
        announce("")
    finally:
        stop.set()
        server.server_close()
