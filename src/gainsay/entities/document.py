"""The stage within one document: mentions and speakers → referents."""

from __future__ import annotations

from collections.abc import Sequence

from gainsay.annotations.attributions.attribution import Attribution
from gainsay.annotations.mentions import Mention
from gainsay.documents.document import Document
from gainsay.entities.cluster import Cluster
from gainsay.entities.clusters import gather
from gainsay.entities.entity import Referent, Resolution
from gainsay.entities.scene import scene
from gainsay.entities.speakers import find_speakers
from gainsay.passages.passage import Layout
from gainsay.spans import content_id


def resolve_document(
    document: Document, layout: Layout, mentions: Sequence[Mention], attributions: Sequence[Attribution]
) -> Resolution:
    """Who and what is meant in one document, and who speaks in its attributions."""
    headings = [p.span for n, p in enumerate(layout.passages) if p.kind in ("heading", "caption", "byline") or not n]
    clusters = gather(document.text, mentions, headings)
    place = scene(document.text, layout, clusters, attributions)
    speakers = find_speakers(place, attributions)
    referents = {id(c): _referent(document, c) for c in [*clusters, *place.described.values()]}
    known = {m.id for m in mentions}
    added = [m for m in place.added if m.id not in known]
    return Resolution(
        tuple(sorted([*mentions, *added], key=lambda m: (m.span, m.id))),
        tuple(referents.values()),
        {attribution: referents[id(cluster)].id for attribution, cluster in speakers.items()},
    )


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
