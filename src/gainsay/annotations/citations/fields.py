"""The fields of a reference: author, title, dates, place, publisher, pages."""

from __future__ import annotations

import re
from dataclasses import dataclass

from gainsay.annotations.citations.publication_dates import FoundDate, find_dates

# Longer notes are discussions; their reference, if any, stands in the first stretch.
_LONGEST = 600


@dataclass(frozen=True, slots=True)
class Fields:
    """What a reference says of its work. `back` marks one that only points back: "ibid", "op. cit."."""

    author: str | None = None
    title: str | None = None
    date: str | None = None
    entry_date: str | None = None
    place: str | None = None
    publisher: str | None = None
    pages: str | None = None
    back: str | None = None


PERIODICALS = (
    r"Times|Post|Guardian|Gazette|Herald|News|Journal|Review|Tribune|Daily|Star|Chronicle|Telegraph|Observer|Monitor|Mail|"
    r"Express|Press|Courier|Mirror|Independent|Bulletin|Today|Magazine|Weekly|Monthly|Quarterly|Echo|Argus|Globe|Standard|"
    r"Examiner|Advertiser|Mercury|Register|Sun|World|Worker|Nation|Economist|Spectator|Listener|Newsletter|Reuters|AFP|"
    r"Tass|TASS|Xinhua|Hansard|Pravda|Izvestia|Le Monde|Der Spiegel|Digest|Annals|Proceedings|Transactions|Radio|Agency|"
    r"Intelligencer|Sentinel|Dispatch|Record|Leader|Inquirer|Enquirer|Bee|Free Press|Morning|Evening|Sunday"
)
OCCASIONS = (
    r"[Ss]peech|[Ll]etter|[Tt]elegram|[Dd]iary|[Dd]iaries|[Ii]nterview|[Aa]ddress|[Rr]eport|[Dd]ispatch|[Mm]emorandum|"
    r"[Mm]emo|[Mm]inutes|[Tt]estimony|[Ss]tatement|[Dd]eclaration|[Cc]able|[Dd]eposition|[Aa]ffidavit|[Nn]ote to|"
    r"[Mm]essage|[Cc]ommuniqu[eé]|[Ss]ermon|[Ll]ecture|[Bb]roadcast|[Ee]ntry|[Rr]emarks|[Pp]roclamation|[Pp]etition"
)
_PAGES = re.compile(
    r"(?:\bpp?\.?\s?|\bpages?\s|\bfols?\.?\s|\bff\.?\s|(?<=\d{4}):\s?|(?<=\d{4}[a-d]):\s?)"
    r"(?P<pages>\d{1,5}(?:\s?[-–—]\s?\d{1,5})?(?:,\s?\d{1,5}(?:\s?[-–—]\s?\d{1,5})?){0,6}f{0,2})(?![\w])",
)
_BACK = re.compile(
    r"^(?:\(?see |cf\.? )?(?P<ibid>ibid\b|ibidem\b|id\.|idem\b|loc\. ?cit)|\b(?P<opcit>op\. ?cit|loc\. ?cit|supra\b|cited above)",
    re.IGNORECASE,
)
_LEAD = re.compile(
    r"^(?:\W*(?:see(?: also)?|cf\.?|quoted (?:in|from)|cited in|from|in|source:|e\.g\.,?|for example,?|compare)\s)+",
    re.IGNORECASE,
)
_WORD = r"(?:[A-Z]\.(?:[- ]?[A-Z]\.){0,3}|[A-ZÀ-Þ][\w’'-]*[a-zß-ÿ][\w’'-]*|de|du|da|di|von|van|der|den|la|le|al|bin|ibn|ben|y|e)"
_NAME = rf"{_WORD}(?:\s{_WORD}){{0,4}}"
_AUTHOR = re.compile(
    rf"(?P<inverted>[A-ZÀ-Þ][\w’'-]+(?:\s[A-Z][\w’'-]+)?,\s(?:[A-Z]\.|[A-Z][a-z’'-]+)(?:[ -]?(?:[A-Z]\.|[A-Z][a-z’'-]+)){{0,3}}"
    rf"(?:(?:,|;| and| &)\s{_NAME}){{0,3}})(?=\s?[.,:(\[“\"‘«]|$)"
    rf"|(?P<plain>{_NAME}(?:(?:,\s(?:and\s)?|\sand\s|\s&\s){_NAME}){{0,2}}(?:,?\set al\.?)?)(?=\s?(?:[,:(]|\.\s|“|\"|‘|«))"
    r"|(?P<body>[A-Z]{2,8})(?=[,:]\s)"
)
_QUOTED = re.compile(r"[“\"«‘]\s?([^“”\"«»‘]{3,200}?)[,.]?\s?[”\"»’](?!\w)")
_IMPRINT = re.compile(
    r"(?:^|[\s(.,;])(?P<place>[A-ZÀ-Þ][\w’'-]+(?:[ ,][ ]?[A-ZÀ-Þ][\w’'.-]+){0,2})\s?:\s?"
    r"(?P<publisher>(?:the\s)?[<«“\"]?\s?[A-Z0-9][^.,;:()\n]{1,60}?)(?=\s?(?:[.,;)]|pp?\.?\s?\d|\d{4}|$))"
)
_PLACE_YEAR = re.compile(
    r"(?:[,(.]\s?|^)(?P<place>[A-ZÀ-Þ][a-zß-ÿ’'-]+(?: [A-ZÀ-Þ][a-zß-ÿ’'-]+){0,2}),?\s(?:1[4-9]|20)\d\d\b"
)
_PUBLISHER = re.compile(
    r"(?<=[,(.;]\s)(?P<publisher>[^.,;:()\n]{2,60}?(?:Press|Publish\w+|Publications|Verlag|Books|Editions|Publishing House))"
)
_TITLE_END = re.compile(
    r"\s?\(|,\s?(?:vol|Vol|no|No|pp?\.|ed\.|eds\.|trans|edited|translated|p\d|issue)|[.,:;]?\s(?:pp?\.?\s?\d)|\.\s(?=[A-Z«“<])|"
    r"[,;]\s(?=[A-Z][\w’'-]+:)|#|;|\bVol(?:ume)?\b"
)


def parse(text: str) -> Fields:
    """The fields of the first reference in `text`.

    >>> parse("Ana Lindqvist, The Quay Strike (Port Adair: Marrow Press, 1934), p. 12").title
    'The Quay Strike'
    """
    text = _LEAD.sub("", text[:_LONGEST]).strip().strip("()[]").strip()
    dates = find_dates(text)
    pages = _PAGES.search(text)
    back = _BACK.search(text)
    author, at = _author(text)
    date, entry = _which(text, dates)
    place, publisher = _imprint(text)
    return Fields(
        author=author,
        title=None if back and back["ibid"] else _title(text, at, dates),
        date=date,
        entry_date=entry,
        place=place,
        publisher=publisher,
        pages=re.sub(r"\s", "", pages["pages"]) if pages else None,
        back=("ibid" if back["ibid"] else "op. cit.") if back else None,
    )


def _which(text: str, dates: list[FoundDate]) -> tuple[str | None, str | None]:
    """The date of publication and the date of the entry, letter, speech or issue."""
    full = [d for d in dates if not d.bare]
    bare = [d for d in dates if d.bare]
    if bare:
        return bare[-1].edtf, full[0].edtf if full else None
    if not full:
        return None, None
    if re.search(rf"\b(?:{OCCASIONS})\b", text[: full[0].start]) and not re.search(rf"\b(?:{PERIODICALS})\b", text):
        return None, full[0].edtf
    return full[-1].edtf, full[0].edtf if len(full) > 1 else None


_NOT_NAMES = re.compile(
    rf"\b(?:{PERIODICALS}|{OCCASIONS}|The|A|An|On|In|Selected|Collected|Works|Volume|Vol|History|January|February|March|April|"
    r"May|June|July|August|September|October|November|December|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|"
    r"Ibid|Op|Reflections|Notes|Archives?|Ministry|Office|Papers|Documents?)\b"
)


def _author(text: str) -> tuple[str | None, int]:
    """The author at the head of a reference, and where the rest begins."""
    found = _AUTHOR.match(text)
    if not found:
        return None, 0
    name = found.group()
    words = name.replace(",", " ").split()
    if found["body"]:
        return name, found.end()
    if _NOT_NAMES.search(name) or len(words) > 14:
        return None, 0
    if found["plain"] and len(words) == 1 and not re.match(r"\s?[,(]\s?(?:[“\"‘«]|[A-Z]|1|2|op)", text[found.end() :]):
        return None, 0
    return name.rstrip(","), found.end()


def _title(text: str, at: int, dates: list[FoundDate]) -> str | None:
    rest = re.match(r"[\s,.:;]*(?:\(?(?:eds?\.?|1[4-9]\d\d[a-d]?|20\d\d[a-d]?)\)?[\s,.:;]*)*", text[at:])
    start = at + (rest.end() if rest else 0)
    for date in dates:
        if (
            start <= date.start <= start + 12
            and not date.bare
            and not text[start : date.start].strip(" –-ADFMSTWadehinorstuy,")
        ):
            start = date.end
    quoted = _QUOTED.search(text, start)
    if quoted and quoted.start() - start < 40 and not _is_publisher(text, quoted):
        return quoted[1].strip()
    start += len(text[start:]) - len(text[start:].lstrip(" ,.:;–-—"))
    stops = [m.start() for m in [_TITLE_END.search(text, start + 1)] if m]
    stops += [d.start for d in dates if d.start > start]
    stops += [
        m.start("place")
        for m in [_IMPRINT.search(text, start), _PLACE_YEAR.search(text, start)]
        if m and m.start() > start
    ]
    title = text[start : min(stops, default=len(text))].strip(' ,.:;–-—(“”"«»\n')
    title = re.sub(r"[,\s]+(?:on|in|from|the|of|dated|published)$", "", title)
    return title if 2 < len(title) <= 200 and title[0].isalnum() and any(c.isalpha() for c in title) else None


def _is_publisher(text: str, quoted: re.Match[str]) -> bool:
    return bool(re.match(r"\s*(?:Publish|Press|Verlag|Editions)", text[quoted.end() : quoted.end() + 14])) or text[
        max(0, quoted.start() - 12) : quoted.start()
    ].rstrip(" The").endswith(":")


def _imprint(text: str) -> tuple[str | None, str | None]:
    if found := _IMPRINT.search(text):
        publisher = found["publisher"].strip()
        if _looks_published(text, found):
            return found["place"].strip(" ,"), publisher
    place = _PLACE_YEAR.search(text)
    publisher_only = _PUBLISHER.search(text)
    where = place["place"] if place and not _NOT_NAMES.search(place["place"]) else None
    return where, publisher_only["publisher"].strip() if publisher_only else None


def _looks_published(text: str, found: re.Match[str]) -> bool:
    """Whether "Place: Publisher" is that, and not "Title: Subtitle": a publisher's word, or a year right after."""
    if re.search(r"Press|Publish|Verlag|Books|Edition|House|& (?:Co|Sons)", found["publisher"]):
        return True
    return bool(re.match(r"[\s,.;]*(?:1[4-9]|20)\d\d", text[found.end() : found.end() + 8]))
