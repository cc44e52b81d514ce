"""A small built site, made once for the tests that only look at it."""

from pathlib import Path

import pytest

from tests.site_builder.sites import build_site, small_site


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Folder of the small site. Read only."""
    place = tmp_path_factory.mktemp("situs-kecil")
    build_site(small_site(place / "terbitan"), place / "situs")
    return place / "situs"
