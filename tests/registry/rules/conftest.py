"""The periode shipped with the program, and variations of it."""

from collections.abc import Callable
from typing import Any

import msgspec
import pytest

from registry.periode.load import builtin_periode_path, load_periode
from registry.periode.types import Periode


@pytest.fixture(scope="session")
def periode() -> Periode:
    return load_periode(builtin_periode_path("2022"))


@pytest.fixture(scope="session")
def read_as(periode) -> Callable[..., Periode]:
    """The periode 2022 with another reading of some of its keys."""

    def changed(**fields: Any) -> Periode:
        return msgspec.structs.replace(periode, **fields)

    return changed
