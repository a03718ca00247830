"""Persons' names across documents: with and without initials, middle names, and surnames alone."""

from __future__ import annotations

from collections import defaultdict

from gainsay.annotations.mentions.lexicon.given_forms import full_given_name
from gainsay.entities.node import Node
from gainsay.entities.persons import same_person
from gainsay.entities.surnames import GENERATIONS
from gainsay.entities.variants import sound

_DOMINANT = 4  # times as many documents as the next namesake
_LEAST_SOUND = 4  # letters of a surname that another is known by the sound of


def tie_initials(nodes: dict[tuple[str, str], Node]) -> None:
    """ "Ada M. Brandt" is "Ada Brandt" as long as there is no "Ada K. Brandt" to confuse her with."""
    counts = {key: node.size for (kind, key), node in nodes.items() if kind == "person"}
    for shorter, fuller in same_person(counts):
        other = nodes["person", fuller]
        nodes["person", shorter].tie(other, f"{other.name} with other initials", 0.9)


def tie_other_forms(nodes: dict[tuple[str, str], Node]) -> None:
    """ "Ana Lindqvist" is the one "Ana Moor Lindqvist", and "Bob Moor" "Robert Moor", if no document has both."""
    people = {key: node for (kind, key), node in nodes.items() if kind == "person"}
    longer: defaultdict[str, list[Node]] = defaultdict(list)
    for key, node in people.items():
        words = key.split()
        if len(words) > 2 and all(len(word) > 1 for word in words) and words[-1] not in GENERATIONS:
            longer[f"{words[0]} {words[-1]}"].append(node)
    for key, node in people.items():
        given, _, rest = key.partition(" ")
        full = people.get(f"{full_given_name(given)} {rest}")
        if rest and full is not None and full is not node and not node.documents & full.documents:
            node.tie(full, f"{full.name} with a short form of the given name", 0.75)
        found = longer.get(key, [])
        if len(found) == 1 and not node.documents & found[0].documents:
            node.tie(found[0], f"{found[0].name} without the middle name", 0.8)


def tie_single_names(ordered: list[Node]) -> None:
    """A name of one word goes to the one full name that ends, or failing that begins, with it.

    Among namesakes the office decides that both hold, or else that nearly all documents mean the same one.
    """
    last: defaultdict[str, dict[int, Node]] = defaultdict(dict)
    first: defaultdict[str, dict[int, Node]] = defaultdict(dict)
    by_sound: defaultdict[str, dict[int, Node]] = defaultdict(dict)
    for node in ordered:
        if node.kind == "person" and " " in node.key:
            words = node.key.split()
            last[words[-1]][id(node.root)] = node
            by_sound[sound(words[-1])][id(node.root)] = node
            first[words[0]][id(node.root)] = node
    for node in ordered:
        other = node.kind == "body" and node.untyped
        if " " in node.key or node.above is not None or not (node.kind == "person" or other):
            continue
        found = (last.get(node.key) or first.get(node.key) or {}).values()
        owners = [owner for owner in found if not node.sex or owner.sex in (node.sex, None)]
        if not owners and node.offices:
            _tie_misspelt(node, list(by_sound.get(sound(node.key), {}).values()))
        if len(owners) == 1:
            node.tie(owners[0], f"part of the name of {owners[0].name}, and of nobody else's", 0.8)
        elif owners:
            _tie_namesake(node, owners)


def _tie_misspelt(node: Node, owners: list[Node]) -> None:
    """A surname that only sounds like a known one is its bearer's where both hold the same office."""
    same = [owner for owner in owners if node.offices & owner.offices]
    if len(same) == 1 and len(node.key) >= _LEAST_SOUND:
        node.tie(same[0], f"sounds like {same[0].name}, and holds the same office", 0.7)


def _tie_namesake(node: Node, owners: list[Node]) -> None:
    offices = node.offices
    same = [owner for owner in owners if offices & owner.offices]
    if len(same) == 1:
        office = min(offices & same[0].offices)
        node.tie(same[0], f"{office}, as is {same[0].name} and no namesake", 0.75)
        return
    ranked = sorted(owners, key=lambda owner: (-owner.size, owner.key))
    if ranked[0].size >= _DOMINANT * ranked[1].size and ranked[0].size > 2:
        node.tie(ranked[0], f"{ranked[0].name} is meant by most documents that have the full name", 0.6)
