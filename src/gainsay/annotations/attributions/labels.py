"""Speakers named before a colon: in transcripts ("PENN: Well, …", "Q. Where?") and headlines ("Lind: No deal")."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from gainsay.annotations.attributions.clauses import clause_end, is_finite
from gainsay.annotations.attributions.draft import Draft
from gainsay.annotations.attributions.lexicon import FIRST_AND_SECOND
from gainsay.annotations.attributions.stream import QUOTATION, Stream
from gainsay.passages.questions import question_labels
from gainsay.spans import Span

# Words in capitals before a colon that name no speaker.
_NOT_SPEAKERS = frozenset(
    "note notes update updated editor editors photo photos video image images caption source sources read more related "
    "watch see also correction contact summary abstract keywords breaking exclusive date time place subject re fact "
    "warning address phone email website tel fax chapter part section article appendix table figure title".split()
)
_LABEL = re.compile(r"[\s\"“]*(?P<label>[^\W\d_][^\n:“”\"()]{0,40}?)(?:\s?\([^()\n]{1,60}\))?(?P<mark>:)")
_ASKED = re.compile(r"[\s\"“]*(?P<label>Q|A)(?P<mark>[:.])(?=\s[A-Z“\"])")
# As the records of parliaments print it: "Mr. Tamm. Madam Chair, I yield."
_TITLED = re.compile(
    r"(?P<label>(?:Mr|Mrs|Ms|Dr|Prof|Sen|Rep|Speaker|Senator|Judge|Justice|Chair|Chairman|Chairwoman|President|Minister"
    r"|Governor|Congressman|Congresswoman|Deputy|Delegate)\.?(?:\s[A-ZÀ-Þ][\w’'-]{1,30}){1,2})(?P<mark>\.)(?=\s[A-Z])"
)
_OWN_LINE = re.compile(r"[A-ZÀ-Þ][A-ZÀ-Þ .’'-]{2,40}:")
_PARAGRAPH = re.compile(r"[^\n]+(?:\n[^\n]+)*")
_QUESTION = re.compile(r"[QA]")
_NAMED = r"(?:(?:Mr|Mrs|Ms|Dr|Prof)\.?\s)?[A-ZÀ-Þ][\w’'-]*\.?(?:[^\S\n]+[A-ZÀ-Þ][\w’'-]*\.?){0,3}(?<=[\w’'])"
# Who answers in a record of questions and answers: "Witness: Tobin Holt", "TESTIMONY OF TOBIN HOLT".
_WITNESS = re.compile(
    rf"\b(?i:witness|deponent|interviewee)\s?:\s*(?P<witness>{_NAMED})"
    rf"|^[^\n.?!]{{0,40}}\b(?i:testimony|deposition|evidence|interview|statement)\s+(?i:of|with)\s+(?P<of>{_NAMED})"
    rf"(?=[^\n.?!]*$)"
    rf"|\b(?P<sworn>{_NAMED}),\s(?:[a-z]+\s){{0,4}}(?:sworn|affirmed)\b",
    re.MULTILINE,
)
# Who asks: "EXAMINATION BY MR. LASK", or a name with a colon on a line of its own.
_EXAMINER = re.compile(
    rf"\b(?i:examination)\s+(?i:by)\s+(?P<by>{_NAMED})"
    rf"|^[ \t]*(?P<line>{_NAMED})(?:\s\([^()\n]{{1,60}}\))?:[ \t]*$",
    re.MULTILINE,
)
# A transcript has at least so many turns; two words with a colon may be a heading.
_TURNS = 3
# Words of a turn, on average; shorter ones are entries of a table.
_TURN_WORDS = 8
_LONGEST_LABEL = 90
_BLANK = re.compile(r"[^\S\n]*")
# Words of a single turn that are looked through for "I" and "you".
_HEAD = 40
# Items of a name before a colon in a headline.
_LONGEST_NAME = 6


@dataclass(frozen=True, slots=True)
class _Label:
    name: Span
    mark: Span
    words: str
    capitals: bool
    titled: bool


def find_labelled(rows: Sequence[Stream], headings: frozenset[int]) -> list[Draft]:
    """The turns of a transcript: each from its label to the next or to a heading, one span per paragraph."""
    labels = [_label(row) for row in rows]
    transcript = _is_transcript(rows, [label for label in labels if label])
    named = _named(rows[0].text) if any(label and _QUESTION.fullmatch(label.words) for label in labels) else {}
    drafts: list[Draft] = []
    current: Draft | None = None
    for number, (row, label) in enumerate(zip(rows, labels, strict=True)):
        single = label is not None and not transcript and _speech(rows, number, label)
        if label and (single or (transcript and not label.titled)):
            current = None
            content = [span for span in _paragraphs(row, label.mark.end) if span.length]
            speaker = _last_before(label.name, named.get(label.words, ()))
            draft = Draft("direct", content, [speaker], [label.mark], confidence=0.85 if transcript else 0.6)
            drafts.append(draft)
            current = draft if transcript or label.titled or not content else None
        elif current is not None and row.spans[0].start not in headings:
            current.content.append(row.span(0, len(row.words)))
        else:
            current = None
    return drafts


def _named(text: str) -> dict[str, list[Span]]:
    """Who is named as the one who answers and as the one who asks, by their labels; not what is told in a turn."""
    turns = question_labels(text)
    found: dict[str, list[Span]] = {}
    for label, pattern in (("A", _WITNESS), ("Q", _EXAMINER)):
        for match in pattern.finditer(text):
            span = Span(*match.span(match.lastgroup or 0))
            line = _BLANK.match(text, text.rfind("\n", 0, span.start) + 1)
            if line is None or line.end() not in turns:
                found.setdefault(label, []).append(span)
    return found


def _last_before(label: Span, named: Sequence[Span]) -> Span:
    """The last of those named before a label, or else the label itself."""
    at = bisect_right(named, label)
    return named[at - 1] if at else label


def _paragraphs(row: Stream, start: int) -> list[Span]:
    """The paragraphs of a row from `start` on."""
    found = _PARAGRAPH.finditer(row.text, start, row.spans[-1].end)
    return [Span(*match.span()).trim(row.text) for match in found]


def is_turn(text: str, above: Span, paragraph: Span) -> bool:
    """Whether a paragraph is a turn by the label with which it begins, or which stands alone above it."""
    reach = min(paragraph.end, paragraph.start + _LONGEST_LABEL)
    return bool(_TITLED.match(text, paragraph.start, reach) or _OWN_LINE.fullmatch(text, *above))


def _is_transcript(rows: Sequence[Stream], labels: Sequence[_Label]) -> bool:
    """Several turns, in which speakers come again (a table of facts names each thing once)."""
    if len(labels) < _TURNS:
        return False
    again = len({label.words for label in labels}) < len(labels)
    return again and sum(len(row.words) for row in rows) >= _TURN_WORDS * len(labels)


def _speech(rows: Sequence[Stream], number: int, label: _Label) -> bool:
    """Whether a single label begins what reads like something said."""
    row = rows[number]
    alone = row.spans[-1].end == label.mark.end
    if label.titled or alone:
        words = (rows[number + 1].words if alone and number + 1 < len(rows) else row.words)[:_HEAD]
        named = label.titled or label.capitals
        return named and len(words) > _TURN_WORDS and any(word in FIRST_AND_SECOND for word in words)
    return label.capitals and row.spans[-1].of(row.text) in (".", "?", "!", "…", "”") and len(row.words) > _TURN_WORDS


def _label(row: Stream) -> _Label | None:
    """The label with which a row begins."""
    if row.words[0] == QUOTATION:
        return None
    start = row.spans[0].start
    reach = min(row.spans[-1].end, start + _LONGEST_LABEL)
    titled = _TITLED.match(row.text, start, reach)
    match = titled or _ASKED.match(row.text, start, reach) or _LABEL.match(row.text, start, reach)
    if not match:
        return None
    name, words = match["label"], match["label"].split()
    if not words or len(words) > 5 or words[0].lower().strip(".") in _NOT_SPEAKERS:
        return None
    question = bool(_QUESTION.fullmatch(name))
    if not question and not titled and not all(w[0].isupper() or w in ("of", "the", "de") for w in words):
        return None
    return _Label(
        Span(*match.span("label")), Span(*match.span("mark")), name, name.isupper() and len(name) > 2, bool(titled)
    )


def find_headlines(rows: Sequence[Stream], headings: frozenset[int], places: frozenset[int]) -> list[Draft]:
    """What headings attribute by a colon: "Orme: Pier was never safe".

    `headings` say where they begin, `places` where the words of place names do: "Marrow Bay: …" names a topic.
    """
    drafts = []
    for row in rows:
        if row.spans[0].start not in headings or ":" not in row.words[1:_LONGEST_NAME]:
            continue
        colon = row.words.index(":")
        end = clause_end(row, colon + 1, len(row.words))
        named = (
            row.spans[0].start not in places
            and all(row.named(i) or row.words[i] in ("of", "the", ".") for i in range(colon))
            and row.capital[0]
        )
        if not named or not is_finite(row, colon + 1, end, sure=True):
            continue
        marked = [part for i in range(colon + 1, end) if i in row.nodes for part in row.nodes[i].quotation.content]
        content = [row.span(colon + 1, end)]
        draft = Draft("mixed" if marked else "indirect", content, [row.span(0, colon)], [row.span(colon, colon + 1)])
        draft.marked, draft.confidence = marked, 0.6
        drafts.append(draft)
    return drafts
