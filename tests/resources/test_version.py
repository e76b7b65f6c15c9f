"""The version of the tables follows what stands in them."""

from __future__ import annotations

from pathlib import Path

from reportedly.resources.version import data_version, weights_version


def _folder(path: Path, words: str) -> Path:
    (path / "lexicon").mkdir(parents=True)
    (path / "lexicon" / "attack.toml").write_text(words)
    return path


def test_a_changed_table_is_another_version(tmp_path: Path) -> None:
    """The same words give the same version wherever they lie, other words another."""
    first = data_version(_folder(tmp_path / "a", "verbs = ['shell']"))
    assert first == data_version(_folder(tmp_path / "b", "verbs = ['shell']"))
    assert first != data_version(_folder(tmp_path / "c", "verbs = ['shell', 'bomb']"))


def test_the_shipped_weights_have_a_version() -> None:
    """Their manifest names it."""
    assert weights_version().startswith("encoder/")
