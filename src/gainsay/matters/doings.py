"""What a clause says was done, by whom, to what and to whom, read without a parser from the words about its verb.

Only acts are read of which it is asked who did them and when (`doings.txt`): who arrested, overthrew, compiled or
handed over, not who "said" or "began". Where the words about a verb do not show a part, it is left open.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from importlib.resources import files

from gainsay.spans import Span
from gainsay.statements.terms import content_terms, stem, weight

LONGEST = 800
"""Characters of a clause that are looked at."""

_TOKEN = re.compile(r"(?:[A-Z]\.){2,}|[^\W\d_]+(?:['’][^\W\d_]+)*(?:-[^\W\d_]+)*|[0-9]+|[^\w\s]")
_BEING = frozenset("was were is are be been being got".split())
_HAVING = frozenset("has have had having".split())
_UNDONE = frozenset("to will would could may might should must can if whether".split())
_DENIED = frozenset("not never n't didn't hadn't wasn't weren't isn't aren't hasn't haven't".split())
_ADVERBS = frozenset("also then later once reportedly allegedly now first finally just both all jointly since".split())
_PREPOSITIONS = frozenset(
    "in on at for from with to into onto over under during since until till after before against through about as by "
    "across near outside inside within without despite between among toward towards upon via amid following of".split()
)
_CLAUSES = frozenset(
    "that who whom which whose when where while because if though although but so than how why".split()
)
_PRONOUNS = frozenset("he she him her they them it".split())
_BREAKS = (
    _CLAUSES
    | _PRONOUNS
    | _BEING
    | _HAVING
    | frozenset("and or said says told whether what we i you this these those there will would not".split())
)
_DETERMINERS = frozenset("the a an his her its their our my your some any no every each".split())
_STOPS = frozenset('.,;:!?()[]“”"—–…')
_MOST = 12
_BY = 5


@dataclass(frozen=True, slots=True)
class Phrase:
    """A noun phrase: its words, its names in small letters, the stem of the noun it ends on ("" for a name), the stems
    in it, its last name; `pronoun`: it stands for somebody named elsewhere."""

    words: str
    names: frozenset[str]
    head: str
    terms: frozenset[str]
    last: str = ""
    pronoun: bool = False


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
    text = (files("gainsay.matters") / "doings.txt").read_text(encoding="utf-8")
    found: dict[str, list[tuple[tuple[str, ...], str, str]]] = {}
    for line in text.splitlines():
        if not line.startswith("#"):
            (act, kind), forms = line.partition(":")[0].split(), line.partition(":")[2].split()
            for form in forms:
                first, *rest = form.split("_")
                found.setdefault(first, []).append((tuple(rest), act, kind))
    return {first: sorted(some, key=lambda form: -len(form[0])) for first, some in found.items()}


@lru_cache(maxsize=8192)
def doings(words: str) -> tuple[Doing, ...]:
    """The acts of a clause.

    >>> [(d.act, d.doer.words, d.thing.words) for d in doings("The charter was drafted by Ana Lindqvist in May.")]
    [('write', 'Ana Lindqvist', 'charter')]
    """
    matches = list(_TOKEN.finditer(words[:LONGEST]))
    tokens = [m.group() for m in matches]
    found: list[Doing] = []
    reached = 0
    for at, token in enumerate(tokens):
        for rest, act, kind in _acts().get(token.lower(), ()):
            end = at + 1 + len(rest)
            if tuple(t.lower() for t in tokens[at + 1 : end]) == rest:
                doing = _doing(tokens, at, end, act, kind, Span(matches[at].start(), matches[end - 1].end()))
                if doing and found and found[-1].act == act and tokens[reached:at] in (["and"], ["or"]):
                    # "Banned and outlawed the party": one act in two words.
                    doing = replace(doing, doer=found[-1].doer, thing=doing.thing or found[-1].thing)
                    found.pop()
                found.extend([doing] if doing else [])
                reached = end
                break
    return tuple(found)


def _doing(tokens: Sequence[str], at: int, end: int, act: str, kind: str, span: Span) -> Doing | None:
    before, passed = at, set[str]()
    while before > 0:
        word = tokens[before - 1].lower()
        if word not in _BEING | _HAVING | _DENIED | _ADVERBS and not word.endswith("ly"):
            break
        passed.add(word)
        before -= 1
    last = tokens[before - 1].lower() if before else ""
    if last in _UNDONE or last in _DETERMINERS:
        return None
    by = next((i for i in range(end, min(end + _BY, len(tokens))) if tokens[i].lower() == "by"), None)
    if by is not None and any(t in _STOPS or t.lower() in _BREAKS for t in tokens[end:by]):
        by = None
    subject = _before(tokens, before)
    doer, thing = subject, _after(tokens, end)
    if kind == "state":
        doer, thing = None, subject
    elif kind == "post":
        doer, thing = None, (_after(tokens, by + 1) if by is not None else None if passed & _BEING else subject)
    elif passed & _BEING or (by is not None and not passed & _HAVING):
        doer, thing = (_after(tokens, by + 1) if by is not None else None), subject
    elif thing is None and kind == "fate" and tokens[end : end + 1] == ["to"]:
        thing = _after(tokens, end + 2)  # "recruited to her staff the former warden Lind"
    elif thing is None and subject is not None:
        doer, thing = _apart(subject)
    receiver = _behind(tokens, end, "to") if kind == "gift" else None
    company = _behind(tokens, end, "with") if act == "meet" else None
    return Doing(act, kind, span, doer, thing, receiver, company, bool(passed & _DENIED))


def _apart(phrase: Phrase) -> tuple[Phrase | None, Phrase | None]:
    """The doer and the thing of "questions Lind provided": a noun with a name right behind it."""
    words = phrase.words.split()
    at = next((i for i, w in enumerate(words) if i and w[0].isupper() and words[i - 1][0].islower()), None)
    if at is None or not all(w[0].isupper() for w in words[at:]):
        return phrase, None
    return _phrase(words[at:]), _phrase(words[:at])


def _behind(tokens: Sequence[str], start: int, preposition: str) -> Phrase | None:
    """What follows a preposition in the same breath."""
    for i in range(start, min(len(tokens), start + _MOST)):
        word = tokens[i].lower()
        if word == preposition:
            return _after(tokens, i + 1)
        if tokens[i] in _STOPS or (word in _BREAKS and word not in _PRONOUNS):
            return None
    return None


def _listed(tokens: Sequence[str], at: int) -> bool:
    """Whether a comma or "and" joins two names."""
    return (
        tokens[at].lower() in ("and", ",")
        and 0 < at < len(tokens) - 1
        and tokens[at - 1][0].isupper()
        and tokens[at + 1][0].isupper()
    )


def _before(tokens: Sequence[str], end: int) -> Phrase | None:
    """The phrase that ends here; that before "who" or "which" where such a word stands last."""
    if end and tokens[end - 1].lower() in ("which", "that", "who"):
        end -= 2 if end > 1 and tokens[end - 2] == "," else 1
    if end and tokens[end - 1].lower() in _PRONOUNS:
        return _phrase(tokens[end - 1 : end])
    start = end
    while start > 0 and end - start < _MOST:
        if not _listed(tokens, start - 1) and (tokens[start - 1] in _STOPS or tokens[start - 1].lower() in _BREAKS):
            break
        start -= 1
    phrase = tokens[start:end]
    # What a preposition governs is no subject; the noun before it is, with "of" and what follows.
    governed = next((i for i, t in enumerate(phrase) if t.lower() in _PREPOSITIONS), len(phrase))
    return _phrase(phrase[:governed])


def _after(tokens: Sequence[str], start: int) -> Phrase | None:
    """The phrase that begins here, with an "of …"."""
    if start < len(tokens) and tokens[start].lower() in _PRONOUNS:
        return _phrase(tokens[start : start + 1])
    end = start
    while end < len(tokens) and end - start < _MOST:
        word = tokens[end].lower()
        if not _listed(tokens, end) and (
            word in _STOPS or word in _BREAKS or (word in _PREPOSITIONS and (word != "of" or end == start))
        ):
            break
        end += 1
    return _phrase(tokens[start:end])


def _phrase(tokens: Sequence[str]) -> Phrase | None:
    words = list(tokens)
    while words and words[0].lower() in _DETERMINERS and words[0].lower() != "her":
        words = words[1:]
    while words and (words[-1] in _STOPS or words[-1].endswith("ly")):
        words = words[:-1]
    if not any(word[0].isalpha() for word in words):
        return None
    named = [p.removesuffix("'s").removesuffix("’s") for w in words if w[0].isupper() for p in w.lower().split("-")]
    last = words[words.index("of") - 1] if "of" in words[1:] else words[-1]
    head = stem(last.lower()) if last[0].islower() else ""
    text = " ".join(words)
    if len(words) == 1 and words[0].lower() in _PRONOUNS:
        return Phrase(text, frozenset(), "", frozenset(), pronoun=True)
    terms = frozenset(content_terms(text, Span(0, len(text))))
    return Phrase(text, frozenset(named), head, terms, named[-1] if named else "")


def same_deed(a: Doing, b: Doing, words_a: str, words_b: str) -> bool:
    """Whether two acts, of clauses with these words, are one: the same act on the same person, thing or company.

    What befalls a person once, and whom somebody met, is told by names; a thing by its noun, too.
    """
    if a.act != b.act or a.denied != b.denied or a.thing is None or b.thing is None:
        return False
    if a.act == "meet":
        return _same_company(a, b)
    if _same_name(a.thing, b.thing, words_a, words_b):
        return True
    if a.thing.names or b.thing.names or a.kind == "state" or not a.thing.head:
        return False
    return a.thing.head == b.thing.head and weight(a.thing.head) >= LEAST_HEAD


LEAST_HEAD = 2.5


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


def keys(words: str) -> tuple[str, ...]:
    """What a clause can be found by: each act, with what it is done to where that has no name."""
    found = {
        f"{d.act} {d.thing.head}" if d.thing.head and not d.thing.names else d.act for d in doings(words) if d.thing
    }
    return tuple(sorted(found))
