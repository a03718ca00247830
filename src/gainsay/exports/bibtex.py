"""BibTeX: the works that an edition cites, one entry each."""

from __future__ import annotations

import re
import unicodedata
from pathlib import Path

from gainsay.annotations.citations import Citation
from gainsay.edition.edition import Edition
from gainsay.exports.bibliography import Name, Work, names, works
from gainsay.exports.files import write_file

_TYPES = {"book": "book", "article": "article", "newspaper": "article", "chapter": "incollection"}
_SPECIAL = re.compile(r"[\\{}$&#%_~^]")
_ESCAPED = {"\\": r"\textbackslash{}", "~": r"\textasciitilde{}", "^": r"\textasciicircum{}"}


def write(edition: Edition, path: Path) -> dict[str, int]:
    """Write the cited works into the file `path`; the number of works."""
    found = works(edition)
    write_file(path, "\n".join(_entry(work, key) for work, key in zip(found, _keys(found), strict=True)))
    return {"works": len(found)}


def _entry(work: Work, key: str) -> str:
    citation = work.citation
    fields = {
        "author": " and ".join(_name(n) for n in names(citation.author)),
        "editor": " and ".join(_name(n) for n in names(citation.editor)),
        "title": _escaped(citation.title),
        "booktitle" if work.kind == "chapter" else "journal": _escaped(citation.container),
        "volume": _escaped(citation.volume),
        "year": (citation.date or citation.entry_date or "")[:4],
        "date": citation.date or citation.entry_date or "",
        "address": _escaped(citation.place),
        "publisher": _escaped(citation.publisher),
        "note": _escaped(citation.archive),
        "file": work.itself or "",
    }
    lines = [f"  {name} = {{{value}}}," for name, value in fields.items() if value]
    return "\n".join([f"@{_TYPES.get(work.kind, 'misc')}{{{key},", *lines, "}", ""])


def _name(name: Name) -> str:
    if name.literal:
        return f"{{{_escaped(name.literal)}}}"
    return f"{_escaped(name.family)}, {_escaped(name.given)}"


def _escaped(text: str | None) -> str:
    plain = " ".join((text or "").split())
    return _SPECIAL.sub(lambda found: _ESCAPED.get(found.group(), "\\" + found.group()), plain)


def _keys(found: list[Work]) -> list[str]:
    """A key for each work: surname, year and first word of the title; a letter where two are alike."""
    seen: dict[str, int] = {}
    keys = []
    for work in found:
        key = _key(work.citation)
        count = seen.get(key, 0)
        seen[key] = count + 1
        keys.append(key if not count else f"{key}-{count + 1}")
    return keys


def _key(citation: Citation) -> str:
    first = next(iter(names(citation.author)), None)
    words = [w for w in _plain(citation.title or citation.archive or "work").split() if len(w) > 3] or ["work"]
    author = _plain((first.family or first.literal or "") if first else "").replace(" ", "")
    return "-".join(p for p in (author, (citation.date or citation.entry_date or "")[:4], words[0]) if p)


def _plain(text: str) -> str:
    bare = "".join(c for c in unicodedata.normalize("NFD", text.lower()) if not unicodedata.combining(c))
    return re.sub(r"[^a-z0-9]+", " ", bare).strip()
