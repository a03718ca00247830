"""Who is to be redacted: a list that the user gives, or a role that the texts show."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from gainsay.edition.edition import Edition
from gainsay.edition.public import Public
from gainsay.entities.entity import Entity
from gainsay.errors import UsageError
from gainsay.exports.redaction.forms import Forms, Person
from gainsay.store.words import fold

ROLES = ("victims", "anonymous")
"""Roles that can be given in the place of a list: those to whom harm is said to have been done, and those who spoke on
condition that they are not named.
"""

_HARM = (
    "killed|shot|murdered|slain|executed|hanged|wounded|injured|beaten|tortured|raped|assaulted|abused|attacked|arrested|"
    "detained|imprisoned|jailed|kidnapped|abducted|deported|evicted|harassed|threatened|disappeared|drowned|burned"
)
_HARMED = re.compile(
    rf"\W{{0,3}}(?:\w+\W+){{0,3}}?(?:was|were|been|being|got)\W+(?:\w+ly\W+)?(?:{_HARM})\b", re.IGNORECASE
)
_DOING_HARM = re.compile(rf"\b(?:{_HARM}|(?:killing|murder|death|arrest|torture|rape) of)\W+$", re.IGNORECASE)
_SUFFERERS = re.compile(
    r"\b(?:victim|survivor|detainee|prisoner|hostage|refugee|casualty|deceased|wounded|injured|complainant)s?\b",
    re.IGNORECASE,
)
_UNNAMED = re.compile(
    r"not (?:to )?be (?:named|identified)|condition of anonymity|anonym(?:ous|ously|ity)|pseudonym|"
    r"names? (?:has been |have been |was |were |is )?(?:changed|withheld)|asked that (?:his|her|their) name",
    re.IGNORECASE,
)


Listed = tuple[str, str, tuple[str, ...]]
"""Name, pseudonym, other forms of the name."""


@dataclass(frozen=True, slots=True)
class Redacted:
    """The persons to be redacted, and who of the edition they are, by the ids of entities."""

    persons: tuple[Person, ...]
    pseudonym_of: dict[str, str]

    @property
    def forms(self) -> Forms:
        """Everything to be replaced."""
        return Forms(self.persons)


def persons_of(edition: Edition, wanted: str | Path) -> Redacted:
    """The persons that a file names, or that have a role, with every form of their names in the edition."""
    public = Public.of(edition)
    if isinstance(wanted, str) and wanted in ROLES and not Path(wanted).exists():
        listed: list[Listed] = [
            (entity.name, f"Person {n}", ()) for n, entity in enumerate(_in_role(edition, public, wanted), 1)
        ]
        if not listed:
            raise UsageError(f"nobody in {edition.path.name} shows as one of the {wanted}: give a list, persons.csv.")
    else:
        listed = list(_listed(Path(wanted)))
    persons, pseudonym_of = [], {}
    for name, pseudonym, also in listed:
        meant = _meant(public.entities, (name, *also))
        for entity in meant:
            pseudonym_of[entity.id] = pseudonym
        forms = (*also, *(form for entity in meant for form in (entity.name, *entity.names)))
        persons.append(Person(name, pseudonym, tuple(dict.fromkeys((*forms, *_surnames((name, *also)))))))
    redacted = Redacted(tuple(persons), pseudonym_of)
    for person in persons:
        if redacted.forms.find(person.pseudonym):
            raise UsageError(f"{person.pseudonym}: this pseudonym is itself a name to be redacted. Choose another.")
    return redacted


def _listed(path: Path) -> Iterator[Listed]:
    """The lines of a list: name, pseudonym (or none), other forms of the name parted by semicolons (or none)."""
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            lines = [[cell.strip() for cell in line] for line in csv.reader(file) if any(cell.strip() for cell in line)]
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        raise UsageError(
            f"{path}: cannot be read as a list of names (one a line: name, pseudonym), nor is it one of the roles "
            f"{' and '.join(ROLES)}."
        ) from error
    if lines and lines[0][0].casefold() == "name":
        lines = lines[1:]
    if not lines:
        raise UsageError(f"{path}: there is no name in it. One a line: name, pseudonym.")
    for number, line in enumerate(lines, 1):
        name, pseudonym, also = (*line, "", "")[:3]
        if not any(c.isalpha() for c in name):
            raise UsageError(f"{path}: line {number} has no name in its first column.")
        forms = tuple(form.strip() for form in also.split(";") if form.strip())
        yield name, pseudonym or f"Person {number}", forms


def _surnames(names: Iterable[str]) -> Iterator[str]:
    """The last word of every name of several words; initials and numbers are none."""
    for name in names:
        given, _, last = name.strip().rpartition(" ")
        family, comma, _ = name.partition(",")
        last = family if comma else last
        if given and len(last) > 1 and last[0].isupper():
            yield last


def _meant(entities: Iterable[Entity], names: Iterable[str]) -> list[Entity]:
    """Who is called exactly so."""
    wanted = {_bare(name) for name in names}
    return [e for e in entities if wanted.intersection(map(_bare, (e.name, *e.names)))]


def _bare(name: str) -> str:
    return " ".join(re.findall(r"\w+", fold(name)))


def _in_role(edition: Edition, public: Public, role: str) -> list[Entity]:
    """Whom the texts show in a role, by what stands beside their names: some will be missed, so the list is printed."""
    persons = {e.id: e for e in public.entities if e.type == "person"}
    found: set[str] = set()
    for identity in public.documents:
        text = edition.text(identity)
        referents = edition.mention_referents(identity)
        passages = edition.passages(identity)
        for mention in edition.mentions(identity):
            entity = public.entity(referents.get(mention.id))
            if entity in persons and entity not in found and mention.form == "name":
                around = next((p.span for p in passages if p.span.contains(mention.span)), mention.span)
                before = text[max(around.start, mention.span.start - 60) : mention.span.start]
                after = text[mention.span.end : min(around.end, mention.span.end + 80)]
                if _shows(role, before, after, around.of(text)):
                    found.add(entity)
        if role == "victims":
            described = {
                public.entity(r.id) for r in edition.referents(identity) if _SUFFERERS.search(" ".join(r.descriptions))
            }
            found |= {entity for entity in described if entity in persons}
    return [entity for identity, entity in persons.items() if identity in found]


def _shows(role: str, before: str, after: str, around: str) -> bool:
    if role == "anonymous":
        return bool(_UNNAMED.search(around))
    return bool(_HARMED.match(after) or _DOING_HARM.search(before) or _SUFFERERS.search(before[-25:]))
