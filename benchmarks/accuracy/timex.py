"""Gainsay's dates as TIMEX3 would mark them, so that corpora and published systems can be compared with.

The conventions differ, and are mapped by rule, from Gainsay's own output alone, never by looking at the gold:

- TIMEX3 marks the two ends of a range apart and leaves "from", "since", "until", "before", "after" outside; Gainsay
  marks the whole. So "from April 1911 to January 1912" becomes two expressions, and "since 1911" becomes "1911".
- TIMEX3 names a part of a period by the whole (`MOD="START"`): "early 1911" is 1911. Gainsay gives its months.
- TIMEX3 gives the length of "the past three years" (P3Y); Gainsay has it in `duration`, beside its place in time.
- TIMEX3 and TIMEX2 mark no expression that only an event places ("after the war", "shortly after the landing"); of
  "two weeks before the flood" TIMEX3 marks the length, TIMEX2 the whole.
- TIMEX3 marks no anniversaries, no "previously", "since then" and "at the time"; TIMEX2 does.
- TIMEX3 leaves "about" and "only" outside, TIMEX2 does not; both leave the article of "the 1911 flood" outside.
- "Now" and "recently" are PRESENT_REF, PAST_REF; Gainsay gives the days, where it knows them.
- A year BC is counted as people do: EDTF -0489 is BC0490.
"""

from __future__ import annotations

import re
from calendar import day_name, month_name
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from gainsay.annotations.dates import FOREVER, NEVER, Date, bounds
from gainsay.annotations.dates.when import When, a_century, a_decade, a_month, a_week, a_year

_SEASONS = {"21": "SP", "22": "SU", "23": "FA", "24": "WI", "33": "Q1", "34": "Q2", "35": "Q3", "36": "Q4"}
# Words that Gainsay takes in and TIMEX3 leaves outside.
_EDGE = re.compile(
    r"^(?:(?:ever )?since|until|till?|before|after|from|prior to|as of|by|during|over(?= (?:the|a|several)\b))\s+",
    re.IGNORECASE,
)
# "The 1911 flood": the article belongs to the flood.
_ARTICLE = re.compile(
    r"^[Tt]he\s+(?=\d{4}$|\w+-(?:quarter|year|month|week|day|hour)$"
    r"|(?:late-|mid-|early-)?[A-Z][a-z]{2,8}(?:\.? \d{1,4})?$)"
)
_ADVERB = re.compile(r"^(?:about|only|just|exactly)\s+", re.IGNORECASE)
_RANGE = re.compile(
    r"(?:from|between)?\s*(?P<first>.+?),?\s*"
    r"(?:\s(?:up )?to\s|\sand\s|\suntil\s|\still\s|\sthrough\s|\s?(?:[-–—]|/(?!\d\b))\s?)"
    r"\s*(?P<last>.+)",
    re.IGNORECASE | re.DOTALL,
)
_PART = re.compile(
    r"(?:the )?(?:very )?(?:early|late|mid|middle of|beginning of|start of|end of|close of|outset of|opening of)"
    r"(?:\b|(?<=mid))",
    re.IGNORECASE,
)
_PRESENT = re.compile(r"now|nowadays|currently|current|at (?:present|the moment)|these days", re.IGNORECASE)
_PAST = re.compile(
    r"recent\w*|lately|previously|earlier|once|formerly|(?:in )?the past|a while ago|long ago"
    r"|(?:a few |some |many |several )?(?:years|months|weeks|decades|days) ago",
    re.IGNORECASE,
)
_RECENT = re.compile(r"recent \w+", re.IGNORECASE)
_FUTURE = re.compile(r"soon|shortly|the future|in the (?:near )?future", re.IGNORECASE)
_TIMES = {
    "morning": "MO", "dawn": "MO", "noon": "MI", "midday": "MI", "afternoon": "AF", "evening": "EV", "dusk": "EV",
    "night": "NI", "tonight": "NI", "midnight": "T24:00",
}  # fmt: skip
_TIME = re.compile(r"\b(" + "|".join(_TIMES) + r")\b", re.IGNORECASE)
_CLOCK = re.compile(r"\b(\d{1,2})(?:[:.](\d\d))?\s*([ap])\.?m\b|\b(\d{1,2}):(\d\d)\b", re.IGNORECASE)
_UNITS = {
    "second": "TS", "minute": "TM", "hour": "TH", "day": "D", "night": "D", "week": "W", "month": "M", "year": "Y",
    "decade": "DE", "centur": "CE", "quarter": "Q", "weekend": "WE",
}  # fmt: skip
_UNIT = re.compile(r"\b(" + "|".join(_UNITS) + r")", re.IGNORECASE)


# Ends of a range that are longer than a year, and two days of one month.
_CENTURY, _DECADE = re.compile(r"centur|\d(?:st|nd|rd|th)$|[01578]00s$"), re.compile(r"[1-9]0s$")
_DAYS = re.compile(r"\d{1,2}\s?[-–]\s?\d{1,2}\s(?:of\s)?[A-Z][a-z]+(?:\s\d{4})?")
_NEAR = re.compile(r"(?:shortly|soon|immediately|long) (?:after|before|later)", re.IGNORECASE)
_ANAPHORIC = re.compile(r".*anniversary|previously|(?:ever )?since(?: then)?|the time", re.IGNORECASE)
_LENGTH = re.compile(r"(?:(?!\b(?:after|before)\b).)+?(?=\s+(?:after|before)\b)", re.IGNORECASE | re.DOTALL)


Convention = Literal["timex2", "timex3", "tei"]


@dataclass(frozen=True, slots=True)
class Timex:
    """An expression as a corpus marks it: span and TIMEX value (None where it has none)."""

    start: int
    end: int
    value: str | None


def timexes(found: Date, text: str, *, convention: Convention = "timex3") -> list[Timex]:
    """One date of Gainsay's as one or two of the corpus's; TEI places periods, the others give their length."""
    lengths = convention != "tei"
    if found.relation is not None or _NEAR.match(found.span.of(text)):
        return _beside_event(found, text, whole=convention == "timex2")
    words = found.span.of(text)
    if convention == "timex3" and _ANAPHORIC.fullmatch(words):
        return []
    closed = "/" in (found.edtf or "") and ".." not in (found.edtf or "")
    if found.kind == "range" and closed and not (found.duration and lengths):
        split = _RANGE.fullmatch(words)
        # TEI texts mark "5–6 September" whole.
        whole = convention == "tei" and _DAYS.fullmatch(words)
        if split is not None and not whole and not _PART.match(words):
            return _ends(found, split)
    kept = _ARTICLE.sub("", _EDGE.sub("", words, count=1), count=1)
    kept = _ADVERB.sub("", kept, count=1) if convention == "timex3" else kept
    start = found.span.end - len(kept)
    return [Timex(start, found.span.end, value_of(found, kept, lengths=lengths))]


def _beside_event(found: Date, text: str, *, whole: bool) -> list[Timex]:
    """Two weeks before the flood: the length alone, or the whole."""
    length = _LENGTH.match(found.span.of(text))
    if length is None or found.event is None or _NEAR.match(found.span.of(text)):
        return []
    if whole:
        return [Timex(found.span.start, found.span.end, None)]
    start = found.span.start
    return [Timex(start, start + length.end(), found.duration or _unknown_length(length[0]))]


def _ends(found: Date, split: re.Match[str]) -> list[Timex]:
    first, _, last = (found.edtf or "").partition("/")
    out = []
    for name, edtf in (("first", first), ("last", last)):
        start, end = (found.span.start + at for at in split.span(name))
        kept = 2 if _CENTURY.search(split[name]) else 3 if _DECADE.search(split[name]) else None
        value = edtf[:kept] if kept and re.fullmatch(r"\d{4}~?", edtf) else _point(edtf, split[name])
        out.append(Timex(start, end, value))
    return out


def value_of(found: Date, words: str, *, lengths: bool) -> str | None:
    """The TIMEX value of a whole expression."""
    if _PRESENT.fullmatch(words):
        return "PRESENT_REF"
    if _RECENT.fullmatch(words):
        return _unknown_length(words)
    if _PAST.fullmatch(words):
        return "PAST_REF"
    if _FUTURE.fullmatch(words):
        return "FUTURE_REF"
    if found.duration is not None and lengths:
        return found.duration
    if found.kind in ("duration", "set") and lengths:
        return _named_day(words) or _unknown_length(words)
    return _point(_edge(found.edtf), words) if found.edtf else None


def _named_day(words: str) -> str | None:
    """Every Friday: XXXX-WXX-5; each July: XXXX-07."""
    last = words.split()[-1].capitalize()
    if last in day_name:
        return f"XXXX-WXX-{list(day_name).index(last) + 1}"
    return f"XXXX-{list(month_name).index(last):02d}" if last in list(month_name)[1:] else None


def _unknown_length(words: str) -> str | None:
    """Several months: PXM."""
    units = _UNIT.findall(words)
    if not units:
        return None
    unit = _UNITS[units[-1].lower()]
    return f"PTX{unit[1:]}" if unit[0] == "T" else f"PX{unit}"


def _edge(edtf: str) -> str:
    """Of an open range the end that is known: TIMEX3 marks only that."""
    first, slash, last = edtf.partition("/")
    return (last if first == ".." else first if last == ".." else edtf) if slash else edtf


def _point(edtf: str, words: str) -> str | None:
    # Only a part is vague: "early Tuesday" is that Tuesday.
    whole = _whole(edtf) if _PART.match(words) and "~" in edtf else None
    value = whole or plain(edtf)
    if value is None or not re.fullmatch(r"\d{4}-\d\d-\d\d", value):
        return value
    clock = _CLOCK.search(words)
    if clock is not None:
        hour, minute = int(clock[1] or clock[4]), clock[2] or clock[5] or "00"
        hour = hour % 12 + (12 if clock[3].lower() == "p" else 0) if clock[3] else hour
        return f"{value}T{hour:02d}:{minute}"
    part = _TIME.search(words)
    return value if part is None else f"{value}T{_TIMES[part[1].lower()]}".replace("TT", "T")


def plain(edtf: str) -> str | None:
    """EDTF as TIMEX writes it: 1911-21 → 1911-SP, 191X → 191, Monday/Sunday → 1911-W20, -0489 → BC0490."""
    edtf = edtf.replace("~", "").replace("?", "")
    if "/" in edtf:
        return _interval(edtf)
    if edtf.startswith("-"):
        year, rest = edtf[1:5], edtf[5:]
        return f"BC{int(year) + 1:04d}{_season(rest)}" if year.isdigit() else None
    if "X" in edtf[:4]:
        return edtf[:4].rstrip("X")
    return edtf[:4] + _season(edtf[4:])


def _season(rest: str) -> str:
    return f"-{_SEASONS.get(rest[1:], rest[1:])}" if rest else rest


def _interval(edtf: str) -> str | None:
    days = bounds(edtf)
    if days is None or NEVER in days or FOREVER in days:
        return edtf
    (year, month, _), (end, last, _) = first, final = days
    if 1 <= year <= 9999 and 1 <= end <= 9998:
        one, other = date(*first), date(*final)
        iso = one.isocalendar()
        if (other - one) == timedelta(6) and iso.weekday == 1:
            return f"{iso.year}-W{iso.week:02d}"
        if (other - one) == timedelta(1) and iso.weekday == 6:
            return f"{iso.year}-W{iso.week:02d}-WE"
    if year == end and (month, last) in ((1, 6), (7, 12)):
        return f"{year}-H{1 if month == 1 else 2}"
    if (*first[1:], *final[1:]) == (1, 1, 12, 31):
        return _years(year, end) or edtf
    return edtf


def _years(first: int, last: int) -> str | None:
    """A year, decade or century; the 5th century BC is EDTF -0499/-0400."""
    if first == last:
        return plain(f"{first:05d}" if first < 0 else f"{first:04d}")
    if first < 0 and last - first == 99:
        return f"BC{-last // 100:02d}"
    if first % 10 == 0 and last - first == 9:
        return f"{first // 10:03d}"
    return f"{first // 100:02d}" if first % 100 == 0 and last - first == 99 else None


def _whole(edtf: str) -> str | None:
    """The period that "early" or "the end of" takes a part of: the least calendar period that is longer."""
    if re.fullmatch(r"-?\d{4}-2[1-4]~", edtf):
        # A part of a season is no calendar period of its own.
        return plain(edtf)
    days = bounds(edtf)
    if days is None or not -9000 < days[0][0] < 9000:
        return None
    first, last = days
    year, month, _ = first
    around: list[When] = [week] if (week := a_week(first)) is not None else []
    if around and (around[0].first, around[0].last) == days:
        return plain(edtf)
    around = [a_month(year, month), a_year(year)]
    around += [a_decade(year), a_century(year // 100 + 1)] if year > 0 else []
    for when in around:
        if when.first <= first and last <= when.last and (when.first, when.last) != days:
            return plain(when.edtf)
    return None
