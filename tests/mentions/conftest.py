"""The engine, and a reading of a text made of plain lines."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache

import pytest
from tests.mentions.reading import Read, document_of

from reportedly.errors import WeightsError
from reportedly.mentions.analyse import analyse
from reportedly.resources.engine import Engine, load_engine


@pytest.fixture(scope="session")
def engine() -> Engine:
    """The shipped engine, or the one it was taught by while there are no weights."""
    try:
        return load_engine()
    except (NotImplementedError, WeightsError):
        teacher = pytest.importorskip("training.teacher", reason="no weights, and spaCy is not installed")
        return teacher.Teacher()  # type: ignore[no-any-return]


@pytest.fixture(scope="session")
def read(engine: Engine) -> Callable[[str], Read]:
    """Reads a text whose lines are its blocks."""

    @cache
    def reading(text: str) -> Read:
        return Read(text, analyse(document_of(text), engine))

    return reading
