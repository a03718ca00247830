"""Who speaks: the referent of an attribution's speaker span, be it a name, a description or a pronoun."""

from __future__ import annotations

import re
from collections.abc import Sequence

from gainsay.annotations.attributions.attribution import Attribution
from gainsay.annotations.attributions.lexicon import TEXTS
from gainsay.annotations.mentions import Mention, MentionType
from gainsay.annotations.mentions.lexicon.heads import LOWER_ORGANISATION_HEADS, ORGANISATION_HEADS, STATE_BODIES
from gainsay.annotations.mentions.lexicon.titles import TITLE_HEADS, TITLE_MODIFIERS
from gainsay.entities.cluster import Cluster
from gainsay.entities.folding import fold
from gainsay.entities.openings import opening_description, opens_with_two
from gainsay.entities.pronouns import NOBODY, PRONOUNS, antecedent, fits
from gainsay.entities.roles import bearer
from gainsay.entities.scene import Scene
from gainsay.spans import Span, Spans, any_overlap, cover

# What a person says or signs speaks for the person: "Lindqvist's statement said".
_OWN_WORDS = re.compile(
    r"[’']s (?:\w+ )?(?:statement|announcement|letter|tweet|remarks|testimony|memo|report|book|message|speech)$"
)
_INDEFINITE = re.compile(r"(?:an?|one|some|another|any)\s", re.IGNORECASE)
# What may stand behind a name in its phrase; another noun has the name as its modifier ("the Lind committee").
_BEHIND = re.compile(r"\s([a-z]+)")
_BESIDE_NAME = frozenset(
    "who whose whom which and or of in at on from for with as himself herself also then now later too to by".split()
)
_AFTER_HEAD = frozenset("of in at on for from with who that which whose to by near under among close".split())
_ACRONYM = re.compile(r"(?:[Tt]he\s)?(?:US|U\.\s?S\.?|WHO)")  # and no pronoun
_DOCUMENTS = TEXTS | frozenset(
    """poll study document survey book law manifesto indictment verdict chapter log record transcript chronicle
    biography obituary""".split()
)
# What "they" and "it" may stand for.
_MEANT = {"many": ("group", "organisation"), "body": ("organisation", "work")}
_BODIES = ORGANISATION_HEADS | LOWER_ORGANISATION_HEADS | STATE_BODIES


def find_speakers(place: Scene, attributions: Sequence[Attribution]) -> dict[str, Cluster]:
    """Attribution id → cluster of its speaker, where it is known. Descriptions and pronouns are added as mentions."""
    found: dict[str, Cluster] = {}
    spoken: list[tuple[int, Cluster]] = []
    for attribution in sorted((a for a in attributions if a.speaker), key=lambda a: (cover(a.speaker), a.id)):
        span = cover(attribution.speaker).trim(place.text)
        cluster = _speaker(place, span, attribution.content, spoken)
        if cluster:
            found[attribution.id] = cluster
            spoken.append((span.start, cluster))
    return found


def _speaker(place: Scene, span: Span, content: Spans, spoken: list[tuple[int, Cluster]]) -> Cluster | None:
    words = fold(span.of(place.text))
    if words in ("us", "who") and _ACRONYM.fullmatch(place.text, *span):
        return _of_name(place, span, words)
    if not words or words in NOBODY:
        return None
    if words in PRONOUNS:
        cluster = _of_pronoun(place, span, content, PRONOUNS[words], spoken)
        if cluster:
            place.add(cluster, span, "pronoun")
        return cluster
    return place.at.get(span) or _of_name(place, span, words) or _of_description(place, span, words)


def _of_pronoun(
    place: Scene, span: Span, content: Spans, kind: str, spoken: list[tuple[int, Cluster]]
) -> Cluster | None:
    """Of several, and of a body: whoever is described at the head of the sentence, unless somebody is named beside.

    "The candidate", though, is mostly somebody named before, so that "he" and "she" are sought among names.
    """
    if kind == "many" and opens_with_two(place, span):
        return None
    described = opening_description(place, span) if kind in ("many", "body") else None
    if described is None or any_overlap((described,), content):
        return antecedent(place, span, kind, spoken)
    words = fold(described.of(place.text))
    beside = place.inside(Span(described.end, span.start))
    named = any(fits(place.owner[mention.id], kind) for mention in beside if not place.is_quoted(mention.span.start))
    if named or _type_of_description(words) not in _MEANT[kind]:
        return antecedent(place, span, kind, spoken)
    return _of_description(place, described, words)


def _of_name(place: Scene, span: Span, words: str) -> Cluster | None:
    """The person named in the speaker span; a body only where the span is nothing but its name."""
    inside = place.inside(span)
    document = _OWN_WORDS.search(place.text, span.start, span.end)
    if document:
        owners = [m for m in inside if m.span.end == document.start()]
        return place.owner[owners[0].id] if owners else None
    for mention in inside:
        ends = mention.span.end + 2 >= span.end  # "Lindqvist's" alone: her claim, her letter
        if mention.type == "person" and (ends or not place.is_possessive(mention)) and _is_head(place, mention, span):
            return place.owner[mention.id]
    for mention in inside:
        if mention.type != "person" and fold(mention.span.of(place.text)) == words:
            return place.owner[mention.id]
    bare = [w for w in words.split() if w not in TITLE_HEADS and w not in TITLE_MODIFIERS]
    known = place.surnames.get(bare[0], []) if len(bare) == 1 else []
    return known[0] if len(known) == 1 else None


def _is_head(place: Scene, mention: Mention, span: Span) -> bool:
    """Whether a phrase is about the one named in it, not about who stands beside: not "the wife of Moe", "supporters
    of Ana Lind", "the Lind committee"; but "the mayor of Port Adair, Ana Lind" and "Secretary of State Ana Lind"."""
    before = place.text[span.start : mention.span.start].rpartition(",")[2].split()
    at = max((n for n, word in enumerate(before) if word.lower() in _AFTER_HEAD), default=None)
    if at is not None:
        head = before[at - 1].lower() if at else ""
        titled = head in TITLE_HEADS and before[at].lower() == "of" and at + 1 < len(before)
        if not titled:
            return False
    behind = _BEHIND.match(place.text, mention.span.end, span.end)
    return behind is None or behind.group(1) in _BESIDE_NAME


def _of_description(place: Scene, span: Span, words: str) -> Cluster:
    """Whoever holds the office that the description names, if only one does; or else somebody only described."""
    definite = not _INDEFINITE.match(place.text, span.start, span.end)
    cluster = (bearer(words, place.roles) if definite else None) or place.described.get(words)
    if cluster is None:
        cluster = place.described[words] = Cluster(words, _type_of_description(words))
    place.add(cluster, span, "nominal")
    return cluster


def _type_of_description(words: str) -> MentionType:
    """What a description describes, by its head noun: the last word before "of", "who" and their like."""
    parts = words.split()
    end = next((n for n, word in enumerate(parts) if n and word in _AFTER_HEAD), len(parts))
    head = parts[end - 1]
    if head in _DOCUMENTS:
        return "work"
    if head in _BODIES:
        return "organisation"
    return "group" if head.endswith("s") or head in ("people", "men", "women", "police") else "person"
