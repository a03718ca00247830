"""Quotations in marks, and block quotations: which are speech, and whose."""

from __future__ import annotations

from collections.abc import Sequence

from gainsay.annotations.attributions import subjects
from gainsay.annotations.attributions.blocks import NOTE_AT_END
from gainsay.annotations.attributions.clues import Clue, find_clues
from gainsay.annotations.attributions.draft import Draft, owner, speaker_of
from gainsay.annotations.attributions.lexicon import TEXTS
from gainsay.annotations.attributions.nesting import Node
from gainsay.annotations.attributions.references import author_after, note_follows
from gainsay.annotations.attributions.stream import QUOTATION, Stream

_OPEN_ENDS = frozenset(",?!—–-…")
_DASHES = frozenset(["—", "–", "―", "-"])
# A reporting clause between cue and quotation, or after one: longer ones are sentences of their own.
_LONGEST_GAP = 45
# Words of a quotation that can stand as a sentence without a capital.
_SENTENCE_WORDS = 5


def find_direct(rows: Sequence[Stream]) -> list[Draft]:
    """The direct quotations of the rows of one level, in order; those split by their cue are one."""
    drafts: list[Draft] = []
    last: Draft | None = None
    for row in rows:
        reader = _RowReader(row, last)
        reader.read()
        drafts.extend(reader.drafts)
        last = reader.carried()
    return drafts


class _RowReader:
    def __init__(self, row: Stream, carried: Draft | None) -> None:
        self.row = row
        self.before = carried  # the quotation with which the row before ended
        self.drafts: list[Draft] = []
        self.items: dict[int, Draft] = {}  # quotation → its draft
        self.used: dict[int, Draft] = {}  # verb → the draft it is the cue of
        self.order = sorted(row.nodes)
        self.sentence_of: dict[int, tuple[int, int]] = {}
        for sentence in row.sentences if row.nodes else ():
            for i in range(*sentence):
                if row.words[i] == QUOTATION:
                    self.sentence_of[i] = sentence

    def read(self) -> None:
        previous = None
        for k in self.order:
            draft = self._led_in(k, previous) or self._followed(k) or self._continued(k, previous) or self._alone(k)
            if draft:
                self.items[k] = draft
            previous = k

    def carried(self) -> Draft | None:
        """The quotation that the next paragraph may go on with: this row ends with it or with its cue."""
        if not self.order or self.order[-1] not in self.items:
            return None
        start, _ = self.row.sentences[-1]
        return self.items[self.order[-1]] if self.order[-1] >= start else None

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

    def _led_in(self, k: int, previous: int | None) -> Draft | None:
        """A cue before the quotation: "She said: “…”", "adding, “…”", "told reporters that “…”"."""
        row = self.row
        start, _ = self.sentence_of[k]
        first = start if previous is None or previous < start else previous + 1
        first = max(first, k - _LONGEST_GAP)
        clues = find_clues(row, first, k)
        verbs = [c for c in clues if c.verb]
        clue = next((c for c in reversed(verbs) if self._leads(c, k)), None)
        if clue is None:
            return self._announced(k, start, first)
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
        whole = full(row, row.nodes[k])
        if not gap:
            return clue.verb.takes("q") and whole
        if clue.verb.weak and len(gap) > 4:
            return False
        last = gap[-1]
        if last == ":":
            return not clue.verb.weak or len(gap) < 3
        if not clue.verb.takes("q"):
            return False
        if last in (",", "that") or last in _DASHES:
            return whole and (row.capital[k] or len(gap) == 1)
        announced = row.nodes[k].quotation.outer.start > row.spans[k - 1].end + 1
        return row.capital[k] and whole and (announced or len(gap) <= 3 and clue.verb.takes("o"))

    def _announced(self, k: int, start: int, first: int) -> Draft | None:
        """No reporting verb, but a colon, or a text that says: "ran an editorial that “…”", "His answer: “…”"."""
        row = self.row
        if k <= first or not full(row, row.nodes[k]) or not row.capital[k]:
            return None
        colon = row.words[k - 1] == ":"
        text_at = next((i for i in range(k - 1, first - 1, -1) if row.words[i] in TEXTS), None)
        if not (colon or (row.words[k - 1] in ("that", ",") and text_at is not None)):
            return None
        speaker = self._author(text_at, start, k) or subjects.main_subject(row, start, k - 1)
        if speaker is None:
            return None
        at = text_at if text_at is not None else k - 1
        return self._add(k, Clue(at, at + 1, at, "asserts"), speaker, 0.7 if text_at is not None else 0.55)

    def _author(self, text_at: int | None, start: int, k: int) -> subjects.Items | None:
        """Whose text it is: "a line of Lindqvist: “…”", "Lind's answer: “…”"."""
        if text_at is None:
            return None
        if self.row.words[text_at + 1] in ("of", "by", "from"):
            return subjects.after(self.row, text_at + 2, k)
        return owner(self.row, start, text_at)

    def _followed(self, k: int) -> Draft | None:
        """A cue after the quotation: "“…,” said Lind", "“…?” the clerk asked"."""
        row = self.row
        quotation = row.nodes[k].quotation
        last = row.text[quotation.content[-1].end - 1]
        i = k + 1
        if i >= len(row.words) or not (quotation.opened or quotation.closed):
            return None
        comma = row.words[i] == "," or row.words[i] in _DASHES
        if comma:
            i += 1
        if (
            not comma
            and last not in _OPEN_ENDS
            and not (i < len(row.words) and row.words[i].isalpha() and not row.capital[i])
        ):
            return None
        limit = self._limit(i)
        strict = not comma and last not in _OPEN_ENDS
        for clue in find_clues(row, i, limit):
            if clue.verb is None and clue.at == i and not clue.noun:
                return self._add(k, clue, subjects.after(row, clue.end, limit), 0.9)
            if clue.verb is None or not clue.verb.takes("q"):
                continue
            speaker = self._after_quotation(clue, i, limit)
            if speaker is None or (strict and (clue.verb.weak or not full(row, row.nodes[k]))):
                return None
            return self._add(k, clue, speaker, 0.97)
        return None

    def _after_quotation(self, clue: Clue, i: int, limit: int) -> subjects.Items | None:
        """Who speaks in the clause that begins at item `i`, right after the quotation."""
        row = self.row
        if clue.start == i:
            return None if clue.participle else subjects.after(row, clue.end, limit)
        if row.words[clue.start] == "to" and clue.start < clue.at:
            return subjects.main_subject(row, i, clue.start)
        speaker = subjects.before(row, i, clue.start)
        return speaker if speaker is not None and speaker[0] <= i + 1 else None

    def _limit(self, i: int) -> int:
        words = self.row.words
        stop = min(len(words), i + _LONGEST_GAP)
        for j in range(i, stop):
            ended = words[j] in (".", ";") and (j + 1 >= len(words) or self.row.capital[j + 1])
            if words[j] == QUOTATION or ended:
                return j
        return stop

    def _continued(self, k: int, previous: int | None) -> Draft | None:
        """A whole sentence in marks after another of the same speaker, or after a sentence about the speaker."""
        row = self.row
        start, end = self.sentence_of[k]
        if not full(row, row.nodes[k]) or not row.capital[k] or k != start:
            return None
        if previous is None:
            return self._carried_on(k)
        between = [s for s in row.sentences if previous < s[0] and s[1] <= k]
        draft = self.items.get(previous)
        if not between:
            return _hold(draft, row.nodes[k]) if draft else None
        subject = subjects.main_subject(row, between[-1][0], between[-1][1])
        if subject and speaks(row, subject):
            return self._add(k, None, subject, 0.6)
        return None

    def _carried_on(self, k: int) -> Draft | None:
        row = self.row
        if k == 0:
            if self.before is None or len(row.words) > 1:
                return None
            asked = row.text[self.before.content[-1].end - 1] == "?"
            return None if asked else _hold(self.before, row.nodes[k])
        start, end = next((s for s in reversed(row.sentences) if s[1] <= k), (0, 0))
        subject = subjects.main_subject(row, start, end) if end else None
        return self._add(k, None, subject, 0.6) if subject and speaks(row, subject) else None

    def _alone(self, k: int) -> Draft | None:
        """Whole sentences in marks without a cue: closed by a note or a reference, or a paragraph of their own."""
        row = self.row
        node = row.nodes[k]
        if not full(row, node):
            return None
        outer = node.quotation.outer
        noted = note_follows(row.text, outer.end)
        author = author_after(row.text, outer.end)
        paragraph = k == 0 and len(row.words) == 1
        if not (noted or author or (paragraph and node.quotation.opened)):
            return None
        draft = self._add(k, None, None, 0.8 if noted or author else 0.5)
        if author:
            draft.speaker = [author]
        return draft


def speaks(row: Stream, subject: subjects.Items) -> bool:
    """Whether a subject can speak, as far as its form tells: a name or a personal pronoun."""
    word = row.words[subject[0]]
    if subjects.is_pronoun(word):
        return word not in ("it", "you", "one")
    return row.capital[subject[1] - 1]


def full(row: Stream, node: Node) -> bool:
    """Whether the marks hold a whole sentence, or several."""
    content = node.quotation.content
    text = row.text
    first = next((c for c in text[content[0].start : content[0].start + 4] if c.isalnum()), "a")
    last = text[content[-1].end - 1]
    words = sum(text.count(" ", span.start, span.end) + 1 for span in content)
    if first.isupper() or first.isdigit():
        return (last in ".?!…,—–-" and words > 1) or words > 6 or last in "?!"
    return words >= _SENTENCE_WORDS and (last in ".?!…," or _at_end(row, node)) or last in "?!" and words > 1


def _at_end(row: Stream, node: Node) -> bool:
    """Whether the clause around a quotation ends with it, so that its stop stands outside the marks."""
    after = row.text[node.quotation.outer.end : node.quotation.outer.end + 3].lstrip()
    return not after or after[0] in ".;:([?!"


def _hold(draft: Draft, node: Node) -> Draft:
    draft.content.extend(node.quotation.content)
    if node.quotation.opened or node.quotation.closed:
        draft.marked.extend(node.quotation.content)
    draft.nodes.append(node)
    return draft


__all__ = ["NOTE_AT_END", "find_direct"]
