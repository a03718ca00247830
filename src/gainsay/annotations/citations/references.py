"""From the words of references to their fields: what the tagger and the rules read, put together.

The tagger knows how references look, the rules what ends them and what a reference back, a date and a page are.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from gainsay.annotations.citations.fields import LEAD, SAME, Fields, dated, parse, published
from gainsay.annotations.citations.learned import Part, find_parts
from gainsay.annotations.citations.official import as_official
from gainsay.annotations.citations.publication_dates import find_dates
from gainsay.annotations.citations.vocabulary import PERIODICALS

_EDGES = ' ,.:;–-—“”"«»‘’[](){}|#\n\t'
_PAGES = re.compile(r"\d{1,5}[a-z]?(?:\s?[-–—]{1,2}\s?\d{1,5})?(?:,\s?\d{1,5}(?:\s?[-–—]\s?\d{1,5})?){0,6}f{0,2}")
# The tail of a longer note is discussion.
_LONGEST = 900
# A reference that is no longer than its author by more than this is a name alone.
_ALONE = 4
# So many are read at once: enough to be fast, few enough for the memory of a long bibliography.
_TOGETHER = 512
_INITIAL = re.compile(r"(?:\b[A-ZÀ-Þ]|\b(?:et al|Jr|Sr|St))$")
_WHOLE_DATE = len("1911-05-03")
_TITLE_IN = re.compile(r"(?P<title>[^«»“”]{3,})[«“](?P<container>[^«»“”]{3,})")
_UNCLOSED = re.compile(r"\s?[(\[][^()\[\]]*$")
_IN = re.compile(r"^(?:in|In|IN|from|of|Edited by|edited by)\b[:\s]+")
_EDITOR = re.compile(r"\s*[,(]?\s?\b(?:[Ee]ds?|[Hh]rsg|[Tt]rans|[Cc]omps?)\b\.?\)?$")
# "1895-1902": the years in which a work came out.
_YEARS = re.compile(r"(1[4-9]\d\d|20\d\d)(?:\s?[-–/]\s?(1[4-9]\d\d|20\d\d))?")


def read_references(texts: Sequence[str]) -> list[Fields]:
    """The fields of each reference.

    >>> read_references(["Ana Lindqvist, The Quay Strike (Port Adair: Marrow Press, 1934), p. 12."])[0].publisher
    'Marrow Press'
    """
    texts = [_ACCESSED.sub("", text) for text in texts]
    told = [parse(text) for text in texts]
    short = [_short(one, _bare(text)) for one, text in zip(told, texts, strict=True)]
    told = [one or before for one, before in zip(short, told, strict=True)]
    plain = zip(told, short, texts, strict=True)
    bare = ["" if brief or _is_told(one, text) else _bare(text) for one, brief, text in plain]
    parts = [part for i in range(0, len(bare), _TOGETHER) for part in find_parts(bare[i : i + _TOGETHER])]
    joined = [_joined(*each) if each[1] else each[0] for each in zip(told, bare, parts, strict=True)]
    joined = [as_official(words, fields) if words else fields for words, fields in zip(bare, joined, strict=True)]
    return [Fields() if _is_remark(words, fields) else fields for words, fields in zip(bare, joined, strict=True)]


# When somebody looked at a page is not when it was written.
_ACCESSED = re.compile(
    r"[,;]?\s*[(\[]?\b(?:[Ll]ast\s)?(?:[Aa]ccessed|[Rr]etrieved|[Vv]iewed|[Cc]onsulted|[Vv]isited)(?:\son)?:?\s[^()\[\];]{4,24}?"
    r"\d{4}[)\]]?"
)


def read_reference(text: str) -> Fields:
    """The fields of one reference."""
    return read_references([text])[0]


def _is_remark(bare: str, fields: Fields) -> bool:
    """Whether a note says something and names no work: a sentence of its own, or "emphasis added", "see above"."""
    if _POINTER.match(bare):
        return True
    if fields.back or fields.author or any(getattr(fields, name) for name in _EVIDENCE):
        return False
    return bool(_SENTENCE.search(_QUOTED.sub("", bare)))


_EVIDENCE = ("container", "publisher", "place", "archive", "pages", "entry_date")
_POINTER = re.compile(
    r"(?:above|below|note \d+|notes \d+|chapter \d+|p\. \d+ (?:above|below)|"
    r"(?:emphasis|italics|stress) (?:added|mine|in)\b|(?:my|author[’']s|all) (?:translation|emphasis|italics))",
    re.IGNORECASE,
)
# Small words of sentences that titles seldom have; names of works in marks are taken out first.
_SENTENCE = re.compile(
    r"(?:^|\s)(?:I (?=[a-z])|[Hh]e\s|[Ss]he\s|[Tt]hey\s|[Ww]e\s|"
    r"(?:was|were|is|are|has|had|have|did|who|which|says|said|gives?|calls?|put it|breaks?)\s)"
)
_QUOTED = re.compile(r"[“\"«‘][^“”\"«»]{3,200}[”\"»’]")


def _is_told(told: Fields, text: str) -> bool:
    """Whether the rules have read all there is: *ibid.*, or a name alone."""
    return told.back == "ibid" or bool(told.author and len(text) - len(told.author) < _ALONE)


def _bare(text: str) -> str:
    return SAME.sub("", LEAD.sub("", text[:_LONGEST]).strip().strip("()[]").strip())


def _joined(told: Fields, bare: str, parts: Sequence[Part]) -> Fields:
    found: dict[str, str] = {}
    for part in parts:
        if part.name not in found and (words := _cleaned(part, bare)):
            found[part.name] = words
    told = _dated(told, bare, parts)
    issue = len(told.date or "") == _WHOLE_DATE
    if issue and (named := _TITLE_IN.fullmatch(found.get("title", ""))):
        # "Talks resume «Harbour Gazette": the newspaper stands in marks behind the title.
        found = {"container": named["container"], **found, "title": named["title"].rstrip(_EDGES)}
    if imprint := published(bare, 0):
        found |= {"place": imprint["place"].strip(" ,"), "publisher": imprint["publisher"].strip()}
    if told.entry_date and told.author is None:
        # Entries, speeches and letters without an author begin with their occasion: the rules know those.
        found = {**found, "title": told.title} if told.title else found
        found.pop("author", None)
        if _ENTRY.match(found.get("publisher", "")):
            del found["publisher"]
    # "Eastholm 1934" says where it came out.
    if not found.keys() & {"place", "publisher", "title", "container"} and (named := _author_and_year(told, bare)):
        return replace(told, author=told.author, title=None, pages=told.pages or named["pages"])
    if told.back:
        told = replace(told, title=_BACK_WORDS.sub("", told.title or "") or None)
        found = {name: _BACK_WORDS.sub("", words) for name, words in found.items()}
        found = {name: words for name, words in found.items() if words}
    if told.same_author and told.back and told.title:
        found = {**{name: words for name, words in found.items() if words != told.title}, "title": told.title}
    whole = found.get("author", "")
    if told.title and told.author and " " in told.author and not found.keys() & {"title", "container"}:
        # "Bern Oakley, Tides and Wages (1985)": the author and a title that nothing marks.
        found = {**found, "author": told.author, "title": told.title} if whole.startswith(f"{told.author}, ") else found
    if told.author and told.title and told.pages and not (told.date or told.entry_date or "container" in found):
        # "Lindqvist, Quay Strike, p. 20": a short title, not a surname with given names.
        found = {**found, "author": told.author, "title": told.title}
    return replace(
        told,
        author=None if told.same_author else found.get("author"),
        title=found.get("title"),
        container=found.get("container"),
        place=found.get("place"),
        publisher=found.get("publisher"),
        pages=found.get("pages"),
        archive=found.get("archive"),
        volume=found.get("volume"),
        editor=found.get("editor"),
    )


_SHORT = re.compile(
    r"(?:(?P<author>(?:[A-ZÀ-Þ]\.\s?){0,3}[A-ZÀ-Þ][\w’'-]+(?:\s(?:and|&)\s[A-ZÀ-Þ][\w’'-]+)?),\s)?"
    r"(?P<title>[A-ZÀ-Þ][^,.;:()\d“”\"«»]{2,60}?),\s(?:pp?\.\s?)?"
    r"(?P<pages>(?!(?:1[4-9]|20)\d\d\b)\d{1,4}(?:[-–]\d{1,4})?)\.?"
)
_AUTHOR_YEAR_PAGE = re.compile(
    r"(?P<author>[A-ZÀ-Þ][\w’'-]+(?:\s(?:and|&)\s[A-ZÀ-Þ][\w’'-]+)?),\s(?P<date>(?:1[4-9]|20)\d\d):\s?"
    r"(?P<pages>\d{1,4}(?:\s?[-–]\s?\d{1,4})?)\.?"
)
_PAPER = re.compile(rf"\b(?:{PERIODICALS}|Archives?|Vol|No)\b")


def _short(told: Fields, bare: str) -> Fields | None:
    """The fields of "Lindqvist, Quay Strike, 20" and "Lindqvist, 1934: 20": too little for the tagger to go by."""
    bare = bare.rstrip(" ;,")
    if paged := _AUTHOR_YEAR_PAGE.fullmatch(bare):
        return Fields(paged["author"], date=paged["date"], pages=re.sub(r"\s", "", paged["pages"]))
    found = _SHORT.fullmatch(bare)
    if found is None or told.back or _PAPER.search(found["title"]) or (found["author"] is None) != told.same_author:
        return None
    return Fields(found["author"], found["title"], pages=found["pages"], same_author=told.same_author)


_ENTRY = re.compile(r"(?:entry|entries|dated|broadcast)\b", re.IGNORECASE)
_BACK_WORDS = re.compile(r",?\s*\b(?:op|loc)\.? ?cit\b\.?", re.IGNORECASE)
_YEAR_AND_PAGES = re.compile(
    r",?\s\(?(?:1[4-9]|20)\d\d[a-d]?\)?(?:[,:]?\s?(?:pp?\.\s?)?(?P<pages>\d{1,4}(?:[-–]\d{1,4})?f{0,2}))?\.?"
)


def _author_and_year(told: Fields, bare: str) -> re.Match[str] | None:
    """Whether a reference says no more than "Lindqvist 1934, 22"."""
    if not told.author or not bare.startswith(told.author):
        return None
    return _YEAR_AND_PAGES.fullmatch(bare, len(told.author))


def _dated(told: Fields, text: str, parts: Sequence[Part]) -> Fields:
    """With the dates that stand in parts that are dates, and whole dates wherever they stand."""
    spans = [p.span for p in parts if p.name == "date"]
    dates = [d for d in find_dates(text) if not d.bare or any(s.start <= d.start < s.end for s in spans)]
    loose = [d for d in find_dates(text) if d.bare]
    if not dates and not spans and len(loose) == 1 and not any(_titles(p, loose[0].start) for p in parts):
        dates = loose
    pages = next((p.span.end for p in parts if p.name == "pages"), None)
    date, entry = dated(text, dates, pages)
    if date is None and entry is None and spans and (years := _YEARS.search(text, *spans[0])):
        date = f"{years[1]}/{years[2]}" if years[2] and years[1] < years[2] else years[1]
    return replace(told, date=date, entry_date=entry)


def _titles(part: Part, place: int) -> bool:
    return part.name in ("title", "archive") and part.span.start <= place < part.span.end


def _cleaned(part: Part, text: str) -> str | None:
    """The words of a part without the marks around them."""
    words = part.span.of(text).strip(_EDGES)
    if part.name == "pages":
        pages = _PAGES.search(words)
        return re.sub(r"\s", "", pages.group()) if pages else None
    if part.name in ("container", "editor"):
        words = _IN.sub("", words).strip(_EDGES)
    if part.name in ("author", "editor"):
        words = _EDITOR.sub("", words).strip(_EDGES)
    if part.name == "volume":
        words = _UNCLOSED.sub("", words)
    if _INITIAL.search(words) and part.name in ("author", "editor", "place", "publisher"):
        words += "."
    return words if len(words) > 1 and any(c.isalnum() for c in words) else None
