"""One attribution of two readings: which reader's words, speaker and cue are kept.

Marks bound a quotation exactly, so the rules' words of a direct one stay, unless the model is sure of more: of words
that lead into the marks ("Not one ship “was ever insured,” he said"), or of a second piece. In reported clauses the
model has the ends right more often, and the rules the first half of what their cue splits ("The pier, he said, is
safe").
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace

from gainsay.annotations.attributions.attribution import Attribution
from gainsay.annotations.attributions.manner import is_passive
from gainsay.annotations.attributions.verbs import lemma_of
from gainsay.spans import Span, Spans, any_overlap, content_id

# How sure the model must be to draw words before the marks in, and to see other pieces than the rules do.
_SURE_OF_START, _SURE_OF_PIECES = 0.8, 0.9
# Whoever is asked belongs to what is asked: "urged | the owners to pay", as annotators have it three times in four.
_ADDRESSING = frozenset(
    "ask urge encourage tell order call request beg implore instruct advise warn invite press persuade exhort".split()
)
_SENTENCE_END = re.compile(r"[a-z]{3}[.!?][\"”’)]*\s|\n")
_ADDRESSEE = re.compile(r"\s[^\n.;:,\"“”()]{1,60}\s")
_GOVERNED = re.compile(r"\s(?:for|with|about|against|at|in|on|from|to|by)\s$")
_INFINITIVE = re.compile(r"(?:not |never )?to [a-z]")
_PRONOUN = re.compile(r"(?:^|[\s“‘\"'(—–-])(i|he|she|they|we|who)\s?$", re.IGNORECASE)
_OWNED = re.compile(r"(?:^|[\s“‘\"(])((?:[Tt]he |[Aa]n? )?(?:[A-Z][\w.-]+ )*[\w.-]+[’']s|his|her|their|my|our)\s$")
_OWNER = 60
_BEHIND_COMMA = 3
_OWNERS = frozenset("his her its their my our your".split())
_WORD = re.compile(r"[\w’']+")

Elsewhere = Callable[[Span], bool]
"""Whether words belong to another attribution."""


def joined(text: str, rule: Attribution | None, learned: Attribution | None, elsewhere: Elsewhere) -> Attribution:
    """One attribution of two: content as told above; the model's speaker where it names one and marks do not settle
    it. One of the readings may be missing."""
    if rule is None or learned is None:
        alone = rule or learned
        assert alone is not None
        if learned is None:
            return alone
        lost = alone.kind != "direct" and _said_elsewhere(text, alone)
        found = replace(alone, speaker=()) if lost else alone
        return _with_speaker(text, _with_addressee(text, found))
    whole = _quoted(text, rule, learned, elsewhere) if rule.kind == "direct" else _reported(text, rule, learned)
    speaker = _speaker(text, rule, learned)
    # "He had hopes, | Lind said": the model takes somebody who is spoken of for the speaker.
    if _is_spoken_of(text, rule, learned) or any_overlap(speaker, whole.content):
        whole, speaker = rule, rule.speaker
    return replace(whole, speaker=speaker, cue=rule.cue or learned.cue, stance=rule.stance)


def _is_spoken_of(text: str, rule: Attribution, learned: Attribution) -> bool:
    """Whether the speaker that the model names stands in what is told before a frame of the rules' own speaker."""
    if rule.kind == "direct" or not rule.speaker or not rule.cue or not any_overlap(learned.speaker, rule.content):
        return False
    frame = min(rule.speaker[0].start, rule.cue[0].start)
    return rule.content[-1].end <= frame <= rule.content[-1].end + _BEHIND_COMMA and text[frame - 2 : frame] == ", "


def _said_elsewhere(text: str, one: Attribution) -> bool:
    """Whether the model has sought the speaker of a report in another sentence than its cue's."""
    if not one.cue or not one.speaker:
        return False
    first, last = sorted((one.speaker[0], one.cue[0]))
    return bool(_SENTENCE_END.search(text, first.end, last.start))


def _speaker(text: str, rule: Attribution, learned: Attribution) -> Spans:
    if rule.kind != "direct" and _said_elsewhere(text, learned):
        return rule.speaker
    # Where they agree on who speaks, the model has the whole noun phrase, with what is said of the person; but not if
    # it has only the owner of what speaks ("her | letter says").
    if any_overlap(rule.speaker, learned.speaker):
        owner = learned.speaker[0].of(text).lower()
        return rule.speaker if owner in _OWNERS or owner.endswith(("'s", "’s")) else learned.speaker
    if rule.speaker and rule.kind == "direct":
        governed = _GOVERNED.search(text, max(0, rule.speaker[0].start - _OWNER), rule.speaker[0].start)
        first = bool(learned.speaker) and learned.speaker[0].start < rule.speaker[0].start
        # "A clerk who feared for | his post said": what a preposition governs is nobody's subject.
        return learned.speaker if governed and first and not _said_elsewhere(text, learned) else rule.speaker
    return learned.speaker or rule.speaker


def _quoted(text: str, rule: Attribution, learned: Attribution, elsewhere: Elsewhere) -> Attribution:
    """A quotation in marks: as the rules have it, or with what the model surely adds to it."""
    more = _apart(learned.content, rule.content)
    if more:
        foreign = any(elsewhere(part) or not any_overlap((part,), learned.marked) for part in more)
        return learned if learned.confidence >= _SURE_OF_PIECES and not foreign else rule
    first, start = rule.content[0], learned.content[0].start
    less = _apart(rule.content, learned.content)
    if less and learned.confidence >= _SURE_OF_PIECES and _is_drawn_in(text, less, learned):
        return learned
    if less or learned.confidence < _SURE_OF_START or not _begins_before(text, start, first):
        return rule
    content = (Span(start, first.end), *rule.content[1:])
    return _with_content(replace(rule, kind="mixed"), content)


def _is_drawn_in(text: str, pieces: Sequence[Span], learned: Attribution) -> bool:
    """Whether pieces stand in paragraphs before the one that the model has: mostly another's words."""
    return "\n" in text[pieces[-1].end : learned.content[0].start]


def _begins_before(text: str, start: int, first: Span) -> bool:
    """Whether there are words between `start` and a part, in its paragraph."""
    return start < first.start and "\n" not in (lead := text[start : first.start]) and bool(_WORD.search(lead))


def _reported(text: str, rule: Attribution, learned: Attribution) -> Attribution:
    """A reported clause: as the model has it, with the rules' first half where their cue splits it."""
    if _apart(learned.content, rule.content):
        return rule  # it has mostly drawn in a piece of a neighbour
    split = [part for part in _apart(rule.content, learned.content) if rule.cue and part.end <= rule.cue[0].start]
    resumed = _resumed(text, rule, learned)
    if split or resumed is not learned.content:
        return _with_content(learned, (*split, *resumed))
    if rule.kind == "mixed" and _begins_before(text, learned.content[0].start, rule.content[0]):
        first = Span(rule.content[0].start, learned.content[0].end)
        return _with_content(learned, (first, *learned.content[1:])) if first.length > 0 else learned
    return _with_addressee(text, learned)


def _resumed(text: str, rule: Attribution, learned: Attribution) -> Spans:
    """The model's parts, of which the one that goes on behind "he said," begins there, as the rules have it."""
    if not rule.cue or len(rule.content) < 2:
        return learned.content
    for part in rule.content[1:]:
        if (
            rule.cue[-1].end <= part.start <= rule.cue[-1].end + _BEHIND_COMMA
            and "," in text[rule.cue[-1].end : part.start]
        ):
            late = [s for s in learned.content if s.overlaps(part) and s.start > part.start]
            if late:
                return tuple(Span(part.start, s.end) if s == late[0] else s for s in learned.content)
    return learned.content


def _with_addressee(text: str, one: Attribution) -> Attribution:
    """With whoever is asked to do what the content says: "asked | the clerk to stay"."""
    if one.kind == "direct" or not one.cue:
        return one
    end = one.cue[-1].end
    words = [word.lower() for word in _WORD.findall(text, *one.cue[-1])]
    verb = words[-2] if words[-1:] == ["on"] and len(words) > 1 else words[-1] if words else ""
    number = next((n for n, part in enumerate(one.content) if part.start > end), None)
    if number is None or lemma_of(verb) not in _ADDRESSING:
        return one
    part = one.content[number]
    if not _INFINITIVE.match(text, part.start) or not _ADDRESSEE.fullmatch(text, end, part.start):
        return one
    content = (*one.content[:number], Span(end + 1, part.end), *one.content[number + 1 :])
    return _with_content(one, content)


def _with_speaker(text: str, one: Attribution) -> Attribution:
    """Where nobody is named: the pronoun or the owner right before the cue ("he | doubts", "Lind's | claim")."""
    if one.speaker or not one.cue or is_passive(text, one.cue):
        return one
    cue = one.cue[0]
    lead = text[max(0, cue.start - _OWNER) : cue.start]
    found = _PRONOUN.search(lead) or _OWNED.search(lead)
    if found is None:
        return one
    start = cue.start - len(lead) + found.start(1)
    speaker = (Span(start, start + len(found.group(1))),)
    return one if any_overlap(speaker, one.content) else replace(one, speaker=speaker)


def _with_content(one: Attribution, content: Sequence[Span]) -> Attribution:
    ordered = tuple(sorted(content))
    return replace(one, id=content_id("attribution", one.document, one.kind, *ordered, *one.cue), content=ordered)


def _apart(parts: Spans, others: Spans) -> list[Span]:
    """Those that share nothing with `others`."""
    return [part for part in parts if not any(part.overlaps(other) for other in others)]
