"""The elements of TEI that stand for the readings of a document."""

from __future__ import annotations

import re
from collections.abc import Iterator

from gainsay.annotations.attributions.attribution import Attribution
from gainsay.annotations.citations import Citation
from gainsay.annotations.dates.date import Date
from gainsay.annotations.figures import Figure
from gainsay.annotations.mentions import Mention
from gainsay.edition.contents import Contents
from gainsay.exports.tei.nesting import Element

# What may stand in what: `date` takes no quotation, so quotations rank above dates; the rest is habit.
SAID, QUOTED, STATEMENT, REFERENCE, ROLE, MEASURE, NAME, DATE = 8, 7, 6, 5, 4, 3, 2, 1

_NAMES = {"person": "persName", "organisation": "orgName", "group": "orgName", "place": "placeName"}
_DAY = r"\d{4}(?:-(?:0[1-9]|1[0-2])(?:-\d\d)?)?"
_PLAIN = re.compile(_DAY)
_RANGE = re.compile(rf"({_DAY}|\.\.)/({_DAY}|\.\.)")


def elements(one: Contents, merged: dict[str, str]) -> Iterator[Element]:
    """An element for each span of each reading of a document; `merged` leads from a work to the one it is listed as."""
    for a in one.attributions:
        yield from _said(a, one)
    for s in one.statements:
        hedged = ("function", "hedged" if s.hedged else None)
        yield Element(s.span, "seg", STATEMENT, s.id, (("type", "statement"), ("subtype", s.polarity), hedged))
    for c in one.citations:
        yield from _reference(c, merged)
    for g in one.designations:
        meant = dict.fromkeys(one.entity_of[m] for m in g.mentions if m in one.entity_of)
        corresp = " ".join(f"#{entity}" for entity in meant) or None
        yield Element(g.span, "seg", ROLE, g.id, (("type", "designation"), ("corresp", corresp)))
    for f in one.figures:
        yield Element(f.span, "measure", MEASURE, f.id, _measure(f))
    for m in one.mentions:
        yield _name(m, one)
    for d in one.dates:
        yield Element(d.span, "date", DATE, d.id, _when(d))


def _said(a: Attribution, one: Contents) -> Iterator[Element]:
    entity = one.entity_of.get(a.id)
    attributes = (
        ("who", f"#{entity}" if entity else None),
        ("direct", "true" if a.kind == "direct" else "false"),
        ("corresp", f"#{a.stance}"),
    )
    for number, span in enumerate(a.content):
        yield Element(span, "said", SAID, _several(a.id, number), attributes)
    for number, span in enumerate(a.marked if a.kind == "mixed" else ()):
        yield Element(span, "quote", QUOTED, _several(f"{a.id}-quote", number))
    for role, spans in (("speaker", a.speaker), ("cue", a.cue)):
        for number, span in enumerate(spans):
            reach = (("type", role), ("corresp", f"#{a.id}"))
            yield Element(span, "seg", ROLE, _several(f"{a.id}-{role}", number), reach)


def _several(identity: str, number: int) -> str:
    return f"{identity}-{number + 1}" if number else identity


def _reference(c: Citation, merged: dict[str, str]) -> Iterator[Element]:
    work = f"#{merged.get(c.work, c.work)}" if c.work else None
    if c.marker is not None:
        target = f"#{c.id}-note" if c.note is not None else None
        yield Element(c.marker, "ref", REFERENCE, c.id, (("type", "marker"), ("target", target), ("corresp", work)))
    words = c.note if c.note is not None else c.reference
    if words is not None:
        identity = c.id if c.marker is None else f"{c.id}-note"
        yield Element(words, "ref", REFERENCE, identity, (("type", "reference"), ("corresp", work)))


def _name(m: Mention, one: Contents) -> Element:
    entity = one.entity_of.get(m.id)
    ref = ("ref", f"#{entity}" if entity else None)
    if m.form == "name":
        name = _NAMES.get(m.type, "name")
        return Element(m.span, name, NAME, m.id, (ref, ("type", m.type if name == "name" else None)))
    return Element(m.span, "rs", NAME, m.id, (ref, ("type", m.type), ("subtype", m.form)))


def _measure(f: Figure) -> tuple[tuple[str, str | None], ...]:
    unit = (("unit", _token(f.unit)), ("commodity", _token(f.head or f.counted)))
    if isinstance(f.value, tuple):
        low, high = (None if end is None else f"{end}" for end in f.value)
        return (("atLeast", low), ("atMost", high), *unit)
    value = None if f.value is None else f"{f.value}"
    name = {"at least": "atLeast", "up to": "atMost"}.get(f.qualifier or "", "quantity")
    return ((name, value), *unit, ("type", _token(f.qualifier)))


def _token(words: str | None) -> str | None:
    """Words as a value without blanks."""
    return "_".join(words.split()) if words else None


def _when(d: Date) -> tuple[tuple[str, str | None], ...]:
    """A date in attributes of W3C datatypes where they can say it, else as EDTF."""
    if d.edtf is None:
        return (("type", d.kind),)
    if _PLAIN.fullmatch(d.edtf):
        return (("when", d.edtf),)
    ends = _RANGE.fullmatch(d.edtf)
    if ends:
        first, last = (None if end == ".." else end for end in ends.groups())
        return (("from", first), ("to", last))
    return (("when-custom", d.edtf), ("datingMethod", "#edtf"))
