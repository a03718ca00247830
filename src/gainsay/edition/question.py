"""A question as it is read: what it asks about, and what kind of thing would answer it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal

from gainsay.annotations.dates import find_dates
from gainsay.annotations.figures import find_figures
from gainsay.annotations.mentions import find_mentions
from gainsay.documents.document import Document
from gainsay.edition.edition import Edition
from gainsay.edition.kindred import school
from gainsay.edition.query import named
from gainsay.entities.folding import fold, place_key
from gainsay.passages import divide
from gainsay.spans import Span
from gainsay.statements.terms import content_terms, stem, weight

Wanted = Literal["figure", "date", "doer", "cause", "naming", "change", "origin", "witness", "statement"]
"""What would answer: a figure, a date, who did it, why, what somebody calls something, how words changed, who depends
on whom, who was there."""

NAME = 4.0  # what a name or a date shared with the question weighs, in the measure of `weight`: a fairly rare word

_KINDS: tuple[tuple[Wanted, re.Pattern[str]], ...] = (
    ("figure", re.compile(r"\bhow (?:many|much)\b", re.IGNORECASE)),
    ("date", re.compile(r"\bwhen\b|\b(?:which|what) (?:day|date|month|year)\b", re.IGNORECASE)),
    ("doer", re.compile(r"\bby whom\b|^\W*who\b", re.IGNORECASE)),
    (
        "cause",
        re.compile(r"\bwhy\b|\bwhat (?:caused|led to|brought)\b|\b(?:cause|reason)s? (?:of|for)\b", re.IGNORECASE),
    ),
    (
        "naming",
        re.compile(
            r"\b(?:calls?|called|calling|names? (?:it|them|him|her)|terms?|labell?ed|describes?)\b", re.IGNORECASE
        ),
    ),
    (
        "change",
        re.compile(
            r"\b(?:chang(?:e|es|ed|ing)|over time|through time|at first|no longer|still say|later say)\b", re.IGNORECASE
        ),
    ),
    (
        "witness",
        re.compile(
            r"\bwho (?:else )?(?:has |have |had )?(?:saw|seen|sees?|heard|witnessed|watched|observed)\b", re.IGNORECASE
        ),
    ),
    (
        "origin",
        re.compile(
            r"\bindependent(?:ly)? (?:witness|source|account|text|document|report|article|of (?:each|one|another))|"
            r"\b(?:copy|copies|copied|borrow|borrows|borrowed|depend|depends) (?:from|on)\b|\bwho copied\b|"
            r"\bsame (?:source|origin|text)\b",
            re.IGNORECASE,
        ),
    ),
)
# On whose word it is, is told with every answer; it is nothing to look for in the texts.
_META = re.compile(
    r",? ?(?:and )?(?:on whose (?:word|authority)|who (?:says|said|claims|tells us) (?:so|that|it|this)|"
    r"according to whom|by whom|from whom|in whose words?|with what words?|who says)\b",
    re.IGNORECASE,
)
_NUMBERS = {"two": 2, "three": 3, "four": 4, "five": 5, "both": 2}
_TEXTS = re.compile(
    r"\b(first|last)? ?(two|three|four|five|both)? ?(?:texts|documents|sources|papers|files|articles)\b", re.IGNORECASE
)
_WORD = re.compile(r"\w+")
_EITHER = re.compile(r"\b(\w+),? or (?:an? |the )?(\w+)\b", re.IGNORECASE)
_DEED = re.compile(r"^\W*who (?:else |first |has |have |had |really )*(\w+) (.+)$", re.IGNORECASE | re.DOTALL)


@dataclass(frozen=True, slots=True)
class Sought:
    """Somebody or something the question names: the name folded, its entities, and their referents. `place`: all that
    is so called is a place.
    """

    name: str
    entities: frozenset[str]
    referents: frozenset[str]
    place: bool = False


@dataclass(frozen=True, slots=True)
class Deed:
    """What "who did it to them?" asks about: the stem of the verb, and the folded words and stems for them."""

    verb: str
    whom: frozenset[str]


@dataclass(frozen=True, slots=True)
class Question:
    """What a question asks about: stems of its words, names and dates; `words` as typed; and the kinds of answers.

    `either` are stems of which one is as good as the other: "arrested or charged", two words for one act. `doctrines`
    are the stems of words for a doctrine or its followers, with what the two share.
    """

    stems: tuple[str, ...]
    words: tuple[str, ...]
    names: tuple[Sought, ...]
    dates: tuple[str, ...]
    wanted: frozenset[Wanted]
    documents: tuple[str, ...]
    either: frozenset[str] = frozenset()
    deed: Deed | None = None
    doctrines: Mapping[str, str] = field(default_factory=dict)

    @classmethod
    def of(cls, edition: Edition, text: str) -> Question:
        """Read the question as a document is read."""
        wanted = frozenset(kind for kind, pattern in _KINDS if pattern.search(text))
        asked = _META.sub(lambda m: " " * len(m[0]), text)
        document = Document("question", "question", "", "text/plain", asked)
        layout = divide(document)
        spans = [m.span for m in find_mentions(document, layout) if m.form in ("name", "adjective")]
        dated = find_dates(document, layout)
        counted = [f.span for f in find_figures(document, layout)]
        # "Maoist" is a name of nobody: a doctrine is looked for by its word.
        spans = [s for s in spans if school(s.of(asked).lower()) is None]
        skip = (*spans, *(d.span for d in dated), *counted)
        content = content_terms(asked, Span(0, len(asked)), skip)
        stems = [s for s in dict.fromkeys(content) if s not in _asking(wanted)]
        names = sought(edition, [s.of(asked) for s in spans])
        return cls(
            stems=tuple(stems),
            words=tuple(dict.fromkeys(_WORD.findall(asked))),
            names=names,
            dates=tuple(d.edtf for d in dated if d.edtf),
            wanted=wanted or frozenset({"statement"}),
            documents=_documents(edition, text),
            either=_either(asked, stems, wanted),
            deed=_deed(asked, stems, names),
            doctrines={stem(w): root for w in _WORD.findall(asked.lower()) if (root := school(w)) and stem(w) in stems},
        )

    @property
    def groups(self) -> tuple[tuple[str, ...], ...]:
        """The stems, those of which one is enough together."""
        together = tuple(s for s in self.stems if s in self.either)
        alone = tuple((s,) for s in self.stems if s not in self.either)
        return (together, *alone) if together else alone

    @property
    def weight(self) -> float:
        """The weight of everything the question looks for."""
        words = sum(max(weight(stem) for stem in group) for group in self.groups)
        return words + NAME * (len(self.names) + len(self.dates))


def _either(asked: str, stems: Sequence[str], wanted: Iterable[Wanted]) -> frozenset[str]:
    """Stems joined by "or"; in a question who calls it what, the words for kinds of acts."""
    from gainsay.annotations.designations.lexicon import ACT_NOUNS, ACT_VERBS

    joined = {stem(word.lower()) for m in _EITHER.finditer(asked) for word in m.groups()}
    if "naming" in wanted:
        joined |= {stem(w.lower()) for w in _WORD.findall(asked) if w.lower() in ACT_NOUNS or w.lower() in ACT_VERBS}
    return frozenset(joined.intersection(stems))


def _deed(asked: str, stems: Sequence[str], names: Sequence[Sought]) -> Deed | None:
    """The deed of a question "Who overthrew the king?", None of another."""
    match = _DEED.match(asked)
    if match is None or (verb := stem(match[1].lower())) not in stems:
        return None
    whom = {one.name.split()[-1] for one in names} | {s for s in stems if s != verb}
    return Deed(verb, frozenset(whom)) if whom else None


def _asking(wanted: Iterable[Wanted]) -> frozenset[str]:
    """Stems that only say what kind of answer is wanted."""
    told: dict[Wanted, str] = {
        "naming": "call name term label describ",
        "change": "chang time word",
        "cause": "caus reason lead led bring brought",
        "figure": "peopl person mani much number",
        "origin": "independ wit witness text document sourc copi depend paper articl file origin first",
    }
    return frozenset(stem for kind in wanted for stem in told.get(kind, "").split())


def sought(edition: Edition, names: Iterable[str]) -> tuple[Sought, ...]:
    """Whom the names mean: everybody so named, and whatever has the name as a part of its own."""
    found = {}
    for name in names:
        folded = fold(name)
        if not folded or folded in found:
            continue
        key = place_key(folded)
        alike = named(edition, name) or named(edition, key)
        wide = [e for e in edition.entities() if any(_within(key, place_key(fold(n))) for n in (e.name, *e.names))]
        entities = {e.id: e for e in (*alike, *wide)}
        referents = frozenset(link.referent for e in entities.values() for link in e.links)
        place = bool(entities) and all(e.type == "place" for e in entities.values())
        found[folded] = Sought(folded, frozenset(entities), referents, place)
    return tuple(found.values())


def _within(wanted: str, name: str) -> bool:
    words = set(_WORD.findall(wanted))
    return bool(words) and words <= set(_WORD.findall(name))


def _documents(edition: Edition, text: str) -> tuple[str, ...]:
    """The documents a question means by number ("the first two texts"), or names by path; none: all of them."""
    every = list(edition.paths)
    named_here = [d for d, path in edition.paths.items() if path.rpartition("/")[2].casefold() in text.casefold()]
    if named_here:
        return tuple(named_here)
    match = _TEXTS.search(text)
    if match is None or not (match[1] or match[2]):
        return ()
    count = _NUMBERS.get((match[2] or "").lower(), 1)
    return tuple(every[-count:] if (match[1] or "").lower() == "last" else every[:count])
