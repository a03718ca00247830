"""An authority file: names that a user pins to identifiers, as a CSV table or in the shape of Wikidata's JSON.

CSV has the columns `id` and `name`, and may have `variants` (parted by "|" or ";") and `type`; others are ignored:

    id,name,variants,type
    Q7,Ana Lindqvist,A. Lindquist|Anna Lindqvist,person

JSON is a list of such objects, or what Wikidata gives out: `{"entities": {"Q7": {"labels": …, "aliases": …}}}`.
"""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any, get_args

from gainsay.annotations.mentions import MentionType
from gainsay.entities.folding import fold
from gainsay.errors import AuthorityError

_TYPES = frozenset(get_args(MentionType))
_EXAMPLE = "Its first line should be: id,name,variants"
_MOST_TOLD = 40  # characters of a bad value that a message repeats


@dataclass(frozen=True, slots=True)
class Authorised:
    """One entry: its identifier, its name, other forms of it, and what it names, if the file says so."""

    id: str
    name: str
    variants: tuple[str, ...] = ()
    type: MentionType | None = None


def parse_authority(text: str, name: str) -> tuple[Authorised, ...]:
    """The entries of an authority file; `name` is the file's, for messages.

    Raises AuthorityError with the line, or the entry, that cannot be used.
    """
    text = text.removeprefix("\ufeff")
    if not text.strip():
        raise AuthorityError(f"{name}: the file is empty. {_EXAMPLE}")
    entries = list(_of_json(text, name) if text.lstrip()[0] in "[{" else _of_csv(text, name))
    if not entries:
        raise AuthorityError(f"{name}: there is no entry in this file. {_EXAMPLE}, then a line for each name.")
    seen: dict[str, Authorised] = {}
    for entry in entries:
        known = seen.get(entry.id)
        if known is not None and known != entry:
            raise AuthorityError(
                f"{name}: {entry.id} stands for both {known.name} and {entry.name}. Give each its own id."
            )
        seen[entry.id] = entry
    return tuple(seen.values())


def _of_csv(text: str, name: str) -> Iterator[Authorised]:
    lines = csv.reader(io.StringIO(text, newline=""))
    try:
        header = [column.strip().lower() for column in next(lines)]
        missing = [column for column in ("id", "name") if column not in header]
        if missing:
            raise AuthorityError(f"{name}: there is no column {' and no column '.join(missing)}. {_EXAMPLE}")
        for row in lines:
            if any(cell.strip() for cell in row):
                given = dict(zip(header, (cell.strip() for cell in row), strict=False))
                yield _entry(given, f"{name}: line {lines.line_num}")
    except csv.Error as error:
        raise AuthorityError(f"{name}: line {lines.line_num} is no CSV ({error}).") from None


def _of_json(text: str, name: str) -> Iterator[Authorised]:
    try:
        data: Any = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise AuthorityError(f"{name}: this is not valid JSON ({error}).") from None
    if isinstance(data, dict):
        data = data.get("entities", data)
        data = (
            [{"id": key, **one} for key, one in data.items() if isinstance(one, dict)]
            if isinstance(data, dict)
            else data
        )
    if not isinstance(data, list):
        raise AuthorityError(f'{name}: a list of entries, or Wikidata\'s {{"entities": …}}, is expected here.')
    for number, one in enumerate(data, 1):
        if not isinstance(one, dict):
            raise AuthorityError(f"{name}: entry {number} is no object with id and name.")
        yield _entry(_plain(one), f"{name}: entry {number}")


def _plain(one: dict[str, Any]) -> dict[str, Any]:
    """Wikidata's labels and aliases in all languages as one name and its variants, the English label first."""
    labels = [v["value"] for v in _values(one.get("labels"), first="en") if isinstance(v.get("value"), str)]
    aliases = [v["value"] for v in _values(one.get("aliases"), first="en") if isinstance(v.get("value"), str)]
    if labels:
        return {"type": one.get("kind"), "id": one.get("id"), "name": labels[0], "variants": [*labels[1:], *aliases]}
    return one


def _values(by_language: Any, first: str) -> list[dict[str, Any]]:
    if not isinstance(by_language, dict):
        return []
    ordered = sorted(by_language, key=lambda language: (language != first, str(language)))
    nested = [by_language[language] for language in ordered]
    flat = [one for value in nested for one in (value if isinstance(value, list) else [value])]
    return [one for one in flat if isinstance(one, dict)]


def _entry(given: dict[str, Any], where: str) -> Authorised:
    identity, name, variants = given.get("id"), given.get("name"), given.get("variants") or []
    if not isinstance(identity, str | int) or not str(identity).strip():
        raise AuthorityError(f"{where} has no id. Each entry needs an id and a name.")
    if not isinstance(name, str) or not fold(name):
        raise AuthorityError(f"{where} has no name. Each entry needs an id and a name.")
    if isinstance(variants, str):
        variants = variants.replace(";", "|").split("|")
    if not isinstance(variants, list) or not all(isinstance(one, str) for one in variants):
        raise AuthorityError(f'{where}: the variants of {name} should be words parted by "|".')
    kind = given.get("type") or None
    if kind is not None and kind not in _TYPES:
        raise AuthorityError(
            f"{where}: {str(kind)[:_MOST_TOLD]} is no type. Use one of {', '.join(sorted(_TYPES))}, or leave it empty."
        )
    plain = tuple(dict.fromkeys(one.strip() for one in variants if fold(one)))
    return Authorised(str(identity).strip(), " ".join(name.split()), plain, kind)


def by_name(entries: Iterable[Authorised]) -> dict[str, Sequence[Authorised]]:
    """Folded name or variant → the entries that have it: where these are several, the name alone pins nothing."""
    found: dict[str, dict[str, Authorised]] = {}
    for entry in entries:
        for name in (entry.name, *entry.variants):
            found.setdefault(fold(name), {})[entry.id] = entry
    return {name: tuple(several.values()) for name, several in found.items()}
