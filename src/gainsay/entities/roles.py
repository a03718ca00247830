"""Offices that persons hold in a document: what "the president" or "the foreman" points back to."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping

from gainsay.annotations.mentions.lexicon.heads import ORGANISATION_HEADS
from gainsay.annotations.mentions.lexicon.places import demonyms
from gainsay.annotations.mentions.lexicon.titles import ROLE_NOUNS, TITLE_MODIFIERS
from gainsay.entities.cluster import Cluster
from gainsay.entities.folding import fold

_WINDOW = 60  # characters before or after a name in which an apposition begins
_DOMINANT = 2  # times as many mentions as the next holder of an office
_ROLE = "|".join(sorted(ROLE_NOUNS, key=lambda word: (-len(word), word)))
_BEFORE = re.compile(rf"((?:[\w-]+ ){{0,3}}(?:{_ROLE}))[,]? $")
# How a text ends where `_BEFORE` may match, whose "$" passes over a line break.
_ENDS = tuple(
    f"{end}{stop}" for end in sorted({role[-2:] for role in ROLE_NOUNS}) for stop in (" ", ", ", " \n", ", \n")
)
_AFTER = re.compile(rf", (?:the |a |an |its |their |his |her )?((?:[\w’'-]+ ){{0,3}}?(?:{_ROLE}))\b")


def find_roles(text: str, clusters: Iterable[Cluster]) -> dict[str, list[Cluster]]:
    """Office, folded ("prime minister"), → those who hold it, the most mentioned first."""
    holders: defaultdict[str, Counter[int]] = defaultdict(Counter)
    clusters = list(clusters)
    people = [c for c in clusters if c.type == "person"]
    for number, cluster in enumerate(people):
        for title in cluster.titles:
            for role in _roles(fold(title)):
                holders[role][number] += len(cluster.mentions)
        for mention in cluster.mentions:
            start, end = mention.span
            low = max(start - _WINDOW, 0)
            before = _BEFORE.search(text, low, start) if text.endswith(_ENDS, low, start) else None
            after = _AFTER.match(text, end, end + _WINDOW)
            for found in (before, after):
                for role in _roles(fold(found[1])) if found else ():
                    holders[role][number] += len(cluster.mentions)
    roles = {role: [people[n] for n in sorted(found, key=lambda n: (-found[n], n))] for role, found in holders.items()}
    return {**_bodies_by_head(clusters), **roles}


def _bodies_by_head(clusters: Iterable[Cluster]) -> dict[str, list[Cluster]]:
    """Head noun of a body's name → the one body that has it: "the ministry" is the only Ministry of a document."""
    found: defaultdict[str, list[Cluster]] = defaultdict(list)
    for cluster in clusters:
        if cluster.type not in ("organisation", "work") or not cluster.forms:
            continue
        words = fold(cluster.name).split()
        head = words[0] if "of" in words or "for" in words else words[-1]
        if len(words) > 1 and (head in ORGANISATION_HEADS or head == "newspaper"):
            found[head].append(cluster)
    return {head: bodies for head, bodies in found.items() if len(bodies) == 1}


def _roles(words: str) -> list[str]:
    """ "norwegian prime minister" → "prime minister", and the same with its demonym."""
    parts = words.split()
    if not parts or parts[-1] not in ROLE_NOUNS:
        return []
    first = len(parts) - 1
    while first and parts[first - 1] in TITLE_MODIFIERS:
        first -= 1
    role = " ".join(parts[first:])
    country = [w for w in parts[:first] if w in demonyms()]
    return [role, f"{country[-1]} {role}"] if country else [role]


def bearer(description: str, roles: Mapping[str, list[Cluster]]) -> Cluster | None:
    """Who is meant by a folded description of office; None where it is none, or where several hold it."""
    for role in [*reversed(_roles(description)), description]:
        holders = roles.get(role, [])
        if len(holders) == 1:
            return holders[0]
        if holders and len(holders[0].mentions) >= _DOMINANT * len(holders[1].mentions):
            return holders[0]
    return None
