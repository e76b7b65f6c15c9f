"""Expressions of time: where they stand and what they mean."""

from reportedly.mentions.times.find import find_times

__all__ = ["find_times"]
