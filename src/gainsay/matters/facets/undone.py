"""A deed that one tells and another says was not done: "the envoy met Lindqvist", "we never met Lindqvist".

The act must be the same, on the same person by name or on the same thing by two words, and whoever denies it must do so
of the same doer as far as the words show: of one with a name in common, or of himself ("we", "he"). Of an act that
nothing follows ("she never conceded") it is enough that both clauses speak of one and the same alone.
"""

from __future__ import annotations

import re

from gainsay.matters.clauses.doings import Doing, doings
from gainsay.matters.clauses.noun_phrases import Phrase
from gainsay.matters.clauses.predicates import verb_stem
from gainsay.matters.comparable import Comparable
from gainsay.matters.facets.occurrence import is_held
from gainsay.matters.likeness import Likeness
from gainsay.matters.subjects.kinship import AKIN
from gainsay.matters.verdict import Relation
from gainsay.statements.terms import weight

SCORE = 0.65
LEAST_ACT = 3.0  # less is what one does every day: "come", "say", "work"

# Of these it is told whom they concern by the subject alone.
_OF_THE_SUBJECT = frozenset({"state", "post"})
_NARROWED = re.compile(
    r"\s+(?:in|on|at|by|to|for|from|during|before|after|until|since|because|as|over|alone|only|there|here|again"
    r"|(?:[a-z]+ly))\b"
)
# One who says "I" is the speaker, whoever that is; "we" may be anybody of his side.
_SPEAKER = re.compile(r"\b[Ww]e\b")
# "She has never conceded", "he did not resign": nothing follows. And the act with which a clause begins.
_SUBJECT = r"\W*(?P<subject>(?:[\w.'’-]+\s+){1,5}?)"
_FLAT = re.compile(
    rf"{_SUBJECT}(?:(?:has|have|had|did|was|were)\s+)?(?:not|never|nor)\s+(?:yet\s+|ever\s+)?(?P<act>[a-z]+)\W*",
    re.IGNORECASE,
)
_FIRST = re.compile(
    rf"{_SUBJECT}(?:(?:has|had|then|later|finally|was|were)\s+){{0,2}}(?P<act>[a-z]+ed)\b", re.IGNORECASE
)
# What is doubted or asked is told by nobody.
_OPEN = re.compile(r"\b(?:whether|if|unless|doubt(?:s|ed|ing)?)\b", re.IGNORECASE)


def compare(a: Comparable, b: Comparable, like: Likeness) -> Relation | None:
    """A denial where one of two claims tells of a deed and the other says that it was not done, or None."""
    if like.kin < AKIN or a.polarity == b.polarity or (a.document == b.document and a.voices == b.voices):
        return None
    left, right = doings(a.words), doings(b.words)
    for denier, undone, teller, done in ((a, left, b, right), (b, right, a, left)):
        for x in (one for one in undone if one.denied and _denied_outright(one, denier.words)):
            for y in (one for one in done if one.act == x.act and _told(one, teller.words)):
                whom = _one_object(x, y, like)
                if whom is not None and (_of_one(like) or _may_be_one_doer(x, y, denier.words)):
                    return _denial(denier, teller, whom)
        act = _flatly(denier, teller) if _of_one(like) else None
        if act is not None:
            return _denial(denier, teller, act)
    return None


def _denial(denier: Comparable, teller: Comparable, act: str) -> Relation:
    reason = f"“{denier.position}” denies what “{teller.position}” tells: the same act ({act})"
    return Relation(denier.id, teller.id, "denies", "occurrence", SCORE, reason)


def _of_one(like: Likeness) -> bool:
    """Whether two clauses speak of one and the same, and of nobody else."""
    return len(like.entities) == 1 and like.of is not None and all(one.entities == like.entities for one in like.of)


def _flatly(denier: Comparable, teller: Comparable) -> str | None:
    """The act that one says was not done, and no more than that, while the other tells of it first of all."""
    flat, told = _FLAT.fullmatch(denier.words), _FIRST.match(teller.words)
    if flat is None or told is None or denier.polarity != "denies" or not is_held(teller.words):
        return None
    act = verb_stem(flat["act"])
    return act if weight(act) >= LEAST_ACT and verb_stem(told["act"]) == act else None


def _told(deed: Doing, words: str) -> bool:
    """Whether a clause tells of a deed as done."""
    return not deed.denied and _OPEN.search(words, 0, deed.span.start) is None


def _denied_outright(deed: Doing, words: str) -> bool:
    """Whether nothing narrows what is denied: "was not arrested in May" may deny no more than the month."""
    whom = _object(deed) or deed.thing
    at = words.find(whom.words, deed.span.end) if whom else -1
    end = at + len(whom.words) if whom and at >= 0 else deed.span.end
    return _NARROWED.match(words, end) is None


def _one_object(x: Doing, y: Doing, like: Likeness) -> str | None:
    """The act and to whom or what it was or was not done, where both name the same person, or the same thing."""
    undone, done = _object(x), _object(y)
    if undone is not None and done is not None and undone.names and not undone.pronoun and not done.pronoun:
        one = undone.names <= done.names or done.names <= undone.names
        return f"{x.act} {undone.words}" if one else None
    things = [d.thing for d in (x, y) if d.kind == "work" and d.thing is not None and not d.thing.names]
    if len(things) < 2 or not _of_one(like) or len(things[0].terms) < 2 or things[0].terms != things[1].terms:
        return None
    return f"{x.act} {things[0].words}"


def _object(doing: Doing) -> Phrase | None:
    phrase = doing.company if doing.act == "meet" else doing.thing
    return phrase if phrase is not None and phrase.names else None


def _may_be_one_doer(x: Doing, y: Doing, denier: str) -> bool:
    """Whether the one who is said not to have done it may be the one who did."""
    if x.kind in _OF_THE_SUBJECT and x.act != "meet":
        return True
    one, other = ((d.thing if d.act == "meet" else d.doer) for d in (x, y))
    if one is None:  # "we never met her", "she was never arrested"
        return x.act != "meet" or _SPEAKER.search(denier) is not None
    if other is None:
        return not one.names
    if one.pronoun or other.pronoun:
        named = other if one.pronoun else one
        return bool(named.last) and one.pronoun and named.last in denier.lower()
    return bool(one.names & other.names or one.terms & other.terms)
