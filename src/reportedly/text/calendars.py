"""Calendars: months, ISO weeks, Easter, and Hijri and Jalali days turned into Gregorian ones."""

from __future__ import annotations

import datetime as dt
from typing import Final

_HIJRI_EPOCH: Final = 1948440  # Julian day of 1 Muharram 1 AH, civil reckoning
_ORDINAL_TO_JULIAN: Final = 1721425
#: Years (of the Jalali calendar) at which the pattern of its leap years breaks.
_JALALI_BREAKS: Final = (
    -61, 9, 38, 199, 426, 686, 756, 818, 1111, 1181, 1210, 1635, 2060, 2097, 2192, 2262, 2324, 2394, 2456, 3178,
)  # fmt: skip


def last_day(year: int, month: int) -> int:
    """How many days a Gregorian month has."""
    following = dt.date(year + month // 12, month % 12 + 1, 1)
    return (following - dt.timedelta(days=1)).day


def add_months(year: int, month: int, count: int) -> tuple[int, int]:
    """(year, month) so many months later; earlier where count is negative."""
    total = year * 12 + month - 1 + count
    return total // 12, total % 12 + 1


def iso_week(day: dt.date) -> str:
    """The ISO 8601 week of a day: "2016-W20"."""
    year, week, _ = day.isocalendar()
    return f"{year:04d}-W{week:02d}"


def easter(year: int) -> dt.date:
    """Easter Sunday of the western churches. Method: Meeus/Jones/Butcher."""
    a, b, c = year % 19, year // 100, year % 100
    h = (19 * a + b - b // 4 - (b - (b + 8) // 25 + 1) // 3 + 15) % 30
    i = (32 + 2 * (b % 4) + 2 * (c // 4) - h - c % 4) % 7
    m = (a + 11 * h + 22 * i) // 451
    month, day = divmod(h + i - 7 * m + 114, 31)
    return dt.date(year, month, day + 1)


def from_hijri(year: int, month: int, day: int) -> dt.date:
    """The Gregorian day of a Hijri one, by the tabular calendar (leap years 2, 5, 7, 10, 13, 16… of 30).

    Sighting of the moon may put it one day earlier or later. Raises ValueError for a day that no month has.
    """
    if not (1 <= month <= 12 and 1 <= day <= 30):
        raise ValueError(f"no Hijri day: {year}-{month}-{day}")
    julian = day + (59 * (month - 1) + 1) // 2 + (year - 1) * 354 + (3 + 11 * year) // 30 + _HIJRI_EPOCH - 1
    return dt.date.fromordinal(julian - _ORDINAL_TO_JULIAN)


def hijri_year(day: dt.date) -> int:
    """The Hijri year that a Gregorian day falls into (tabular)."""
    year = (day.year - 622) * 33 // 32
    while from_hijri(year + 1, 1, 1) <= day:
        year += 1
    return year


def from_jalali(year: int, month: int, day: int) -> dt.date:
    """The Gregorian day of a day of the Iranian solar calendar. Method: Borkowski (1996), as in jalaali-js.

    Raises ValueError for a day that no month has or a year outside 1 to 3177.
    """
    if not (1 <= year < _JALALI_BREAKS[-1] and 1 <= month <= 12 and 1 <= day <= (31 if month <= 6 else 30)):
        raise ValueError(f"no Jalali day: {year}-{month}-{day}")
    gregorian = year + 621
    leaps, start, jump = -14, _JALALI_BREAKS[0], 0
    for following in _JALALI_BREAKS[1:]:
        jump = following - start
        if year < following:
            break
        leaps += jump // 33 * 8 + jump % 33 // 4
        start = following
    passed = year - start
    leaps += passed // 33 * 8 + (passed % 33 + 3) // 4
    if jump % 33 == 4 and jump - passed == 4:
        leaps += 1
    march = 20 + leaps - (gregorian // 4 - (gregorian // 100 + 1) * 3 // 4 - 150)
    new_year = dt.date(gregorian, 3, march)
    return new_year + dt.timedelta(days=(month - 1) * 31 - month // 7 * (month - 7) + day - 1)
