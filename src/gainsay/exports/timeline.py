"""TimelineJS 3: what the sources place in time, each event with its words and where they stand."""

from __future__ import annotations

import json
from collections.abc import Iterator
from html import escape
from pathlib import Path
from typing import Any

from gainsay.annotations.dates.edtf import FOREVER, NEVER, Day, bounds
from gainsay.edition.edition import Edition
from gainsay.edition.public import Public
from gainsay.edition.shown import statements_of
from gainsay.exports.files import write_file

Json = dict[str, Any]


def write(edition: Edition, path: Path) -> dict[str, int]:
    """Write one timeline into the file `path`: the documents by when they were written, and the dated statements of
    matters by the date they give. The number of events.
    """
    public = Public.of(edition)
    events = [*_documents(edition, public), *_statements(edition, public)]
    title = {"text": {"headline": escape(edition.path.stem), "text": "What the sources say, by the dates they give."}}
    write_file(path, json.dumps({"title": title, "events": events}, ensure_ascii=False, indent=1) + "\n")
    return {"events": len(events)}


def _documents(edition: Edition, public: Public) -> Iterator[Json]:
    for identity, path in public.documents.items():
        document = edition.document(identity)
        what = " · ".join(part for part in (document.author, document.publisher) if part)
        yield from _event(identity, document.written, document.title or path, escape(what), "documents")


def _statements(edition: Edition, public: Public) -> Iterator[Json]:
    """The statements of matters by their own dates; where they give none, by what the matter is about."""
    wanted = (s.id for matter in public.shown for side in matter.sides for s in side.statements)
    statements = statements_of(edition, wanted)
    dated = dict.fromkeys(s.document for s in statements.values() if s.dates)
    dates = {d.id: d.edtf for document in dated for d in edition.dates(document)}
    of = {s.id: [dates[d] for d in s.dates] for s in statements.values()}
    for matter in public.shown:
        for number, side in enumerate(matter.sides, 1):
            for s in side.statements:
                when = _first(of.get(s.id, [])) or matter.when
                held = f"{s.holder}, in {s.path}" if s.holder else s.path
                text = f"“{escape(s.words)}” ({escape(held)})<br>{escape(matter.verdict)}: {escape(matter.label)}"
                yield from _event(f"{matter.id}-{number}-{s.id}", when, side.position, text, matter.verdict)


def _first(dates: list[str | None]) -> str | None:
    return next((edtf for edtf in dates if edtf), None)


def _event(identity: str, edtf: str | None, headline: str, text: str, group: str) -> Iterator[Json]:
    """An event, where its date has a beginning and an end in the calendar. TimelineJS takes words as HTML."""
    found = bounds(edtf) if edtf else None
    if not edtf or not found or found[0] == NEVER or found[1] == FOREVER:
        return
    first, last = (_date(day, len(edtf)) for day in found)
    event = {
        "unique_id": identity,
        "start_date": first,
        "text": {"headline": escape(headline), "text": text},
        "group": group,
        "display_date": edtf,
        "autolink": False,
    }
    yield {**event, "end_date": last} if first != last else event


def _date(day: Day, length: int) -> Json:
    """A day as TimelineJS has it: no finer than a bare year or month in EDTF is."""
    year, month, number = day
    if length == len("1911"):
        return {"year": year}
    return {"year": year, "month": month} if length == len("1911-03") else {"year": year, "month": month, "day": number}
