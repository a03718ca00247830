"""The description with which a sentence opens: whom a pronoun later in the same sentence mostly stands for."""

from __future__ import annotations

import re
from bisect import bisect_right

from gainsay.annotations.attributions.lexicon import AUXILIARIES, IRREGULAR_PASTS
from gainsay.entities.scene import Scene
from gainsay.spans import Span

_DETERMINER = re.compile(
    r"(?:The|An?|These|Those|His|Her|Its|Their|Our|Both|Two|Three|Four|Five|Several|Many|Some|Most)\s", re.IGNORECASE
)
_LEAD = re.compile(r"[^,.;:“”\"\n]{1,60},\s")  # "In June, the owners …"
_WORD = re.compile(r"\S+")
_FINITE = (AUXILIARIES | IRREGULAR_PASTS) - {"to", "being", "been"}
_JOINING = frozenset("and or but in on at with for from by to who which that whose where when".split())
_LONGEST = 7  # words of a description, with its determiner
_ASIDE = re.compile(r"\s(?:who|which|whose|led|[a-z]+(?:ed|ing))\s")  # "the group, | incited by …"
_PAIR = re.compile(r"[A-Z][\w’'-]+ and (?:[A-Z]|(?:his|her|their) )")


def opening_description(place: Scene, pronoun: Span) -> Span | None:
    """The common noun phrase before the first verb of the sentence in which `pronoun` stands further on, if any.

    Only where a verb follows at once: "The union leaders | called a strike at which they …".
    """
    start = _sentence_start(place, pronoun)
    lead = _LEAD.match(place.text, start, pronoun.start)
    for begin in (start, lead.end() if lead else start):
        if _DETERMINER.match(place.text, begin, pronoun.start):
            return _phrase(place, begin, pronoun.start)
    return None


def opens_with_two(place: Scene, pronoun: Span) -> bool:
    """Whether the sentence opens with two at once, who are meant by "they": "Lind and Orme left when they …"."""
    return bool(_PAIR.match(place.text, _sentence_start(place, pronoun), pronoun.start))


def _sentence_start(place: Scene, pronoun: Span) -> int:
    at = bisect_right(place.sentences, pronoun.start, key=lambda s: s.start) - 1
    return place.sentences[at].start if at >= 0 else pronoun.start


def _phrase(place: Scene, begin: int, end: int) -> Span | None:
    last = begin
    for number, match in enumerate(_WORD.finditer(place.text, begin, end)):
        word = match.group().lower()
        if number > 1 and (word in _FINITE or word.endswith("ed")):
            return _unnamed(place, Span(begin, last))
        if number and word.endswith(",") and _ASIDE.match(place.text, match.end(), end):
            return _unnamed(place, Span(begin, match.end() - 1))
        if number >= _LONGEST or word in _JOINING or not word.replace("-", "").replace("’", "").isalpha():
            return None
        last = match.end()
    return None


def _unnamed(place: Scene, phrase: Span) -> Span | None:
    """The phrase, unless it is somebody's name."""
    return None if any(mention.span.end >= phrase.end for mention in place.inside(phrase)) else phrase
