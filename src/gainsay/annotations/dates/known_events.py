"""When an event was, as a text says beside its name; and the dates that are counted from it elsewhere in the text.

"Port Adair fell on 3 May 1911" dates "two weeks before the fall of Port Adair". Only an event that is dated alike
wherever it is dated gives a value. `shared_events` does the same between documents.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from gainsay.annotations.dates.date import Date
from gainsay.annotations.dates.edtf import FOREVER, NEVER, bounds, same
from gainsay.annotations.dates.when import Unit, When, of_edtf, open_end, shifted
from gainsay.spans import Span

Name = tuple[str, ...]
"""The words that name an event, small, without "the" and "of", in the order of the alphabet."""


@dataclass(frozen=True, slots=True)
class KnownEvent:
    """An event by the words that name it, as they stand in the text or as a verb says them, and its date."""

    words: str
    name: Name
    date: Date


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
EVENT_NOUNS = frozenset((
    *_NOUNS.values(), "war", "revolution", "occupation", "siege", "battle", "strike", "coup", "uprising", "revolt",
    "rebellion", "raid", "massacre", "famine", "riot", "riots", "armistice", "ceasefire", "defeat", "flood", "fire",
    "earthquake", "explosion", "bombing", "shooting", "trial", "referendum", "treaty", "truce", "mutiny", "blockade",
    "independence", "wedding", "funeral", "coronation", "congress", "conference", "crash", "sinking", "attack",
    "storm", "landing", "assassination", "eruption", "purge", "elections", "march",
))  # fmt: skip
"""Nouns that name what happens once in a place."""
_VERBS = tuple(f" {verb}" for verb in sorted(_NOUNS, key=len, reverse=True))
# What may stand between an event's name and its date: "the landing (3 May 1911)", "the vote, held on 3 May 1911".
_LINK = re.compile(
    r",?\s*(?:(?:which|that)\s)?(?:(?:had\s)?(?:took place|taken place|came|began|started|happened|occurred|broke out)"
    r"|was held|held|was|dated)?\s*(?:on|in|of|at|\()?\s*$"
)
# "On 3 May 1911 Port Adair fell", "In June 1911, the great strike began".
_OPENS = re.compile(r"(?:^|[.!?\n][\"”’')]*\s*)(?:(?:On|In|Early in|Late in|By|At|During)\s(?:the\s)?)?$")
_TOLD = re.compile(
    r",?\s(?P<subject>[^,;:().!?\n]{3,60}?)\s(?:(?P<verb>"
    + "|".join(sorted(_NOUNS, key=len, reverse=True))
    + r")|took place|began|broke out|started)\b"
)
_WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")
_EMPTY = frozenset("the a an of in at on by to and its his her their our this that city town".split())
_VAGUE = frozenset("this that these those his her their its he she they it we i who which same".split())
_BREAK = re.compile(r"[,;:()]")
_SENTENCE = re.compile(r"[.!?][\"”’')]*\s|\n")
_JOINING = frozenset("of in at on for from near by to".split())
# Characters before a date in which its sentence may open, and in which such a link stands.
_OPENING, _LINKING = 20, 40
# Characters before a date in which a name may stand, and words that a name may have.
_REACH, _LONGEST = 90, 6
# Characters within which a single word, "the election", goes on meaning the same event.
_SAME_STORY = 1000


def name_of(words: str) -> Name:
    """The name under which an event is known; empty where a pronoun says that it is known only here.

    >>> name_of("the fall of Port Adair")
    ('adair', 'fall', 'port')
    """
    return _name([_folded(word.group()) for word in _WORD.finditer(words)])


def _folded(word: str) -> str:
    return word.lower().removesuffix("'s").removesuffix("’s")


def _name(folded: Sequence[str]) -> Name:
    return () if not _VAGUE.isdisjoint(folded) else tuple(sorted(word for word in folded if word not in _EMPTY))


def known_events(text: str, dates: Iterable[Date]) -> Iterator[KnownEvent]:
    """The events that a text dates by a date right beside their name."""
    for date in dates:
        if not date.edtf or date.relation or date.duration or date.kind not in ("point", "range"):
            continue
        named = dict.fromkeys([*_before(text, date.span.start), *_after(text, date.span)])
        yield from (KnownEvent(words, name, date) for words, name in named)


def _before(text: str, date: int) -> list[tuple[str, Name]]:
    """Port Adair fell on 3 May 1911; the landing (3 May 1911)."""
    near = text[max(date - _REACH, 0) : date]
    near = near[max((match.end() for match in _SENTENCE.finditer(near)), default=0) :]
    link = _LINK.search(near, max(len(near) - _LINKING, 0))
    head = near[: link.start()] if link else near
    if head.endswith(_VERBS):
        verb = next(verb for verb in _VERBS if head.endswith(verb))
        return _names(_BREAK.split(head.removesuffix(verb))[-1], verb[1:])
    return _names(head)


def _after(text: str, date: Span) -> list[tuple[str, Name]]:
    """On 3 May 1911 Port Adair fell; in June 1911, the great strike began: at the head of a sentence."""
    if not _OPENS.search(text[max(date.start - _OPENING, 0) : date.start]):
        return []
    told = _TOLD.match(text, date.end, min(date.end + _REACH, len(text)))
    if told is None:
        return []
    return _names(told["subject"], told["verb"]) if told["verb"] else _names(told["subject"])


def _names(subject: str, verb: str | None = None) -> list[tuple[str, Name]]:
    """Every name that the last words before a date may be, with the noun for a verb that ends them.

    "Of Port Adair" is no name by itself: the governor who died there is another than the town.
    """
    words = [word.group() for word in _WORD.finditer(subject)]
    begins = [at for at in range(max(len(words) - _LONGEST, 0), len(words)) if not _joined(words, at)]
    noun = [_NOUNS[verb]] if verb else []
    folded = [*map(_folded, words), *noun]
    named = [(" ".join([*words[at:], *noun]), _name(folded[at:])) for at in begins]
    return [(words, name) for words, name in named if name]


def _joined(words: Sequence[str], at: int) -> bool:
    """Whether the word there belongs to a name after "of": "Adair" of "the governor of Port Adair"."""
    last = words[at].lower()
    while at > 0 and words[at][:1].isupper() and words[at - 1].lower() not in _JOINING:
        at -= 1
    return last in _JOINING or (at > 0 and words[at - 1].lower() in _JOINING)


def place_by_events(text: str, dates: Sequence[Date], known: Iterable[KnownEvent]) -> list[Date]:
    """The dates of a text, those counted from an event with a value where `known`, which the same text says, dates it.

    A name of a single word means the same event only a few sentences on: "the fire" of another chapter is another
    fire. Where the values given to an event differ, the date stays open.
    """
    waiting = {name_of(date.event.of(text)) for date in dates if date.event is not None and is_open(date)}
    by_name: dict[Name, list[KnownEvent]] = {}
    for event in sorted(known, key=lambda event: event.date.span) if waiting else ():
        if event.name in waiting:
            by_name.setdefault(event.name, []).append(event)
    datings = {name: _Datings(events) for name, events in by_name.items()}
    return [_placed(text, date, datings) if is_open(date) else date for date in dates]


def is_open(date: Date) -> bool:
    """Whether a date is counted from an event and has no value yet."""
    return date.relation is not None and date.event is not None and date.edtf is None


class _Datings:
    """The datings of the events of one name, in text order, and the stretches of them that agree."""

    def __init__(self, events: Sequence[KnownEvent]) -> None:
        self._events = events
        self._starts = [event.date.span.start for event in events]
        # For each dating, how far back those before it say the same.
        self._since = [0]
        for at in range(1, len(events)):
            agree = same(events[at].date.edtf or "", events[at - 1].date.edtf or "")
            self._since.append(self._since[-1] if agree else at)

    def around(self, place: int, reach: int | None) -> KnownEvent | None:
        """The first dating within so many characters of a place, or of all, if they agree."""
        first = bisect_left(self._starts, place - reach) if reach is not None else 0
        last = bisect_right(self._starts, place + reach) if reach is not None else len(self._starts)
        return self._events[first] if first < last and self._since[last - 1] <= first else None


def _placed(text: str, date: Date, datings: dict[Name, _Datings]) -> Date:
    name = name_of(date.event.of(text)) if date.event is not None else ()
    found = datings.get(name)
    event = found.around(date.span.start, None if len(name) > 1 else _SAME_STORY) if found else None
    when = counted(date, event.date.edtf or "") if event is not None else None
    return date if when is None or event is None else replace(date, edtf=when, anchor=event.date.span)


_LENGTH = re.compile(r"P(\d+)([DWMY])")
_UNITS: dict[str, tuple[Unit, int]] = {"D": ("day", 1), "W": ("day", 7), "M": ("month", 1), "Y": ("year", 1)}


def counted(date: Date, edtf: str) -> str | None:
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
