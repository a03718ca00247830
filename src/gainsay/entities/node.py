"""A name across documents: the referents that share it, and the name that it is tied to."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import Any

from gainsay.annotations.mentions import MentionType
from gainsay.annotations.mentions.unnamed import DETERMINERS
from gainsay.entities.authority import Authorised
from gainsay.entities.cluster import is_office, plainness, sex_of_given_name, sex_of_title


@dataclass(slots=True)
class Bearers:
    """The referents of which their documents tell the same, one for all of them: names are repeated more than they are
    new. The fields are those of `Referent`; `ids` and `documents` are in order of the ids, whatever tells these apart,
    and `mentions` is the number of all together.
    """

    type: MentionType
    name: str
    names: tuple[str, ...]
    descriptions: tuple[str, ...]
    also: tuple[str, ...]
    ids: list[Any] = field(default_factory=list)
    documents: list[Any] = field(default_factory=list)
    mentions: int = 0


@dataclass(slots=True)
class Node:
    """The referents that share one name, and what ties them to another name. `mark` is what tells them from namesakes
    ("the elder", a year of birth)."""

    kind: str
    key: str
    members: list[Bearers] = field(default_factory=list)
    above: Node | None = None
    reason: str = "same name"
    score: float = 1.0
    pin: Authorised | None = None
    mark: str = ""
    _name: str = ""

    @property
    def root(self) -> Node:
        node = self
        while node.above is not None:
            node = node.above
        return node

    @property
    def name(self) -> str:
        """The name that most of its members have; asked for once they are gathered."""
        if not self._name:
            self._name = most_frequent(self.members)
        return self._name

    @property
    def offices(self) -> set[str]:
        """The titles of office that stand before the name."""
        titles = {d for member in self.members for d in member.descriptions if d[:1].isupper() and is_office(d)}
        return {title for title in titles if title.split(" ", 1)[0].lower() not in DETERMINERS}

    @property
    def untyped(self) -> bool:
        """Whether no text tells what it names."""
        return all(member.type == "other" for member in self.members)

    @property
    def documents(self) -> set[Any]:
        """The documents that have the name."""
        return {document for member in self.members for document in member.documents}

    @property
    def size(self) -> int:
        """How many referents share the name."""
        return sum(len(member.ids) for member in self.members)

    @property
    def sex(self) -> str | None:
        """`m`, `f` or None, as titles tell, or else the given name."""
        told = {sex_of_title(title) for member in self.members for title in member.descriptions} - {None}
        if told:
            return told.pop() if len(told) == 1 else None
        return sex_of_given_name(self.key.split(" ")[0]) if " " in self.key else None

    def tie(self, to: Node, reason: str, score: float) -> None:
        """Tie this name to another, unless they are tied already, or an authority file or what a text tells of two
        namesakes keeps them apart."""
        root = to.root
        if root is self.root or self.above is not None or (self.pin and root.pin and self.pin.id != root.pin.id):
            return
        if self.mark and root.mark and self.mark != root.mark:
            return
        self.above, self.reason, self.score = root, reason, score
        root.pin, root.mark = root.pin or self.pin, root.mark or self.mark


def most_frequent(members: list[Bearers]) -> str:
    """The name that most of them have, the least partial and plainest first."""
    if len(members) == 1:
        return members[0].name
    counts: Counter[str] = Counter()
    for member in members:
        counts[member.name] += len(member.ids)
    return min(counts, key=lambda name: (plainness(name), -counts[name], name))
