"""Whose voice a quotation without a cue may be: who speaks, or is spoken of, in the sentences before it."""

from __future__ import annotations

from gainsay.annotations.attributions import subjects
from gainsay.annotations.attributions.clues import find_clues
from gainsay.annotations.attributions.draft import speaker_of
from gainsay.annotations.attributions.lexicon import FIRST_AND_SECOND
from gainsay.annotations.attributions.nesting import Node
from gainsay.annotations.attributions.segments import Items, is_pronoun
from gainsay.annotations.attributions.stream import Stream

# Capitals at the head of a sentence that begin no name: "There was much talk. “…”"
_NOBODY = frozenset(
    """
    there here nobody nothing none everything something this that these those such much others some many most few
    several all both another one
    """.split()
)
_DASHES = frozenset(["—", "–", "―", "-"])
# How many sentences back the speaker of a block quotation may be named.
_SENTENCES_BACK = 2
# Words of a block that are looked through for "I" and "we".
_HEAD = 400


def named_before(row: Stream) -> Items | None:
    """Who speaks in the last two sentences of a row, the last one first."""
    for sentence in reversed(row.sentences[-_SENTENCES_BACK:]):
        found = reported_by(row, *sentence)
        if found:
            return found
    return None


def named_last(row: Stream, first: int, colon: int) -> Items | None:
    """A name between a dash and a colon: "Turnout was higher - Ana Lindqvist: “…”"."""
    i = colon
    while i > first and row.capital[i - 1]:
        i -= 1
    return (i, colon) if first < i < colon and row.words[i - 1] in _DASHES else None


def in_first_person(text: str, node: Node) -> bool:
    """Whether what is quoted says "I" or "we"."""
    start = node.quotation.content[0].start
    words = text[start : min(node.quotation.content[-1].end, start + _HEAD)].lower().replace("’", "'").split()
    return any(word.strip(".,;:!?()") in FIRST_AND_SECOND for word in words)


def reported_by(row: Stream, start: int, end: int) -> Items | None:
    """Who speaks in a sentence, or whom it is about."""
    teller = told_by(row, start, end)
    if teller:
        return teller
    subject = subjects.main_subject(row, start, end)
    return subject if subject and speaks(row, subject) else None


def told_by(row: Stream, start: int, end: int) -> Items | None:
    """Who speaks in a sentence."""
    for clue in reversed(find_clues(row, start, end)):
        if clue.verb and not clue.verb.weak and not clue.passive:
            speaker = speaker_of(row, start, clue, end)
            if speaker and speaks(row, speaker):
                return speaker
    return None


def speaks(row: Stream, subject: Items) -> bool:
    """Whether a subject can speak, as far as its form tells: a name or a personal pronoun."""
    word = row.words[subject[0]]
    if is_pronoun(word):
        return word.partition("'")[0].partition("’")[0] not in ("it", "you", "one")
    return row.capital[subject[1] - 1] and word not in _NOBODY
