"""Column types that give one schema on SQLite (STRICT tables) and PostgreSQL.

STRICT refuses the names that SQLAlchemy gives JSON, BOOLEAN and VARCHAR; there each renders one of the five it knows.
"""

from __future__ import annotations

from typing import Any, Final

import msgspec
from sqlalchemy import REAL, BigInteger, Boolean, Double, Integer, Text
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.engine import Dialect
from sqlalchemy.types import TypeDecorator, TypeEngine

#: Row numbers: a 64-bit key, which on SQLite must be called INTEGER to be the row id.
NUMBER: Final[TypeEngine[int]] = BigInteger().with_variant(Integer(), "sqlite")
SCORE: Final[TypeEngine[float]] = Double().with_variant(REAL(), "sqlite")


class Json(TypeDecorator[Any]):
    """A value as JSON: TEXT on SQLite, JSONB on PostgreSQL. Takes what msgspec can encode, gives plain Python."""

    impl = Text
    cache_ok = True

    def load_dialect_impl(self, dialect: Dialect) -> TypeEngine[Any]:
        """The type of this database."""
        return dialect.type_descriptor(JSONB() if dialect.name == "postgresql" else Text())

    def process_bind_param(self, value: Any, dialect: Dialect) -> Any:
        """On the way in."""
        if value is None:
            return None
        return msgspec.to_builtins(value) if dialect.name == "postgresql" else msgspec.json.encode(value).decode()

    def process_result_value(self, value: Any, dialect: Dialect) -> Any:
        """On the way out."""
        if value is None or dialect.name == "postgresql":
            return value
        return msgspec.json.decode(value)


class Flag(TypeDecorator[bool]):
    """Yes or no: INTEGER on SQLite, BOOLEAN elsewhere."""

    impl = Integer
    cache_ok = True

    def load_dialect_impl(self, dialect: Dialect) -> TypeEngine[Any]:
        """The type of this database."""
        return dialect.type_descriptor(Integer() if dialect.name == "sqlite" else Boolean())

    def process_bind_param(self, value: bool | None, dialect: Dialect) -> Any:
        """On the way in."""
        return None if value is None else int(value) if dialect.name == "sqlite" else bool(value)

    def process_result_value(self, value: Any, dialect: Dialect) -> bool | None:
        """On the way out."""
        return None if value is None else bool(value)
