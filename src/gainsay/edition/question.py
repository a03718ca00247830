"""A question as it is read: what it asks about, and what kind of thing would answer it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

from gainsay.annotations.dates import find_dates
from gainsay.annotations.figures import find_figures
from gainsay.annotations.mentions import find_mentions
from gainsay.documents.document import Document
from gainsay.edition.edition import Edition
from gainsay.edition.kindred import kindred, school
from gainsay.edition.query import named
from gainsay.entities.folding import fold, place_key
from gainsay.passages import divide
from gainsay.spans import Span
from gainsay.statements.statement import Statement
from gainsay.statements.terms import content_terms, weight

Wanted = Literal["figure", "date", "naming", "change", "origin", "witness", "statement"]
"""What would answer: a figure, a date, what somebody calls something, how words changed, who depends on whom, who was
there."""

BEARS = 0.5  # the share of a question's weight that a statement must meet to bear on it
NAME = 4.0  # what a name or a date shared with the question weighs, in the measure of `weight`: a fairly rare word
NEAR = 0.7  # how much of that counts where it stands in the passage, outside the statement itself
FAR = 0.4  # the same where it stands elsewhere in the document: a report names its town once
KINDRED = 0.8  # how much a word counts that only may mean the same
FITS = 0.25  # added where what was asked for is there: a figure for "how many", a date for "when"

_KINDS: tuple[tuple[Wanted, re.Pattern[str]], ...] = (
    ("figure", re.compile(r"\bhow (?:many|much)\b", re.IGNORECASE)),
    ("date", re.compile(r"\bwhen\b|\b(?:which|what) (?:day|date|month|year)\b", re.IGNORECASE)),
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


@dataclass(frozen=True, slots=True)
class Sought:
    """Somebody or something the question names: the name folded, its entities, and their referents."""

    name: str
    entities: frozenset[str]
    referents: frozenset[str]


@dataclass(frozen=True, slots=True)
class Question:
    """What a question asks about: stems of its words, names and dates; `words` as typed; and the kinds of answers."""

    stems: tuple[str, ...]
    words: tuple[str, ...]
    names: tuple[Sought, ...]
    dates: tuple[str, ...]
    wanted: frozenset[Wanted]
    documents: tuple[str, ...]

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
        stems = [s for s in content_terms(asked, Span(0, len(asked)), skip) if s not in _asking(wanted)]
        return cls(
            stems=tuple(dict.fromkeys(stems)),
            words=tuple(dict.fromkeys(_WORD.findall(asked))),
            names=sought(edition, [s.of(asked) for s in spans]),
            dates=tuple(d.edtf for d in dated if d.edtf),
            wanted=wanted or frozenset({"statement"}),
            documents=_documents(edition, text),
        )

    @property
    def weight(self) -> float:
        """The weight of everything the question looks for."""
        return sum(map(weight, self.stems)) + NAME * (len(self.names) + len(self.dates))

    def share(self, s: Statement, holder: str | None, place: Place) -> float:
        """How much of the question a statement meets, from 0 to 1, and what it has of the kind asked for.

        0 where it does not bear on the question: where it meets less than half, or has only one name of a question
        that asks something about it, or none of the names. Two names together are as good as a word about them.
        """
        met = sum(self._meets(stem, s.terms) for stem in self.stems)
        named_here = [self._named(one, s, holder, place) for one in self.names]
        together = sum(1 for value in named_here if value == 1.0) > 1
        if (self.stems and not met and not together) or (self.names and not any(named_here)):
            return 0.0
        met += NAME * sum(named_here)
        for date in self.dates:
            met += NAME * any(date.startswith(d) or d.startswith(date) for d in place.dates)
        fits = ("figure" in self.wanted and bool(s.figures)) or ("date" in self.wanted and bool(s.dates))
        share = met / self.weight
        return share + FITS * fits if share >= BEARS else 0.0

    def _meets(self, stem: str, terms: Sequence[str]) -> float:
        """The weight of a word that a statement has, or of the most telling word in it that may mean the same."""
        if stem in terms:
            return weight(stem)
        others, doctrine = kindred(stem), school(stem)
        if doctrine is not None and any(school(t) == doctrine for t in terms):
            return weight(stem)
        return KINDRED * max((min(weight(stem), weight(t)) for t in terms if t in others), default=0.0)

    def _named(self, one: Sought, s: Statement, holder: str | None, place: Place) -> float:
        if (holder in one.entities and holder) or one.referents.intersection(s.referents) or one.name in place.clause:
            return 1.0
        return NEAR if one.name in place.passage else FAR if one.name in place.document else 0.0


@dataclass(frozen=True, slots=True)
class Place:
    """Where a statement stands: the folded words of its clause, its passage and its document, and its dates (EDTF)."""

    clause: str
    passage: str
    document: str
    dates: tuple[str, ...]


def _asking(wanted: Iterable[Wanted]) -> frozenset[str]:
    """Stems that only say what kind of answer is wanted."""
    told: dict[Wanted, str] = {
        "naming": "call name term label describ",
        "change": "chang time word",
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
        found[folded] = Sought(folded, frozenset(entities), referents)
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
