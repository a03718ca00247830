"""The content words of a clause, folded to stems, and how much each tells.

Weights are fixed numbers from a shipped table (`commonness.txt`, made by `training/commonness.py`), not counts over the
edition: adding a document never changes how two others are compared. `stopwords.txt` lists, by hand, words that say
nothing of what a clause is about: function words, light verbs, reporting verbs.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from importlib.resources import files
from typing import Any

from gainsay.spans import Span

_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")


def _table(name: str) -> str:
    return files("gainsay.statements").joinpath(name).read_text(encoding="utf-8")


@cache
def _stopwords() -> frozenset[str]:
    return frozenset(_table("stopwords.txt").split())


UNSEEN = 6.5
"""The weight of a stem that is not in the table: rarer than one piece of prose in seven hundred."""


@cache
def _stemmer() -> Any:
    import Stemmer

    return Stemmer.Stemmer("english", 0)  # it need keep none: `stem` does


@cache
def stem(word: str) -> str:
    """The stem of a lower-case English word (Snowball English, Porter 2001).

    >>> stem("arrested") == stem("arrests")
    True
    """
    try:
        return str(_stemmer().stemWord(word))
    except UnicodeEncodeError:  # half of a character: no word
        return word


@cache
def _commonness() -> dict[str, float]:
    rows = (line.split() for line in _table("commonness.txt").splitlines())
    return {term: float(share) for term, share in rows}


def common_terms() -> tuple[str, ...]:
    """The stems of the table, the most common first.

    >>> len(common_terms()) > 5000
    True
    """
    return tuple(sorted(_commonness(), key=lambda term: (_commonness()[term], term)))


@cache
def weight(term: str) -> float:
    """How much sharing this stem tells: the negative log share of pieces of prose that hold it.

    >>> weight(stem("people")) < weight(stem("ferryman"))
    True
    """
    return _commonness().get(term, UNSEEN)


def content_terms(text: str, span: Span, skip: tuple[Span, ...] = ()) -> tuple[str, ...]:
    """Stems of the content words in `span`, in order, leaving out what lies in `skip` (names, dates, figures).

    >>> content_terms("The strikers were arrested at dawn.", Span(0, 35))
    ('striker', 'arrest', 'dawn')
    """
    found: list[str] = []
    skipped, number, reach = sorted(skip), 0, 0  # `reach` is where those that begin before the word end
    for match in _WORD.finditer(text, span.start, span.end):
        while number < len(skipped) and skipped[number].start <= match.start():
            reach = max(reach, skipped[number].end)
            number += 1
        if match.start() < reach:
            continue
        term = _term(match[0])
        if term:
            found.append(term)
    return tuple(found)


@lru_cache(maxsize=1 << 17)
def _term(written: str) -> str | None:
    """The stem of a word as it is written; None where it says nothing of what a clause is about."""
    word = written.lower().replace("’", "'")
    if word.endswith("n't"):
        return None
    word = word.partition("'")[0]
    return stem(word) if len(word) > 1 and word not in _stopwords() else None
