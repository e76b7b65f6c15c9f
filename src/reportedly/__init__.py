"""Who was reportedly where, with whom, and who says so.

Importing this loads nothing heavy; models, parsers and the database are loaded by the call that needs them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from os import PathLike

    from reportedly.base.store import Store
    from reportedly.records.reading import Reading

__version__ = "0.1.0"
__all__ = ["__version__", "open_base", "read"]


def read(
    *paths: str | PathLike[str], base: str | PathLike[str] | None = None, published: str | None = None
) -> tuple[Reading, ...]:
    """Reads saved pages, text files, and folders of them; gives one `Reading` for each page, with what went wrong.

    base: file of the base to keep them in; without one nothing is kept. What it knows already is not read again, and
    names redacted in it are masked. published: the day on which all pages were published (YYYY-MM-DD), if known.
    A bad page raises nothing: its reading has problems. Raises ReportedlyError when `published` is no day that can be,
    BaseError when the base cannot be used. All readings are held at once; for more pages than fit, iterate over
    `reportedly.pipeline.read_paths` and `reportedly.base.keep.keep`.
    """
    from pathlib import Path

    from reportedly.pipeline import ENGINE_VERSION, Options, checked_date, read_paths

    options = Options(published=None if published is None else checked_date(published))
    places = [path if path == "-" else Path(path) for path in paths]
    if base is None:
        return tuple(read_paths(places, options))
    from reportedly.base.keep import Kept, keep, shown
    from reportedly.base.opening import open_store

    with open_store(Path(base)) as store:
        readings = read_paths(places, options, kept=Kept(store, ENGINE_VERSION, options.published))
        return tuple(shown(reading, store) for reading in keep(readings, store, ENGINE_VERSION))


def open_base(path: str | PathLike[str] | None = None, *, read_only: bool = True) -> Store:
    """A base that was filled before, to be asked; use it in a `with` statement.

    path: None for $REPORTEDLY_BASE, else reportedly.db in the current folder. read_only: False also makes a base that
    does not exist, and lets decisions be added. Raises BaseError when it cannot be used, NotFoundError when there is
    none.
    """
    from pathlib import Path

    from reportedly.base.opening import open_store

    return open_store(None if path is None else Path(path), read_only=read_only)
