"""Who speaks: the referent of an attribution's speaker span, be it a name, a description or a pronoun."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field

from gainsay.annotations.attributions.attribution import Attribution
from gainsay.annotations.mentions import Mention, MentionForm, MentionType
from gainsay.entities.cluster import Cluster
from gainsay.entities.folding import fold
from gainsay.entities.roles import bearer, find_roles
from gainsay.passages.passage import Layout
from gainsay.spans import Span, content_id, cover

_PRONOUNS = {"he": "m", "she": "f", "him": "m", "her": "f", "his": "m", "it": "body", "they": "many", "them": "many"}
_OTHER_PRONOUNS = frozenset("i we you who which that this these those one who it’s".split())

# What a person says or signs speaks for the person: "Lindqvist's statement said".
_OWN_WORDS = re.compile(
    r"[’']s (?:\w+ )?(?:statement|announcement|letter|tweet|remarks|testimony|memo|report|book|message|speech)$"
)
_SENTENCES_BACK = 2


@dataclass(slots=True)
class Scene:
    """What speakers are sought in: the names of a document by position, its sentences, its quoted stretches."""

    text: str
    document: str
    owner: dict[str, Cluster]
    names: list[Mention]
    sentences: list[Span]
    quoted: list[Span]
    taken: set[Span] = field(default_factory=set)
    added: list[Mention] = field(default_factory=list)
    described: dict[str, Cluster] = field(default_factory=dict)
    roles: dict[str, list[Cluster]] = field(default_factory=dict)


def scene(text: str, layout: Layout, clusters: Sequence[Cluster], attributions: Sequence[Attribution]) -> Scene:
    owner = {mention.id: cluster for cluster in clusters for mention in cluster.mentions}
    names = sorted((m for c in clusters for m in c.mentions if m.form == "name"), key=lambda m: m.span)
    sentences = [s for passage in layout.prose for s in (passage.sentences or (passage.span,))]
    quoted = sorted(s for a in attributions for s in (a.content if a.kind == "direct" else a.marked))
    return Scene(text, layout.document.id, owner, names, sentences, quoted, roles=find_roles(text, clusters))


def find_speakers(place: Scene, attributions: Sequence[Attribution]) -> dict[str, Cluster]:
    """Attribution id → cluster of its speaker, where it is known. Descriptions and pronouns are added as mentions."""
    found: dict[str, Cluster] = {}
    last: list[tuple[int, Cluster]] = []
    for attribution in sorted((a for a in attributions if a.speaker), key=lambda a: cover(a.speaker)):
        span = cover(attribution.speaker).trim(place.text)
        words = fold(span.of(place.text))
        if words in _PRONOUNS:
            cluster = _of_pronoun(place, span, _PRONOUNS[words], last)
            if cluster:
                _add(place, cluster, span, "pronoun")
        elif words in _OTHER_PRONOUNS or not words:
            cluster = None
        else:
            cluster = _of_name(place, span) or _of_description(place, span, words)
        if cluster:
            found[attribution.id] = cluster
            last.append((span.start, cluster))
    return found


def _inside(place: Scene, span: Span) -> list[Mention]:
    first = bisect_right(place.names, span.start - 1, key=lambda m: m.span.start)
    found = []
    for mention in place.names[first:]:
        if mention.span.start >= span.end:
            break
        if mention.span.end <= span.end + 2:
            found.append(mention)
    return found


def _of_name(place: Scene, span: Span) -> Cluster | None:
    """The person named in the speaker span; a body only where the span is nothing but its name."""
    inside = _inside(place, span)
    document = _OWN_WORDS.search(place.text, span.start, span.end)
    if document:
        inside = [m for m in inside if m.span.end == document.start()]
        return place.owner[inside[0].id] if inside else None
    people = [m for m in inside if m.type == "person"]
    for mention in people:
        after = place.text[mention.span.end : mention.span.end + 2]
        if after not in ("’s", "'s"):
            return place.owner[mention.id]
    words = fold(span.of(place.text))
    for mention in inside:
        if mention.type != "person" and fold(mention.span.of(place.text)) == words:
            return place.owner[mention.id]
    return None


def _of_description(place: Scene, span: Span, words: str) -> Cluster:
    """Whoever holds the office that the description names, if only one does; or else somebody only described."""
    cluster = bearer(words, place.roles) or place.described.get(words)
    if cluster is None:
        kind: MentionType = "group" if re.match(r"(?:\w+ )*\w+s$", words) else "person"
        cluster = place.described[words] = Cluster(words, kind)
    _add(place, cluster, span, "nominal")
    return cluster


def _add(place: Scene, cluster: Cluster, span: Span, form: MentionForm) -> None:
    if span in place.taken:
        return
    place.taken.add(span)
    identity = content_id("mention", place.document, span.start, span.end, form)
    mention = Mention(identity, place.document, span, cluster.type, form)
    cluster.mentions.append(mention)
    if form == "nominal":
        cluster.descriptions.append(" ".join(span.of(place.text).split()))
    place.added.append(mention)


def _quoted(place: Scene, position: int) -> bool:
    at = bisect_right(place.quoted, position, key=lambda s: s.start)
    return bool(at) and place.quoted[at - 1].end > position


def _of_pronoun(place: Scene, span: Span, kind: str, last: list[tuple[int, Cluster]]) -> Cluster | None:
    """The subject of the same sentence, the last speaker, or the subject of a sentence before."""
    at = bisect_right(place.sentences, span.start, key=lambda s: s.start) - 1
    for number in range(at, max(at - _SENTENCES_BACK, 0) - 1, -1):
        sentence = place.sentences[number]
        end = min(sentence.end, span.start)
        for position, cluster in reversed(last):
            if position < sentence.start:
                break
            if number < at and position < end and _fits(cluster, kind):
                return cluster
        found = [m for m in _inside(place, Span(sentence.start, end)) if not _quoted(place, m.span.start)]
        clusters = [place.owner[m.id] for m in found if not _possessive(place, m)]
        fitting = [c for c in clusters if _fits(c, kind)]
        if fitting:
            if kind in ("body", "many") and len({id(c) for c in fitting}) > 1:
                return None
            return fitting[0]
    return None


def _possessive(place: Scene, mention: Mention) -> bool:
    return place.text[mention.span.end : mention.span.end + 2] in ("’s", "'s")


def _fits(cluster: Cluster, kind: str) -> bool:
    if kind in ("m", "f"):
        return cluster.type == "person" and cluster.sex in (kind, None)
    if kind == "body":
        return cluster.type in ("organisation", "work")
    return cluster.type in ("group", "organisation")
