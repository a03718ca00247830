"""What a page says of itself: `<meta>`, JSON-LD, `<link>`, `<html lang>`. Only what is stated outright."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from gainsay.documents.document import Stated

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_META = {
    "title": ("citation_title", "og:title", "dc.title", "dcterms.title", "twitter:title"),
    "author": ("citation_author", "author", "article:author", "dc.creator", "dcterms.creator", "parsely-author", "byl"),
    "publisher": ("citation_publisher", "citation_journal_title", "og:site_name", "dc.publisher", "dcterms.publisher"),
    "written": (
        "article:published_time",
        "citation_publication_date",
        "citation_date",
        "dc.date",
        "dc.date.issued",
        "dcterms.date",
        "datepublished",
        "pubdate",
        "publishdate",
        "date",
    ),
    "url": ("og:url",),
}
"""Names of `<meta>`, the most exact first."""

_ARTICLE = re.compile(r"Article|BlogPosting|Report|WebPage|Book|Chapter|Thesis|Statement|Legislation")

_DATE = re.compile(
    r"(?P<y>1[4-9]\d\d|20\d\d)(?:[-/](?P<m>0[1-9]|1[0-2])(?:[-/](?P<d>0[1-9]|[12]\d|3[01]))?)?(?=$|[T\s])"
)

_LONGEST = 300
"""Characters. Longer metadata is a text put in the wrong place."""


def read_metadata(root: HtmlElement) -> dict[str, Stated]:
    """Title, author, publisher, `written` (EDTF) and url, where the page states them."""
    found: dict[str, str] = {}
    metas = _metas(root)
    linked = _linked(root)
    for key, names in _META.items():
        candidates = [linked.get(key), *(metas.get(name) for name in names)]
        value = next((good for value in candidates if value and (good := _clean(key, value))), None)
        if value:
            found[key] = value
    canonical = root.xpath("string(//link[@rel='canonical']/@href)")
    if isinstance(canonical, str) and canonical.startswith("http"):
        found["url"] = canonical
    if "title" not in found and (title := _clean("title", root.findtext(".//title") or "")):
        found["title"] = title
    return {key: Stated(value, "file") for key, value in found.items()}


def read_language(root: HtmlElement) -> str | None:
    """The language of `<html lang>`, without its region."""
    match = re.match(r"[A-Za-z]{2,3}(?=$|[-_])", root.get("lang") or "")
    return match[0].lower() if match else None


def _metas(root: HtmlElement) -> dict[str, str]:
    """The content of each `<meta>` by its lower-case name; of several with one name the first, authors together."""
    metas: dict[str, str] = {}
    for meta in root.iter("meta"):
        name = (meta.get("name") or meta.get("property") or meta.get("itemprop") or "").lower()
        content = (meta.get("content") or "").strip()
        if name and content:
            several = name in metas and name == "citation_author"
            metas[name] = f"{metas[name]}; {content}" if several else metas.get(name, content)
    return metas


def _linked(root: HtmlElement) -> dict[str, str]:
    """What JSON-LD says of the article on the page."""
    for script in root.iter("script"):
        if "ld+json" not in (script.get("type") or ""):
            continue
        try:
            data = json.loads(script.text or "")
        except (ValueError, RecursionError):
            continue
        for item in _items(data):
            if _ARTICLE.search(str(item.get("@type", ""))) and "headline" in item:
                return {
                    "title": _name(item.get("headline")),
                    "author": _name(item.get("author")),
                    "publisher": _name(item.get("publisher")),
                    "written": _name(item.get("datePublished")),
                }
    return {}


def _items(data: Any) -> Iterator[dict[str, Any]]:
    """The objects of a JSON-LD block: one, a list, or a graph."""
    for item in data if isinstance(data, list) else [data]:
        if isinstance(item, dict):
            yield item
            graph = item.get("@graph")
            yield from (part for part in (graph if isinstance(graph, list) else []) if isinstance(part, dict))


def _name(value: Any) -> str:
    if isinstance(value, dict):
        value = value.get("name", "")
    if isinstance(value, list):
        return "; ".join(filter(None, map(_name, value[:20])))
    return value if isinstance(value, str) else ""


def _clean(key: str, value: str) -> str | None:
    value = " ".join(value.split())
    if not value or len(value) > _LONGEST or (key == "author" and "://" in value):
        return None
    if key == "url":
        return value if value.startswith("http") else None
    if key == "written":
        match = _DATE.match(value)
        return "-".join(part for part in match.group("y", "m", "d") if part) if match else None
    return value
