"""What a shared run of words means: copied, quoted, of one origin or repeated; and who has it from whom."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property, lru_cache

from gainsay.annotations.attributions.attribution import Attribution
from gainsay.annotations.citations import Citation
from gainsay.dependence.dependence import Dependence, DependenceKind, Direction, Place
from gainsay.dependence.fingerprint import WORD, fold
from gainsay.dependence.placed import Placed
from gainsay.dependence.reuse import Run
from gainsay.documents.document import Document
from gainsay.spans import Span, Spans, content_id

# A place counts as quoted when most of it stands inside quotation marks; runs often take in a "he said" at one end.
MOSTLY = 0.5
# How far from the shared words the text may name its source, in characters: about two sentences.
NEAR = 250
# Agencies credit themselves at the head or the foot of an article.
CREDIT = 400

# Fewer equal words outside quotation marks may be a set phrase or a title with a name.
SET_PHRASE = 12
# How far from the beginning a document may say whose word it is ("Statement by …"), in characters.
HEAD = 300
# A paragraph longer than this is looked back at only so far.
PARAGRAPH = 5000

# Words by which one quotation must be longer than the other to be called fuller.
TRUNCATED = 4

PRONOUNS = frozenset("he she it they we i you who one his her their".split())

# Agencies whose copy many papers print. Short names are taken only as written, in capitals.
AGENCIES = {
    "Reuters": "Reuters",
    "Associated Press": "AP",
    "AP": "AP",
    "Agence France-Presse": "AFP",
    "AFP": "AFP",
    "United Press International": "UPI",
    "UPI": "UPI",
    "Xinhua": "Xinhua",
    "TASS": "TASS",
    "ITAR-TASS": "TASS",
    "RIA Novosti": "RIA Novosti",
    "Interfax": "Interfax",
    "Kyodo": "Kyodo",
    "Press Trust of India": "PTI",
    "PTI": "PTI",
    "Deutsche Presse-Agentur": "dpa",
    "DPA": "dpa",
    "ANSA": "ANSA",
    "EFE": "EFE",
    "Anadolu": "Anadolu",
    "Yonhap": "Yonhap",
    "Press Association": "PA",
    "Canadian Press": "Canadian Press",
    "Havas": "Havas",
}
_AGENCY = re.compile(r"\b(" + "|".join(sorted(map(re.escape, AGENCIES), key=len, reverse=True)) + r")\b")


_DATA = ("author", "publisher", "title")
"""By which data a text may name another."""


@dataclass(frozen=True)
class Reading:
    """One document with what was read in it. `speakers` maps an attribution's id to the entity of its speaker.

    What is asked of it for each run of shared words is worked out once.
    """

    document: Document
    attributions: Sequence[Attribution] = ()
    citations: Sequence[Citation] = ()
    speakers: Mapping[str, str] = field(default_factory=dict)

    @cached_property
    def placed(self) -> Placed:
        """Its attributions by where they stand."""
        return Placed(self.attributions)

    @cached_property
    def known_by(self) -> dict[str, str]:
        """Folded author, publisher and title, as far as they are given."""
        given = {what: _folded(self.document.stated(what) or "").strip() for what in _DATA}
        return {what: key.removeprefix("the ") for what, key in given.items() if key}

    @cached_property
    def telling(self) -> list[tuple[str, str, str]]:
        """Of these such as tell one document from others, each with its last word: a one-word title ("Home") does
        not.
        """
        some = [(what, key) for what, key in self.known_by.items() if len(key) > 3 and (what != "title" or " " in key)]
        return [(what, key, key.rpartition(" ")[2]) for what, key in some]

    @cached_property
    def agencies(self) -> frozenset[str]:
        """The news agencies that it credits."""
        return credited_agencies(self.document)


@dataclass(frozen=True, slots=True)
class Quoted:
    """One place with what its document says about it. A quotation may stand there that nobody is named for."""

    place: Place
    reading: Reading
    quotation: Attribution | None
    quoted: bool

    @property
    def speaker(self) -> str | None:
        """Who is quoted: the entity where it is known, or the last word of the name."""
        if self.quotation is None:
            return None
        known = self.reading.speakers.get(self.quotation.id)
        return known or next(reversed([w for w in _folded(self.speaker_words).split() if w not in PRONOUNS]), None)

    @property
    def spans(self) -> Spans:
        """The words of the quotation: in a mixed one those in quotation marks."""
        if self.quotation is None:
            return ()
        return self.quotation.marked if self.quotation.kind == "mixed" else self.quotation.content

    @property
    def speaker_words(self) -> str:
        """How the text names the speaker."""
        spans = self.quotation.speaker if self.quotation else ()
        return " ".join(s.of(self.reading.document.text) for s in spans)


def classify(run: Run, readings: Mapping[str, Reading]) -> Dependence:
    """The dependence that a run shows, with its direction and the reason for both.

    `readings` maps document ids to what was read; it holds at least the two documents of the run, if they are two.
    """
    if run.a.document == run.b.document:
        kind, direction, reason = _REPEATED
    else:
        a, b = (quoted_side(place, readings[place.document]) for place in (run.a, run.b))
        kind, direction, reason = _judge(a, b, run.words)
    key = (run.a.document, *run.a.span, run.b.document, *run.b.span)
    return Dependence(content_id("dep", *key), kind, run.a, run.b, direction, run.words, run.altered, reason)


_Judgement = tuple[DependenceKind, Direction, str]

_REPEATED: _Judgement = ("repeats", "unknown", "the same words twice in one document")


def _judge(a: Quoted, b: Quoted, words: int) -> _Judgement:
    if pointed := _pointing(a, b):
        direction, reason = pointed
        borrower = a if direction == "a-from-b" else b
        return ("quotes" if borrower.quoted else "copies"), direction, reason
    if a.quoted and b.quoted:
        return "same-origin", "unknown", _both_quote(a, b)
    direction, dated = _by_date(a, b)
    if a.quoted or b.quoted:
        return _one_quotes(a, b, direction, dated)
    if agency := _shared_agency(a, b):
        return "same-origin", "unknown", f"both carry {agency}"
    if words < SET_PHRASE:
        return "copies", "unknown", "a short run outside quotation marks: it may be a set phrase"
    return (
        "copies",
        direction,
        dated or "the same words in both; neither says whence, nor do dates tell which is earlier",
    )


def _one_quotes(a: Quoted, b: Quoted, direction: Direction, dated: str) -> _Judgement:
    """Only one side has the words in quotation marks."""
    quoting, plain, from_plain = (a, b, "a-from-b") if a.quoted else (b, a, "b-from-a")
    wrong_way = direction not in (from_plain, "unknown")
    if quoting.speaker_words and not speaks_in(quoting, plain.reading.document):
        reason = f"one quotes {quoting.speaker_words}, the other has the words without quotation marks"
        return "same-origin", direction if wrong_way else "unknown", reason
    if wrong_way:
        return "copies", direction, f"{dated}; a quotation in the earlier, without marks in the later"
    return (
        "quotes",
        ("a-from-b" if a.quoted else "b-from-a"),
        "in quotation marks in one, in its own voice in the other",
    )


def speaks_in(side: Quoted, document: Document) -> bool:
    """Whether the document is, by its author, title or first lines, the word of whom `side` quotes."""
    head = " ".join(filter(None, [document.author, document.title, document.publisher, document.text[:HEAD]]))
    named = [w for w in _folded(side.speaker_words).split() if w not in PRONOUNS]
    return bool(named) and f" {named[-1]} " in _folded(head)


def quoted_side(place: Place, reading: Reading) -> Quoted:
    """The place with the innermost quotation that holds most of it."""
    quotation: Attribution | None = None
    start, end = place.span
    for attribution in reading.placed.near(place.span):
        if attribution.kind == "indirect":
            continue
        spans = attribution.marked if attribution.kind == "mixed" else attribution.content
        inside = sum(min(s.end, end) - max(s.start, start) for s in spans if s.start < end and start < s.end)
        if inside and inside >= MOSTLY * (end - start) and (quotation is None or _size(attribution) < _size(quotation)):
            quotation = attribution
    return Quoted(place, reading, quotation, quotation is not None or _in_marks(reading.document.text, place.span))


def _in_marks(text: str, span: Span) -> bool:
    """Whether a quotation mark is open in the middle of the span, looking back to the start of its paragraph."""
    middle = (span.start + span.end) // 2
    begin = max(text.rfind("\n", 0, middle) + 1, middle - PARAGRAPH)
    before = text[begin:middle]
    opened = any(before.rfind(left) > before.rfind(right) for left, right in ("“”", "«»"))
    return opened or before.count('"') % 2 == 1


def _size(attribution: Attribution) -> int:
    return sum(s.length for s in attribution.content)


def _pointing(a: Quoted, b: Quoted) -> tuple[Direction, str] | None:
    """One side, and only one, names the other document near the shared words or in a reference for them."""
    to_b, to_a = _names(a, b), _names(b, a)
    if to_b and not to_a:
        return "a-from-b", to_b
    if to_a and not to_b:
        return "b-from-a", to_a
    return None


def _names(side: Quoted, other: Quoted) -> str | None:
    """How `side` names the document of `other`, or None."""
    own = side.reading.known_by.values()
    telling = [some for some in other.reading.telling if some[1] not in own]
    if not telling:
        return None
    text = side.reading.document.text
    start, end = side.place.span
    near = text[max(0, start - NEAR) : start] + " \n " + text[end : end + NEAR]
    cited = " ".join(f"{c.author or ''} | {c.title or ''}" for c in _citations(side))
    folded = [(place, fold(place)) for place in (near, cited) if place]
    for what, key, last in telling:
        # Few places have so much as its last word, and looking for words is what takes the time.
        if any(last in letters and f" {key} " in _folded(place) for place, letters in folded):
            return f"names the other's {what}, {other.reading.document.stated(what)}"
    return None


def _citations(side: Quoted) -> list[Citation]:
    """The citations that stand for the shared words: those that support them or follow them closely."""
    span = side.place.span
    reach = Span(span.start, span.end + NEAR)
    return [
        c
        for c in side.reading.citations
        if (c.supports and c.supports.overlaps(span)) or (c.marker and c.marker.overlaps(reach))
    ]


def _both_quote(a: Quoted, b: Quoted) -> str:
    who = "in quotation marks in both"
    if a.speaker and a.speaker == b.speaker:
        who = f"both quote {max(a.speaker_words, b.speaker_words, key=len)}"
    more = [_beyond(side) for side in (a, b)]
    fuller, shorter = (a, b) if more[0] > more[1] else (b, a)
    if max(more) - min(more) < TRUNCATED or shorter.quotation is None:
        return who
    return f"{who}; {fuller.reading.document.path} gives {max(more) - min(more)} words more of it"


def _beyond(side: Quoted) -> int:
    """How many words of the quotation lie outside the shared ones."""
    if side.quotation is None:
        return 0
    text, (start, end) = side.reading.document.text, side.place.span
    outside = [text[s.start : min(s.end, start)] + " " + text[max(s.start, end) : s.end] for s in side.spans]
    return sum(len(WORD.findall(piece)) for piece in outside)


def _shared_agency(a: Quoted, b: Quoted) -> str | None:
    shared = sorted(a.reading.agencies & b.reading.agencies)
    return shared[0] if shared else None


def credited_agencies(document: Document) -> frozenset[str]:
    """The news agencies credited at the head or foot of a document, or as its author or publisher."""
    text = document.text
    credit = "\n".join([text[:CREDIT], text[-CREDIT:], document.author or "", document.publisher or ""])
    return frozenset(AGENCIES[m[1]] for m in _AGENCY.finditer(credit))


def _by_date(a: Quoted, b: Quoted) -> tuple[Direction, str]:
    """The later is from the earlier, where the dates of writing cannot overlap."""
    written = a.reading.document.written, b.reading.document.written
    first, second = (_bounds(w) if w else None for w in written)
    if first and second and first[1] < second[0]:
        return "b-from-a", f"the same words, written {written[0]} and again {written[1]}"
    if first and second and second[1] < first[0]:
        return "a-from-b", f"the same words, written {written[1]} and again {written[0]}"
    return "unknown", ""


_DAY = re.compile(r"(\d{4})(?:-(\d\d))?(?:-(\d\d))?[~?%]?")
_OPEN = ("", "..")


@lru_cache(10_000)
def _bounds(edtf: str) -> tuple[str, str] | None:
    """First and last day as sortable strings; None for anything but plain dates and intervals of them.

    >>> _bounds("1911-03"), _bounds("1911/..")
    (('1911-03-01', '1911-03-31'), ('1911-01-01', '9999-12-31'))
    """
    first, _, last = edtf.partition("/")
    begin = _DAY.fullmatch(first)
    end = _DAY.fullmatch(last) if "/" in edtf else begin
    if not (begin or first in _OPEN) or not (end or last in _OPEN):
        return None
    return (
        f"{begin[1]}-{begin[2] or '01'}-{begin[3] or '01'}" if begin else "0000-01-01",
        f"{end[1]}-{end[2] or '12'}-{end[3] or '31'}" if end else "9999-12-31",
    )


def _folded(text: str) -> str:
    """The folded words, with a blank at each end, so that whole words can be looked for.

    >>> _folded("The Harbour Gazette.")
    ' the harbour gazette '
    """
    return f" {fold(' '.join(WORD.findall(text)))} "
