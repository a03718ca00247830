"""What a container lists and gives."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, BinaryIO

from gainsay.documents.document import Stated

LARGEST_MEMBER = 500_000_000
"""Bytes, unpacked. Documents are read into memory; the largest scanned books have a few hundred megabytes."""

MOST_MEMBERS = 200_000
"""Documents in one container. A mailbox of thirty years has fewer."""

DEEPEST = 5
"""Containers within containers: a ZIP in a mail in a mailbox in a ZIP has four, an archive that holds itself no end."""


@dataclass(frozen=True, slots=True)
class Member:
    """One document of a container, not read yet.

    `name` is unique in the container and safe to print: forward slashes, nothing that climbs. `locator` is what the
    container needs to find it again. `form` is the name of its format where the container leaves no choice. `problem`
    says why it is not read, with what to do; `remarks` are kept with the document. `metadata` is what the container
    states of it.
    """

    name: str
    locator: Any = field(default=None, compare=False)
    size: int = 0
    metadata: dict[str, Stated] = field(default_factory=dict, compare=False)
    form: str | None = None
    problem: str | None = None
    remarks: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Listing:
    """What a container holds, in its own order. `problem` is what is wrong with the container as a whole."""

    members: tuple[Member, ...]
    problem: str | None = None


@dataclass(frozen=True, slots=True)
class Container:
    """How to look into a container: `listing` of an open file; `member` gives the bytes of one."""

    listing: Callable[[BinaryIO], Listing]
    member: Callable[[BinaryIO, Member], bytes]


class Names:
    """Gives each member a name that is unique and harmless."""

    def __init__(self) -> None:
        self._seen: dict[str, int] = {}

    def clean(self, name: str) -> str:
        r"""A name below the container, whatever the container calls it.

        >>> names = Names()
        >>> [names.clean(name) for name in ("../a.txt", "/a.txt", "b\\c\x00.txt")]
        ['a.txt', 'a.txt~2', 'b/c_.txt']
        """
        parts = re.split(r"[/\\]+", re.sub(r"[\x00-\x1f\x7f-\x9f\ud800-\udfff\u202a-\u202e\u2066-\u2069]", "_", name))
        kept = "/".join(part.strip()[:120] for part in parts if part.strip() not in ("", ".", "..")) or "unnamed"
        times = self._seen[kept] = self._seen.get(kept, 0) + 1
        return kept if times == 1 else self.clean(f"{kept}~{times}")


def climbs(name: str) -> bool:
    """Whether unpacking under this name would write outside the folder unpacked to."""
    return name.startswith(("/", "\\")) or ".." in re.split(r"[/\\]+", name) or bool(re.match(r"[A-Za-z]:", name))
