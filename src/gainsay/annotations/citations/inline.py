"""References in the running text: "(Lindqvist 1934: 12)", "(The Harbour Gazette, 5 May 1911)"."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

from gainsay.annotations.citations.in_prose import YEAR
from gainsay.annotations.citations.publication_dates import find_dates
from gainsay.annotations.citations.vocabulary import OCCASIONS, PERIODICALS
from gainsay.spans import Span

# Within one parenthesis; each alternative starts with its own character, so the search is linear.
_PARENTHESIS = re.compile(r"\((?:[^()\n]|\n(?!\s*\n)|\([^()\n]{0,120}\)){4,420}\)|\[(?:[^\[\]\n]){8,420}\]")
_WORTH = re.compile(r"(?:1[4-9]|20)\d\d|\bpp?\.\s?\d|\b[Ii]bid|\b[Oo]p\. ?cit")
_NAME = r"(?:(?:de|du|da|von|van|der|al|bin|ibn)\s)?[A-ZÀ-Þ][\w’'-]+(?:\s[A-ZÀ-Þ][\w’'.-]*){0,3}"
_PAGED = r"(?:[:,]\s?(?:pp?\.?\s?|ch\.\s?|chapter\s)?\d{1,4}(?:\s?[-–]\s?\d{1,4})?f{0,2})"
_ONE = (
    rf"{_NAME}(?:,?\s(?:and|&)\s{_NAME}|,\s{_NAME},?\s(?:and|&)\s{_NAME}|,?\set al\.?)?,?\s"
    rf"\(?(?:1[4-9]|20)\d\d[a-f]?\)?{_PAGED}?"
)
_LED = r"(?:(?:but )?see(?: also)?\s|(?:but )?cf\.\s|e\.g\.,?\s|contra\s|for example,?\s)?"
_AUTHOR_YEAR = re.compile(rf"{_LED}{_ONE}(?:[;,]\s?{_LED}{_ONE}){{0,8}}", re.IGNORECASE)
_PART = re.compile(r"[^;\s][^;]*")
_CAPITAL_NAME = re.compile(_NAME)
_YEAR_PAGE = re.compile(rf"(?:1[4-9]|20)\d\d[a-f]?{_PAGED}")
# Holm, 1960: 12, in the running text.
_UNENCLOSED = re.compile(
    r"(?<![\w(])[A-ZÀ-Þ][\w’'-]+(?:\s(?:and|&)\s[A-ZÀ-Þ][\w’'-]+)?,?\s(?:1[4-9]|20)\d\d[a-f]?:\s?"
    r"\d{1,4}(?:[-–]\d{1,4})?(?=[.,;]?(?:\s|$))(?!\s\w)"
)
_BACK = re.compile(r"(?:see\s)?(?:ibid|ibidem|op\. ?cit|loc\. ?cit)\b|[A-Z][\w’'-]+,? op\. ?cit", re.IGNORECASE)
_MONTHS = re.compile(
    r"\b(?:January|February|March|April|May|June|July|August|September|October|November|December|Spring|Summer|Autumn|"
    r"Winter|Fall|Christmas|Easter)\b"
)
_PERIODICAL = re.compile(rf"(?:The\s)?(?:[A-ZÀ-Þ][\w’'-]*\s){{0,5}}(?:{PERIODICALS})(?:\s[A-ZÀ-Þ][\w’'-]*){{0,3}}")
_SENTENCE = re.compile(
    r"\b(?:was|were|is|are|had|has|have|who|which|paid|gave|said|did|will|would|born|died|killed|founded)\b"
)
_LITERATURE = re.compile(
    rf"\bpp?\.\s?\d|[“\"«‘]|\b(?:Press|Publish\w+|Verlag|Editions?|edition|Vol\.?|Volume|vol\.|no\.|[Tt]ranslated|"
    rf"[Ee]dited|eds?\.|{OCCASIONS}|Works|Memoirs?|History|Papers|Archives?|{PERIODICALS})\b"
)


# The title of an article and its date: “Hands off the Harbour” (5 May 1911).
_DATED_TITLE = re.compile(r"[“\"«]\s?(?P<title>[^“”\"«»\n]{12,160}?)\s?[”\"»],?\s?\((?P<date>[^()\n]{8,24})\)")


# A source on a line of its own after a quotation: "(Ana Lindqvist)"; a byline "(By A.L.)" is none.
_SIGNED = re.compile(
    r"^[ \t]{0,4}\((?P<name>(?!By )[A-ZÀ-Þ][\w’'-]+(?: [A-ZÀ-Þ][\w.’'-]+){1,3})\)[ \t]*$", re.MULTILINE
)
# "— Bern Oakley, Memoirs of a Docker, 1950" under a quotation.
_DASHED = re.compile(r"^[ \t]{0,4}[—–-]{1,2}[ ]?(?P<words>[A-ZÀ-Þ“\"«‘][^\n]{8,300})$", re.MULTILINE)
_CLOSED = re.compile(r"[.!?…”\"»’]\s{1,4}$")


@dataclass(frozen=True, slots=True)
class Inline:
    """An inline reference; `doubtful` ("(Lindqvist 1934)", like a place and a year) counts only among others.

    `year` marks a year alone: "Lindqvist (1934)".
    """

    span: Span
    doubtful: bool = False
    year: bool = False


def find_inline(text: str, start: int, end: int) -> Iterator[Inline]:
    """The parenthesised references of `text[start:end]`, without their parentheses."""
    for found in _PARENTHESIS.finditer(text, start, end):
        inner = Span(found.start() + 1, found.end() - 1).trim(text)
        words = inner.of(text)
        if not _WORTH.search(words):
            continue
        if _AUTHOR_YEAR.fullmatch(words) and _named(words):
            certain = re.search(rf"\d{{4}}[a-f]?\)?{_PAGED}|et al|\s(?:and|&)\s|;", words)
            if certain or words.count(" ") == 1:
                for part in _PART.finditer(text, *inner):
                    yield Inline(Span(*part.span()), doubtful=not certain)
        elif YEAR.fullmatch(words):
            yield Inline(inner, doubtful=True, year=True)
        elif _YEAR_PAGE.fullmatch(words) or _BACK.match(words) or _is_full(words):
            yield Inline(inner)
    closed = [found.span() for found in _PARENTHESIS.finditer(text, start, end)]
    for found in _UNENCLOSED.finditer(text, start, end):
        at = bisect_right(closed, found.span()) - 1
        if _named(found.group()) and (at < 0 or closed[at][1] <= found.start()):
            yield Inline(Span(*found.span()))
    for found in _DATED_TITLE.finditer(text, start, end):
        dates = find_dates(found["date"])
        if (
            dates
            and not dates[0].bare
            and dates[0].end - dates[0].start == len(found["date"])
            and _capitals(found["title"])
        ):
            yield Inline(Span(*found.span()))
    for found in _SIGNED.finditer(text, start, end):
        if not found["name"].isupper() and _CLOSED.search(text, max(0, found.start() - 6), found.start()):
            yield Inline(Span(*found.span("name")))
    for found in _DASHED.finditer(text, start, end):
        if _is_full(found["words"]):
            yield Inline(Span(*found.span("words")))


def _capitals(title: str) -> bool:
    """Whether words are written as a title: most long ones with a capital."""
    long = [w for w in title.split() if len(w) > 3]
    return len(long) > 1 and sum(w[0].isupper() for w in long) * 3 >= 2 * len(long)


def _named(words: str) -> bool:
    return bool(_CAPITAL_NAME.search(words)) and not _MONTHS.search(words) and not words[0].isdigit()


def _is_full(words: str) -> bool:
    """Whether the words are a reference in full: a newspaper with its date, or author, title and imprint."""
    words = re.sub(r"^(?:[Ss]ee(?: also)?|cf\.|[Qq]uoted in|[Cc]ited in|[Ff]rom|[Ii]n|[Ss]ource:)\s", "", words)
    if not (words[0].isupper() or words[0] in '“"‘«'):
        return False
    dates = find_dates(words)
    paged = re.search(r"\bpp?\.\s?\d", words)
    if not dates and not paged:
        return False
    if (paper := _PERIODICAL.match(words)) and re.match(r",?\s|,", words[paper.end() : paper.end() + 2]):
        first = dates[0].start if dates else len(words)
        return first - paper.end() <= 60 or bool(paged)
    parts = re.split(r"[,:;]\s|\.\s(?=[A-Z])|\s?\(", words)
    if len(parts) < 3 or not _LITERATURE.search(words):
        return False
    # A title begins with a capital or a mark; "general secretary of the union" after a name does not.
    title = parts[1].lstrip()
    plain = re.sub(r"[“\"«‘][^“”\"«»’]{0,200}[”\"»’]", "", words)
    return (
        bool(title) and (title[0].isupper() or title[0] in '“"‘«' or title[0].isdigit()) and not _SENTENCE.search(plain)
    )
