"""The sample agencies as the terminal's first start makes them."""

from datetime import datetime
from zoneinfo import ZoneInfo

from cli import demo
from cli.root import _sample
from registry.workspace import Workspace

NOW = datetime(2022, 9, 25, 10, 0, tzinfo=ZoneInfo("Asia/Jakarta"))


def test_an_empty_workspace_is_filled_with_progress(tmp_path, monkeypatch):
    """People done of people in all, the agency that comes next, and at the end everything."""
    small = tuple(demo.Sample(kode, 30, 0.0, 3, demo._verify_some) for kode in ("5102", "3375"))
    monkeypatch.setattr(demo, "SAMPLES", small)
    workspace = Workspace.init(tmp_path / "ruang")
    told = []
    _sample(workspace, NOW, lambda *step: told.append(step))

    assert [(0, 60, "Kabupaten Tabanan: 30 orang"), (30, 60, "Kota Pekalongan: 30 orang"), (60, 60, "")] == told
    assert ("3375", "5102") == workspace.instansi_codes()
