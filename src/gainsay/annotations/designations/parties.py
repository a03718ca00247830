"""Noun phrases chosen for a party: "the occupiers", "long-serving premier X", "X, a close ally of Y"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from gainsay.annotations.designations.lexicon import (
    ACT_NOUNS,
    CHOSEN_ROLES,
    COMPOUNDS,
    FOLLOWINGS,
    MODIFIERS,
    NEUTRAL_NOUNS,
    NOT_REGIMES,
    PARTY_NOUNS,
    RELATIONS,
)
from gainsay.annotations.designations.words import (
    DETERMINERS,
    STOPS,
    Word,
    is_faint,
    is_ideology,
    is_participle,
    is_possessive,
    judgement,
    may_modify,
)
from gainsay.spans import Span

# Words before the head that are looked at: longer phrases are rare, and mostly two phrases run together.
REACH = 6

# A quotation that opens after the article: a “madman”.
_OPENED = re.compile(r" [\"“‘'`] ?")

# Beside a bare name only a clear judgement counts: "longtime" or "moderate" describe.
CHARGED = 0.35


@dataclass(frozen=True, slots=True)
class Phrase:
    """A phrase with its head noun, and its charge (None: it characterises without praise or blame).

    One that `may_nest` counts also within another: "a close ally of imperialist Ruritania" judges two.
    """

    span: Span
    head: str
    charge: float | None
    may_nest: bool = False


@dataclass(frozen=True, slots=True)
class Names:
    """Where names begin and end in a passage, and where the names of people end."""

    starts: dict[int, int]
    ends: dict[int, int]
    people: frozenset[int]


def party_phrases(text: str, words: Sequence[Word], names: Names) -> Iterator[Phrase]:
    """Every phrase in `words` that designates a party, in order of its head."""
    for k, word in enumerate(words):
        judges, heads = _uses(word.lower)
        phrase = _judged_name(text, words, k, names) if judges else None
        if phrase is None and heads:
            phrase = _headed(text, words, k, names)
        elif phrase is None and word.lower == "so-called":
            phrase = _so_called(text, words, k)
        if phrase is not None:
            yield phrase


@lru_cache(maxsize=65536)
def _uses(word: str) -> tuple[bool, bool]:
    """Whether a word may judge a name, and whether it may head a phrase for a party."""
    judges = judgement(word)[0] and not is_faint(word)
    return judges, word in PARTY_NOUNS or word in NEUTRAL_NOUNS or is_ideology(word)


def _headed(text: str, words: Sequence[Word], k: int, names: Names) -> Phrase | None:
    head = words[k]
    # Only a person bears a title: "establishment" before the name of a party is an adjective.
    titled = _adjacent(text, words, k) and names.starts.get(words[k + 1].start) in names.people
    if _is_adjective(text, words, k):
        return None
    apposed = _apposed_role(text, words, k, names)
    if not titled and not apposed and not _ends_phrase(text, words, k):
        return None
    first, determined = _begin(text, words, k, names)
    if determined and words[first].lower == "no":
        return None
    inner = words[first + determined : k]
    beside = inner[-1].lower if inner else ""
    if head.lower in ("regime", "regimes") and beside in NOT_REGIMES:
        return None
    compound = COMPOUNDS.get((beside, head.lower))
    own = head.lower in PARTY_NOUNS or is_ideology(head.lower)
    role = (
        (titled or apposed or _behind_name(text, words, first, names))
        and not head.capital
        and head.lower in CHOSEN_ROLES
    )
    following = head.lower in FOLLOWINGS and determined and words[k - 1].end in names.people
    end = _extended(text, words, k, names)
    chosen = compound is not None or (own and _stands_alone(head, inner, determined, titled or end > head.end))
    if not (chosen or role or following or (not own and _judged(head, inner))):
        return None
    charges = [PARTY_NOUNS.get(head.lower), *(judgement(w.lower)[1] for w in inner)]
    return Phrase(Span(words[first].start, end), head.lower, strongest(charges) if compound is None else compound)


def _apposed_role(text: str, words: Sequence[Word], k: int, names: Names) -> bool:
    """A role with the person's name after a comma: "the island's leader, Arne Holt"."""
    if words[k].lower not in CHOSEN_ROLES or k + 1 >= len(words) or text[words[k].end : words[k + 1].start] != ", ":
        return False
    return names.starts.get(words[k + 1].start) in names.people


def _behind_name(text: str, words: Sequence[Word], first: int, names: Names) -> bool:
    """A role behind the name that it is apposed to: "Arne Holt, the island's leader"."""
    return (
        first > 0 and words[first - 1].end in names.people and text[words[first - 1].end : words[first].start] == ", "
    )


def _is_adjective(text: str, words: Sequence[Word], k: int) -> bool:
    """A word that is noun and adjective ("communist") is an adjective where another is joined to it."""
    if not judgement(words[k].lower)[0] or k + 1 >= len(words):
        return False
    between = text[words[k].end : words[k + 1].start]
    if between == ", ":
        return judgement(words[k + 1].lower)[0]
    joined = between == " " and words[k + 1].lower in ("and", "or") and k + 2 < len(words)
    return joined and judgement(words[k + 2].lower)[0]


def _stands_alone(head: Word, inner: Sequence[Word], determined: bool, beside_name: bool) -> bool:
    """A judging noun needs a determiner, a modifier, a name or a plural: "rebel" may be a verb, "Patriot" a firm."""
    if head.capital and not inner and head.lower not in PARTY_NOUNS:
        return False  # "The Federalist" is a paper
    if head.lower in RELATIONS:
        return beside_name or any(w.capital or judgement(w.lower)[0] for w in inner)
    return determined or bool(inner) or (not head.capital and (beside_name or head.lower.endswith("s")))


def _judged(head: Word, inner: Sequence[Word]) -> bool:
    """One judging word, or two faint ones ("rich and powerful"); in capitals, like the noun, they are a name."""
    judging = [w.lower for w in inner if judgement(w.lower)[0] and not (head.capital and w.capital)]
    return any(not is_faint(w) for w in judging) or len(judging) > 1


def _begin(text: str, words: Sequence[Word], k: int, names: Names) -> tuple[int, bool]:
    """The first word of the phrase whose head is word `k`, and whether it has a determiner."""
    sure = k - 1 if k and (words[k - 1].lower, words[k].lower) in COMPOUNDS else k
    for j in range(k - 1, max(-1, k - 1 - REACH), -1):
        if not _joined(text, words, j):
            break
        word = words[j]
        if word.lower in DETERMINERS:
            return j, True
        if word.lower in STOPS:
            if word.lower == "and" and _coordinates(words, j) and sure == j + 1:
                continue
            break
        if is_possessive(word.lower):
            first = _name_begin(words, j, names)
            return first - (
                first > 0 and words[first - 1].lower in DETERMINERS and _joined(text, words, first - 1)
            ), False
        if is_participle(word.lower) and j and not _before_participle(words[j - 1]):
            break
        if (sure == j + 1 and _belongs(words, j, names)) or _coordinated_by(words, j, sure):
            sure = j
    # Without a determiner only words that can be modifiers belong to it; the rest may be a verb ("attacked rebels").
    return _name_begin(words, sure, names) if words[sure].capital else sure, False


def _before_participle(word: Word) -> bool:
    """What a participle used as an adjective may follow: "the exiled …", "a forcibly dissolved …"."""
    if word.lower in DETERMINERS or is_possessive(word.lower) or word.lower.endswith("ly"):
        return True
    return judgement(word.lower)[0]


def _belongs(words: Sequence[Word], j: int, names: Names) -> bool:
    """Whether word `j` belongs to the phrase after it even where no determiner comes before."""
    word = words[j]
    if word.capital and (j or word.end in names.ends):
        return True
    return may_modify(word.lower) and not is_participle(word.lower)


def _coordinates(words: Sequence[Word], j: int) -> bool:
    return 0 < j < len(words) - 1 and may_modify(words[j - 1].lower) and may_modify(words[j + 1].lower)


def _coordinated_by(words: Sequence[Word], j: int, sure: int) -> bool:
    return sure == j + 2 and words[j + 1].lower == "and" and may_modify(words[j].lower)


def _name_begin(words: Sequence[Word], j: int, names: Names) -> int:
    """The first word of the name that ends with word `j` (possessive ending aside), else `j`."""
    end = words[j].end
    start = next((names.ends[e] for e in (end, end - 1, end - 2) if e in names.ends), words[j].start)
    while j > 0 and words[j - 1].start >= start:
        j -= 1
    return j


def _joined(text: str, words: Sequence[Word], j: int) -> bool:
    """Nothing but blanks or a hyphen between word `j` and the next, or a comma between two adjectives."""
    between = text[words[j].end : words[j + 1].start]
    if between in (" ", "\n") or (words[j].lower in DETERMINERS and _OPENED.fullmatch(between)):
        return True
    return between == ", " and judgement(words[j].lower)[0] and may_modify(words[j + 1].lower)


def _adjacent(text: str, words: Sequence[Word], k: int) -> bool:
    return k + 1 < len(words) and text[words[k].end : words[k + 1].start] in (" ", "\n")


def _ends_phrase(text: str, words: Sequence[Word], k: int) -> bool:
    """Word `k` is a head, not itself part of a compound: punctuation, a function word or a verb comes next."""
    # A plural is hardly ever part of a compound: whatever follows "the occupiers" is its verb.
    if not _adjacent(text, words, k) or words[k].lower.endswith("s"):
        return True
    after = words[k + 1].lower
    if after in ACT_NOUNS:
        return False
    return after in STOPS or after in DETERMINERS or after.endswith(("ed", "ly", "ing"))


def _extended(text: str, words: Sequence[Word], k: int, names: Names) -> int:
    """The end of the phrase: the head, or the name that follows it with "of" or "like" ("neighbour of X")."""
    end, j = words[k].end, k
    while j + 2 < len(words) and _adjacent(text, words, j) and _adjacent(text, words, j + 1):
        link = words[j + 1].lower
        skip = 2 if words[j + 2].lower in DETERMINERS or judgement(words[j + 2].lower)[0] else 1
        at = j + 1 + skip
        if (
            link not in (("of", "like") if j == k else ("and",))
            or at >= len(words)
            or words[at].start not in names.starts
        ):
            break
        end = names.starts[words[at].start]
        while at + 1 < len(words) and words[at + 1].start < end:
            at += 1
        j = at
    return end


def _so_called(text: str, words: Sequence[Word], k: int) -> Phrase | None:
    """ "the so-called X": the speaker keeps a distance from the words that follow."""
    last = k
    while last + 1 < len(words) and last < k + 4:
        between = text[words[last].end : words[last + 1].start]
        if between.strip(" \"“‘'«") or words[last + 1].lower in STOPS:
            break
        last += 1
    if last == k:
        return None
    first = k - 1 if k and words[k - 1].lower in DETERMINERS else k
    return Phrase(Span(words[first].start, words[last].end), words[last].lower, -0.4)


def _judged_name(text: str, words: Sequence[Word], k: int, names: Names) -> Phrase | None:
    """A judging adjective right before a name: "imperialist Ruritania"."""
    if text[words[k].end : words[k].end + 1] != " " or words[k].capital or not _adjacent(text, words, k):
        return None
    if words[k + 1].start not in names.starts:
        return None
    end = names.starts[words[k + 1].start]
    last = k + 1
    while last + 1 < len(words) and words[last + 1].start < end:
        last += 1
    charge = MODIFIERS.get(words[k].lower) or 0.0
    determined = k > 0 and words[k - 1].lower in DETERMINERS and _adjacent(text, words, k - 1)
    if abs(charge) < CHARGED or not _ends_phrase(text, words, last):
        return None
    if words[k].lower.endswith(("ed", "ing")) and not determined:
        return None
    if _adjacent(text, words, last) and words[last + 1].lower.endswith("ing"):
        return None  # "the infamous Marrow Bay boating party": the name is an adjective itself
    first = k - 1 if determined else k
    return Phrase(Span(words[first].start, end), text[words[k + 1].start : end].lower(), charge, may_nest=True)


def strongest(charges: Sequence[float | None]) -> float | None:
    """The charge furthest from nought; None where no word carries any."""
    found = [c for c in charges if c is not None]
    return max(found, key=lambda c: (abs(c), c)) if found else None
