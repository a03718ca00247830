"""CSL-JSON: the works that an edition cites, as citation processors read them."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

from gainsay.edition.edition import Edition
from gainsay.exports.bibliography import Name, Work, names, works
from gainsay.exports.files import write_file

_TYPES = {
    "book": "book",
    "article": "article-journal",
    "newspaper": "article-newspaper",
    "chapter": "chapter",
    "archival": "manuscript",
    "other": "document",
}
_DATE = re.compile(r"(\d{4})(?:-(0[1-9]|1[0-2])(?:-(\d\d))?)?[~?]?")


def write(edition: Edition, path: Path) -> dict[str, int]:
    """Write the cited works into the file `path`; the number of works."""
    found = works(edition)
    write_file(path, json.dumps([_item(work) for work in found], ensure_ascii=False, indent=1) + "\n")
    return {"works": len(found)}


def _item(work: Work) -> dict[str, Any]:
    citation = work.citation
    item: dict[str, Any] = {
        "id": work.id,
        "type": _TYPES[work.kind],
        "title": citation.title,
        "author": [_name(n) for n in names(citation.author)],
        "editor": [_name(n) for n in names(citation.editor)],
        "container-title": citation.container,
        "volume": citation.volume,
        "issued": _issued(citation.date or citation.entry_date),
        "publisher": citation.publisher,
        "publisher-place": citation.place,
        "archive_location": citation.archive,
        "custom": {"document": work.itself} if work.itself else None,
        "note": f"cited {work.cited} times in {', '.join(work.documents)}",
    }
    return {name: value for name, value in item.items() if value}


def _name(name: Name) -> dict[str, str]:
    if name.literal:
        return {"literal": name.literal}
    return {"family": name.family or "", "given": name.given or ""}


def _issued(edtf: str | None) -> dict[str, Any] | None:
    """A date or a range as CSL has it; what it cannot say stays in words."""
    if edtf is None:
        return None
    ends = [_DATE.fullmatch(end) for end in edtf.split("/")]
    parts = [[int(number) for number in end.groups() if number] for end in ends if end]
    return {"date-parts": parts} if len(parts) == len(ends) <= 2 else {"literal": edtf}
