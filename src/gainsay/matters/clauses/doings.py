"""What a clause says was done, by whom, to what and to whom, read without a parser from the words about its verb.

Only acts are read of which it is asked who did them and when (`doings.txt`): who arrested, overthrew, compiled or
handed over, not who "said" or "began". Where the words about a verb do not show a part, it is left open.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from importlib.resources import files
from itertools import groupby, takewhile

from gainsay.matters.clauses.noun_phrases import (
    BEING,
    BREAKS,
    DETERMINERS,
    HAVING,
    MOST,
    PREPOSITIONS,
    PRONOUNS,
    STOPS,
    TOKEN,
    Phrase,
    nearest_phrase,
    phrase_after,
    phrase_before,
    read_phrase,
)
from gainsay.matters.clauses.predicates import verb_stem
from gainsay.spans import Span
from gainsay.statements.terms import stem

LONGEST = 800
"""Characters of a clause that are looked at."""

_SINGULAR = frozenset("was is has".split())
_UNDONE = frozenset("to will would could may might should must can if whether".split())
_DENIED = frozenset("not never neither nor did n't didn't hadn't wasn't weren't isn't aren't hasn't haven't".split())
_ADVERBS = frozenset("also then later once reportedly allegedly now first finally just both all jointly since".split())
_MADE_TO = frozenset("forced ordered compelled obliged".split())
_BY = 5
_LETTERS = re.compile(r"[a-z]+")
_NAME = re.compile(r"\b[A-Z][^\W\d_]+")
MOST_NAMED = 6
"""Names of a clause that a pronoun in it may stand for."""
MOST_LISTED = 40
"""Words of a list of those whom somebody met."""
JOINT = frozenset({"agree", "sign"})
"""Acts that are asked of agreements alone."""

OTHER_CLAUSE = re.compile(r"[.;:!?()]|\b(?:who|which|that|when|while|because|if|and)\b")
"""Where what is said of a verb ends."""


@dataclass(frozen=True, slots=True)
class Doing:
    """One act: its name, what is asked of it (`doings.txt`), where its verb stands in the clause, who did it, what or
    whom it was done to, who received it, with whom."""

    act: str
    kind: str
    span: Span
    doer: Phrase | None
    thing: Phrase | None
    receiver: Phrase | None
    company: Phrase | None
    denied: bool


@cache
def _acts() -> dict[str, list[tuple[tuple[str, ...], str, str]]]:
    """First word of a form → its other words, the act, what is asked of it; longer forms first."""
    text = (files("gainsay.matters.clauses") / "doings.txt").read_text(encoding="utf-8")
    found: dict[str, list[tuple[tuple[str, ...], str, str]]] = {}
    for line in text.splitlines():
        if not line.startswith("#"):
            (act, kind), forms = line.partition(":")[0].split(), line.partition(":")[2].split()
            for form in forms:
                first, *rest = form.split("_")
                found.setdefault(first, []).append((tuple(rest), act, kind))
    return {first: sorted(some, key=lambda form: -len(form[0])) for first, some in found.items()}


@cache
def _first_words() -> frozenset[str]:
    """What one of must stand in a clause that tells of an act: asked first, since most clauses have none."""
    return frozenset({*_acts(), *_MADE_TO, "between", "didn", "did"})


@lru_cache(maxsize=8192)
def doings(words: str) -> tuple[Doing, ...]:
    """The acts of a clause.

    >>> [(d.act, d.doer.words, d.thing.words) for d in doings("The charter was drafted by Ana Lindqvist in May.")]
    [('write', 'Ana Lindqvist', 'charter')]
    """
    text = words[:LONGEST]
    if _first_words().isdisjoint(_LETTERS.findall(text.lower())):
        return ()
    matches = list(TOKEN.finditer(text))
    tokens = [m.group() for m in matches]
    found: list[Doing] = []
    reached = 0
    for at, token in enumerate(tokens):
        form = _form(tokens, at)
        if form is not None:
            end, act, kind = form
            doing = _doing(tokens, at, end, act, kind, Span(matches[at].start(), matches[end - 1].end()))
            if doing and found and found[-1].act == act and tokens[reached:at] in (["and"], ["or"]):
                # "Banned and outlawed the party": one act in two words.
                before = found.pop()
                doing = replace(doing, doer=before.doer, thing=doing.thing or before.thing)
            elif doing and found and doing.thing is None and _goes_on(tokens, at, found[-1], text):
                doing = replace(doing, thing=found[-1].thing)
            found.extend([doing] if doing else [])
            reached = end
        elif token.lower() == "between":
            found.extend(_between(tokens, at, Span(*matches[at].span())))
        elif token.lower() in _MADE_TO:
            found.extend(_made_to(tokens, at, Span(*matches[at].span())))
    return tuple(found)


def _goes_on(tokens: Sequence[str], at: int, before: Doing, text: str) -> bool:
    """Whether a verb without object goes on with what befell the subject ("was caught at the ford and hanged")."""
    if tokens[at - 1].lower() != "and" or before.thing is None or before.denied:
        return False
    return text.find(before.thing.words) < before.span.start and before.doer is None


@cache
def _by_stem() -> dict[str, str]:
    """Stem of an act → a form of it."""
    return {verb_stem(form): form for form in sorted(_acts(), reverse=True)}


def _form(tokens: Sequence[str], at: int) -> tuple[int, str, str] | None:
    """Where the form of an act that begins here ends, the act, and what is asked of it.

    A plain form is one where it is said not to have been done ("did not arrest").
    """
    word = tokens[at].lower()
    if word not in _acts() and _did_not(tokens, at):
        word = _by_stem().get(verb_stem(word), word)
    for rest, act, kind in _acts().get(word, ()):
        end = at + 1 + len(rest)
        if tuple(t.lower() for t in tokens[at + 1 : end]) == rest:
            return end, act, kind
    return None


def _did_not(tokens: Sequence[str], at: int) -> bool:
    before = [t.lower().replace("’", "'") for t in tokens[max(0, at - 2) : at]]
    return before[-1:] == ["didn't"] or before in (["did", "not"], ["did", "never"])


def _made_to(tokens: Sequence[str], at: int, span: Span) -> Iterator[Doing]:
    """What was done to somebody by making him do it: "was forced by the court to disband"."""
    if at < 2 or tokens[at - 1].lower() not in BEING or tokens[at + 1 : at + 2] != ["by"]:
        return
    to = next((i for i in range(at + 2, min(len(tokens) - 1, at + MOST)) if tokens[i] == "to"), None)
    form = _by_stem().get(verb_stem(tokens[to + 1].lower())) if to is not None else None
    doer, thing = phrase_after(tokens, at + 2), phrase_before(tokens, at - 1, several=True)
    for rest, act, kind in _acts().get(form or "", ()):
        if not rest and kind == "fate" and doer and thing:
            yield Doing(act, kind, span, doer, thing, None, None, denied=False)
            return


def _between(tokens: Sequence[str], at: int, span: Span) -> Iterator[Doing]:
    """An agreement "between Adair and the miners": both made it."""
    thing, one = nearest_phrase(tokens, at), phrase_after(tokens, at + 1)
    if thing is None or one is None or not is_agreement(thing):
        return
    end = next((i for i in range(at + 1, min(at + MOST, len(tokens))) if tokens[i].lower() == "and"), len(tokens))
    other = phrase_after(tokens, end + 1)
    both = one
    if other is not None and other.words not in one.words:
        both = read_phrase([*one.words.split(), "and", *other.words.split()]) or one
    yield Doing("agree", "work", span, both, thing, None, None, denied=False)


def is_agreement(thing: Phrase) -> bool:
    """Whether a thing is one that parties make between them."""
    return thing.head in _AGREEMENTS and not any(word.endswith("ing") for word in thing.words.split())


_AGREEMENTS = frozenset(
    map(stem, "agreement deal accord treaty pact truce armistice ceasefire settlement charter constitution".split())
)


# What opens an aside between commas: "Lind, who led it, was arrested", "Orme, a baker, was shot".
_ASIDES = frozenset("who whose which a an the aged then now his her their".split())
_LONGEST_ASIDE = 14


def _before_aside(tokens: Sequence[str], end: int) -> int:
    """Where the phrase ends whose verb stands at `end`, without what is said of it between commas."""
    if end < 2 or tokens[end - 1] != ",":
        return end
    comma = next((i for i in range(end - 2, max(0, end - _LONGEST_ASIDE), -1) if tokens[i] == ","), None)
    if comma is None:
        return end
    if all(token[0].isupper() for token in tokens[comma + 1 : end - 1]):
        return end - 1  # "her captain, Emil Rauth, was": he is named
    post = tokens[comma - 1][:1].isupper() and tokens[comma + 2].lower() in PREPOSITIONS  # "Orme, keeper of the light,"
    return comma if tokens[comma + 1].lower() in _ASIDES or post else end


def _named_beside(tokens: Sequence[str], start: int) -> Phrase | None:
    """Who is named in apposition to the phrase that begins here: "its editor, Jan Moravec, on Friday"."""
    comma = next((i for i in range(start, min(len(tokens), start + MOST)) if tokens[i] in STOPS), len(tokens))
    end = comma + 1
    while end < len(tokens) and tokens[end][0].isupper():
        end += 1
    ends = end >= len(tokens) or tokens[end] in STOPS or tokens[end].lower() in PREPOSITIONS
    plain = all(token[0].islower() and token not in BREAKS | PREPOSITIONS for token in tokens[start:comma])
    named = start < comma < end - 1 and tokens[comma] == "," and ends and plain
    return read_phrase(tokens[comma + 1 : end]) if named else None


def _doing(tokens: Sequence[str], at: int, end: int, act: str, kind: str, span: Span) -> Doing | None:
    before, passed = at, set[str]()
    while before > 0:
        word = tokens[before - 1].lower()
        if word not in BEING | HAVING | _DENIED | _ADVERBS and not word.endswith("ly"):
            break
        passed.add(word)
        before -= 1
    last = tokens[before - 1].lower() if before else ""
    if (last in _UNDONE and tokens[before - 1] != "May") or last in DETERMINERS:
        return None
    by = next((i for i in range(end, min(end + _BY, len(tokens))) if tokens[i].lower() == "by"), None)
    if by is not None and any(t in STOPS or t.lower() in BREAKS for t in _without_joined(tokens[end:by])):
        by = None
    if act == "born" and not passed and last == ",":
        before -= 1  # "Lind, born in Tarn in 1899, …"
    subject = phrase_before(tokens, _before_aside(tokens, before), several=not passed & _SINGULAR)
    doer, thing = subject, _named_beside(tokens, end) or phrase_after(tokens, end)
    if kind == "state":
        doer, thing = None, subject
    elif kind == "post":
        doer, thing = None, (phrase_after(tokens, by + 1) if by is not None else None if passed & BEING else subject)
    elif passed & BEING or (by is not None and not passed & HAVING):
        doer, thing = (phrase_after(tokens, by + 1) if by is not None else None), subject
    elif thing is None and kind == "fate" and tokens[end : end + 1] == ["to"]:
        thing = phrase_after(tokens, end + 2)  # "recruited to her staff the former warden Lind"
    elif thing is None and subject is not None:
        doer, thing = _apart(subject)
    if doer is not None and doer.words.lower() in ("he", "she"):
        doer = _named_before(tokens, at) or doer
    receiver = _behind(tokens, end, "to") if kind == "gift" else None
    company = _company(tokens, end) if act == "meet" else None
    none = [token.lower() for token in tokens[end : end + 1]] == ["no"]  # "signed no plan"
    return Doing(act, kind, span, doer, thing, receiver, company, none or bool(passed & _DENIED))


def _without_joined(tokens: Sequence[str]) -> Sequence[str]:
    """What stands between a verb and "by", without a verb joined to the first ("was driven out and scattered by")."""
    return tokens[2:] if len(tokens) == 2 and tokens[0] == "and" and tokens[1].endswith("ed") else tokens


def _named_before(tokens: Sequence[str], at: int) -> Phrase | None:
    """The only name of two words or more before a pronoun in its clause."""
    runs = {
        " ".join(run)
        for capital, some in groupby(tokens[: at - 1], key=lambda t: t[0].isupper() and t.lower() not in BREAKS)
        if capital and len(run := list(some)) > 1
    }
    return read_phrase(runs.pop().split()) if len(runs) == 1 else None


def _company(tokens: Sequence[str], end: int) -> Phrase | None:
    """Whom somebody met, with those who are listed behind a colon ("met the leaders: Holt, Lindqvist and Brandt")."""
    met = _behind(tokens, end, "with") or phrase_after(tokens, end)
    if met is None:
        return None
    colon = next((i for i in range(end, min(end + MOST, len(tokens))) if tokens[i] in STOPS), len(tokens))
    if tokens[colon : colon + 1] != [":"]:
        return met
    listed = takewhile(lambda t: t in (",", "and") or t[0].isupper(), tokens[colon + 1 : colon + MOST_LISTED])
    return replace(met, names=met.names | {name.lower() for name in listed if name[0].isupper()})


def _apart(phrase: Phrase) -> tuple[Phrase | None, Phrase | None]:
    """The doer and the thing of "questions Lind provided": a noun with a name right behind it."""
    words = phrase.words.split()
    at = next((i for i, w in enumerate(words) if i and w[0].isupper() and words[i - 1][0].islower()), None)
    if at is None or not all(w[0].isupper() for w in words[at:]):
        return phrase, None
    return read_phrase(words[at:]), read_phrase(words[:at])


def _behind(tokens: Sequence[str], start: int, preposition: str) -> Phrase | None:
    """What follows a preposition in the same breath."""
    for i in range(start, min(len(tokens), start + MOST)):
        word = tokens[i].lower()
        if word == preposition:
            return phrase_after(tokens, i + 1)
        if tokens[i] in STOPS or (word in BREAKS and word not in PRONOUNS):
            return None
    return None


def keys(words: str) -> tuple[str, ...]:
    """What a clause can be found by: each act with the last name of whom or what it was done to, or its noun."""
    found = doings(words)
    told = {f"{d.act} {about}" for d in found if d.thing for about in _about(d, d.thing, words)}
    met = {f"met {name}" for d in found if d.company for name in sorted(d.company.names)[:MOST_LISTED]}
    return tuple(sorted(told | met))


def _about(doing: Doing, thing: Phrase, words: str) -> Iterator[str]:
    if doing.act in JOINT:
        yield from ["agreement"] if is_agreement(thing) else []
    elif doing.act == "meet":
        if doing.company and doing.company.last and thing.last:
            yield " ".join(sorted((thing.last, doing.company.last)))
    elif thing.pronoun:
        yield from dict.fromkeys(name.lower() for name in _NAME.findall(words[:LONGEST])[:MOST_NAMED])
    elif (
        len(thing.names) > 2
    ):  # "the Harbour League of Adair", "the League party": no name of these is the last for all
        yield from sorted(thing.names)[:MOST_NAMED]
    elif thing.last or doing.kind in ("work", "gift"):
        yield thing.last or thing.head
