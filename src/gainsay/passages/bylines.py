"""What single lines state: bylines, mastheads, publication lines, datelines, signatures, copyright lines."""

from __future__ import annotations

import re
from dataclasses import dataclass

from gainsay.documents.document import Stated
from gainsay.passages import marks
from gainsay.passages.written import FULL_DATE, Written, find_written
from gainsay.spans import Span

_PAPER = (
    r"(?:Times|Post|News|Gazette|Herald|Tribune|Journal|Chronicle|Courier|Observer|Telegraph|Guardian|Star|Mail|Daily|Weekly"
    r"|Review|Bulletin|Standard|Examiner|Reporter|Dispatch|Advertiser|Mercury|Argus|Magazine|Record|Register|Echo|Leader"
    r"|Voice|Wire|Globe|Inquirer|Sentinel|Banner|Beacon|Worker|Forward|Press|Agency|Newspaper)"
)

_PUBLISHER = re.compile(
    rf"\b(?:{_PAPER}|Sun|Press|Agency|Radio|TV|Television|Broadcasting|Online|Institute|Committee|Commission|Union|Party"
    r"|Association|Society|Federation|League|Ministry|Office|Department|Council|University|Foundation|Organi[sz]ation"
    r"|Reuters|AFP|AP|UPI|TASS|Xinhua|BBC|CNN)\b"
)
"""What a body that publishes is commonly called by."""

_MASTHEAD = re.compile(
    rf"(?:THE |The )?(?:[A-Z][\w'’&.-]*[ ]){{0,4}}(?:{_PAPER}|{_PAPER.upper()})(?: [A-Z][\w'’]+){{0,2}}\b"
)

_ACRONYM = re.compile(r"\b[A-Z]{3,}\b")

_NAME = re.compile(marks.NAME)

_AFTER_COMMA = re.compile(rf",\s*(?P<body>{marks.NAME})(?=,|\)|$|\s*[|·•–—-])")

_AFTER_NAME = re.compile(
    r"\s*(?:$|[,)\]|·•–—/;:-]|\d|(?:in|for|from|at|on|with)\b|" + FULL_DATE.pattern + ")", re.IGNORECASE
)
"""What may stand after the name in a byline; anything else shows that the name goes on and was not understood."""

_STATEMENT = re.compile(
    r"(?:(?:Witness |Sworn |Written |Official )?(?:Statement|Testimony|Deposition|Evidence|Affidavit|Letter|Memoirs?"
    r"|Diary|Recollections?|Reminiscences|Journal|Notebooks?|Dispatch|Report|Telegram)) (?:of|by|from) "
    rf"(?P<name>(?:(?:Mr|Mrs|Miss|Ms|Dr|Sir|Lady|Captain|Consul|Sergeant|Father|Sister)\.? )?{marks.NAME})"
    r"(?=\s*(?:$|[,(:;–—-]|to\b))"
)
"""A title that says whose words follow: `Statement of Ana Lindqvist, cook`."""

_SIGNED = re.compile(rf"(?:\(?[Ss]igned\)?[:,.]?|[—–-]{{1,2}})\s*(?P<name>{marks.NAME})$")

_FAREWELL = re.compile(
    r"(?:I (?:have|remain|am)\b.{0,60}|(?:[Yy]ours|[Ss]incerely|[Rr]espectfully|[Ff]aithfully|[Tt]ruly)\b.{0,30})[,.]?"
)
"""How a letter closes above its signature."""

_PLACE_AND_YEAR = re.compile(r"(?:[A-Z][\w'’-]*[ ]?){1,4},\s+(?P<year>1[4-9]\d\d|20\d\d)\.?")

_COPYRIGHT = re.compile(
    r"(?:©|\([Cc]\)|[Cc]opyright|COPYRIGHT)\s*(?:©\s*)?(?P<year>(?:19|20)\d\d)(?!\s*[-–—]\s*\d)"
    r"(?:,?\s*(?:by\s+)?(?P<name>[A-Z][^.,;|\n]{2,60}))?"
)

_DATELINE = re.compile(
    r"(?P<place>[A-Z][A-Z .'’-]{2,40}),\s(?P<when>[^—–\n]{3,30}?)\s?(?:\([^)]{2,20}\)\s?)?[—–-]{1,2}\s"
)


@dataclass(frozen=True, slots=True)
class Head:
    """What the head and the foot of an article state, each with its evidence."""

    title: Stated | None = None
    author: Stated | None = None
    publisher: Stated | None = None
    written: Stated | None = None

    def __or__(self, more: Head) -> Head:
        """What this states, and what only `more` does."""
        return Head(
            self.title or more.title,
            self.author or more.author,
            self.publisher or more.publisher,
            self.written or more.written,
        )


def read_byline(text: str, span: Span) -> Head:
    """What a byline or publication line states."""
    words = span.of(text)
    written = _stated_date(find_written(words), span.start)
    match = marks.BYLINE.match(words)
    if not match:
        return _without_by(text, span, words, written)
    start, end = match.span("name")
    publisher = None
    if after := _AFTER_COMMA.match(words[end:]):
        house = after["body"]
        if (_PUBLISHER.search(house) or _ACRONYM.search(house)) and not FULL_DATE.match(house):
            publisher = part(text, span, end + after.start("body"), end + after.end("body"))
    if words[0] in "([" and words[-1] in ")]" and not written:
        # Brackets hold the whole name, whatever words it is made of.
        return Head(author=part(text, span, start, len(words) - 1), publisher=publisher)
    if FULL_DATE.search(match["name"]) or not _AFTER_NAME.match(words[end:]):
        return Head(publisher=publisher, written=written)
    return Head(author=part(text, span, start, end), publisher=publisher, written=written)


def _without_by(text: str, span: Span, words: str, written: Stated | None) -> Head:
    """A publication line, a masthead with its date, or a name alone."""
    published = marks.PUBLISHED.match(words)
    if published:
        body = _NAME.match(words, published.start("rest")) if published["by"] else None
        named = body is not None and not find_written(body[0])
        return Head(publisher=part(text, span, *body.span()) if body and named else None, written=written)
    if house := _MASTHEAD.match(words):
        return Head(publisher=part(text, span, *house.span()), written=written)
    name = _NAME.fullmatch(words)
    return Head(
        author=part(text, span, 0, len(words)) if name and not written and " " in words else None, written=written
    )


def read_title(text: str, span: Span) -> Head:
    """A title, and the author or date that it names itself: "Statement of Ana Lindqvist, 3 March 1912"."""
    title = part(text, span, 0, span.length)
    match = _STATEMENT.match(words := span.of(text))
    if not match:
        return Head(title=title)
    return Head(
        title=title, author=part(text, span, *match.span("name")), written=_stated_date(find_written(words), span.start)
    )


_SUBTITLE = re.compile(
    r"(?:The )?(?:[Oo]fficial )?(?:[Oo]rgan|[Pp]aper|[Nn]ewspaper|[Jj]ournal) of\b|(?:Vol|No|Nr|Issue)\b\.?\s?[\dIVXLC]"
)


def is_paper_line(words: str) -> bool:
    """Whether a line says whose paper it is, or gives volume and number."""
    return len(words) < 100 and bool(_SUBTITLE.match(words))


def is_masthead(words: str) -> bool:
    """Whether a line is the name of a paper and nothing else."""
    return len(words) < 60 and bool(_MASTHEAD.fullmatch(words))


def read_dateline(text: str, span: Span) -> Head:
    """The date of a dateline, where it has a year."""
    match = _DATELINE.match(text, span.start, min(span.end, span.start + 120))
    found = find_written(match["when"]) if match else None
    return Head(written=_stated_date(found, match.start("when")) if match else None)


def read_foot(text: str, spans: list[Span]) -> Head:
    """A closing "Marrow Bay, 3 March 1912" on its own line, a signature, a copyright line."""
    head = Head()
    for i in range(len(spans) - 1, -1, -1):
        span = spans[i]
        words = span.of(text)
        if len(words) > 160:
            continue
        farewell = i > 0 and spans[i - 1].length < 90 and _FAREWELL.fullmatch(spans[i - 1].of(text))
        if match := _COPYRIGHT.match(words):
            year = Stated(match["year"], "text", Span(*match.span("year")).shift(span.start))
            head |= Head(publisher=part(text, span, *match.span("name")) if match["name"] else None, written=year)
        elif signed := _SIGNED.fullmatch(words):
            head |= Head(author=part(text, span, *signed.span("name")))
        elif farewell and len(words) < 50 and _NAME.fullmatch(words):
            head |= Head(author=part(text, span, 0, len(words)))
        elif place := _PLACE_AND_YEAR.fullmatch(words):
            head |= Head(written=Stated(place["year"], "text", Span(*place.span("year")).shift(span.start)))
        elif not words.endswith(".") and (found := find_written(words)) and len(words) - found.end + found.start <= 40:
            head |= Head(written=_stated_date(found, span.start))
    return head


def part(text: str, span: Span, start: int, end: int) -> Stated:
    """What stands at `[start, end)` of a line, white space and Markdown signs aside."""
    found = Span(span.start + start, span.start + end).trim(text)
    return Stated(" ".join(found.of(text).strip("#*_=- \t\r\n").split()), "text", found)


def _stated_date(found: Written | None, offset: int) -> Stated | None:
    return Stated(found.edtf, "text", Span(offset + found.start, offset + found.end)) if found else None
