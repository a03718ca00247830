"""Names of one word: whose surname, or given name, stands alone."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from gainsay.annotations.mentions import Mention
from gainsay.entities.cluster import Cluster, is_office, named, sex_of_title
from gainsay.entities.folding import fold
from gainsay.spans import Span

_NEAR = 300  # characters, some two sentences, in which a surname points back to the last of two namesakes
_CROWDED = 30  # namesakes: a list of names, in which a surname alone points to nobody
GENERATIONS = frozenset("jr sr ii iii iv junior senior".split())


def place_singles(
    text: str, people: Mapping[str, Cluster], single: Iterable[Mention], headings: Sequence[Span]
) -> list[Cluster]:
    """Add each name of one word to the full name it is part of; those that belong to none are returned as clusters."""
    by_word: defaultdict[str, list[Cluster]] = defaultdict(list)
    for key, cluster in people.items():
        for word in sorted(set(key.split())):
            by_word[word].append(cluster)
    bundles: defaultdict[str, list[Mention]] = defaultdict(list)
    for mention in single:
        bundles[fold(named(mention, text))].append(mention)
    full = {key: sorted(m.span.start for m in cluster.mentions) for key, cluster in people.items()}
    alone = []
    for word, mentions in bundles.items():
        bearers = _bearers(word, by_word.get(word, []))
        own = Cluster(word, "person")
        if bearers and _is_someone_else(mentions, bearers, full, headings):
            bearers.insert(0, own)
        for mention in mentions:
            (_choose(mention, word, bearers, full) or own).add(mention, text)
        if own.mentions:
            alone.append(own)
    return alone


def _bearers(word: str, found: list[Cluster]) -> list[Cluster]:
    """Those whose last name it is; failing that, those whose first name it is."""
    last = [c for c in found if _family_name(c.key) == word]
    return last or list(found)


def _family_name(key: str) -> str:
    words = [w for w in key.split() if w not in GENERATIONS]
    return words[-1] if words else key


def _is_someone_else(
    mentions: list[Mention], bearers: list[Cluster], full: Mapping[str, list[int]], headings: Sequence[Span]
) -> bool:
    """ "President Tellman" before any full name, and then "Ada Tellman" without the office: two persons."""
    offices = {m.title for m in mentions if is_office(m.title)}
    body = [m.span.start for m in mentions if not _within(m.span.start, headings)]
    if not offices or not body or any(offices & set(c.titles) for c in bearers):
        return False
    return min(body) < min(full[c.key][0] for c in bearers)


def _within(position: int, spans: Sequence[Span]) -> bool:
    at = bisect_right(spans, position, key=lambda s: s.start)
    return bool(at) and spans[at - 1].end > position


def _choose(mention: Mention, word: str, found: list[Cluster], full: Mapping[str, list[int]]) -> Cluster | None:
    """The bearer whom title, sex, frequency or nearness tell; None where nothing does."""
    sex = sex_of_title(mention.title)
    found = [c for c in found if not sex or c.sex in (sex, None)]
    if is_office(mention.title):
        found = [c for c in found if mention.title in c.titles] or found
    if len(found) < 2 or len(found) > _CROWDED:
        return found[0] if len(found) == 1 else None
    if found[0].key not in full:  # the one who was named by surname and office before all others
        return found[0]
    ranked = sorted(found, key=lambda c: (-len(full[c.key]), full[c.key][0]))
    if len(full[ranked[0].key]) >= 2 * len(full[ranked[1].key]):
        return ranked[0]
    if _family_name(ranked[0].key) != word:  # the first word of several names: a family's, or a frequent given name
        return None
    near = [(before, c) for c in found if (before := _last_before(full[c.key], mention.span.start)) is not None]
    near.sort(key=lambda pair: -pair[0])
    return near[0][1] if near and mention.span.start - near[0][0] < _NEAR else None


def _last_before(starts: list[int], position: int) -> int | None:
    at = bisect_right(starts, position)
    return starts[at - 1] if at else None
