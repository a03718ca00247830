"""ClaimReview (schema.org): disputed claims, who made them and where. The rating is left empty: it is the
fact-checker's to give.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from gainsay.documents.document import Document
from gainsay.edition.edition import Edition
from gainsay.edition.public import Public
from gainsay.edition.shown import ShownMatter, ShownSide, ShownStatement
from gainsay.exports.files import write_file
from gainsay.matters.matter import DISPUTED

Json = dict[str, Any]

_SCHEMA_TYPES = {"person": "Person", "organisation": "Organization", "group": "Organization", "place": "Place"}


def write(edition: Edition, path: Path) -> dict[str, int]:
    """Write a review to be filled in for each side of each disputed matter into the file `path`; their number."""
    public = Public.of(edition)
    types = {e.name: _SCHEMA_TYPES.get(e.type, "Thing") for e in public.entities}
    reviews = [
        review for matter in public.shown if matter.verdict in DISPUTED for review in _reviews(matter, edition, types)
    ]
    whole = {"@context": "https://schema.org", "@graph": reviews}
    write_file(path, json.dumps(whole, ensure_ascii=False, indent=1) + "\n")
    return {"claims": len(reviews)}


def _reviews(matter: ShownMatter, edition: Edition, types: dict[str, str]) -> Iterator[Json]:
    for number, side in enumerate(matter.sides, 1):
        yield {
            "@type": "ClaimReview",
            "@id": f"urn:gainsay:{matter.id}:{number}",
            "claimReviewed": side.statements[0].words if side.statements else side.position,
            "reviewBody": f"{matter.verdict}: {matter.reason}",
            "reviewRating": {"@type": "Rating", "ratingValue": "", "alternateName": ""},
            "itemReviewed": _claim(side, edition, types),
        }


def _claim(side: ShownSide, edition: Edition, types: dict[str, str]) -> Json:
    """The claim, with everybody who makes it and every place where it stands."""
    holders = dict.fromkeys(s.holder for s in side.statements if s.holder)
    authors = [{"@type": types.get(name, "Thing"), "name": name} for name in holders]
    appearances = [_appearance(s, edition.document(s.document)) for s in side.statements]
    claim = {"@type": "Claim", "author": authors, "appearance": appearances}
    return {key: value for key, value in claim.items() if value}


def _appearance(s: ShownStatement, document: Document) -> Json:
    """A document with the words of the claim. Only a date that schema.org can read is given."""
    written = document.written if document.written and len(document.written) in (4, 7, 10) else None
    known = {
        "@type": "CreativeWork",
        "url": document.stated("url"),
        "identifier": document.path,
        "headline": document.title,
        "datePublished": written if written and "X" not in written else None,
        "publisher": {"@type": "Organization", "name": document.publisher} if document.publisher else None,
        "author": {"@type": "Person", "name": document.author} if document.author else None,
        "text": s.words,
    }
    return {key: value for key, value in known.items() if value}
