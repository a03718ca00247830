"""Noun phrases before and after a word of a clause, found by the words that end them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from gainsay.spans import Span
from gainsay.statements.terms import content_terms, stem

TOKEN = re.compile(r"(?:[A-Z]\.){2,}|[^\W\d_]+(?:['’][^\W\d_]+)*(?:-[^\W\d_]+)*|[0-9]+|[^\w\s]")
BEING = frozenset("was were is are be been being got".split())
HAVING = frozenset("has have had having".split())
PREPOSITIONS = frozenset(
    "in on at for from with to into onto over under during since until till after before against through about as by "
    "across near outside inside within without despite between among toward towards upon via amid following of".split()
)
_CLAUSES = frozenset(
    "that who whom which whose when where while because if though although but so than how why".split()
)
PRONOUNS = frozenset("he she him her they them it".split())
BREAKS = (
    _CLAUSES
    | PRONOUNS
    | BEING
    | HAVING
    | frozenset("and or nor said says told whether what we i you this these those there will would not".split())
)
DETERMINERS = frozenset("the a an his her its their our my your some any no every each".split())
STOPS = frozenset('.,;:!?()[]“”"—–…')
MOST = 12


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


def _listed(tokens: Sequence[str], at: int) -> bool:
    """Whether a comma or "and" joins two names."""
    return (
        tokens[at].lower() in ("and", ",")
        and 0 < at < len(tokens) - 1
        and tokens[at - 1][0].isupper()
        and tokens[at + 1][0].isupper()
    )


def nearest_phrase(tokens: Sequence[str], end: int) -> Phrase | None:
    """The last noun with what stands before it, up to its article or preposition."""
    start = end
    while start > 0 and end - start < MOST:
        word = tokens[start - 1]
        if word in STOPS or word.lower() in BREAKS | PREPOSITIONS | DETERMINERS:
            break
        start -= 1
    return read_phrase(tokens[start:end])


def phrase_before(tokens: Sequence[str], end: int, *, several: bool) -> Phrase | None:
    """The phrase that ends here, of `several` names if need be; what "who" or "which" stands for where that is last."""
    if end and tokens[end - 1].lower() in ("which", "that", "who"):
        return nearest_phrase(tokens, end - (2 if end > 1 and tokens[end - 2] == "," else 1))
    if end and tokens[end - 1].lower() in PRONOUNS:
        return read_phrase(tokens[end - 1 : end])
    start = end
    while start > 0 and end - start < MOST:
        word = tokens[start - 1]
        if (word in STOPS or word.lower() in BREAKS) and not (several and _listed(tokens, start - 1)):
            break
        start -= 1
    phrase = tokens[start:end]
    # What a preposition governs is no subject; the noun before it is, with "of" and what follows.
    governed = next((i for i, t in enumerate(phrase) if t.lower() in PREPOSITIONS), len(phrase))
    return read_phrase(phrase[:governed])


def phrase_after(tokens: Sequence[str], start: int) -> Phrase | None:
    """The phrase that begins here, with an "of …"."""
    if start < len(tokens) and tokens[start].lower() in PRONOUNS:
        return read_phrase(tokens[start : start + 1])
    end = start
    while end < len(tokens) and end - start < MOST:
        word = tokens[end].lower()
        if not _listed(tokens, end) and (
            word in STOPS or word in BREAKS or (word in PREPOSITIONS and (word != "of" or end == start))
        ):
            break
        end += 1
    return read_phrase(tokens[start:end])


def read_phrase(tokens: Sequence[str]) -> Phrase | None:
    words = list(tokens)
    while words and words[0].lower() in DETERMINERS and words[0].lower() != "her":
        words = words[1:]
    while words and (words[-1] in STOPS or words[-1].endswith("ly")):
        words = words[:-1]
    if not any(word[0].isalpha() for word in words):
        return None
    named = [p.removesuffix("'s").removesuffix("’s") for w in words if _is_name(w) for p in w.lower().split("-")]
    last = words[words.index("of") - 1] if "of" in words[1:] else words[-1]
    head = stem(last.lower()) if last[0].islower() else ""
    text = " ".join(words)
    if len(words) == 1 and words[0].lower() in PRONOUNS:
        return Phrase(text, frozenset(), "", frozenset(), pronoun=True)
    terms = frozenset(content_terms(text, Span(0, len(text))))
    return Phrase(text, frozenset(named), head, terms, named[-1] if named else "")


def _is_name(word: str) -> bool:
    """Whether a word is written as a name, and is none that merely opens a sentence."""
    return word[0].isupper() and bool(content_terms(word, Span(0, len(word)))) and word.lower() not in _OPENING


# Nouns for doers that open sentences without an article.
_OPENING = frozenset(
    "police officials authorities gunmen soldiers troops rebels protesters workers prosecutors investigators "
    "detectives lawyers doctors firefighters militants insurgents people men women students voters residents thieves "
    "robbers pirates scientists researchers experts lawmakers critics supporters opponents".split()
)
