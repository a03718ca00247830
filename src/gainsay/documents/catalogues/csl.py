"""CSL-JSON, and Better BibTeX's JSON, which is like it and names the files."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from gainsay.documents.catalogues.item import Item, to_edtf


def read_csl(data: Any) -> Iterator[Item]:
    """The items that name files."""
    items = data.get("items", []) if isinstance(data, dict) else data
    for item in items if isinstance(items, list) else []:
        if isinstance(item, dict) and (files := _files(item)):
            yield Item(_values(item), files)


def _values(item: dict[str, Any]) -> dict[str, str]:
    found = {
        "title": item.get("title"),
        "publisher": item.get("container-title") or item.get("publicationTitle") or item.get("publisher"),
        "url": item.get("URL") or item.get("url"),
        "language": item.get("language"),
        "author": "; ".join(_people(item)),
        "written": _written(item.get("issued") or item.get("date")),
    }
    return {key: " ".join(value.split()) for key, value in found.items() if isinstance(value, str) and value.strip()}


def _people(item: dict[str, Any]) -> Iterator[str]:
    people = item.get("author") or item.get("creators") or []
    for one in people if isinstance(people, list) else []:
        if isinstance(one, dict):
            names = (one.get("given") or one.get("firstName"), one.get("family") or one.get("lastName"))
            whole = " ".join(name for name in names if isinstance(name, str))
            whole = whole or str(one.get("literal") or one.get("name") or "")
            if whole:
                yield whole


def _written(issued: Any) -> str | None:
    if isinstance(issued, dict):
        parts = issued.get("date-parts")
        if isinstance(parts, list) and parts and isinstance(parts[0], list):
            return to_edtf(*[str(part) for part in parts[0][:3]]) if parts[0] else None
        issued = issued.get("literal") or issued.get("raw")
    return to_edtf(issued) if isinstance(issued, str) else None


def _files(item: dict[str, Any]) -> tuple[str, ...]:
    attached = item.get("attachments") or item.get("file") or []
    if isinstance(attached, str):
        attached = attached.split(";")
    paths = (one.get("path") or one.get("localPath") if isinstance(one, dict) else one for one in attached)
    return tuple(path for path in paths if isinstance(path, str) and path)
