"""On whose word a matter rests: its witnesses as a tree that says why, and sides heard only through their accuser."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from gainsay.dependence.witnesses import speaks_first_hand
from gainsay.edition.course import Course, Telling
from gainsay.edition.shown import ShownMatter
from gainsay.edition.voices import Voice
from gainsay.matters.matter import Witnesses

DEEPEST = 40  # levels of a tree: what is copied from copy to copy further than that is listed on the last


@dataclass(frozen=True, slots=True)
class Branch:
    """A statement of an origin. `tie` says why it hangs where it does: what it shares with the one above it."""

    statement: str
    path: str
    by: str
    when: str | None
    words: str
    tie: str
    branches: tuple[Branch, ...] = ()


@dataclass(frozen=True, slots=True)
class Origin:
    """Statements that rest on one origin. `shown` says how its own access to the fact shows, "" where it does not."""

    reason: str
    shown: str
    documents: tuple[str, ...]
    branches: tuple[Branch, ...]


@dataclass(frozen=True, slots=True)
class HeardThrough:
    """A side that nobody speaks for: all its statements are passed on by those who hold another side.

    `side` is its number, from 1; `through` are the voices that pass it on; `holders` those it is said of.
    """

    side: int
    holders: tuple[str, ...]
    through: tuple[str, ...]


def counted(witnesses: Witnesses) -> str:
    """The count in words.

    >>> counted(Witnesses(5, 2, 1))
    '5 documents, 2 witnesses, 1 not shown'
    >>> counted(Witnesses(3, 0, 1)), counted(Witnesses(2, 0, 2))
    ('3 documents, one origin', '2 documents, 2 origins, independence not shown')
    """
    w = witnesses
    documents = f"{w.documents} document{'s' * (w.documents != 1)}"
    if w.independent + w.undetermined == 1:
        return f"{documents}, one origin"
    if not w.independent:
        return f"{documents}, {w.undetermined} origins, independence not shown"
    rest = f", {w.undetermined} not shown" if w.undetermined else ""
    return f"{documents}, {w.independent} witness{'es' * (w.independent != 1)}{rest}"


def origins_of(witnesses: Witnesses, course: Course) -> tuple[Origin, ...]:
    """Each origin of a matter with the statements that rest on it, as a tree of who has it from whom."""
    telling = {t.statement: t for t in course.tellings}
    order = {t.statement: k for k, t in enumerate(course.tellings)}
    found = []
    for members, reason in witnesses.groups:
        own = sorted((telling[s] for s in members if s in telling), key=lambda t: order[t.statement])
        documents = tuple(dict.fromkeys(t.path for t in own))
        found.append(Origin(reason, _shown(own), documents, tuple(_tree(own, reason))))
    return tuple(found)


def _shown(tellings: Sequence[Telling]) -> str:
    """Who says to have seen or heard it."""
    seen = next((t for t in tellings if speaks_first_hand(t.words)), None)
    return f"{seen.by} speaks of what was seen or heard" if seen else ""


def _tree(tellings: Sequence[Telling], reason: str) -> Iterator[Branch]:
    """What repeats nothing stands at the root; the rest hang where they repeat from, else under the first."""
    ids = {t.statement for t in tellings}
    below: dict[str, list[Telling]] = defaultdict(list)
    roots = []
    for t in tellings:
        if t.repeats in ids and t.repeats is not None:
            below[t.repeats].append(t)
        else:
            roots.append(t)
    for k, root in enumerate(roots):
        yield _branch(root, below, reason if k else "")


def _branch(t: Telling, below: Mapping[str, Sequence[Telling]], tie: str, level: int = 1) -> Branch:
    if level == DEEPEST:
        branches = tuple(_one(b, b.why) for b in _all_below(t, below))
    else:
        branches = tuple(_branch(b, below, b.why, level + 1) for b in below.get(t.statement, ()))
    return replace(_one(t, tie), branches=branches)


def _one(t: Telling, tie: str) -> Branch:
    return Branch(t.statement, t.path, t.by, t.when, t.words, tie)


def _all_below(t: Telling, below: Mapping[str, Sequence[Telling]]) -> Iterator[Telling]:
    """What hangs from a telling at any depth, in the order of a tree."""
    waiting = list(reversed(below.get(t.statement, ())))
    while waiting:
        yield (found := waiting.pop())
        waiting += reversed(below.get(found.statement, ()))


def heard_through(matter: ShownMatter, chains: Mapping[str, Sequence[Voice]]) -> tuple[HeardThrough, ...]:
    """The sides that are heard only through a voice that holds another side. `chains` are those of the statements.

    A paper that only reports what each side says is no accuser: it must say itself what the other side says. Where the
    sides can both hold nobody accuses.
    """
    if matter.verdict not in ("conflict", "denial"):
        return ()
    held: dict[int, set[str]] = {}
    for number, side in enumerate(matter.sides, 1):
        held[number] = {chains[s.id][-1].key for s in side.statements}
    found = []
    for number, side in enumerate(matter.sides, 1):
        others = set().union(*(keys for n, keys in held.items() if n != number)) - held[number]
        through = [_accuser(chains[s.id], others) for s in side.statements]
        if through and all(through):
            names = dict.fromkeys(v.name for v in through if v is not None)
            holders = dict.fromkeys(chains[s.id][-1].name for s in side.statements)
            found.append(HeardThrough(number, tuple(holders), tuple(names)))
    return tuple(found)


def _accuser(chain: Sequence[Voice], others: set[str]) -> Voice | None:
    """Of those who pass a statement on, the last that holds another side."""
    return next((voice for voice in reversed(chain[:-1]) if voice.key in others), None)
