"""Who says "I" and "we": whoever is quoted, or else whoever writes."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from gainsay.annotations.attributions.attribution import Attribution
from gainsay.annotations.mentions import Mention
from gainsay.entities.cluster import Cluster
from gainsay.entities.discourse import Discourse
from gainsay.spans import Span

_PERSONS = {
    **dict.fromkeys("i me my mine myself".split(), "I"),
    **dict.fromkeys("we us our ours ourselves".split(), "we"),
    **dict.fromkeys("you your yours yourself yourselves".split(), "you"),
}
_DEEPEST = 4  # quotations within quotations that are looked through

_LEAST_QUESTIONS = 3
_ONE_IN = 12  # of the paragraphs of a talk ask


@dataclass(frozen=True, slots=True)
class Turn:
    """A paragraph of a talk of two: where it begins, and whether it asks."""

    start: int
    asks: bool


def turns(text: str, passages: Sequence[Span]) -> list[Turn]:
    """The turns of an interview whose speakers are not told before each; none where paragraphs seldom ask.

    A paragraph that ends in a question asks, the next that does not answers.
    """
    found = [
        Turn(span.start, text[max(span.end - 3, span.start) : span.end].rstrip().endswith("?")) for span in passages
    ]
    answered = sum(one.asks and not after.asks for one, after in pairwise(found))
    return found if answered >= max(_LEAST_QUESTIONS, len(found) / _ONE_IN) else []


class Voices:
    """The quotations of a text with their speakers, and those whom first and second person mean in each voice.

    `writer` is the person whom the document gives as its author, if the text names him; `turns` are those of a talk
    whose speakers are not told.
    """

    def __init__(
        self,
        attributions: Sequence[Attribution],
        speakers: Mapping[str, Cluster],
        writer: Cluster | None = None,
        turns: Sequence[Turn] = (),
    ) -> None:
        quoted = [
            (span, a.id)
            for a in attributions
            for span in (a.content if a.kind == "direct" else a.marked)
            if span.length
        ]
        self._quoted: list[tuple[Span, str]] = sorted(quoted)
        self._starts = [span.start for span, _ in self._quoted]
        self._speakers = speakers
        self._writer = writer
        self._turns = turns
        self._meant: dict[tuple[str, int], Cluster] = {}

    def of(self, mention: Mention, discourse: Discourse) -> tuple[Cluster, str, float] | None:
        """Whom a pronoun of the first or second person means, why, and how surely; None for any other mention."""
        if mention.form != "pronoun":
            return None
        person = _PERSONS.get(discourse.text[mention.span.start : mention.span.end].lower())
        if person is None:
            return None
        said_by = self._said_by(mention.span.start)
        speaker = self._speakers.get(said_by) if said_by else self._writer
        if said_by and speaker is None:
            return None
        if person == "I" and speaker is not None:
            return speaker, "speaks here" if said_by else "wrote the document", 0.9 if said_by else 0.8
        turn = None if said_by else self._turn(mention.span.start)
        if turn:
            return self._in_turn(person, turn)
        return self._in_voice(person, id(speaker) if speaker else 0)

    def _in_voice(self, person: str, voice: int) -> tuple[Cluster, str, float]:
        key = person, voice
        known = self._meant.get(key)
        if known is None:
            known = self._meant[key] = Cluster(person, "person" if person == "I" else "group")
        return known, f"“{person}” in the same voice", 0.8 if person == "I" else 0.6

    def _in_turn(self, person: str, turn: Turn) -> tuple[Cluster, str, float] | None:
        """Whom a turn means: who asks says "you" to whoever answers; whom an answer addresses is not clear."""
        if person == "you" and not turn.asks:
            return None
        person, asks = ("I", False) if person == "you" else (person, turn.asks)
        return self._in_voice(person, -1 if asks else 0)

    def _turn(self, position: int) -> Turn | None:
        at = bisect_right(self._turns, position, key=lambda turn: turn.start)
        return self._turns[at - 1] if at else None

    def _said_by(self, position: int) -> str:
        """The innermost attribution in whose quoted words a position lies."""
        at = bisect_right(self._starts, position)
        for number in range(at - 1, max(at - 1 - _DEEPEST, -1), -1):
            if self._quoted[number][0].end > position:
                return self._quoted[number][1]
        return ""
