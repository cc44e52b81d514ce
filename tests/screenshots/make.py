"""Make the pictures of the README: `python -m tests.screenshots.make`. Needs Debian's chromium.

The people on them are the invented ones of the demo.
"""

import asyncio
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory

from playwright.sync_api import Browser, sync_playwright

from cli.building import build_site
from cli.demo import make_demo
from registry.workspace import Workspace
from tests.browser.conftest import ARGUMENTS, CHROMIUM
from tui.app import PendataanApp
from tui.session import Session

HERE = Path(__file__).parent
NOON = datetime(2026, 11, 2, 5, 0, tzinfo=UTC)
PAGES = {"beranda": "index.html", "instansi": "instansi/kota-pekalongan/index.html"}


def main() -> None:
    """Write the pictures beside this file."""
    with TemporaryDirectory() as folder:
        workspace = make_demo(Path(folder) / "contoh", NOON, print)
        build_site(workspace)
        terminal = asyncio.run(_terminal(workspace, Path(folder)))
        with (
            sync_playwright() as playwright,
            playwright.chromium.launch(executable_path=str(CHROMIUM), args=ARGUMENTS) as browser,
        ):
            _picture(browser, terminal, HERE / "terminal.png", (1100, 760))
            for name, address in PAGES.items():
                _picture(browser, (workspace.site_folder / address).as_uri(), HERE / f"{name}.png", (1100, 760))


async def _terminal(workspace: Workspace, folder: Path) -> str:
    """Address of an SVG: the people of an agency in uji publik."""
    app = PendataanApp(Session(workspace, "Sri Petugas", lambda: NOON))
    async with app.run_test(size=(120, 36)) as pilot:
        await pilot.pause()
        app.open_instansi("3375")
        for _ in range(20):
            await pilot.pause(0.1)
        return Path(app.save_screenshot("terminal.svg", path=str(folder))).as_uri()


def _picture(browser: Browser, address: str, path: Path, size: tuple[int, int]) -> None:
    page = browser.new_page(viewport={"width": size[0], "height": size[1]})
    page.clock.set_fixed_time(NOON)
    page.goto(address)
    page.wait_for_timeout(300)
    page.screenshot(path=path)
    page.close()


if __name__ == "__main__":
    main()
