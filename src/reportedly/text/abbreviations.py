"""Abbreviations whose point belongs to the word: titles before names, months, and words before numbers."""

from __future__ import annotations

from typing import Final

#: Before a name; no sentence ends with one.
TITLES: Final = (
    "Mr|Mrs|Ms|Dr|Prof|Gen|Lt|Lieut|Col|Maj|Capt|Cmdr|Cmdt|Comdr|Cdr|Cdre|Sgt|Cpl|Pvt|Pte|Pfc|Spc|Brig|Adm|Ens|Insp|Supt|Det"
    "|Rev|Fr|Msgr|Hon|Sen|Rep|Gov|Pres|Amb|Atty|Engr|St|Mt|Ft"
)
MONTHS: Final = "Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec"
#: Before a number, or a name that tells which one.
NUMBERED: Final = "No|Nos|Art|Arts|Sec|Para|para|paras|Vol|vol|Fig|fig|ch|approx|ca|pp?"
#: Units, which may end a sentence.
UNITS: Final = "Bn|Bde|Regt|Div|Inf|Sqn"
