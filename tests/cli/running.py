"""Runs the command line as a shell would, without a new process for each call."""

from __future__ import annotations

import json
import sys
from typing import Any

import msgspec
import pytest

from reportedly.cli.main import run


class Ran(msgspec.Struct, frozen=True):
    """What one command left: its exit code, standard output, standard error."""

    code: int
    out: str
    err: str

    @property
    def lines(self) -> list[Any]:
        """Standard output as JSON lines."""
        return [json.loads(line) for line in self.out.splitlines()]


class CommandLine:
    """The command `reportedly` in a folder with a base of two reports."""

    def __init__(self, capture: pytest.CaptureFixture[str], patch: pytest.MonkeyPatch) -> None:
        self._capture = capture
        self._patch = patch

    def __call__(self, *arguments: str) -> Ran:
        """Runs one command."""
        self._patch.setattr(sys, "argv", ["reportedly", *arguments])
        self._capture.readouterr()
        try:
            run()
            code: int | str | None = 0
        except SystemExit as left:
            code = left.code
        out, err = self._capture.readouterr()
        return Ran(code if isinstance(code, int) else int(code is not None), out, err)
