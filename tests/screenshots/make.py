"""Make the pictures of the README: `python -m tests.screenshots.make`. Needs Debian's chromium.

The people on them are the invented ones of the demo.
"""

import asyncio
import contextlib
import os
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory

from PIL import Image
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
        with contextlib.chdir(folder):  # so that no picture shows where this machine keeps temporary files
            terminal = asyncio.run(_terminal(Workspace.open(Path("contoh")), Path(folder)))
        with (
            sync_playwright() as playwright,
            playwright.chromium.launch(executable_path=str(CHROMIUM), args=ARGUMENTS) as browser,
        ):
            for name, address in terminal.items():
                _picture(browser, address, HERE / f"{name}.png", (1100, 760))
            for name, address in PAGES.items():
                _picture(browser, (workspace.site_folder / address).as_uri(), HERE / f"{name}.png", (1100, 760))


async def _terminal(workspace: Workspace, folder: Path) -> dict[str, str]:
    """Screen -> address of an SVG: the list of agencies, then the rooms of one that still registers."""
    os.environ["PENDATAAN_TERMINAL"] = str(folder / "terminal.toml")
    app = PendataanApp(Session(workspace, "Sri Petugas", lambda: NOON))
    taken: dict[str, str] = {}

    async with app.run_test(size=(120, 36)) as pilot:

        async def take(name: str, *keys: str) -> None:
            await pilot.press(*keys)
            for _ in range(15):
                await pilot.pause(0.1)
            taken[name] = Path(app.save_screenshot(f"{name}.svg", path=str(folder))).as_uri()

        await take("terminal-beranda")
        app.open_instansi("5102")
        await take("terminal")
        await take("terminal-orang", "enter")
        await pilot.press("escape")
        await take("terminal-unit", "ctrl+n")
        await take("terminal-keputusan", "f4")
        await take("terminal-statistik", "ctrl+g")
    return taken


def _picture(browser: Browser, address: str, path: Path, size: tuple[int, int]) -> None:
    page = browser.new_page(viewport={"width": size[0], "height": size[1]})
    page.clock.set_fixed_time(NOON)
    page.goto(address)
    page.wait_for_timeout(300)
    page.screenshot(path=path)
    page.close()
    with Image.open(path) as picture:  # a fifth of the size, and no difference to be seen
        picture.convert("RGB").quantize(128).save(path, optimize=True)


if __name__ == "__main__":
    main()
