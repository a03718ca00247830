"""Who says "I" and "we": whoever is quoted, or else whoever writes."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping, Sequence

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


class Voices:
    """The quotations of a text with their speakers, and those whom first and second person mean in each voice.

    `writer` is the person whom the document gives as its author, if the text names him.
    """

    def __init__(
        self, attributions: Sequence[Attribution], speakers: Mapping[str, Cluster], writer: Cluster | None = None
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
        key = person, id(speaker) if speaker else 0
        known = self._meant.get(key)
        if known is None:
            known = self._meant[key] = Cluster(person, "person" if person == "I" else "group")
        return known, f"“{person}” in the same voice", 0.8 if person == "I" else 0.6

    def _said_by(self, position: int) -> str:
        """The innermost attribution in whose quoted words a position lies."""
        at = bisect_right(self._starts, position)
        for number in range(at - 1, max(at - 1 - _DEEPEST, -1), -1):
            if self._quoted[number][0].end > position:
                return self._quoted[number][1]
        return ""
