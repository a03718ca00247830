"""One record of a JSON Lines file: its text, and what its other fields say of it."""

from __future__ import annotations

import json
import re
from typing import Any

from gainsay.documents.document import Stated
from gainsay.documents.readers.reader import Content
from gainsay.errors import NotTextError

_TEXT = ("text", "content", "body", "article_text", "full_text", "maintext")
_FIELDS = {
    "title": ("title", "headline", "name"),
    "author": ("author", "authors", "byline", "creator"),
    "publisher": ("publisher", "source", "outlet", "site_name", "journal"),
    "written": ("written", "date", "published", "publish_date", "published_at", "date_publish", "pubdate", "issued"),
    "url": ("url", "link", "uri"),
    "party": ("party",),
    "kind": ("kind",),
}
"""Names that collections give to these, the most exact first."""

_DATE = re.compile(r"(\d{4})(?:[-/](\d\d))?(?:[-/](\d\d))?(?=$|[T\s])")
_LANGUAGE = re.compile(r"[a-z]{2,3}")


def text_key(record: dict[str, Any]) -> str | None:
    """The key under which a record has its text; None where it has none.

    >>> text_key({"headline": "Strike", "body": "The docks were still."})
    'body'
    """
    return next((key for key in _TEXT if isinstance(record.get(key), str)), None)


def read_record(path: str, data: bytes) -> Content:
    """The text to the letter. Other fields are metadata where their names say so; the rest is told, and left out."""
    try:
        record = json.loads(data)
    except (ValueError, RecursionError) as error:
        raise NotTextError(
            path, f"this line is not valid JSON ({str(error)[:100]}). Correct it or delete it."
        ) from error
    key = text_key(record) if isinstance(record, dict) else None
    if key is None:
        raise NotTextError(path, f"this record has no text: none of its fields is called {', '.join(_TEXT)}.")
    text = record[key].replace("\0", "\ufffd").encode("utf-8", "replace").decode()
    metadata = {name: found for name, keys in _FIELDS.items() if (found := _stated(name, record, keys))}
    language = record.get("language") or record.get("lang")
    return Content(
        text,
        "application/json",
        "utf-8",
        metadata,
        language=language if isinstance(language, str) and _LANGUAGE.fullmatch(language) else None,
    )


def _stated(name: str, record: dict[str, Any], keys: tuple[str, ...]) -> Stated | None:
    for key in keys:
        value = record.get(key)
        if isinstance(value, list):
            value = "; ".join(item for item in value[:20] if isinstance(item, str))
        if isinstance(value, int) and not isinstance(value, bool):
            value = str(value)
        if not isinstance(value, str) or not (value := " ".join(value.split())) or len(value) > 500:
            continue
        if name == "written":
            found = _DATE.match(value)
            value = "-".join(part for part in found.groups() if part) if found else ""
        if value:
            return Stated(value.encode("utf-8", "replace").decode(), "file")  # JSON can tell half a character
    return None
