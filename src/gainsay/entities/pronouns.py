"""Whom a pronoun that speaks stands for: the subject before it, or the last who spoke."""

from __future__ import annotations

import re
from bisect import bisect_right

from gainsay.annotations.mentions import Mention
from gainsay.entities.cluster import Cluster
from gainsay.entities.scene import Scene
from gainsay.spans import Span

PRONOUNS = {"he": "m", "she": "f", "him": "m", "her": "f", "it": "body", "they": "many", "them": "many"}
NOBODY = frozenset("i we you me us who which that this these those one another others some both".split())

_SENTENCES_BACK = 2  # of narration; quoted sentences between them do not count
_PASSAGES_BACK = 12  # sentences of any kind
_SAYS = "said|says|told|added|asked|wrote|argued|explained|replied|declared|announced|claimed|tweeted|recalled|warned"
_SAID_BEFORE = re.compile(rf"\b(?:{_SAYS})\s+(?:[\w.]+\s+){{0,3}}$")
_SAYS_AFTER = re.compile(rf"\s(?:has |had |also |later |then )?(?:{_SAYS})\b|,[^,.]{{1,60}},\s(?:{_SAYS})\b")
_VERB_AFTER = re.compile(r"\s(?!(?:and|or|of|in|at|on|to|for|with|from|by|but|as|than|who|whose|which)\b)[a-z]+")
_PREPOSITION = re.compile(
    r"\b(?:of|in|at|on|to|for|with|from|by|about|against|between|under|after|before|than|like|and|or|near|over|behind)"
    r"\s(?:[A-Z][\w.]+\s){0,3}$"
)
_ASKED = re.compile(r"\basked (?:her|him|them)\W*$")
_REACH = 2000  # characters: a text without full stops is one sentence
_WINDOW = 40  # characters before a name that its place in the clause is read from


def antecedent(place: Scene, span: Span, kind: str, spoken: list[tuple[int, Cluster]]) -> Cluster | None:
    """Who is meant by a pronoun at `span`; `spoken` are the speakers before, by position. None where it is unclear."""
    at = bisect_right(place.sentences, span.start, key=lambda s: s.start) - 1
    told, asker = 0, _asker(place, at, spoken)
    within = place.is_quoted(span.start)
    for number in range(at, max(at - _PASSAGES_BACK, -1), -1):
        sentence = place.sentences[number]
        end = min(sentence.end, span.start)
        start = max(sentence.start, end - _REACH)
        if number < at:
            if place.is_quoted(sentence.start) and place.is_quoted(max(sentence.end - 2, sentence.start)):
                continue
            told += 1
            if told > _SENTENCES_BACK:
                return None
            cluster = _last_speaker(spoken, sentence.start, end, kind)
            if cluster and cluster is not asker:
                return cluster
        # Names in quotations are another voice's, unless the pronoun stands in the same sentence of the quotation.
        own = number == at and within
        found = [m for m in place.inside(Span(start, end)) if own or not place.is_quoted(m.span.start)]
        fitting = [m for m in found if not place.is_possessive(m) and fits(place.owner[m.id], kind)]
        fitting = [m for m in fitting if place.owner[m.id] is not asker]
        if fitting:
            return _subject(place, fitting, kind)
    return None


def _asker(place: Scene, at: int, spoken: list[tuple[int, Cluster]]) -> Cluster | None:
    """Who asks her in the sentence before: "the judge asked her". What she answers then is not the judge's."""
    if at < 1:
        return None
    before = place.sentences[at - 1]
    asked = _ASKED.search(place.text, max(before.start, before.end - _WINDOW), before.end)
    last = [cluster for position, cluster in spoken if before.start <= position < before.end]
    return last[-1] if asked and last else None


def _last_speaker(spoken: list[tuple[int, Cluster]], start: int, end: int, kind: str) -> Cluster | None:
    for position, cluster in reversed(spoken):
        if position < start:
            return None
        if position < end and fits(cluster, kind):
            return cluster
    return None


def _subject(place: Scene, found: list[Mention], kind: str) -> Cluster | None:
    """Of several persons the one who speaks, or else acts; of several bodies none."""
    clusters = [place.owner[m.id] for m in found]
    if kind in ("body", "many"):
        return clusters[0] if all(c is clusters[0] for c in clusters) else None
    ranks = [_rank(place.text, mention) for mention in found]
    return clusters[ranks.index(max(ranks))]


def _rank(text: str, mention: Mention) -> int:
    """3 for who speaks in the sentence, 2 for who acts, 1 for anybody, 0 after a preposition."""
    start, end = mention.span
    before = max(start - _WINDOW, 0)
    if _SAYS_AFTER.match(text, end) or _SAID_BEFORE.search(text, before, start):
        return 3
    if _PREPOSITION.search(text, before, start):
        return 0
    return 2 if _VERB_AFTER.match(text, end) else 1


def fits(cluster: Cluster, kind: str) -> bool:
    """Whether a pronoun of `kind` (a value of `PRONOUNS`) may stand for `cluster`."""
    if kind in ("m", "f"):
        return cluster.type == "person" and cluster.sex in (kind, None)
    if kind == "body":
        return cluster.type in ("organisation", "work")
    return cluster.type in ("group", "organisation")
