"""Quotations in marks, and block quotations: which are speech, and whose."""

from __future__ import annotations

from collections.abc import Sequence

from gainsay.annotations.attributions import frames, subjects
from gainsay.annotations.attributions.clues import Clue, find_clues
from gainsay.annotations.attributions.draft import Draft, owner, speaker_of
from gainsay.annotations.attributions.frames import DASHES, LONGEST_GAP, NEAR
from gainsay.annotations.attributions.lexicon import CLAUSE_STARTS, TEXTS
from gainsay.annotations.attributions.nesting import Node
from gainsay.annotations.attributions.references import author_after, note_follows, only_note
from gainsay.annotations.attributions.segments import Items, is_pronoun
from gainsay.annotations.attributions.stream import QUOTATION, Stream
from gainsay.annotations.attributions.voices import (
    in_first_person,
    named_before,
    named_last,
    reported_by,
    speaks,
    told_by,
)
from gainsay.annotations.attributions.wording import ending, is_named, is_title, is_whole, past_marks, signature

_OPEN_ENDS = frozenset(",?!—–-…")
# What may stand before the second piece of a quotation that its cue splits.
_RESUMING = DASHES | frozenset((",", ":", "and", "but", "that", "because"))
# A speech that goes on in a new paragraph is longer than a reply.
_SPEECH_WORDS = 6
# What is announced so is several persons' words; and what only points at them speaks no more.
_SEVERAL = frozenset("transcript transcripts transcription q&a".split())
_POINTING = frozenset("here below there".split())


def find_direct(rows: Sequence[Stream]) -> list[Draft]:
    """The direct quotations of the rows of one level, in order; those split by their cue are one."""
    drafts: list[Draft] = []
    last: Draft | None = None
    before: Stream | None = None
    for row in rows:
        reader = _RowReader(row, last, before)
        reader.read()
        drafts.extend(reader.drafts)
        last = reader.carried()
        before = row
    return drafts


class _RowReader:
    def __init__(self, row: Stream, carried: Draft | None, above: Stream | None) -> None:
        self.row = row
        self.above = above
        self.before = carried  # the quotation with which the row before ended
        self.drafts: list[Draft] = []
        self.items: dict[int, Draft] = {}  # quotation → its draft
        self.used: dict[int, Draft] = {}  # verb → the draft it is the cue of
        self.speakers: dict[int, Items] = {}  # verb → its subject
        self.order = sorted(row.nodes)
        self.sentence_of: dict[int, tuple[int, int]] = {}
        self.number_of: dict[int, int] = {}
        for number, sentence in enumerate(row.sentences if row.nodes else ()):
            for i in range(*sentence):
                if row.words[i] == QUOTATION:
                    self.sentence_of[i] = sentence
                    self.number_of[i] = number

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

    def _add(self, k: int, clue: Clue | None, speaker: Items | None, confidence: float) -> Draft:
        row = self.row
        draft = Draft("direct", [], confidence=confidence)
        if clue:
            draft.cue = [row.span(clue.start, clue.end)]
            draft.stance = clue.stance
            self.used[clue.at] = draft
        if speaker:
            draft.speaker = [row.span(*speaker)]
            if clue:
                self.speakers[clue.at] = speaker
        self.drafts.append(draft)
        return _hold(draft, row.nodes[k])

    def _led_in(self, k: int, previous: int | None) -> Draft | None:
        """A cue before the quotation: "She said: “…”", "adding, “…”", "told reporters that “…”"."""
        row = self.row
        start, _ = self.sentence_of[k]
        first = start if previous is None or previous < start else previous + 1
        first = max(first, k - LONGEST_GAP)
        verbs = [c for c in find_clues(row, first, k) if c.verb]
        if previous is not None and previous in self.items and self._resumes(previous, k, start):
            return _hold(self.items[previous], row.nodes[k])
        if verbs and verbs[-1].at in self.used and row.words[k - 1] == ",":  # split by its cue
            return _hold(self.used[verbs[-1].at], row.nodes[k])
        clue = next((c for c in reversed(verbs) if frames.leads(row, c, k)), None)
        if clue is None:
            followed = self._followed(k) if ending(row, row.nodes[k]) == "," else None
            return followed or self._announced(k, start, first)
        if clue.at in self.used:
            # "…,” Lind said on “Harbour Talk.”": what resumes a quotation stands behind a stop of its clause.
            resumed = row.words[k - 1] in _RESUMING or k == clue.end
            return _hold(self.used[clue.at], row.nodes[k]) if resumed else None
        if k - clue.end > NEAR and ending(row, row.nodes[k]) == ",":
            followed = self._followed(k)
            if followed:
                return followed
        speaker = (
            self._same_clause(clue, previous)
            or self._named_owner(clue, k)
            or frames.between(row, clue, k)
            or speaker_of(row, start, clue, k)
        )
        if speaker is None and not clue.passive:
            speaker = subjects.main_subject(row, start, clue.start)
        if speaker and row.words[speaker[0]] in ("we", "you") and clue.verb and clue.verb.form == "base":
            return None  # "when we say “…”": words named, not spoken
        if speaker is None and row.words[k - 1] == ":":
            return self._announced(k, start, first)
        return self._add(k, clue, speaker, 0.95 if speaker else 0.7)

    def _resumes(self, previous: int, k: int, start: int) -> bool:
        """Whether a sentence goes on that its cue has split: "“When it rains,” Lind said, pointing at the roof, “we
        leave.”"."""
        row = self.row
        whole = previous >= start and ending(row, row.nodes[previous]) == "," and row.words[k - 1] == ","
        cued = any(draft is self.items[previous] and at > previous for at, draft in self.used.items())
        return whole and cued and not row.capital[k]

    def _same_clause(self, clue: Clue, previous: int | None) -> Items | None:
        """The speaker of the quotation before, whose cue this one follows: "“…,” she said, adding, “…”"."""
        if previous is None or not clue.participle:
            return None
        at, items = next(reversed(self.speakers.items()), (-1, None))
        return items if previous < at < clue.at else None

    def _named_owner(self, clue: Clue, k: int) -> Items | None:
        """Somebody else's words that are only repeated: "repeating Lind's last words, “…”"."""
        row = self.row
        for i in range(k - 1, clue.end, -1):
            if row.words[i] in TEXTS:
                found = owner(row, clue.end, i)
                return found if found and row.capital[found[0]] else None
        return None

    def _announced(self, k: int, start: int, first: int) -> Draft | None:
        """No reporting verb, but a colon, or a text that says: "ran an editorial that “…”", "His answer: “…”"."""
        row = self.row
        if k <= first:
            return None
        words_of = next((i for i in range(first, k - 4) if row.words[i : i + 3] == ["the", "words", "of"]), None)
        if words_of is not None and row.words[k - 1] == ",":
            return self._add(k, Clue(words_of, words_of + 3, words_of, "asserts"), (words_of + 3, k - 1), 0.85)
        if not is_whole(row, row.nodes[k]) or not row.capital[k]:
            return None
        before = row.words[k - 1]
        text_at = next((i for i in range(k - 1, first - 1, -1) if row.words[i] in TEXTS), None)
        if not (before == ":" or ((before in ("that", ",") or before in DASHES) and text_at is not None)):
            return None
        quotation = row.nodes[k].quotation
        marked = quotation.opened or quotation.closed or note_follows(row.text, quotation.outer.end)
        if text_at is None and not marked and not (k - first > NEAR and in_first_person(row.text, row.nodes[k])):
            return None  # a colon before a list or an example
        speaker = self._author(text_at, start, k) or named_last(row, first, k - 1)
        speaker = speaker or subjects.main_subject(row, start, k - 1)
        if not marked and text_at is None and speaker is not None and row.words[speaker[1]] in (",", ":"):
            return None  # "Senator Orme, fellow citizens:" greets them
        if speaker is None or (is_pronoun(row.words[speaker[0]]) and not speaks(row, speaker)):
            return None  # "It's basically: ‘…’": nobody speaks
        if before == ":" and (row.words[speaker[0]] in _POINTING or not _SEVERAL.isdisjoint(row.words[first:k])):
            return None  # "Partial transcript as follows:", and several speak
        at = text_at if text_at is not None else k - 1
        draft = self._add(k, Clue(at, at + 1, at, "asserts"), speaker, 0.7 if text_at is not None else 0.55)
        author = author_after(row.text, past_marks(row.text, quotation.outer.end))
        if author and text_at is None:
            draft.speaker = [author]
        return draft

    def _author(self, text_at: int | None, start: int, k: int) -> Items | None:
        """Whose text it is: "a line of Lindqvist: “…”", "Lind's answer: “…”"."""
        if text_at is None:
            return None
        if self.row.words[text_at + 1] in ("of", "by", "from"):
            return subjects.after(self.row, text_at + 2, k)
        found = owner(self.row, start, text_at)
        return found if found and self.row.capital[found[0]] and found[1] - found[0] > 0 else None

    def _followed(self, k: int) -> Draft | None:
        """A cue after the quotation: "“…,” said Lind", "“…?” the clerk asked"."""
        row = self.row
        quotation = row.nodes[k].quotation
        last = ending(row, row.nodes[k])
        i = k + 1
        if i >= len(row.words) or not (quotation.opened or quotation.closed) or is_named(row, k):
            return None
        comma = row.words[i] == "," or row.words[i] in DASHES
        if comma:
            i += 1
        if (
            not comma
            and last not in _OPEN_ENDS
            and not (i < len(row.words) and row.words[i].isalpha() and not row.capital[i])
        ):
            return None
        signed = signature(row, i) if comma and row.words[i - 1] != "," else None
        if signed:
            return self._add(k, Clue(i - 1, i, i - 1, "asserts"), signed, 0.85)
        if i < len(row.words) and row.words[i] in CLAUSE_STARTS - {"as"}:
            return None
        limit = frames.limit(row, i)
        strict = not comma and last not in _OPEN_ENDS
        for clue in find_clues(row, i, limit):
            if clue.verb is None and clue.at == i and not clue.noun:
                return self._add(k, clue, subjects.after(row, clue.end, limit), 0.9)
            if clue.verb is None or not clue.verb.takes("q"):
                continue
            speaker = frames.speaker_behind(row, clue, i, limit)
            if speaker is None or (strict and (clue.verb.weak or not (clue.start == i or is_whole(row, row.nodes[k])))):
                return None
            return self._add(k, clue, speaker, 0.97)
        found = frames.unlisted(row, i, limit) if last == "," and not comma else None
        return self._add(k, *found, 0.75) if found else None

    def _continued(self, k: int, previous: int | None) -> Draft | None:
        """A whole sentence in marks after another of the same speaker, or after a sentence about the speaker."""
        row = self.row
        if not is_whole(row, row.nodes[k]) or not row.capital[k] or self._goes_on(k):
            return None
        if previous is not None and previous in self.items and self._only_note(previous, k):
            return self._anew(k, self.items[previous])
        if k != self.sentence_of[k][0]:
            return None
        if previous is None and k == 0:
            return self._carried_on()
        before = row.sentences[self.number_of[k] - 1]
        last = self.items.get(previous) if previous is not None else None
        cued = any(before[0] <= at < before[1] and draft is last for at, draft in self.used.items())
        here = previous is not None and (before[0] <= previous or cued)
        if here and last:
            noted = previous is not None and note_follows(row.text, row.nodes[previous].quotation.outer.end)
            return self._anew(k, last) if noted else _hold(last, row.nodes[k])
        # Behind marks that hold a word or two, only who speaks: "had “admiration” for it, Lind said. “But …”".
        subject = told_by(row, *before) if here else reported_by(row, *before)
        return self._add(k, None, subject, 0.6) if subject else None

    def _goes_on(self, k: int) -> bool:
        """Whether the sentence goes on behind a comma of the quotation, and so tells itself who speaks."""
        row = self.row
        after = row.words[k + 1] if k + 1 < len(row.words) else ""
        return ending(row, row.nodes[k]) == "," and after.isalpha() and not row.capital[k + 1]

    def _only_note(self, previous: int, k: int) -> bool:
        nodes = self.row.nodes
        return only_note(self.row.text, nodes[previous].quotation.outer.end, nodes[k].quotation.outer.start)

    def _anew(self, k: int, before: Draft) -> Draft | None:
        """The same speaker's next words, from elsewhere: a note has closed those before."""
        if not before.speaker:
            return None
        draft = self._add(k, None, None, 0.6)
        draft.speaker = list(before.speaker)
        return draft

    def _carried_on(self) -> Draft | None:
        """A paragraph begins with a quotation without a cue: it goes on with that of the paragraph before."""
        if self.before is None or note_follows(self.row.text, self.before.nodes[-1].quotation.outer.end):
            return None
        if self.before.content[-1:] and self.row.text[self.before.content[-1].end - 1] == "?":
            return None
        content = self.row.nodes[0].quotation.content
        words = sum(self.row.text.count(" ", part.start, part.end) + 1 for part in content)
        if words < _SPEECH_WORDS or self.row.text[content[-1].end - 1] == "?":
            return None  # in a dialogue the next paragraph is the other's
        return _hold(self.before, self.row.nodes[0])

    def _alone(self, k: int) -> Draft | None:
        """Whole sentences in marks without a cue: closed by a note or a reference, or a paragraph of their own."""
        row = self.row
        node = row.nodes[k]
        if not is_whole(row, node):
            return None
        outer = node.quotation.outer
        noted = note_follows(row.text, outer.end)
        author = author_after(row.text, outer.end)
        paragraph = k == 0 and len(row.words) == 1
        if not (noted or author or paragraph):
            return None
        if not (noted or author or node.quotation.opened):
            return self._set_apart(k)
        if not (noted or author) and is_title(row.text, node.quotation.content[0]):
            return None  # a heading in marks
        draft = self._add(k, None, None, 0.8 if noted or author else 0.5)
        if author:
            draft.speaker = [author]
        return draft

    def _set_apart(self, k: int) -> Draft | None:
        """A block that only its form tells from the text: whoever speaks in the last sentences before it."""
        speaker = named_before(self.above) if self.above else None
        if self.above is None or speaker is None:
            return None
        draft = self._add(k, None, None, 0.55)
        draft.speaker = [self.above.span(*speaker)]
        return draft


def _hold(draft: Draft, node: Node) -> Draft:
    draft.content.extend(node.quotation.content)
    if node.quotation.opened or node.quotation.closed:
        draft.marked.extend(node.quotation.content)
    draft.nodes.append(node)
    return draft
