"""Whether two acts, told in two clauses, are one deed."""

from __future__ import annotations

from gainsay.matters.clauses.doings import JOINT, Doing, is_agreement
from gainsay.matters.clauses.noun_phrases import Phrase
from gainsay.statements.terms import weight

LEAST_HEAD = 2.5
"""The weight of a noun that tells by itself of one thing: of a book or a body, not of a question or a deal."""


def same_deed(a: Doing, b: Doing, words_a: str, words_b: str) -> bool:
    """Whether two acts, of clauses with these words, are one: the same act on the same person, thing or company.

    What befalls a person once, and whom somebody met, is told by names; a thing by its noun, too.
    """
    if a.act != b.act or a.denied != b.denied or a.thing is None or b.thing is None:
        return False
    if a.act == "meet":
        return _same_company(a, b)
    if a.act in JOINT and not (is_agreement(a.thing) and is_agreement(b.thing)):
        return False
    if _same_name(a.thing, b.thing, words_a, words_b):
        return True
    if a.act in JOINT:
        return not (a.thing.names and b.thing.names)
    if a.thing.names or b.thing.names or a.kind not in ("work", "gift") or not a.thing.head:
        return False
    one_doer = a.doer is not None and b.doer is not None and bool(a.doer.last) and a.doer.last == b.doer.last
    return a.thing.head == b.thing.head and (weight(a.thing.head) >= LEAST_HEAD or one_doer)


def _same_name(a: Phrase, b: Phrase, words_a: str, words_b: str) -> bool:
    """Whether two phrases name the same, or one does by a pronoun in a clause that holds the other's name."""
    if a.pronoun or b.pronoun:
        named, words = (b, words_a) if a.pronoun else (a, words_b)
        return bool(named.last) and named.last in words.lower()
    return bool(a.last and b.last) and (a.last in b.names or b.last in a.names)


def _same_company(a: Doing, b: Doing) -> bool:
    """Whether two meetings are of the same two."""
    left, right = ([p for p in (d.thing, d.company) if p is not None and p.last] for d in (a, b))
    if len(left) < 2 or len(right) < 2:
        return False
    return all(any(_same_name(p, q, "", "") for q in right) for p in left) and left[0].last != left[1].last
