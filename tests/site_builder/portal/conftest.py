"""The small nation, built once for the tests that only look at it."""

from pathlib import Path

import pytest

from tests.site_builder.portal.nation import nation
from tests.site_builder.sites import build_site, write_editions


@pytest.fixture(scope="session")
def portal(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Folder of the site of the nation. Read only."""
    place = tmp_path_factory.mktemp("situs-negara")
    build_site(write_editions(place / "terbitan", nation()), place / "situs")
    return place / "situs"
