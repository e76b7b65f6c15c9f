"""A full disk: one line, what was kept before is whole, and the run goes on when there is room."""

from __future__ import annotations

import resource
import subprocess
import sys
from pathlib import Path

import pytest
from tests.base.reports import ENGINE, fill, sighting

from reportedly.base.keep import keep
from reportedly.base.opening import open_store
from reportedly.errors import BaseError
from reportedly.records.reading import Reading
from reportedly.testing import make_reading

ROOT = Path(__file__).resolve().parents[2]
#: Reads reports into a base while no file may grow beyond a limit, as on a full disk.
_READ = """
import sys, resource, signal
from pathlib import Path
from tests.base.reports import ENGINE
from tests.base.test_full_disk import long_report
from reportedly.base.keep import keep
from reportedly.base.opening import open_store
from reportedly.errors import BaseError
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (int(sys.argv[2]), resource.RLIM_INFINITY))
try:
    with open_store(Path(sys.argv[1])) as store:
        for reading in keep(map(long_report, range(200)), store, ENGINE):
            print(reading.document.id, flush=True)
except BaseError as error:
    print(error, file=sys.stderr)
    sys.exit(1)
"""


def long_report(number: int) -> Reading:
    """A report of some hundred kilobytes."""
    return make_reading(*(f"Line {n} of report {number}." for n in range(2000)), location=f"{number}.txt")


def _read(path: Path, limit: int) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-c", _READ, str(path), str(limit)]
    return subprocess.run(command, capture_output=True, text=True, cwd=ROOT, timeout=120)


@pytest.mark.skipif(not hasattr(resource, "RLIMIT_FSIZE"), reason="this system limits no file sizes")
def test_nothing_is_lost_when_no_file_can_grow(tmp_path: Path) -> None:
    """Every report that was said to be kept is there, the base is sound, and reading goes on afterwards."""
    path = tmp_path / "a.db"
    fill(path, sighting()).close()
    ran = _read(path, 3_000_000)
    assert ran.returncode == 1
    (line,) = ran.stderr.splitlines()
    assert "What was kept before is" in line
    kept = ran.stdout.split()
    assert kept != []
    with open_store(path) as store:
        assert {head.id for head in store.heads()} == {sighting().document.id, *kept}
        assert len(list(store.claims())) == 4
        list(keep([long_report(199)], store, ENGINE))
        assert store.size().documents == len(kept) + 2


def test_there_is_no_room_for_a_base(tmp_path: Path) -> None:
    """A base that cannot even be begun: one line, and no half of a base that the next run would stumble over."""
    ran = _read(tmp_path / "a.db", 10_000)
    assert ran.returncode == 1
    assert len(ran.stderr.splitlines()) == 1
    with open_store(tmp_path / "a.db") as store:
        assert store.size().documents == 0


def test_the_line_says_that_the_disk_is_full(tmp_path: Path) -> None:
    """SQLite's own words for it become advice; the limit of pages stands for the end of the disk."""
    from sqlalchemy import event

    with fill(tmp_path / "a.db", sighting()) as store:
        engine = store._engine  # type: ignore[attr-defined]
        event.listen(engine, "begin", lambda c: c.exec_driver_sql("PRAGMA max_page_count = 1"))
        with pytest.raises(BaseError, match=r"the disk is full\. What was kept before is safe"):
            list(keep([long_report(1)], store, ENGINE))
    with open_store(tmp_path / "a.db") as store:
        assert store.size().documents == 1
