"""When an event was, as a text says beside its name; and the dates that are counted from it elsewhere.

"Port Adair fell on 3 May 1911" dates "two weeks before the fall of Port Adair", in this text or in another. Only an
event that is dated alike wherever it is dated gives a value: where the sources differ, what is counted from it stays
open.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from gainsay.annotations.dates.date import Date
from gainsay.annotations.dates.edtf import FOREVER, NEVER, bounds, same
from gainsay.annotations.dates.when import Unit, When, of_edtf, open_end, shifted
from gainsay.spans import Span

Name = tuple[str, ...]
"""The words that name an event, small, without "the" and "of", in the order of the alphabet."""


@dataclass(frozen=True, slots=True)
class KnownEvent:
    """An event with the EDTF value that stands beside its name, and where that value stands."""

    name: Name
    edtf: str
    document: str
    date: Span


# What an act is called, by the verb that tells of it: "the town fell" is the fall of the town.
_NOUNS = {
    "fell": "fall", "died": "death", "was born": "birth", "surrendered": "surrender", "resigned": "resignation",
    "abdicated": "abdication", "was arrested": "arrest", "were arrested": "arrest", "was killed": "killing",
    "was murdered": "murder", "was assassinated": "assassination", "was executed": "execution",
    "was elected": "election", "was captured": "capture", "was liberated": "liberation", "was invaded": "invasion",
    "was occupied": "occupation", "was overthrown": "overthrow", "was deposed": "overthrow", "collapsed": "collapse",
    "landed": "landing", "withdrew": "withdrawal", "was signed": "signing", "was bombed": "bombing",
    "was founded": "founding", "was released": "release", "was evacuated": "evacuation",
}  # fmt: skip
_VERB = re.compile(r"(?P<subject>[^,;:()]*?) (?P<verb>" + "|".join(sorted(_NOUNS, key=len, reverse=True)) + r")$")
# What may stand between an event's name and its date: "the landing (3 May 1911)", "the vote, held on 3 May 1911".
_LINK = re.compile(
    r",?\s*(?:(?:which|that)\s)?(?:(?:had\s)?(?:took place|taken place|came|began|started|happened|occurred|broke out)"
    r"|was held|held|was|dated)?\s*(?:on|in|of|at|\()?\s*$"
)
_WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")
_EMPTY = frozenset("the a an of in at on by to and its his her their our this that city town".split())
_VAGUE = frozenset("this that these those his her their its he she they it we i who which same".split())
_SENTENCE = re.compile(r"[.!?][\"”’')]*\s|\n")
# Characters before a date in which a name may stand, and words that a name may have.
_REACH, _LONGEST = 90, 6
# Characters within which a single word, "the election", goes on meaning the same event.
_SAME_STORY = 1000


def name_of(words: str) -> Name:
    """The name under which an event is known; empty where a pronoun says that it is known only here.

    >>> name_of("the fall of Port Adair")
    ('adair', 'fall', 'port')
    """
    found = [re.sub(r"['’]s$", "", word.group().lower()) for word in _WORD.finditer(words)]
    return () if _VAGUE & set(found) else tuple(sorted(word for word in found if word not in _EMPTY))


def known_events(text: str, dates: Iterable[Date]) -> list[KnownEvent]:
    """The events that a text dates by a date right beside their name."""
    found = []
    for date in dates:
        if not date.edtf or date.relation or date.duration or date.kind not in ("point", "range"):
            continue
        before = text[max(date.span.start - _REACH, 0) : date.span.start]
        before = before[max((match.end() for match in _SENTENCE.finditer(before)), default=0) :]
        link = _LINK.search(before)
        head = before[: link.start()] if link else before
        named = dict.fromkeys(name for name in _names(head) if name)
        found += [KnownEvent(name, date.edtf, date.document, date.span) for name in named]
    return found


def _names(head: str) -> list[Name]:
    """Every name that the last words before a date may be, and the noun for a verb that ends them."""
    told = _VERB.search(head)
    words = list(_WORD.finditer(told["subject"] if told else head))[-_LONGEST:]
    ends = [" ".join(word.group() for word in words[at:]) for at in range(len(words))]
    return [name_of(f"{end} {_NOUNS[told['verb']]}" if told else end) for end in ends]


def place_by_events(text: str, dates: Sequence[Date], known: Iterable[KnownEvent]) -> list[Date]:
    """The dates of a text, those counted from an event with a value where `known` dates that event.

    A name of a single word means the same event only a few sentences on: "the fire" of another document, or of another
    chapter, is another fire. Where the values given to an event differ, the date stays open.
    """
    by_name: dict[Name, list[KnownEvent]] = {}
    for event in known:
        by_name.setdefault(event.name, []).append(event)
    return [_placed(text, date, by_name) for date in dates]


def _placed(text: str, date: Date, known: dict[Name, list[KnownEvent]]) -> Date:
    if date.relation is None or date.event is None or date.edtf is not None:
        return date
    name = name_of(date.event.of(text))
    events = [
        event for event in known.get(name, ()) if event.date != date.span and (len(name) > 1 or _near(event, date))
    ]
    if not events or any(not same(event.edtf, events[0].edtf) for event in events):
        return date
    own = next((event for event in events if event.document == date.document), None)
    when = _counted(date, events[0].edtf)
    return date if when is None else replace(date, edtf=when, anchor=own.date if own else None)


def _near(event: KnownEvent, date: Date) -> bool:
    """Whether "the election" is still the same: in one document, within a few sentences."""
    return event.document == date.document and abs(event.date.start - date.span.start) <= _SAME_STORY


_LENGTH = re.compile(r"P(\d+)([DWMY])")
_UNITS: dict[str, tuple[Unit, int]] = {"D": ("day", 1), "W": ("day", 7), "M": ("month", 1), "Y": ("year", 1)}


def _counted(date: Date, edtf: str) -> str | None:
    """The value of a date from that of its event; None where it would be finer than what is known of the event."""
    days, event = bounds(edtf), of_edtf(edtf)
    if event is None or days is None or NEVER in days or FOREVER in days or event.vague:
        return None
    if date.relation in ("at", "during"):
        return edtf
    if date.duration is None:
        return _open(date, edtf, event)
    length = _LENGTH.fullmatch(date.duration)
    if length is None or date.relation not in ("before", "after"):
        return None
    unit, factor = _UNITS[length[2]]
    # From the end of a siege, to its beginning.
    edge = days[1] if date.relation == "after" else days[0]
    base = When(edge, edge, "day") if event.grain == "stretch" else event
    moved = shifted(base, unit, int(length[1]) * factor * (1 if date.relation == "after" else -1))
    return moved.edtf if moved else None


def _open(date: Date, edtf: str, event: When) -> str | None:
    if date.kind == "duration" or date.relation not in ("before", "after", "since", "until"):
        return None
    ends = edtf.split("/")
    edge = of_edtf(ends[-1] if date.relation == "after" else ends[0]) or event
    return open_end(edge, after=date.relation in ("after", "since")).edtf
