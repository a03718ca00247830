"""Occurrence: one holder affirms what another denies, or tells of a deed where another tells of an attempt."""

from __future__ import annotations

import re
from datetime import date
from functools import lru_cache

from gainsay.matters.comparable import Comparable
from gainsay.matters.likeness import Likeness
from gainsay.matters.subjects.kinship import AKIN, ON_ONE_EVENT
from gainsay.matters.verdict import Relation
from gainsay.spans import Span
from gainsay.statements.clauses import has_verb
from gainsay.statements.polarity import bears_on_verb, negations
from gainsay.statements.terms import content_terms, weight

# A denial repeats the words of what it denies, and adds little.
DENIAL_COVERAGE = 0.5
DENIAL_WORDS = 7.0
DENIAL_OWN_WORDS = 4.0
# Who takes back his own word says it in the same few words.
HOLDER_WORDS = 3.0
# Within one text, or one mouth, hardly more than the denied word itself need return.
NEAR_OVERLAP = 0.5
# Between documents on different subjects only an explicit denial of nearly the same words is one.
AFIELD_COVERAGE = 0.75
EXPLICIT_COVERAGE = 0.55
EXPLICIT_OVERLAP = 0.25
# In other words, of the same persons.
# A bare negation of clauses that share two words but are not near in meaning mostly denies something else ("I have no
# oil company" / "the oil companies pay him").
CONTRADICTING = 0.7
# That there was none of a thing denies whatever is told of it, in whatever words.
_THERE_IS_NONE = re.compile(
    r"\bthere (?:is|are|was|were|(?:has|have|had) been) (?:no|nobody|nothing|none)\b", re.IGNORECASE
)
OUTRIGHT_MEANING = 0.7
NEGATION_OVERLAP = 0.4
FAR_OVERLAP = 0.5
_NUMBER = re.compile(r"[0-9]+")
_PAUSE = re.compile(r"[.,;:!?]")
NEGATED_TERMS = 6
_RELATIVE = re.compile(r",\s+(?:who|which)\s+(?:\w+\s+){0,2}$")
# One of the words that two reports share must be rarer than "state", "win" or "campaign".
TELLING = 2.5
# "I made no concessions" shares one word with what it denies, and the talk around it.
CONTEXT = 0.3
REBUTTED = 0.7


# A clause that opens so asks, supposes or depends on another: nobody holds it, and nothing is denied by its contrary.
_NOT_HELD = re.compile(
    r"(?:don['’]t|let|please|suppose|imagine|if|whether|unless|when|until|what|why|how|to|should|could|would|can|will|is|are|was|were|do|does|did|has|have|had)\b",
    re.IGNORECASE,
)

# A verb in the present has no form of its own: its place right after the subject tells it.
PRESENT = re.compile(
    r"\W*(?:\w+ly,?\s+)?(?:(?:it|he|she|this|that)\s+(?:\w+ly\s+)?[a-z]{3,}s|(?:I|we|you|they)\s+(?:\w+ly\s+)?[a-z]{3,}"
    r"|(?:the|this|that|his|her|its|their|our|my)\s+[a-z]+\s+[a-z]{3,}(?<!s)s\s+(?:the|an?|no|any|his|her|its|their|our"
    r"|zero|only|[a-z]+(?:al|ive|ous|ic|ful|ing)))\b",
    re.IGNORECASE,
)
# What follows "accused them" and "blamed them": no clause, and held against somebody all the same.
_ACCUSED_OF = re.compile(r"(?:of|for)\s+\W?(?!the\b|an?\b)", re.IGNORECASE)


# What hardly is so is denied as well.
HARDLY = re.compile(
    r"\b(?:hardly|barely|scarcely|(?:almost|virtually|nearly|practically)\s+n(?:o|ever|one|othing|obody))\b"
)
# "You never see that" is said of nobody.
_ANYBODY = re.compile(r"\W*you\b", re.IGNORECASE)
_ONE_OF_SEVERAL = re.compile(r"\W*(?:one|some|another|others?)\s", re.IGNORECASE)
# What ought to be, or is wished, denies nothing that is.
_WISHED = re.compile(
    r"\b(?:should|ought|must)(?:n['’]t)?\b|(?:\bwould|['’]d)\s+(?:like|love|prefer)\b|\b(?:wants?|wanted|hop(?:es?|ed)|wish(?:es|ed)?"
    r"|calls?\s+(?:for|on)|called\s+(?:for|on)|urg(?:es?|ed)|demand(?:s|ed))\b",
    re.IGNORECASE,
)
# Reports of one event are of the same days, and then less kinship shows it.
SAME_DAYS_KIN, SAME_DAYS, FAR_APART = 0.24, 3, 99
_DAY = re.compile(r"\d{4}-\d\d-\d\d")


def compare(a: Comparable, b: Comparable, like: Likeness, one_holder: bool = False) -> Relation | None:
    """The relation of two claims as wholes, or None. `one_holder`: the same person holds both."""
    if a.polarity == b.polarity:
        return _stage(a, b, like)
    denier, denied = (a, b) if a.polarity == "denies" else (b, a)
    if not is_held(denied.words) or not (denier.explicit_denial or is_held(denier.words)):
        return None
    relation = _denial(denier, denied, like, one_holder) or _outright(denier, denied, like)
    if relation is None or denier.explicit_denial:
        return relation
    return relation if of_one_mood(denier, denied) and not sets_apart(denier, denied) else None


def answer(a: Comparable, b: Comparable, like: Likeness) -> Relation | None:
    """An explicit denial of what the other says in other words: one event, and the denied word is the other's own.

    Words alone do not tell it from talk around the denial: the relation model has to agree.
    """
    denier, denied = (a, b) if a.explicit_denial else (b, a)
    if not denier.explicit_denial or denied.polarity == "denies" or not on_one_event(a, b, like):
        return None
    if not denier.negated or denier.negated[0] not in denied.terms:
        return None
    if not is_held(denied.words) and not _ACCUSED_OF.match(denied.words):
        return None
    reason = f"“{denied.position}” is explicitly denied by “{denier.position}”"
    return Relation(denier.id, denied.id, "denies", "occurrence", round(0.5 + 0.3 * like.coverage, 3), reason)


def rebuttal(a: Comparable, b: Comparable) -> Relation | None:
    """A denial that points at the other claim, or None."""
    for denier, denied in ((a, b), (b, a)):
        if denier.answers == denied.statement:
            reason = f"“{denied.position}” is denied beside it, in the same text: “{denier.position}” points at it"
            return Relation(denier.id, denied.id, "denies", "occurrence", REBUTTED, reason)
    return None


def on_one_event(a: Comparable, b: Comparable, like: Likeness) -> bool:
    """Whether the documents of two claims tell of one event: by their subjects, or by these and their days."""
    return like.kin >= ON_ONE_EVENT or (like.kin >= SAME_DAYS_KIN and _days_apart(a.written, b.written) <= SAME_DAYS)


def _days_apart(a: str | None, b: str | None) -> int:
    days = [_day(d) for d in (a, b) if d and _DAY.fullmatch(d)]
    return abs(days[0] - days[1]) if len(days) == 2 else FAR_APART


@lru_cache(maxsize=4096)
def _day(written: str) -> int:
    """The number of a day; days that no calendar has are counted on from the month before."""
    year, month, day = map(int, written.split("-"))
    return date(max(year, 1), min(max(month, 1), 12), 1).toordinal() + day


def sets_apart(denier: Comparable, denied: Comparable) -> bool:
    """Whether a clause denies of one what it says of another ("not hours but wages", "one will, one won't")."""
    words = content_terms(denier.words, Span(0, len(denier.words)))
    if (denier.negated and words.count(denier.negated[0]) > 1) or HARDLY.search(denied.words):
        return True
    return _ANYBODY.match(denier.words) is not None or all(_ONE_OF_SEVERAL.match(c.words) for c in (denier, denied))


def of_one_mood(a: Comparable, b: Comparable) -> bool:
    """Whether both claims tell what is, or both what ought to be or is wished."""
    return _is_wished(a.words) == _is_wished(b.words)


@lru_cache(maxsize=8192)
def _is_wished(words: str) -> bool:
    return _WISHED.search(words) is not None


@lru_cache(maxsize=8192)
def is_held(words: str) -> bool:
    """Whether words make a clause that somebody holds: with a verb, and neither a question nor a condition."""
    lowered = words.lower()
    return (has_verb(lowered, Span(0, len(lowered))) or PRESENT.match(words) is not None) and _NOT_HELD.match(
        words
    ) is None


# What is attempted has not thereby happened. (Plans and offers were tried too: mostly the deed that resembles them is
# another one.)
_ATTEMPT = re.compile(r"\battempt(?:ed|ing|s)?\s+(?!and\b|or\b|on\b|at\b|by\b)(?=[a-z])", re.IGNORECASE)
_UNDONE = re.compile(
    r"\b(?:(?:foil|thwart|prevent|repuls|repel|avert|ward|stopp|fail)\w*|tr(?:y|ies|ied|ying))\b", re.I
)
STAGE_OVERLAP = 0.28
STAGE_WORDS = 11.0


def attempted(claim: Comparable) -> bool:
    """Whether the claim speaks of an attempt."""
    return _ATTEMPT.search(claim.words) is not None


def _attempted_words(claim: Comparable) -> set[str]:
    """What is attempted: the first content words that follow."""
    found = _ATTEMPT.search(claim.words)
    return set(content_terms(claim.words, Span(found.end(), len(claim.words)))[:2]) if found else set()


def _stage(a: Comparable, b: Comparable, like: Likeness) -> Relation | None:
    """An attempt against the deed: they differ in scope."""
    if (
        like.kin < ON_ONE_EVENT
        or like.overlap < STAGE_OVERLAP
        or like.words < STAGE_WORDS
        or attempted(a) == attempted(b)
    ):
        return None
    only, deed = (a, b) if attempted(a) else (b, a)
    if deed.hedged or not _attempted_words(only) & set(deed.terms) or any(_UNDONE.search(c.words) for c in (a, b)):
        return None
    reason = f"“{only.position}” tells of an attempt, “{deed.position}” of the deed"
    return Relation(only.id, deed.id, "scope", "occurrence", round(min(1.0, 0.8 * like.coverage), 3), reason)


def _denial(denier: Comparable, denied: Comparable, like: Likeness, one_holder: bool) -> Relation | None:
    if like.coverage < DENIAL_COVERAGE or like.words < (HOLDER_WORDS if one_holder else DENIAL_OWN_WORDS):
        return None
    if like.kin < AKIN and not one_holder and not (denier.explicit_denial and like.coverage >= AFIELD_COVERAGE):
        return None
    if denier.document != denied.document and not one_holder and not any(weight(t) >= TELLING for t in like.terms):
        return None
    at_hand = (one_holder or denier.document == denied.document) and like.overlap >= NEAR_OVERLAP
    if like.words + CONTEXT * like.context < DENIAL_WORDS and not at_hand:
        return None
    if denier.explicit_denial:
        if like.coverage < EXPLICIT_COVERAGE or like.overlap < EXPLICIT_OVERLAP:
            return None
        if len(like.terms) + len(like.entities) < 2:
            return None
    elif not _negates(denier, denied, like) or _far_apart(denier, like):
        return None
    how = "is explicitly denied by" if denier.explicit_denial else "is contradicted by"
    reason = f"“{denied.position}” {how} “{denier.position}”"
    # What shares more of both clauses is the better answer; that all of a short clause returns is not enough.
    alike = 0.3 * like.coverage + 0.4 * min(1.0, 1.5 * like.overlap)
    score = round(alike + (0.3 if denier.explicit_denial else 0.0), 3)
    return Relation(denier.id, denied.id, "denies", "occurrence", score, reason)


def _far_apart(denier: Comparable, like: Likeness) -> bool:
    """Whether a bare negation denies something else, as far as the meaning of the two clauses tells."""
    near = like.meaning is None or like.meaning >= CONTRADICTING
    return not near and _THERE_IS_NONE.search(denier.words) is None


def _outright(denier: Comparable, denied: Comparable, like: Likeness) -> Relation | None:
    """A denial in so many words ("he denied that …") of what the other tells of the same persons in other words."""
    if not denier.explicit_denial or not like.entities or not on_one_event(denier, denied, like):
        return None
    if (like.meaning or 0.0) < OUTRIGHT_MEANING or like.coverage < DENIAL_COVERAGE or like.own_names:
        return None
    reason = f"“{denied.position}” is explicitly denied by “{denier.position}”, by their meaning ({like.meaning:.2f})"
    return Relation(denier.id, denied.id, "denies", "occurrence", round(0.4 + 0.4 * (like.meaning or 0.0), 3), reason)


def _negates(denier: Comparable, denied: Comparable, like: Likeness) -> bool:
    """Whether a negated clause denies the other, and does not merely hold a "not" somewhere.

    The word that is negated must be the other's own, and the two clauses must be much the same throughout. One voice
    in one text mostly does not contradict itself: it sets one thing off against another.
    """
    one_voice = denier.document == denied.document and denier.voices == denied.voices
    if one_voice and (not like.entities or like.overlap < NEAR_OVERLAP):
        return False
    if denier.hedged or not denier.negated or denier.negated[0] not in denied.terms:
        return False
    if len(like.terms) < 2 and denier.document != denied.document:
        return False
    if set(_NUMBER.findall(denier.words)) - set(_NUMBER.findall(denied.words)):
        return False  # "did not pay 40 crowns" denies the sum
    if not says_what_is_negated(denier.words, denied):
        return False
    return like.overlap >= (NEGATION_OVERLAP if like.kin >= ON_ONE_EVENT else FAR_OVERLAP)


def says_what_is_negated(words: str, denied: Comparable) -> bool:
    """Whether the other claim says most of what stands under a negation, up to the next pause.

    "Lind, who was not at the hall at the time of the fire, came on Saturday" does not deny that he came.
    """
    for negation in negations(words, Span(0, len(words))):
        if bears_on_verb(words, negation):
            if _RELATIVE.search(words, 0, negation.start):
                return False
            pause = _PAUSE.search(words, negation.end)
            under = content_terms(words, Span(negation.end, pause.start() if pause else len(words)))[:NEGATED_TERMS]
            told = sum(weight(t) for t in under if t in denied.terms)
            return 2 * told >= sum(weight(t) for t in under)
    return True
