"""Who or what is meant: within a document (referents) and across documents (entities)."""

from __future__ import annotations

from dataclasses import dataclass

from gainsay.annotations.mentions import Mention, MentionType


@dataclass(frozen=True, slots=True)
class Referent:
    """One person, body or place as one document speaks of it: its mentions and the forms of its name.

    `name` is the fullest form; `names` every distinct name form; `descriptions` what stands beside the name
    ("Defence Minister") or in place of it. `also` holds names that the text itself equates ("whose real name was …",
    an acronym with its expansion).
    """

    id: str
    document: str
    type: MentionType
    name: str
    names: tuple[str, ...]
    mentions: tuple[str, ...]
    descriptions: tuple[str, ...] = ()
    also: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Resolution:
    """A document's mentions (with those that only stand as speakers or pronouns added) and its referents.

    `speakers` maps an attribution's id to the referent of its speaker, where it is known.
    """

    mentions: tuple[Mention, ...]
    referents: tuple[Referent, ...]
    speakers: dict[str, str]


@dataclass(frozen=True, slots=True)
class Link:
    """Why a referent belongs to an entity: reversible, since nothing is merged, only linked."""

    referent: str
    entity: str
    reason: str
    score: float


@dataclass(frozen=True, slots=True)
class Entity:
    """Somebody or something meant across documents. The id derives from type and principal name.

    `identifier` is the one that an authority file gives to it, "" without.
    """

    id: str
    name: str
    type: MentionType
    names: tuple[str, ...]
    links: tuple[Link, ...]
    identifier: str = ""
