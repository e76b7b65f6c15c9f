"""Sentences and mentions in, claims out.

Extractors say who did what to whom (`Draft`); `finish` adds how the text holds it, whom it credits, when and where.
"""

from typing import Final

#: Raise it when the answers of this stage change, so that what was read before is read again.
VERSION: Final = 7
