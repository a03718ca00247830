"""How somebody's life or office ended, told in two ways that exclude each other: "hanged" against "died of fever",
"she resigned" against "she was dismissed".

A death leaves open how it came (by shot, rope, fever …) and in what manner (natural, accident, suicide, homicide,
combat): the terms of a death certificate. The end of an office leaves open whether it was his own will. Two tellings
clash where nothing that one leaves open is left open by the other. Of many dead each account may tell a part, so only
what became of one person is compared.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from gainsay.matters.clauses.doings import Doing, doings
from gainsay.matters.clauses.noun_phrases import Phrase
from gainsay.matters.comparable import Comparable, EntityOf, entities
from gainsay.matters.likeness import Likeness
from gainsay.matters.occasions import days
from gainsay.matters.subjects.kinship import AKIN
from gainsay.matters.verdict import Relation

SCORE = 0.7
REACH = 60
"""Characters after a verb in which stands what somebody died of, and before it what takes it back."""
AT_ONE_TIME = 400
"""Days between two dates that do not belong to one end."""
ON_ONE_STORY = 0.25
"""So akin are documents at least that tell of one event; of what befell somebody twice they may be less."""

Open = frozenset[str] | None
"""What is left open; None: everything."""


class End(NamedTuple):
    """How and in what manner an end came."""

    how: Open
    manner: Open


class Telling(NamedTuple):
    """The end that a clause tells, and whose; `first`: he is what the clause begins with; `once`: it can befall nobody
    twice.
    """

    end: End
    whom: Phrase
    first: bool
    once: bool
    words: str


def _end(how: str, manner: str) -> End:
    return End(*(frozenset(some.split()) if some else None for some in (how, manner)))


_DISEASES = {
    "heart": r"heart\s+(?:attack|failure|disease|trouble|ailment)|cardiac\s+arrest",
    "stroke": r"strokes?|apoplexy|(?:brain|cerebral)\s+ha?emorrhage",
    "cancer": r"cancer|leuka?emia|tumou?r",
    "fever": r"(?:\w+\s+)?fevers?|malaria|typhoid|typhus|cholera|dysentery|plague|smallpox",
    "lungs": r"pneumonia|tuberculosis|consumption|influenza|bronchitis",
}
_ILLNESS = _end(" ".join(_DISEASES), "natural")
_HUNGER = _end("hunger", "natural homicide")
_SUICIDE = _end("", "suicide")
_BEATEN = _end("beaten", "homicide")
_OF = r"(?:of|from|after|with|through)\s+(?:an?\s+|the\s+|his\s+|her\s+)?(?:\w+\s+){0,2}?"
# What follows "died" or "killed" tells how.
_CAUSES = [
    (re.compile(rf"\s*(?:{pattern})", re.IGNORECASE), end)
    for pattern, end in (
        *((rf"{_OF}(?:{words})\b", _end(name, "natural")) for name, words in _DISEASES.items()),
        (rf"{_OF}(?:illness|disease|sickness|natural\s+causes|old\s+age|complications)\b", _ILLNESS),
        (r"in\s+(?:his|her)\s+(?:sleep|bed)\b|naturally\b|an?\s+natural\s+death\b", _ILLNESS),
        (rf"{_OF}(?:hunger|starvation|thirst|exposure|malnutrition)\b", _HUNGER),
        (r"by\s+(?:suicide|(?:his|her)\s+own\s+hand)\b|an?\s+suicide\b", _SUICIDE),
        *(
            (rf"(?:in|after|from|of|by)\s+(?:an?|the|his|her)\s+(?:\w+\s+){{0,3}}?(?:{words})\b", _end(how, "accident"))
            for how, words in (("crash", "crash|collision|shipwreck|avalanche"), ("fall", "fall"), ("", "accident"))
        ),
        (r"accidentally\b|by\s+accident\b", _end("", "accident")),
        (
            r"(?:in|during)\s+(?:\w+\s+){0,3}?(?:battle|combat|action|fighting|firefight|gunfight|shoot-?out|skirmish|clash)\b"
            r"|(?:while\s+)?fighting\b",
            _end("", "combat"),
        ),
        (r"(?:under|of|from|after)\s+(?:\w+\s+){0,2}?(?:torture|beatings?)\b", _BEATEN),
        (r"(?:of|from|by|with)\s+(?:\w+\s+){0,2}?(?:gunshot|bullets?|gunfire)\b", _end("shot", "")),
        (r"(?:of|from)\s+(?:\w+\s+){0,2}?stab\b", _end("stabbed", "")),
        (r"(?:of|from|by|with)\s+(?:\w+\s+)?poison(?:ing)?\b", _end("poisoned", "")),
        (r"by\s+hanging\b", _end("hanged", "")),
        (r"by\s+drowning\b", _end("drowned", "")),
        (
            r"(?:in|by)\s+(?:an?|the)\s+(?:\w+\s+){0,2}?(?:explosion|blast|bomb|air\s+raid|shell|mine|grenade)\b",
            _end("blast", ""),
        ),
    )
]
_ENDS = {
    "shoot": _end("shot", "homicide accident combat"),
    "hang": _end("hanged", "homicide"),
    "behead": _end("beheaded", "homicide"),
    "stab": _end("stabbed", "homicide combat"),
    "beat": _BEATEN,
    "poison": _end("poisoned", "homicide accident"),
    "strangle": _end("strangled", "homicide"),
    "immolate": _end("burned", ""),
    "drown": _end("drowned", ""),
    "starve": _HUNGER,
    "suicide": _SUICIDE,
    "kill": _end("", "homicide accident combat"),
    "die": None,
    "resign": _end("", "willing"),
    "oust": _end("", "unwilling"),
}
_OFFICE = frozenset({"resign", "oust"})
# Whom others brought down or forced out may have resigned.
_DISMISSED = re.compile(r"dismissed|sacked|fired|deposed|removed\b.*", re.IGNORECASE)
_MURDERED = re.compile(r"murdered|assassinated|executed", re.IGNORECASE)
# Whom these befell may have lived.
_MAY_LIVE = frozenset({"shoot", "stab", "poison"})
_TO_DEATH = re.compile(
    r"\b(?:dead|to\s+death|down|escap\w*|flee\w*|firing\s+squad|in\s+the\s+(?:head|back|neck|heart|chest))\b",
    re.IGNORECASE,
)
_LIVED = re.compile(
    r"\b(?:wound\w*|injur\w*|surviv\w*|recover\w*|hospital\w*)\b|^\s*at\s*(?:\b(?:by|from|on|in)\b|$|[.,;])"
    r"|\bin\s+(?:the|his|her|one)\s+(?:\w+\s+)?(?:leg|arm|foot|shoulder|hand|knee|thigh|hip|ankle|finger)s?\b",
    re.IGNORECASE,
)
_NOT_SO = re.compile(r"\b(?:whether|if|unless|nearly|almost|narrowly|threat\w*|attempt\w*|not)\b", re.IGNORECASE)
_OPENING = re.compile(r"\W*(?:(?:that|and|but|then|later|the|a|an|his|her|their)\s+)*", re.IGNORECASE)


def compare(a: Comparable, b: Comparable, like: Likeness, entity_of: EntityOf) -> Relation | None:
    """The relation of two claims that let one person's life or office end in ways that exclude each other, or None."""
    if like.kin < AKIN or (a.document == b.document and a.voices == b.voices):
        return None
    for act, x in tellings(a.words):
        for other, y in tellings(b.words):
            if (act in _OFFICE) != (other in _OFFICE) or not _exclude(x.end, y.end):
                continue
            if _of_one(x, y, a, b, entity_of) and ((x.once and y.once) or _of_one_time(a, b, like)):
                office = act in _OFFICE
                reason = f"one {'office' if office else 'life'}, ended in two ways: “{x.words}” and “{y.words}”"
                return Relation(a.id, b.id, "conflicts", "occurrence" if office else "cause", SCORE, reason)
    return None


def keys(claim: Comparable, named: Sequence[str]) -> Iterator[tuple[str, str]]:
    """What a claim that tells of an end can be found by: the last name of him whose it is, and who is `named`."""
    told = tellings(claim.words)
    yield from (("name", one.whom.last) for _, one in told if one.whom.last)
    yield from (("entity", entity) for entity in named if told)


@lru_cache(maxsize=8192)
def tellings(words: str) -> tuple[tuple[str, Telling], ...]:
    """The ends that a clause tells, each with its act.

    >>> [(act, sorted(t.end.how), t.whom.words) for act, t in tellings("Orme was poisoned by the cook.")]
    [('poison', ['poisoned'], 'Orme')]
    """
    found = []
    for deed in doings(words):
        whom, end = deed.thing, _told(deed, words)
        if end is not None and whom is not None and _is_one(whom):
            opening = _OPENING.match(words)
            first = words.startswith(whom.words, opening.end() if opening else 0)
            told = words[deed.span.start : _cause(deed, words)[0]].strip()
            found.append((deed.act, Telling(end, whom, first, _once(deed, words), told)))
    return tuple(found)


def _once(deed: Doing, words: str) -> bool:
    """Whether somebody can come to such an end only once: who was shot may have lived, who resigned may do so again."""
    if deed.act in _MAY_LIVE:
        return _TO_DEATH.search(words, deed.span.start, deed.span.end + REACH) is not None
    return deed.act not in _OFFICE


def _told(deed: Doing, words: str) -> End | None:
    """The end that a deed is, or None."""
    if deed.denied or deed.act not in _ENDS:
        return None
    if _NOT_SO.search(words, max(0, deed.span.start - REACH), deed.span.start):
        return None
    if deed.act in _MAY_LIVE and _LIVED.search(words[deed.span.end : deed.span.end + REACH]):
        return None
    if deed.act == "oust" and not _DISMISSED.fullmatch(deed.span.of(words)):
        return None
    if deed.act in ("die", "kill"):
        cause = _cause(deed, words)[1]
        if cause is not None or deed.act == "die":
            return cause
        if _MURDERED.fullmatch(deed.span.of(words)):
            return End(None, frozenset({"homicide"}))
    if deed.act == "hang" and deed.kind == "state":
        return End(frozenset({"hanged"}), None)  # "was found hanged"
    return _ENDS[deed.act]


def _cause(deed: Doing, words: str) -> tuple[int, End | None]:
    """Where what is told of an end is over, and what somebody is said to have died of."""
    if deed.act not in ("die", "kill"):
        return deed.span.end, None
    found = ((m.end(), end) for pattern, end in _CAUSES if (m := pattern.match(words, deed.span.end)))
    return next(found, (deed.span.end, None))


def _is_one(whom: Phrase) -> bool:
    """Whether a phrase stands for one person with a name, and not for one of his ("Holt's brother", "wife of Holt")."""
    one = whom.words.lower() not in ("them", "they", "it") and " and " not in whom.words
    return one and (whom.pronoun or (bool(whom.names) and not whom.head))


def _exclude(x: End, y: End) -> bool:
    """Whether nothing that one leaves open is left open by the other."""
    return any(p is not None and q is not None and p.isdisjoint(q) for p, q in zip(x, y, strict=True))


def _of_one(x: Telling, y: Telling, a: Comparable, b: Comparable, entity_of: EntityOf) -> bool:
    """Whether both tell of one person, known as the one of whom a clause speaks, or by his name."""
    left, right = _entity(x, a, entity_of), _entity(y, b, entity_of)
    if left is not None and right is not None:
        return left == right
    if not (x.whom.last and y.whom.last) or not (x.whom.last in y.whom.names or y.whom.last in x.whom.names):
        return False
    here, there = (set(entities(claim, entity_of)) for claim in (a, b))
    return not (here and there) or bool(here & there)


def _entity(telling: Telling, claim: Comparable, entity_of: EntityOf) -> str | None:
    """The entity of whose end it is: the first that a clause names, where it begins with him, or the only one."""
    named = entities(claim, entity_of)
    return named[0] if named and (telling.first or len(named) == 1) else None


def _of_one_time(a: Comparable, b: Comparable, like: Likeness) -> bool:
    """Whether what may befall somebody twice is told of one time."""
    left, right = days(a.when), days(b.when)
    near = left is None or right is None or max(left[0], right[0]) - min(left[1], right[1]) < AT_ONE_TIME
    return near and like.kin >= ON_ONE_STORY
