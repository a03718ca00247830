"""Name forms of one document gathered into clusters: full names, surnames, acronyms, what the text equates."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from gainsay.annotations.mentions import Mention
from gainsay.annotations.mentions.cues import head_type
from gainsay.annotations.mentions.lexicon.places import demonyms
from gainsay.entities.cluster import Cluster, named
from gainsay.entities.equations import equations, maiden_names
from gainsay.entities.folding import body_key, fold, group_key, initials, place_key
from gainsay.entities.namesakes import tell_namesakes
from gainsay.entities.persons import person_key, same_person
from gainsay.entities.surnames import GENERATIONS, place_singles
from gainsay.entities.variants import skeleton, variant_score
from gainsay.spans import Span

_LONGEST_PART = 4  # words of a longer name that may stand for it
_CROWDED = 40  # names of one skeleton: more is a sign that the skeleton says nothing


def gather(text: str, mentions: Sequence[Mention], headings: Sequence[Span] = ()) -> list[Cluster]:
    """Clusters of the names of a document, in the order of their first mention; `mentions` are names, no pronouns."""
    clusters: dict[tuple[str, str], Cluster] = {}
    single: list[Mention] = []
    for mention in mentions:
        name = named(mention, text)
        folded = fold(name)
        if not folded:
            continue
        if mention.type == "person" and " " not in folded:
            single.append(mention)
            continue
        kind, key = _identity(mention, name, folded)
        cluster = clusters.setdefault((kind, key), Cluster(key, mention.type))
        cluster.add(mention, text)
    counts = {key: len(cluster.mentions) for (kind, key), cluster in clusters.items() if kind == "person"}
    for shorter, fuller in same_person(counts):
        if ("person", fuller) in clusters and ("person", shorter) in clusters:
            _absorb(clusters, clusters["person", fuller], ("person", shorter))
    _join_shorter(clusters)
    people = {key: cluster for (kind, key), cluster in clusters.items() if kind == "person"}
    for cluster in place_singles(text, people, single, headings):
        clusters.setdefault(("person", cluster.key), cluster)
    _join_contained(clusters)
    _join_equated(text, clusters, mentions)
    _join_acronyms(clusters)
    _join_variants(clusters)
    tell_namesakes(text, clusters.values())
    return sorted(clusters.values(), key=lambda c: min(m.span for m in c.mentions))


def _identity(mention: Mention, name: str, folded: str) -> tuple[str, str]:
    if mention.type == "person":
        return "person", person_key(name)
    if mention.form == "adjective" and mention.type == "place":
        return "place", place_key(fold(demonyms().get(folded, folded)))
    if mention.type == "group":
        return "group", group_key(folded)
    if mention.type == "place":
        return "place", place_key(folded)
    return "body", body_key(name)


def _join_equated(text: str, clusters: dict[tuple[str, str], Cluster], mentions: Sequence[Mention]) -> None:
    """Make one of what the text equates; the other name is kept as `also`."""
    pairs, maiden = list(equations(text, mentions)), list(maiden_names(text, mentions))
    if not pairs and not maiden:
        return
    place = {mention.id: key for key, cluster in clusters.items() for mention in cluster.mentions}
    for mention, name in maiden:
        if mention.id in place:
            clusters[place[mention.id]].also.append(name)
    for left, right in pairs:
        a, b = place.get(left.id), place.get(right.id)
        if a is None or b is None or a == b:
            continue
        if (a[0] == "person") != (b[0] == "person") and "other" not in (clusters[a].type, clusters[b].type):
            continue
        clusters[a].also.append(" ".join(right.span.of(text).split()))
        place.update((mention.id, a) for mention in clusters[b].mentions)
        _absorb(clusters, clusters[a], b)


def _join_variants(clusters: dict[tuple[str, str], Cluster]) -> None:
    """Two spellings of one name in one document ("Pnom Tey", "Phnom Tey") are joined to the more frequent."""
    shapes: defaultdict[tuple[str, str], list[str]] = defaultdict(list)
    for kind, key in clusters:
        if " " in key:
            shapes[kind, skeleton(key)].append(key)
    for (kind, _), keys in shapes.items():
        ranked = sorted(keys, key=lambda k: (-len(clusters[kind, k].mentions), k))
        for number, key in enumerate(ranked[:_CROWDED]):
            found = next((k for k in ranked[:number] if (kind, k) in clusters and variant_score(k, key)), None)
            if found:
                _absorb(clusters, clusters[kind, found], (kind, key))


def _absorb(clusters: dict[tuple[str, str], Cluster], into: Cluster, key: tuple[str, str]) -> None:
    other = clusters.pop(key)
    into.mentions.extend(other.mentions)
    into.forms.update(other.forms)
    into.titles.update(other.titles)
    into.also.extend(other.also)


def _join_shorter(clusters: dict[tuple[str, str], Cluster]) -> None:
    """ "Norodom Tey" is "Prince Norodom Tey Sam" where only one longer name holds all its words in order."""
    by_word: defaultdict[str, list[str]] = defaultdict(list)
    people = [key for kind, key in clusters if kind == "person"]
    for key in people:
        for word in set(key.split()):
            by_word[word].append(key)
    for key in sorted(people, key=len):
        words = key.split()
        bearers = by_word[words[-1]]
        if len(bearers) > _CROWDED:
            continue
        longer = [k for k in bearers if len(k) > len(key) and _within(words, k.split())]
        longer = [k for k in longer if ("person", k) in clusters]
        if len(longer) == 1 and not GENERATIONS & set(longer[0].split()) - set(words):
            _absorb(clusters, clusters["person", longer[0]], ("person", key))


def _join_contained(clusters: dict[tuple[str, str], Cluster]) -> None:
    """ "Holt" is "Holt College" and "Moor Rangers" "Port Adair Moor Rangers", if only one name holds it."""
    longer: defaultdict[str, dict[int, tuple[str, str]]] = defaultdict(dict)
    for number, ((kind, key), cluster) in enumerate(clusters.items()):
        words = fold(cluster.name).split() if kind == "body" and cluster.type in ("organisation", "work") else []
        for size in range(1, min(len(words), _LONGEST_PART + 1)):
            longer[" ".join(words[:size])][number] = (kind, key)
            longer[" ".join(words[-size:])][number] = (kind, key)
    for kind, key in [k for k in clusters if k[0] == "body"]:
        cluster = clusters[kind, key]
        name = fold(cluster.name)
        holders = [k for k in longer.get(name, {}).values() if k in clusters and k != (kind, key)]
        telling = any(head_type(word) is None for word in name.split())
        if len(holders) == 1 and telling and cluster.type in ("organisation", "work", "other"):
            _absorb(clusters, clusters[holders[0]], (kind, key))


def _within(words: list[str], longer: list[str]) -> bool:
    rest = iter(longer)
    return all(word in rest for word in words) and (words[0] == longer[0] or words[-1] == longer[-1])


def _join_acronyms(clusters: dict[tuple[str, str], Cluster]) -> None:
    """An acronym belongs to the one body of the document whose initials it is."""
    by_initials: defaultdict[str, list[tuple[str, str]]] = defaultdict(list)
    for (kind, key), cluster in clusters.items():
        for short in sorted({s for form in cluster.forms for s in initials(fold(form))} if kind != "person" else ()):
            if (kind, key) not in by_initials[short]:
                by_initials[short].append((kind, key))
    for kind, key in list(clusters):
        found = clusters.get((kind, key))
        if not found or kind == "person" or " " in key or not all(form.isupper() for form in found.forms):
            continue
        owners = [k for k in by_initials.get(key, []) if k in clusters and k != (kind, key)]
        if len(owners) == 1:
            clusters[owners[0]].also.append(next(iter(found.forms), key))
            _absorb(clusters, clusters[owners[0]], (kind, key))
