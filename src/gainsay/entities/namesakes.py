"""Namesakes: what a text says beside a name to tell its bearer from another, and the parting of those so told."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable

from gainsay.entities.cluster import Cluster
from gainsay.entities.node import Bearers, Node

_YEAR = r"1[0-9]\d\d|20\d\d"
_TOLD = re.compile(
    rf" the (?:[Ee]lder|[Yy]ounger)\b|,? (?:[Ss]enior|[Jj]unior)(?=[,.;:)]| \w+ed\b| (?:was|is|had|has|said)\b)"
    rf"|, the (?:father|son|elder|younger)(?=[,.;)])|,? \((?:born|b\.) (?:in )?(?:{_YEAR})\b"
    rf"|,? \((?:{_YEAR})\s?[–-]\s?(?:{_YEAR}|\))"
)
_ELDER = frozenset("elder senior father".split())
_YOUNGER = frozenset("younger junior son".split())
_WORD = re.compile(r"\w+")
_SLIP = 1  # years by which two birth years may differ and still be one


def tell_namesakes(text: str, clusters: Iterable[Cluster]) -> None:
    """Take down beside each full name of a person what tells its bearer: "the elder", "(1850–1911)"."""
    for cluster in clusters:
        if cluster.type != "person" or " " not in cluster.key:
            continue
        for mention in cluster.mentions:
            told = _TOLD.match(text, mention.span.end) if mention.form == "name" else None
            if told:
                cluster.descriptions.append(told[0].strip(" ,()"))


def mark(referent: Bearers) -> str:
    """`elder`, `younger`, a year of birth, or "" where nothing tells."""
    for description in referent.descriptions:
        words = _WORD.findall(description.lower())
        if words and words[-1] in _ELDER | _YOUNGER and words[:-1] in ([], ["the"]):
            return "elder" if words[-1] in _ELDER else "younger"
        year = next((word for word in words if len(word) == 4 and word.isdigit()), "")
        if year and (words[0] == year or words[0] in ("born", "b")):
            return year
    return ""


def part_namesakes(nodes: dict[tuple[str, str], Node]) -> dict[tuple[str, str], Node]:
    """The names, those apart whose bearers are told from one another; who is not told stays under the bare name.

    One mark alone parts nobody: where one text says "the elder" all others may mean the same.
    """
    parted: dict[tuple[str, str], Node] = {}
    for (kind, key), node in nodes.items():
        marks = _marks(node) if kind == "person" else {}
        if len(marks) < 2:
            parted[kind, key] = node
            continue
        for told, members in sorted(marks.items()):
            parted[kind, f"{key} {told}"] = Node(kind, node.key, members, mark=told)
        rest = [member for member in node.members if not mark(member)]
        if rest:
            parted[kind, key] = Node(kind, node.key, rest)
    return parted


def _marks(node: Node) -> dict[str, list[Bearers]]:
    """Mark → the referents that have it; years next to each other are one, years and generations tell nothing apart."""
    found: defaultdict[str, list[Bearers]] = defaultdict(list)
    for member in node.members:
        told = mark(member) if member.descriptions else ""
        near = next((known for known in found if told.isdigit() and known.isdigit() and _near(told, known)), told)
        if told:
            found[near].append(member)
    kinds = {known.isdigit() for known in found}
    return dict(found) if len(kinds) == 1 else {}


def _near(left: str, right: str) -> bool:
    return abs(int(left) - int(right)) <= _SLIP
