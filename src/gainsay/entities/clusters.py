"""Name forms of one document gathered into clusters: full names, surnames, acronyms, what the text equates."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from gainsay.annotations.mentions import Mention, MentionType
from gainsay.annotations.mentions.lexicon.first_names import FEMALE_NAMES, MALE_NAMES
from gainsay.annotations.mentions.lexicon.places import demonyms
from gainsay.annotations.mentions.lexicon.titles import FEMALE_TITLES, MALE_TITLES
from gainsay.entities.folding import body_key, fold, initials, person_key, place_key

_NEAR = 2000  # characters in which a surname points back to the last of two namesakes
_GENERATIONS = frozenset("jr sr ii iii iv junior senior".split())
BODIES = frozenset({"organisation", "group", "work", "event", "other"})


@dataclass(slots=True)
class Cluster:
    """The mentions of one referent while it is being gathered."""

    key: str
    type: MentionType
    mentions: list[Mention] = field(default_factory=list)
    forms: Counter[str] = field(default_factory=Counter)
    titles: Counter[str] = field(default_factory=Counter)
    descriptions: list[str] = field(default_factory=list)
    also: list[str] = field(default_factory=list)

    @property
    def sex(self) -> str | None:
        """`m`, `f` or None where neither a title nor a given name tells."""
        words = {word.lower() for title in self.titles for word in title.split()}
        if words & MALE_TITLES:
            return "m"
        if words & FEMALE_TITLES:
            return "f"
        first = self.key.split(" ")[0] if " " in self.key else ""
        if (first in MALE_NAMES) == (first in FEMALE_NAMES):
            return None
        return "m" if first in MALE_NAMES else "f"

    def add(self, mention: Mention, text: str) -> None:
        self.mentions.append(mention)
        if mention.form == "name":
            self.forms[" ".join(mention.span.of(text).split())] += 1
        if mention.title:
            self.titles[mention.title] += 1


def named(mention: Mention, text: str) -> str:
    """The words of a mention without the title of office that it may begin with."""
    words = " ".join(mention.span.of(text).split())
    return words.removeprefix(mention.title) if mention.title and words != mention.title else words


def gather(text: str, mentions: Sequence[Mention]) -> list[Cluster]:
    """Clusters of the names of a document, in the order of their first mention."""
    clusters: dict[tuple[str, str], Cluster] = {}
    single: list[Mention] = []
    for mention in mentions:
        folded = fold(named(mention, text))
        if not folded or (mention.form in ("nominal", "pronoun") and mention.type != "group"):
            continue
        if mention.type == "person" and " " not in person_key(folded):
            single.append(mention)
            continue
        kind, key = _identity(mention, folded)
        cluster = clusters.setdefault((kind, key), Cluster(key, mention.type))
        cluster.add(mention, text)
    _join_shorter(clusters)
    _place_singles(text, clusters, single)
    _join_acronyms(clusters)
    return sorted(clusters.values(), key=lambda c: min(m.span for m in c.mentions))


def _identity(mention: Mention, folded: str) -> tuple[str, str]:
    if mention.type == "person":
        return "person", person_key(folded)
    if mention.form == "adjective" or mention.form == "nominal":
        return "place" if mention.form == "adjective" else "body", place_key(fold(demonyms().get(folded, folded)))
    if mention.type == "place":
        return "place", place_key(folded)
    return "body", body_key(folded)


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
        longer = [k for k in by_word[words[-1]] if len(k) > len(key) and _within(words, k.split())]
        longer = [k for k in longer if ("person", k) in clusters]
        if len(longer) == 1 and not _GENERATIONS & set(longer[0].split()) - set(words):
            _absorb(clusters, clusters["person", longer[0]], ("person", key))


def _within(words: list[str], longer: list[str]) -> bool:
    rest = iter(longer)
    return all(word in rest for word in words) and (words[0] == longer[0] or words[-1] == longer[-1])


def _place_singles(text: str, clusters: dict[tuple[str, str], Cluster], single: Iterable[Mention]) -> None:
    """Each name of one word goes to the full name it is part of; among namesakes to the likeliest, or to none."""
    by_word: defaultdict[str, list[Cluster]] = defaultdict(list)
    for (kind, key), cluster in clusters.items():
        if kind == "person":
            for word in sorted(set(key.split())):
                by_word[word].append(cluster)
    full = {key: sorted(m.span.start for m in c.mentions) for (kind, key), c in clusters.items() if kind == "person"}
    for mention in single:
        word = person_key(fold(named(mention, text)))
        found = _choose(mention, _bearers(word, by_word.get(word, [])), full)
        if found is None:
            found = clusters.setdefault(("person", word), Cluster(word, "person"))
        found.add(mention, text)


def _bearers(word: str, found: list[Cluster]) -> list[Cluster]:
    """Those whose last name it is; failing that, those whose first name it is."""
    last = [c for c in found if _family_name(c.key) == word]
    return last or found


def _family_name(key: str) -> str:
    words = [w for w in key.split() if w not in _GENERATIONS]
    return words[-1] if words else key


def _choose(mention: Mention, found: list[Cluster], full: dict[str, list[int]]) -> Cluster | None:
    if mention.title:
        words = {word.lower() for word in mention.title.split()}
        sex = "m" if words & MALE_TITLES else "f" if words & FEMALE_TITLES else None
        found = [c for c in found if not sex or c.sex in (sex, None)]
    if len(found) < 2:
        return found[0] if found else None
    near = [(before, c) for c in found if (before := _last_before(full[c.key], mention.span.start)) is not None]
    near.sort(key=lambda pair: -pair[0])
    if near and mention.span.start - near[0][0] < _NEAR:
        return near[0][1]
    ranked = sorted(found, key=lambda c: (-len(full[c.key]), c.key))
    return ranked[0] if len(full[ranked[0].key]) >= 2 * len(full[ranked[1].key]) else None


def _last_before(starts: list[int], position: int) -> int | None:
    at = bisect_right(starts, position)
    return starts[at - 1] if at else None


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
