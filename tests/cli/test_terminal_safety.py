"""A report that tries to steer the terminal gets nowhere, whichever command shows it."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.base.reports import CODES, FORMULA, failed, fill, hostile
from tests.cli.running import CommandLine

from reportedly.base.store import Store
from reportedly.cli.terminal import clean
from reportedly.records.decision import Verdict
from reportedly.text.fold import printable
from reportedly.text.json_lines import dumps

SHOWING = (
    ("claims",),
    ("claims", "--json"),
    ("who", FORMULA),
    ("who", FORMULA, "--json"),
    ("who", "\x1b[31m"),
    ("where", "Maresh"),
    ("where", "\u202eMaresh\x9b"),
    ("show", "doc-"),
    ("show", "doc-", "--json"),
    ("documents",),
    ("documents", "--json"),
    ("problems",),
    ("problems", "--json"),
    ("export", "jsonl"),
    ("export", "csv"),
    ("redact", "\x1b[31mX", "--reason", "\x1b[31m", "--by", "\x9b"),
    ("redact", "--list"),
    ("redact", "--list", "--json"),
)


@pytest.mark.parametrize("arguments", SHOWING, ids=ascii)
def test_no_code_reaches_the_terminal(cli: CommandLine, arguments: tuple[str, ...]) -> None:
    """No escape, no other control, no change of direction; brackets are words, not markup."""
    with fill(Path("hostile.db"), hostile(), failed()) as store:
        document_id = store.heads()[0].id
        store.decide(Verdict.REDACTION, (f"Nobody {CODES}",), CODES, CODES)
    words = [document_id if word == "doc-" else word for word in arguments]
    ran = cli(*words, "--base", "hostile.db")
    printed = (ran.out + ran.err).replace("\r\n", "\n").replace("\n", "")
    assert printed.isprintable(), [c for c in printed if not c.isprintable()]
    assert printed != ""
    if words[0] in {"claims", "export"}:
        assert "[red]" in printed


@given(st.text())
@settings(suppress_health_check=[HealthCheck.too_slow])
def test_words_made_safe(text: str) -> None:
    """Whatever is in a text: nothing of it steers, and a clean one is on one line."""
    steering = {chr(n) for n in (*range(9), *range(11, 32), *range(0x7F, 0xA0))} | set("\u202a\u202b\u202d\u202e\u2066")
    assert not steering & set(printable(text))
    assert "\n" not in clean(text)
    if not any("\ud800" <= c <= "\udfff" for c in text):
        assert not steering & set(dumps(text))


@pytest.mark.parametrize(
    "arguments", [("claims",), ("who", "Orev"), ("where", "Maresh"), ("documents",), ("show", "doc-")]
)
def test_a_pipe_gets_no_padding(cli: CommandLine, arguments: tuple[str, ...], store: Store) -> None:
    """No line that goes into a file ends in blanks."""
    words = [store.heads()[0].id if word == "doc-" else word for word in arguments]
    out = cli(*words).out
    assert out.strip()
    assert [line for line in out.splitlines() if line != line.rstrip()] == []
