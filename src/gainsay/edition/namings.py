"""Designations: for each party and act who calls it what, in whose voice, how often, and which words clash."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cache
from typing import Literal

from gainsay.annotations.designations import Designation
from gainsay.edition.edition import Edition
from gainsay.edition.query import named
from gainsay.edition.voices import Voice, Voices
from gainsay.errors import UsageError
from gainsay.matters.facets import label
from gainsay.matters.facets.label import CONDEMNS, LEAST_GAP, PLAIN_ROLES, PRAISES
from gainsay.matters.subjects.kinship import STRANGERS, kinship
from gainsay.spans import Span
from gainsay.store.comparison import load_subjects

Akin = Callable[[str, str], bool]
Kind = Literal["party", "act"]
Leaning = Literal["condemns", "plain", "praises"]

MEMBERS = {
    "people": frozenset(
        """people peoples patriots fighters workers peasants villagers citizens civilians refugees migrants students
        settlers activists dissidents protesters demonstrators strikers volunteers heroes martyrs victims masses
        prisoners women men youth""".split()
    ),
    "forces": frozenset("troops troop soldiers soldier army armies forces police policemen militia militias".split()),
}
"""Those who belong to a party and are not the party: what they are called is not what it is called."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where a designation stands."""

    designation: str
    document: str
    path: str
    span: Span


@dataclass(frozen=True, slots=True)
class Naming:
    """Words that one voice chose, with all places where it did.

    `by` is who chose them, `own` whether that is the document's own voice; `head` the noun that was chosen; `charge`
    runs from −1 to 1, None where the words carry none.
    """

    words: str
    head: str
    charge: float | None
    leaning: Leaning
    by: str
    own: bool
    times: int
    places: tuple[Place, ...]


@dataclass(frozen=True, slots=True)
class Clash:
    """Two namings, by different voices, that lean apart: numbers in the list of namings."""

    first: int
    second: int


@dataclass(frozen=True, slots=True)
class Named:
    """A party or an act with all it is called, the most used first, and the pairs that clash, the sharpest first.

    `entities` are those it names or that take part in it; `act` is the key of an act, "" for a party.
    """

    name: str
    kind: Kind
    namings: tuple[Naming, ...]
    clashes: tuple[Clash, ...]
    entities: tuple[str, ...] = ()
    act: str = ""


def namings(edition: Edition, name: str | None = None) -> list[Named]:
    """Who is called what, and by whom; those whose names clash first, then the most often named.

    `name` keeps the parties so named and the acts they take part in. Raises UsageError where nobody is so named.
    """
    wanted = {e.id for e in named(edition, name)} if name is not None else None
    if wanted is not None and not wanted:
        raise UsageError(f"{name}: nobody and nothing is called so here. `gainsay search {name}` looks for the words.")
    voices = Voices(edition)
    chosen: dict[tuple[Kind, str], list[tuple[Designation, Voice]]] = defaultdict(list)
    concerned: dict[tuple[Kind, str], set[str]] = defaultdict(set)
    for document in edition.paths:
        found = edition.designations(document)
        referent_of = edition.mention_referents(document) if found else {}
        for d in found:
            entities = dict.fromkeys(voices.entity(referent_of.get(m)) for m in d.mentions)
            for key in _keys(d, [e for e in entities if e is not None]):
                concerned[key].update(e for e in entities if e is not None)
                chosen[key].append((d, voices.speaker(document, d.attribution)))
    kept = [key for key in chosen if wanted is None or wanted & concerned[key]]
    akin = _kin(edition)
    rows = [
        replace(_named(edition, voices, key, chosen[key], akin), entities=tuple(sorted(concerned[key])))
        for key in sorted(kept)
    ]
    return sorted(rows, key=lambda r: (-bool(r.clashes), -sum(n.times for n in r.namings), r.name))


def _keys(d: Designation, entities: Sequence[str]) -> list[tuple[Kind, str]]:
    """What a designation names: its act, or the one party; of a phrase for two parties nobody tells which is meant."""
    if d.act is not None:
        return [("act", d.act)] if label.told_apart(d.act) else []
    if len(entities) != 1:
        return []
    # "The heroic Ruritanian people" praises the people, whatever is said of their rulers.
    members = next((name for name, heads in MEMBERS.items() if d.head in heads and not d.called), "")
    return [("party", f"{entities[0]} {members}".rstrip())]


def _named(
    edition: Edition, voices: Voices, key: tuple[Kind, str], chosen: Iterable[tuple[Designation, Voice]], akin: Akin
) -> Named:
    kind = key[0]
    groups: dict[tuple[str, str], list[tuple[Designation, Voice]]] = defaultdict(list)
    for d, voice in chosen:
        groups[d.head or _words(edition, d).casefold(), voice.key].append((d, voice))
    found = [_naming(edition, group) for group in groups.values()]
    found.sort(key=lambda n: (-n.times, n.words, n.by))
    act = key[1] if kind == "act" else ""
    return Named(_name(voices, key, found), kind, tuple(found), _clashes(found, kind, akin), act=act)


def _name(voices: Voices, key: tuple[Kind, str], found: Sequence[Naming]) -> str:
    """A party's name, and which of its members are meant; an act's longest plain name, else its longest."""
    kind, identity = key
    if kind == "act":
        return max(found, key=lambda n: (n.leaning == "plain", len(n.words), n.words)).words
    entity, _, members = identity.partition(" ")
    return f"{voices.name(entity)}: {members}" if members else voices.name(entity) or entity


def _naming(edition: Edition, group: Sequence[tuple[Designation, Voice]]) -> Naming:
    first, voice = max(group, key=lambda g: (abs(g[0].charge or 0.0), g[0].span.length))
    charge = first.charge
    places = tuple(Place(d.id, d.document, edition.paths[d.document], d.span) for d, _ in group)
    return Naming(
        _words(edition, first), first.head, charge, _leaning(charge), voice.name, voice.own, len(group), places
    )


def _words(edition: Edition, d: Designation) -> str:
    return " ".join(d.span.of(edition.text(d.document)).split())


def _leaning(charge: float | None) -> Leaning:
    if charge is None:
        return "plain"
    return "condemns" if charge <= CONDEMNS else "praises" if charge >= PRAISES else "plain"


def _clashes(found: Sequence[Naming], kind: Kind, akin: Akin) -> tuple[Clash, ...]:
    """Pairs of different voices whose words lean apart, the sharpest first.

    Of a party one must condemn, and the other praise or give a plain role. Names of one kind of act with the same
    parties are names of one act only in documents that are akin.
    """
    pairs = []
    for i, a in enumerate(found):
        for j in range(i + 1, len(found)):
            b = found[j]
            gap = abs((a.charge or 0.0) - (b.charge or 0.0))
            if a.leaning == b.leaning or gap < LEAST_GAP or a.by == b.by:
                continue
            if _rival(a, b) if kind == "party" else _together(a, b, akin):
                pairs.append((-gap, Clash(i, j)))
    return tuple(clash for _, clash in sorted(pairs, key=lambda p: (p[0], p[1].first, p[1].second)))


def _rival(a: Naming, b: Naming) -> bool:
    if "condemns" not in (a.leaning, b.leaning):
        return False
    other = b if a.leaning == "condemns" else a
    return other.leaning == "praises" or other.head in PLAIN_ROLES


def _together(a: Naming, b: Naming, akin: Akin) -> bool:
    return any(x.document == y.document or akin(x.document, y.document) for x in a.places for y in b.places)


def _kin(edition: Edition) -> Akin:
    """Whether two documents of the edition are on one subject."""
    with edition.store.begin() as connection:
        subjects = load_subjects(connection)
    return cache(lambda a, b: kinship(subjects[a], subjects[b]) >= STRANGERS)
