"""Each pronoun and each description of a text to whom it means, in text order; where that is unclear, to nobody."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from gainsay.annotations.mentions import Mention
from gainsay.entities.antecedents import Antecedents
from gainsay.entities.cluster import Cluster
from gainsay.entities.discourse import Discourse
from gainsay.entities.first_person import Voices

LEAST = {"pronoun": 0.4, "nominal": 0.4}
"""How sure a link must be: the likeliest of several may have less than half, if nobody has not more."""

_FIRST = "described here first"
_AFTER_NAME = re.compile(r"[’']?(?:[,.;:)]|$)")

Answer = tuple[Cluster, str, float]


def link(
    named: Iterable[tuple[Mention, Cluster]],
    unnamed: Sequence[Mention],
    discourse: Discourse,
    voices: Voices,
    judge: Antecedents,
) -> tuple[list[Cluster], list[Mention]]:
    """Hear a whole text; returns the clusters that only descriptions and pronouns make, and all mentions linked.

    `named` are the mentions whose cluster is known beforehand: names, and who speaks. Clusters take up what is linked
    to them; one without a name must have two mentions.
    """
    owners = {mention.id: cluster for mention, cluster in named}
    mentions = {mention.id: mention for mention, _ in named}
    known = {id(cluster) for cluster in owners.values()}
    names = {m.span.start: m for m in mentions.values() if m.form == "name"}
    rest = [m for m in unnamed if m.id not in mentions]
    fresh: dict[int, Cluster] = {}
    linked: dict[int, list[Mention]] = {}
    for mention in sorted([*mentions.values(), *rest], key=lambda m: (m.span, m.id)):
        cluster = owners.get(mention.id)
        if cluster is not None:
            discourse.hear(mention, cluster)
            continue
        answer = (
            voices.of(mention, discourse)
            or _named_next(mention, names, owners, discourse.text)
            or _likeliest(judge, mention, discourse)
        )
        if answer is None and mention.form == "pronoun":
            continue
        cluster, reason, score = answer or (Cluster(discourse.description(mention).head, mention.type), _FIRST, 1.0)
        if id(cluster) not in known:
            fresh.setdefault(id(cluster), cluster)
        found = replace(mention, type=cluster.type, reason=reason, score=score)
        linked.setdefault(id(cluster), []).append(found)
        discourse.hear(found, cluster)
    clusters = [cluster for key, cluster in fresh.items() if len(linked[key]) > 1]
    kept = known | {id(cluster) for cluster in clusters}
    heard = [(one, discourse.owner[one.id]) for key, found in linked.items() if key in kept for one in found]
    for one, cluster in heard:
        cluster.add(one, discourse.text)
    return clusters, [one for one, _ in heard]


def _named_next(mention: Mention, names: dict[int, Mention], owners: dict[str, Cluster], text: str) -> Answer | None:
    """ "The foreman, Otto Brandt, spoke" and "the foreman Otto Brandt": a description is of the name after it."""
    if mention.form != "nominal":
        return None
    comma = text.startswith(", ", mention.span.end)
    name = names.get(mention.span.end + 1 + comma)
    if name is None or name.type != mention.type or (comma and not _AFTER_NAME.match(text, name.span.end)):
        return None
    return owners[name.id], f"{' '.join(name.span.of(text).split())} stands beside it", 0.85


def _likeliest(judge: Antecedents, mention: Mention, discourse: Discourse) -> Answer | None:
    """The entity for which the judge's scores, added up, are highest."""
    sums: dict[int, float] = {}
    best: dict[int, tuple[float, Cluster, str]] = {}
    for one in judge.of(mention, discourse):
        cluster = discourse.owner.get(one.mention)
        if cluster is None:
            continue
        sums[id(cluster)] = sums.get(id(cluster), 0.0) + one.score
        if id(cluster) not in best or one.score > best[id(cluster)][0]:
            best[id(cluster)] = (one.score, cluster, one.reason)
    if not sums:
        return None
    key = max(sums, key=lambda k: sums[k])
    return (best[key][1], best[key][2], round(sums[key], 3)) if sums[key] >= LEAST.get(mention.form, 1.0) else None
