"""What of each kind of record a person may correct, and how a value must look."""

from __future__ import annotations

from collections.abc import Callable
from types import UnionType
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints

from gainsay.annotations.attributions.attribution import Attribution
from gainsay.annotations.citations import Citation
from gainsay.annotations.dates.date import Date
from gainsay.annotations.dates.edtf import bounds
from gainsay.annotations.designations import Designation
from gainsay.annotations.figures import Figure
from gainsay.annotations.mentions import Mention
from gainsay.edition.review.decision import Kind
from gainsay.entities.entity import Entity
from gainsay.errors import UsageError
from gainsay.matters.matter import Matter
from gainsay.spans import Span, Spans
from gainsay.statements.statement import Statement

RECORDS: dict[Kind, type] = {
    "attribution": Attribution,
    "mention": Mention,
    "date": Date,
    "figure": Figure,
    "citation": Citation,
    "designation": Designation,
    "statement": Statement,
}
"""The kinds of records that stand in a document."""

KEYS: dict[Kind, tuple[str, ...]] = {
    "attribution": ("content", "cue"),
    "mention": ("span", "form"),
    "date": ("span",),
    "figure": ("span",),
    "citation": ("kind", "marker", "reference"),
    "designation": ("span", "act"),
    "statement": ("span",),
}
"""What tells a record from the others of its kind in a document."""

CORRECTABLE: dict[Kind, tuple[str, ...]] = {
    "attribution": ("content", "speaker", "cue", "kind", "stance", "said", "entity"),
    "mention": ("span", "type", "form", "entity"),
    "date": ("span", "edtf", "kind"),
    "figure": ("span", "value", "qualifier", "unit", "head", "action"),
    "citation": ("author", "title", "date", "entry_date", "place", "publisher", "pages"),
    "designation": ("span", "charge"),
    "statement": ("polarity", "hedged"),
    "matter": ("verdict", "facet"),
    "entity": ("name", "type"),
}
"""The fields that may be corrected. `entity` says whose mention it is, or who speaks."""

_DATES = frozenset({"edtf", "said", "date", "entry_date"})


def check(kind: Kind, changes: dict[str, Any], length: int | None) -> dict[str, Any]:
    """The corrections as they are; `length` is that of the text. Raises UsageError saying what is wrong with one."""
    if not changes:
        raise UsageError("a correction needs a value: say which field and what it should be.")
    record: type = RECORDS.get(kind) or {"matter": Matter, "entity": Entity}[kind]
    hints = get_type_hints(record)
    for name, value in changes.items():
        if name not in CORRECTABLE[kind]:
            known = ", ".join(CORRECTABLE[kind])
            raise UsageError(f"{name}: not a field of a {kind} that can be corrected. These can: {known}.")
        if name == "entity":
            continue
        problem = _wrong(name, value, hints[name], length)
        if problem:
            raise UsageError(f"{name} = {value!r}: {problem}")
    return changes


def _wrong(name: str, value: Any, hint: Any, length: int | None) -> str | None:
    """What is wrong with a value, and what to give instead."""
    if hint is Span:
        return _wrong_span(value, length)
    if hint == Spans:
        if not isinstance(value, list):
            return "give a list of spans, such as [[10, 24]]."
        return next((found for span in value if (found := _wrong_span(span, length))), None)
    choices = _choices(hint)
    if value is None:
        return None if type(None) in get_args(hint) else "it cannot be empty."
    if choices:
        return None if value in choices else f"give one of {', '.join(map(str, choices))}."
    if name in _DATES:
        return None if isinstance(value, str) and _is_date(value) else "give an EDTF date, such as 1911-03-04 or 1911~."
    return _wrong_plain(value, _plain_type(hint))


def _choices(hint: Any) -> tuple[Any, ...]:
    if get_origin(hint) is Literal:
        return get_args(hint)
    if get_origin(hint) in (Union, UnionType):
        return tuple(choice for part in get_args(hint) for choice in _choices(part))
    return ()


def _plain_type(hint: Any) -> str:
    parts = [part for part in get_args(hint) if part is not type(None)] or [hint]
    if bool in parts:
        return "bool"
    if str in parts:
        return "str"
    return "pair" if any(get_origin(part) is tuple for part in parts) else "number"


_PLAIN: dict[str, tuple[Callable[[Any], bool], str]] = {
    "bool": (lambda value: isinstance(value, bool), "give true or false."),
    "str": (lambda value: isinstance(value, str) and bool(value.strip()), "give words in quotation marks."),
    "number": (lambda value: _is_number(value), "give a number."),
    "pair": (
        lambda value: (
            _is_number(value)
            or (isinstance(value, list) and len(value) == 2 and all(v is None or _is_number(v) for v in value))
        ),
        "give a number, or [least, most] with null for an open end.",
    ),
}


def _wrong_plain(value: Any, kind: str) -> str | None:
    fits, advice = _PLAIN[kind]
    return None if fits(value) else advice


def _is_number(value: Any) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool)


def _is_date(value: str) -> bool:
    try:
        return bounds(value) is not None
    except (ValueError, OverflowError):
        return False


def _wrong_span(value: Any, length: int | None) -> str | None:
    if not (isinstance(value, list | tuple) and len(value) == 2 and all(type(v) is int for v in value)):
        return "give a span: [start, end), in characters of the text."
    if not 0 <= value[0] < value[1] <= (length or 0):
        return f"the span lies outside of the text, which has {length} characters."
    return None
