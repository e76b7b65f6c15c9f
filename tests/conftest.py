"""Fixtures that all tests share."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.base.reports import fill, shelling, sighting

from reportedly.base.store import Store


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of development data beside the checkout; tests that need it skip where it is absent."""
    folder = Path(__file__).resolve().parents[2] / "shared"
    if not (folder / "gold" / "score.py").exists():
        pytest.skip("the development data folder ../shared is not beside this checkout")
    return folder


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    """A base that holds the sighting and the shelling."""
    with fill(tmp_path / "test.db", sighting(), shelling()) as filled:
        yield filled
