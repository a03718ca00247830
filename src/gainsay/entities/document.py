"""The stage within one document: mentions and speakers → referents."""

from __future__ import annotations

from collections.abc import Sequence

from gainsay.annotations.attributions.attribution import Attribution
from gainsay.annotations.mentions import Mention
from gainsay.documents.document import Document
from gainsay.entities.antecedents import Antecedents
from gainsay.entities.cluster import Cluster, is_named
from gainsay.entities.clusters import gather
from gainsay.entities.discourse import Discourse
from gainsay.entities.entity import Referent, Resolution
from gainsay.entities.first_person import Voices, turns
from gainsay.entities.linking import link
from gainsay.entities.persons import person_key
from gainsay.entities.rules import ByRule
from gainsay.entities.scene import scene
from gainsay.entities.speakers import find_speakers
from gainsay.passages.passage import Layout
from gainsay.spans import content_id

BY_RULE: Antecedents = ByRule()


def resolve_document(
    document: Document,
    layout: Layout,
    mentions: Sequence[Mention],
    attributions: Sequence[Attribution],
    judge: Antecedents = BY_RULE,
) -> Resolution:
    """Who and what is meant in one document, and who speaks in its attributions.

    `mentions` are names, with or without pronouns and descriptions, of which `judge` tells whom they point back to;
    those that point to nobody are left out of the result.
    """
    text = document.text
    headings = [p.span for n, p in enumerate(layout.passages) if p.kind in ("heading", "caption", "byline") or not n]
    names = [m for m in mentions if is_named(m, text)]
    clusters = gather(text, names, headings)
    place = scene(text, layout, clusters, attributions)
    speakers = find_speakers(place, attributions)
    known = {m.id for m in names}
    added = [m for m in place.added if m.id not in known]
    named = [(m, c) for c in [*clusters, *place.described.values()] for m in c.mentions]
    unnamed = [m for m in mentions if m.id not in known]
    discourse = Discourse(text, place.sentences, [p.span for p in layout.prose], place.quoted)
    talk = turns(text, [p.span for p in layout.prose])
    voices = Voices(attributions, speakers, _writer(layout, clusters), talk)
    others, linked = link(named, unnamed, discourse, voices, judge)
    referents = {id(c): _referent(document, c) for c in [*clusters, *place.described.values(), *others]}
    return Resolution(
        tuple(sorted([*names, *added, *linked], key=lambda m: (m.span, m.id))),
        tuple(referents.values()),
        {attribution: referents[id(cluster)].id for attribution, cluster in speakers.items()},
    )


def _writer(layout: Layout, clusters: Sequence[Cluster]) -> Cluster | None:
    """The author that the document gives, if the text has one and names him."""
    author = layout.document.author if len(layout.articles) < 2 else None
    key = person_key(author) if author else ""
    return next((c for c in clusters if c.type == "person" and c.key == key), None) if key else None


def _referent(document: Document, cluster: Cluster) -> Referent:
    mentions = sorted(cluster.mentions, key=lambda m: m.span)
    identity = content_id("referent", document.id, cluster.type, cluster.key, mentions[0].id)
    return Referent(
        identity,
        document.id,
        cluster.type,
        cluster.name,
        tuple(sorted(cluster.forms)),
        tuple(m.id for m in mentions),
        tuple(dict.fromkeys([*sorted(cluster.titles), *cluster.descriptions])),
        tuple(dict.fromkeys(cluster.also)),
    )
