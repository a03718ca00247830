"""Quotations in marks: which are speech, and whose."""

from __future__ import annotations

from gainsay.annotations.attributions import subjects
from gainsay.annotations.attributions.clues import Clue, find_clues
from gainsay.annotations.attributions.draft import Draft, speaker_of
from gainsay.annotations.attributions.lexicon import VERBS
from gainsay.annotations.attributions.nesting import Node
from gainsay.annotations.attributions.stream import QUOTATION, Stream

_OPEN_ENDS = frozenset(",?!—–-…")
# A reporting clause between cue and quotation, or after one: longer ones are sentences of their own.
_LONGEST_GAP = 40


def find_direct(row: Stream) -> list[Draft]:
    """The direct quotations of a row, in order; those split by their cue are one."""
    return _DirectReader(row).read()


class _DirectReader:
    def __init__(self, row: Stream) -> None:
        self.row = row
        self.drafts: list[Draft] = []
        self.items: dict[int, Draft] = {}  # quotation → its draft
        self.used: dict[int, Draft] = {}  # verb → the draft it is the cue of
        self.sentence_of: dict[int, tuple[int, int]] = {}
        for sentence in row.sentences:
            for i in range(*sentence):
                if row.words[i] == QUOTATION:
                    self.sentence_of[i] = sentence

    def read(self) -> list[Draft]:
        for k in sorted(self.row.nodes):
            draft = self._led_in(k) or self._followed(k) or self._continued(k)
            if draft:
                self.items[k] = draft
        return self.drafts

    def _add(self, k: int, clue: Clue | None, speaker: subjects.Items | None, confidence: float) -> Draft:
        row = self.row
        draft = Draft("direct", [], confidence=confidence)
        if clue:
            draft.cue = [row.span(clue.start, clue.end)]
            draft.stance = clue.stance
            self.used[clue.at] = draft
        if speaker:
            draft.speaker = [row.span(*speaker)]
        self.drafts.append(draft)
        return _hold(draft, row.nodes[k])

    def _led_in(self, k: int) -> Draft | None:
        """A cue before the quotation: "She said: “…”", "adding, “…”", "told reporters that “…”"."""
        row = self.row
        start, _ = self.sentence_of[k]
        previous = max((q for q in row.nodes if start <= q < k), default=None)
        first = start if previous is None else previous + 1
        first = max(first, k - _LONGEST_GAP)
        clues = [c for c in find_clues(row, first, k) if c.verb]
        if not clues:
            return None
        clue = clues[-1]
        if not self._leads(clue, k):
            return None
        if clue.at in self.used:
            return _hold(self.used[clue.at], row.nodes[k])
        speaker = speaker_of(row, start, clue, k)
        if speaker is None and not clue.passive:
            speaker = subjects.main_subject(row, start, clue.start)
        return self._add(k, clue, speaker, 0.95 if speaker else 0.7)

    def _leads(self, clue: Clue, k: int) -> bool:
        row = self.row
        gap = row.words[clue.end : k]
        assert clue.verb is not None
        if not gap:
            return clue.verb.takes("q") and row.capital[k]
        last = gap[-1]
        if last == ":":
            return True
        if not clue.verb.takes("q"):
            return False
        if last in (",", "that", "―", "—", "–", "-"):
            return row.capital[k] or len(gap) == 1
        return row.capital[k] and len(gap) <= 3 and clue.verb.takes("o") and _full(row, row.nodes[k])

    def _followed(self, k: int) -> Draft | None:
        """A cue after the quotation: "“…,” said Lind", "“…?” the clerk asked"."""
        row = self.row
        last = row.text[row.nodes[k].quotation.content[-1].end - 1]
        i = k + 1
        if i >= len(row.words):
            return None
        comma = row.words[i] in (",", "—", "–", "―")
        if comma:
            i += 1
        if not comma and last not in _OPEN_ENDS:
            return None
        limit = self._limit(i)
        for clue in find_clues(row, i, limit):
            if clue.verb is None or not clue.verb.takes("q"):
                if clue.verb is None and clue.at == i and not clue.noun:
                    return self._add(k, clue, subjects.after(row, clue.end, limit), 0.9)
                continue
            if clue.start == i:
                if clue.participle:
                    return None
                speaker = subjects.after(row, clue.end, limit)
            else:
                speaker = subjects.before(row, i, clue.start)
                if speaker is None or speaker[0] > i + 1:
                    return None
            if speaker is None:
                return None
            return self._add(k, clue, speaker, 0.97)
        return None

    def _limit(self, i: int) -> int:
        words = self.row.words
        stop = min(len(words), i + _LONGEST_GAP)
        for j in range(i, stop):
            if words[j] == QUOTATION or (
                words[j] in (".", ";")
                and j + 1 < len(words)
                and self.row.capital[j + 1]
                and (j + 1 >= len(words) or len(words[j - 1]) > 2)
            ):
                return j
        return stop

    def _continued(self, k: int) -> Draft | None:
        """A whole sentence in marks after another of the same speaker, or after a sentence about the speaker."""
        row = self.row
        if not _full(row, row.nodes[k]):
            return None
        earlier = [q for q in self.items if q < k]
        if not earlier:
            return None
        previous = max(earlier)
        between = [s for s in row.sentences if previous < s[1] - 1 and s[1] <= k and s[0] > previous]
        if not between:
            return _hold(self.items[previous], row.nodes[k])
        return None


def _full(row: Stream, node: Node) -> bool:
    """Whether the marks hold whole sentences."""
    content = node.quotation.content
    text = row.text
    first, last = text[content[0].start], text[content[-1].end - 1]
    words = sum(1 for span in content for _ in text[span.start : span.end].split())
    return first.isupper() and (last in ".?!…,—–" or words > 6) and words > 1


def _hold(draft: Draft, node: Node) -> Draft:
    draft.content.extend(node.quotation.content)
    draft.marked.extend(node.quotation.content)
    draft.nodes.append(node)
    return draft


__all__ = ["VERBS", "find_direct"]
