"""What the heads of the encoder can say."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from reportedly.records.mention import Kind

#: The kinds of re3d (outermost mentions: names, nominals, pronouns).
COARSE: Final = (
    "Organisation", "Location", "Person", "Temporal", "Quantity", "Nationality", "Weapon", "MilitaryPlatform",
    "Vehicle", "DocumentReference", "Money", "CommsIdentifier", "Coordinate", "Frequency",
)  # fmt: skip
FINE: Final = tuple(kind.value for kind in Kind if kind is not Kind.OTHER)
#: The tags of the Penn Treebank as OntoNotes extends them.
TAGS: Final = (
    "$", "''", ",", "-LRB-", "-RRB-", ".", ":", "ADD", "AFX", "CC", "CD", "DT", "EX", "FW", "HYPH", "IN", "JJ",
    "JJR", "JJS", "LS", "MD", "NFP", "NN", "NNP", "NNPS", "NNS", "PDT", "POS", "PRP", "PRP$", "RB", "RBR", "RBS",
    "RP", "SYM", "TO", "UH", "VB", "VBD", "VBG", "VBN", "VBP", "VBZ", "WDT", "WP", "WP$", "WRB", "XX", "``", "_SP",
)  # fmt: skip
#: The relations of ClearNLP (Choi and Palmer 2012), as spaCy spells them.
RELATIONS: Final = (
    "ROOT", "acl", "acomp", "advcl", "advmod", "agent", "amod", "appos", "attr", "aux", "auxpass", "case", "cc",
    "ccomp", "compound", "conj", "csubj", "csubjpass", "dative", "dep", "det", "dobj", "expl", "intj", "mark",
    "meta", "neg", "nmod", "npadvmod", "nsubj", "nsubjpass", "nummod", "oprd", "parataxis", "pcomp", "pobj", "poss",
    "preconj", "predet", "prep", "prt", "punct", "quantmod", "relcl", "xcomp",
)  # fmt: skip


def bio(kinds: Sequence[str]) -> tuple[str, ...]:
    """O, then B- and I- of each kind: label 0 is O, 1 + 2k begins kind k, 2 + 2k goes on with it."""
    return ("O", *(f"{mark}-{kind}" for kind in kinds for mark in "BI"))
