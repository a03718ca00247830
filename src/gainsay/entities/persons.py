"""Persons' names with and without initials: "Ada M. Brandt", "Ada Brandt", "A. Brandt", but not "Ada K. Brandt"."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from functools import lru_cache

from gainsay.entities.folding import fold

_DOMINANT = 2  # times as frequent as all the others of the same bare name
_LATER = frozenset({"iii", "iv"})  # a third is often named without; "Jr." and "II" tell a son from his father
_VOWELS = frozenset("aeiouy")


@lru_cache(maxsize=65536)
def person_key(name: str) -> str:
    """A person's name folded, its middle initials as single letters.

    >>> person_key("Ada M.K. Brandt"), person_key("ADA MK BRANDT")
    ('ada m k brandt', 'ada m k brandt')
    """
    words = fold(name.replace(".", ". ") if "." in name else name).split()
    if len(words) < 3:
        return " ".join(words)
    middle = (" ".join(w) if len(w) == 2 and not _VOWELS & set(w) and w != "st" else w for w in words[1:-1])
    return " ".join((words[0], *middle, words[-1]))


@lru_cache(maxsize=65536)
def core(key: str) -> str:
    """The key without the initials in its middle, nor "III": `otto m k brandt iii` → `otto brandt`."""
    words = key.split()
    if len(words) > 2 and words[-1] in _LATER:
        words.pop()
    return " ".join(w for n, w in enumerate(words) if len(w) > 1 or n in (0, len(words) - 1))


def _middle(key: str) -> str:
    return "".join(w for w in key.split()[1:-1] if len(w) == 1)


def same_person(counts: Mapping[str, int]) -> Iterator[tuple[str, str]]:
    """Pairs of keys: one that lacks initials or has only them, and the fuller or more frequent one it goes to."""
    groups: defaultdict[str, list[str]] = defaultdict(list)
    for key in counts:
        if " " in key:
            groups[core(key)].append(key)
    for keys in groups.values():
        if len(keys) > 1:
            yield from _within_core(sorted(keys, key=lambda k: (-counts[k], k)), counts)
    by_last: defaultdict[tuple[str, str], list[str]] = defaultdict(list)
    for bare in groups:
        words = bare.split()
        if len(words[0]) > 1:
            by_last[words[0][0], words[-1]].append(bare)
    for bare, keys in groups.items():
        words = bare.split()
        found = by_last.get((words[0], words[-1]), []) if len(words) == 2 and len(words[0]) == 1 else []
        if len(found) == 1:
            yield from ((key, min(groups[found[0]], key=lambda k: (-counts[k], k))) for key in keys)


def _within_core(ranked: list[str], counts: Mapping[str, int]) -> Iterator[tuple[str, str]]:
    """Names that differ in initials alone, the most frequent first."""
    if len({k.split()[-1] for k in ranked} & _LATER) > 1:
        return
    heads: list[str] = []
    for key in (k for k in ranked if _middle(k)):
        head = next((h for h in heads if _agree(_middle(h), _middle(key))), None)
        if head:
            yield key, head
        else:
            heads.append(key)
    bare = [k for k in ranked if not _middle(k)]
    if len(bare) == 2 and len({k.split()[-1] in _LATER for k in bare}) == 2:
        yield bare[1], bare[0]
    if not bare or not heads:
        return
    rest = sum(counts[h] for h in heads[1:])
    if len(heads) == 1 or counts[heads[0]] >= _DOMINANT * rest:
        yield heads[0], bare[0]


def _agree(left: str, right: str) -> bool:
    return left.startswith(right) or right.startswith(left)
