"""A base of two reports."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.base.reports import fill, shelling, sighting

from reportedly.base.store import Store


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    """A base that holds the sighting and the shelling."""
    with fill(tmp_path / "test.db", sighting(), shelling()) as filled:
        yield filled
