"""The fields of a reference: author, title, dates, place, publisher, pages."""

from __future__ import annotations

import re
from dataclasses import dataclass

from gainsay.annotations.citations.authors import author_of
from gainsay.annotations.citations.publication_dates import FoundDate, find_dates
from gainsay.annotations.citations.vocabulary import NOT_NAMES, OCCASIONS, PERIODICALS, PUBLISHERS

# Longer notes are discussions; their reference, if any, stands in the first stretch.
_LONGEST = 600


@dataclass(frozen=True, slots=True)
class Fields:
    """What a reference says of its work. `back` marks one that only points back: "ibid", "op. cit."; `same_author` one
    whose author is that of the reference before: "Idem, Memoirs"."""

    author: str | None = None
    title: str | None = None
    date: str | None = None
    entry_date: str | None = None
    place: str | None = None
    publisher: str | None = None
    pages: str | None = None
    back: str | None = None
    container: str | None = None
    archive: str | None = None
    volume: str | None = None
    editor: str | None = None
    same_author: bool = False


_PAGES = re.compile(
    r"(?:\bpp?\.?\s?|\bpages?\s|\bfols?\.?\s|\bff\.?\s|(?<=\d{4}):\s?|(?<=\d{4}[a-d]):\s?)"
    r"(?P<pages>\d{1,5}(?:\s?[-–—]\s?\d{1,5})?(?:,\s?\d{1,5}(?:\s?[-–—]\s?\d{1,5})?){0,6}f{0,2})(?![\w])",
)
# Without "p.": a range after a volume, "26, 113–122"; years do not stand after a comma and a number.
_PAGE_RANGE = re.compile(r"(?<=[\d)])\s?[,:]\s?(?P<pages>\d{1,5}\s?[-–]{1,2}\s?\d{1,5})(?!\d)")
_BACK = re.compile(
    r"^(?:\(?see |cf\.? )?(?P<ibid>ibid\b|ibidem\b|id\.(?! [A-ZÀ-Þ])|idem\b(?!,? [A-ZÀ-Þ“‘«])|"
    r"loc\. ?cit)|\b(?P<opcit>op\. ?cit|loc\. ?cit|"
    r"supra\b|cited above)",
    re.IGNORECASE,
)
# "———." stands for the author of the reference before.
SAME = re.compile(r"^(?:[-–—_]{2,12}|[Ii]dem|[Ee]adem|[Ii]d\.(?= [A-ZÀ-Þ]))[.,]?\s+")
LEAD = re.compile(
    r"^(?:\W*(?:see(?: also)?|cf\.?|quoted (?:in|from)|cited in|from|in|source:|e\.g\.,?|for example,?|compare|"
    r"contra:?|pace|but see|but cf\.)\s)+",
    re.IGNORECASE,
)
_QUOTED = re.compile(r"[“\"«‘]\s?([^“”\"«»‘]{3,200}?)[,.]?\s?[”\"»’](?!\w)")
_PLACE = r"[A-ZÀ-Þ][a-zß-ÿ’'-]+(?:[- ][A-ZÀ-Þ][a-zß-ÿ’'-]+){0,2}"
_IMPRINT = re.compile(
    rf"(?:^|[(.,;–—]\s?|\d\s|[”\"»]\s)(?P<place>{_PLACE}"
    rf"(?:(?:,| and| &|/|,? [A-Z]{{2}},?)\s?{_PLACE})?"
    rf"(?:, [A-Z]{{2}}|,? [A-Z]\.\s?[A-Z]\.|, [A-Z][a-z]{{1,4}}\.)?)\s?:\s?"
    r"(?P<publisher>(?:[Tt]he\s)?[<«“\"]?\s?[A-ZÀ-Þ0-9][^.,;:()\n]{1,60}?)(?=\s?(?:[.,;)]|pp?\.?\s?\d|\d{4}|$))"
)
_PLACE_YEAR = re.compile(rf"(?:[,(.]\s?|^)(?P<place>{_PLACE}),?\s(?:1[4-9]|20)\d\d\b")
_PLACE_BEFORE = re.compile(rf"[,(.]\s(?P<place>{_PLACE}),\s$")
_PUBLISHER = re.compile(
    r"(?<=[,(.;]\s)(?P<publisher>[^.,;:()\n]{2,60}?(?:Press|Publish\w+(?: House)?|Publications|Verlag|"
    r"Books|Editions)\b)"
)
_AFTER_AUTHOR = re.compile(
    r"[\s,.:;]*(?:\(?(?:[Ee]ds?\b\.?|[Hh]rsg\.?|editors?\.?)\)?[\s,.:;]*)?"
    r"(?:\((?:1[4-9]|20)\d\d[a-d]?\)[.,:;]?\s*|(?:1[4-9]|20)\d\d[a-d]?[.,:;]\s*)?"
)
_WEEKDAY = re.compile(r"(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)?[\s–—,-]*$")
_TITLE_END = re.compile(
    r"(?<![A-Z]\.)(?<!\b[A-Z])(?<!\bvol)(?<!\bSt)(?<!\bNo)[.?]\s(?=[A-ZÀ-Þ«“<(\d])|"
    r"\s\((?=[^()]{0,60}(?:\d{4}|:|[Ee]ds?\b|[Tt]rans|\)$))|"
    r",\s(?:[Vv]ols?\b|[Nn]os?\b|pp?\.|[Ee]ds?\.|[Tt]rans|edited|translated|p\d|issue|in\s|article\s|published\s)|"
    r"[.,:;]?\spp?\.?\s?\d|#|;|\s[Vv]ol(?:ume|\.)\s|[.,]\sIn[:\s]|\s?[«“\"]"
)


def parse(text: str) -> Fields:
    """The fields of the first reference in `text`.

    >>> parse("Ana Lindqvist, The Quay Strike (Port Adair: Marrow Press, 1934), p. 12").title
    'The Quay Strike'
    """
    text = LEAD.sub("", text[:_LONGEST]).strip().strip("()[]").strip()
    same = SAME.match(text)
    text = SAME.sub("", text)
    dates = find_dates(text)
    pages = _PAGES.search(text) or _PAGE_RANGE.search(text)
    back = _BACK.search(text)
    author, at = (None, 0) if same and back else author_of(text)
    date, entry = dated(text, dates, pages.end() if pages else None)
    place, publisher = _imprint(text, at)
    return Fields(
        author=author,
        title=None if back and back["ibid"] else _title(text, at, dates),
        date=date,
        entry_date=entry,
        place=place,
        publisher=publisher,
        pages=re.sub(r"\s", "", pages["pages"]) if pages else None,
        back=("ibid" if back["ibid"] else "op. cit.") if back else None,
        same_author=same is not None,
    )


def dated(text: str, dates: list[FoundDate], pages: int | None) -> tuple[str | None, str | None]:
    """The date of publication and the date of the entry, letter, speech or issue; `pages` is where the pages end."""
    if len(dates) > 1:
        told = [d for d in dates if not _REMARK.search(text, max(0, d.start - _NEAR), d.start)]
        dates = told or dates
    full = [d for d in dates if not d.bare]
    bare = [d for d in dates if d.bare]
    if pages is not None:
        # What follows the pages is a remark.
        bare = [d for d in bare if d.start < pages + 15] or bare[:1]
    if len(dates) > 1:
        bare = [d for d in bare if not _IN_PROSE.search(text, max(0, d.start - 6), d.start)]
    if bare:
        return bare[-1].edtf, full[0].edtf if full else None
    if not full:
        return None, None
    if re.search(rf"\b(?:{OCCASIONS})\b", text[: full[0].start]) and not re.search(rf"\b(?:{PERIODICALS})\b", text):
        return None, full[0].edtf
    return full[-1].edtf, full[0].edtf if len(full) > 1 else None


# "He died in November 2006", said of whoever is cited.
_REMARK = re.compile(r"[.;]\s(?:He|She|They|It|This|In)\s[^.;]*$")
_NEAR = 120
_IN_PROSE = re.compile(r"\b(?:[Ii]n|to|since|[Uu]ntil|[Bb]y|of)\s$")


def _title(text: str, at: int, dates: list[FoundDate]) -> str | None:
    """The words after the author, a date of entry passed over, to the first sign of an imprint, volume or page."""
    after = _AFTER_AUTHOR.match(text, at)
    start = after.end() if after else at
    if dates and not dates[0].bare and _WEEKDAY.match(text[start : dates[0].start]):
        start = dates[0].end
    quoted = _QUOTED.search(text, start)
    if quoted and quoted.start() - start < 3 and not _is_publisher(text, quoted):
        return quoted[1].strip()
    start += len(text[start:]) - len(text[start:].lstrip(" ,.:;–-—"))
    stops = [d.start for d in dates if d.start > start]
    if end := _TITLE_END.search(text, start + 1):
        stops.append(end.start())
    if imprint := published(text, start):
        stops.append(imprint.start("place"))
    if (place := _PLACE_YEAR.search(text, start)) and place.start("place") > start:
        stops.append(place.start("place"))
    title = text[start : min(stops, default=len(text))].strip(' ,.:;–-—(“”"«»\n')
    title = re.sub(r"[,\s]+(?:on|in|from|the|of|dated|published|entry(?: (?:of|for))?)$", "", title)
    title = re.sub(rf"[,:\s–—-]+{_DAYS}$", "", title)
    return title if 2 < len(title) <= 250 and title[0].isalnum() and any(c.isalpha() for c in title) else None


_DAYS = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"


def _is_publisher(text: str, quoted: re.Match[str]) -> bool:
    """Whether a name in marks is a publisher's: "Port Adair: «First of May» Publishing House"."""
    before = text[max(0, quoted.start() - 12) : quoted.start()].rstrip(" The")
    return before.endswith(":") or bool(PUBLISHERS.match(text[quoted.end() : quoted.end() + 14].lstrip()))


def _imprint(text: str, at: int) -> tuple[str | None, str | None]:
    if found := published(text, 0):
        return found["place"].strip(" ,"), found["publisher"].strip()
    place = _PLACE_YEAR.search(text, at)
    publisher = _PUBLISHER.search(text)
    if publisher and (before := _PLACE_BEFORE.search(text, at, publisher.start())):
        place = before
    where = place["place"] if place and not NOT_NAMES.search(place["place"]) else None
    return where, publisher["publisher"].strip() if publisher else None


def published(text: str, start: int) -> re.Match[str] | None:
    """The first "Place: Publisher" from `start` on that is not "Title: Subtitle"."""
    for found in _IMPRINT.finditer(text, start):
        after = text[found.end() : found.end() + 8]
        closed = re.match(r"[\s,.;]*(?:\(?(?:1[4-9]|20)\d\d|\)|pp?\.?\s?\d|$)", after)
        if PUBLISHERS.search(found["publisher"]) or (closed and not NOT_NAMES.search(found["place"])):
            return found
    return None
