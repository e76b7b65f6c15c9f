"""Runs of this package's tests in a process of their own, killed at a chosen moment, and what a base must stay."""

from __future__ import annotations

import signal
import sqlite3
import subprocess
import sys
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


def start(module: str, function: str, path: Path) -> subprocess.Popen[str]:
    """A process that calls a function of a module of tests.base with the path of a base."""
    script = f"import sys, pathlib; from tests.base import {module} as m; m.{function}(pathlib.Path(sys.argv[1]))"
    return subprocess.Popen([sys.executable, "-c", script, str(path)], stdout=subprocess.PIPE, text=True, cwd=ROOT)


def kill_after(process: subprocess.Popen[str], seconds: float) -> list[str]:
    """Lines that a process told until it was killed, so many seconds after its first one."""
    assert process.stdout is not None
    first = process.stdout.readline()  # the clock starts when it writes, not while Python starts
    time.sleep(seconds)
    process.send_signal(signal.SIGKILL)
    rest, _ = process.communicate(timeout=60)
    return (first + rest).splitlines()


def check_sound(path: Path) -> None:
    """SQLite holds the file to be whole, and every reference in it leads somewhere."""
    with sqlite3.connect(path) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
    connection.close()
