"""Reported speech without marks around it, and clauses of which only a part is in marks."""

from __future__ import annotations

from collections.abc import Sequence

from gainsay.annotations.attributions import subjects
from gainsay.annotations.attributions.clauses import clause_end, is_finite
from gainsay.annotations.attributions.clues import Clue, find_clues
from gainsay.annotations.attributions.complements import Found, complement, to_end
from gainsay.annotations.attributions.draft import Draft, is_intended, speaker_of
from gainsay.annotations.attributions.lexicon import (
    ADDRESSEES,
    AUXILIARIES,
    BE,
    CLAUSE_STARTS,
    DETERMINERS,
    IRREGULAR_PASTS,
    PREPOSITIONS,
    THINKING,
)
from gainsay.annotations.attributions.segments import DAYS, Items, is_pronoun
from gainsay.annotations.attributions.stream import QUOTATION, Stream

_PARENTHETIC_STOPS = frozenset([",", ".", ";", "—", "–", "―", ")", "[", "?", "!"])
_DASHES = frozenset(["—", "–", "―"])
_CONJUNCTIONS = frozenset("but and so yet".split())
# What follows a comma without resuming an interrupted clause.
_NOT_RESUMING = frozenset("adding who which and but citing referring while as a an the whose where when though".split())
# Words between a reporting clause and the stop that closes it ("…, she said at a meeting in the town hall on Monday.").
_AFTER_CUE = 16
# Words that name who is told: "the President told the nation".
_ADDRESSEE = 3
# "It threatens to rain": nobody has said so.
_THINGS = frozenset("it this that which".split())
_BODING = frozenset("threaten promise".split())
_TIMES = DAYS | frozenset("morning afternoon evening night on late early last this".split())
_HEARSAY = frozenset("allegedly reportedly purportedly supposedly".split())
_RELATIVE = frozenset("who which that whom".split())
_RAISING = frozenset("say believe report allege expect think know estimate consider claim understand assume".split())


def find_indirect(row: Stream, taken: frozenset[int]) -> list[Draft]:
    """The indirect and mixed attributions of a row; cues that begin at `taken` belong to direct quotations."""
    drafts = []
    for start, end in row.sentences:
        hearsay = _hearsay(row, start, end)
        if hearsay:
            drafts.append(hearsay)
        clues = find_clues(row, start, end)
        for clue in clues:
            if row.spans[clue.start].start not in taken:
                draft = _read(row, start, end, clue, clues)
                if draft:
                    drafts.append(draft)
    return drafts


def _read(row: Stream, start: int, end: int, clue: Clue, clues: Sequence[Clue]) -> Draft | None:
    if clue.verb is None:
        if clue.noun:
            return _noun(row, start, end, clue, clues)
        return _according(row, start, end, clue)
    if clue.start < clue.at and row.words[clue.start] == "to" and not is_intended(row, clue):
        return None
    speaker = speaker_of(row, start, clue, end)
    if clue.passive:
        raised = _raised(row, start, end, clue, clues)
        return _draft(row, clue, speaker, raised or complement(row, end, clue, clues, speaker), 0.7)
    if speaker is None or not _plausible(row, speaker, clue):
        return None
    inverted = speaker[0] >= clue.end
    content = None if inverted else complement(row, end, clue, clues, speaker)
    if content is None or row.words[content[0][0]] in PREPOSITIONS:
        # "The road is shut, he said in a letter, and the bridge has fallen."
        content = _parenthetic(row, start, end, clue, speaker) or content
    draft = _draft(row, clue, speaker, content, 0.75)
    if draft and not inverted and row.words[clue.end : clue.end + 1] == [":"]:  # "They asked: Who stood by us?"
        draft.kind, draft.confidence = "direct", 0.6
    return draft


def _hearsay(row: Stream, start: int, end: int) -> Draft | None:
    """ "Allegedly, the mayor fled.", "The mayor reportedly fled.": somebody says so, nobody is named."""
    at = next((i for i in range(start, end) if row.words[i] in _HEARSAY), None)
    if at is None or QUOTATION in row.words[start:at]:
        return None
    behind = at + 2 if row.words[at + 1 : at + 2] == [","] else at + 1
    parts = [(start, at), (behind, clause_end(row, behind, end))]
    if at > start and not _beside_verb(row, at):
        return None
    runs = [part for part in parts if part[0] < part[1]]
    if not runs or runs[-1][1] - behind < 2:
        return None
    return _draft(row, Clue(at, at + 1, at, "asserts"), None, runs, 0.6)


def _beside_verb(row: Stream, at: int) -> bool:
    """Whether an adverb stands before or behind a verb: not "the allegedly stolen boat"."""
    before, follows = row.words[at - 1], row.words[at + 1 : at + 2]
    finite = bool(follows) and (follows[0] in IRREGULAR_PASTS or follows[0].endswith("ed"))
    return before in AUXILIARIES or (finite and before not in DETERMINERS and before not in _PARENTHETIC_STOPS)


def _plausible(row: Stream, speaker: Items, clue: Clue) -> bool:
    """Not a stray article or preposition, as before a noun that looks like a verb, nor "I think"."""
    words = row.words
    last = words[speaker[1] - 1]
    thing = speaker[1] - speaker[0] == 1 and last in _THINGS
    if last == "there" or (thing and clue.verb is not None and clue.verb.lemma in _BODING):
        return False
    if last in DETERMINERS and last not in ("all", "both", "some", "many", "most", "one", "others", "this", "another"):
        return False
    if (last in PREPOSITIONS or last.endswith(("'s", "’s"))) and clue.start == speaker[1]:
        return is_pronoun(last)
    own = words[speaker[0]] in ("i", "we", "you") and speaker[1] - speaker[0] == 1
    if own and clue.verb is not None:  # what one says oneself, here and now, is a claim, not a report
        if clue.verb.form == "past":
            return clue.verb.lemma not in THINKING or row.words[clue.start] == row.words[clue.at]
        return clue.verb.lemma not in THINKING and clue.verb.form != "base"
    return True


def _raised(row: Stream, start: int, end: int, clue: Clue, clues: Sequence[Clue]) -> list[Found] | None:
    """ "The mayor is said to have fled": the subject belongs to what is said."""
    at = clue.end
    if clue.verb is None or clue.verb.lemma not in _RAISING or at + 1 >= end or row.words[at] != "to":
        return None
    subject = subjects.before(row, start, clue.start)
    rest = to_end(row, at, end, clue, clues)
    return [subject, *rest] if subject and rest and row.words[subject[0]] != "it" else rest


def _parenthetic(row: Stream, start: int, end: int, clue: Clue, speaker: Items) -> list[Found] | None:
    """ "The road, he said, is shut." and "The road is shut, the mayor said on Monday.\""""
    verb = clue.verb
    words = row.words
    first, last = min(speaker[0], clue.start), max(speaker[1], clue.end)
    if verb is None or verb.weak or verb.form in ("ing", "pp") or not verb.takes("q") or words[clue.start] == "to":
        return None
    subject = frozenset(words[slice(*speaker)])
    if subject & BE and not subject & _RELATIVE:
        return None  # "Of course, Tarn is a poor | state, …"
    if (
        first - 1 <= start
        or not (words[first - 1] == "," or words[first - 1] in _DASHES)
        or words[first - 2] == QUOTATION
    ):
        return None
    stop = next((i for i in range(last, min(end, last + _AFTER_CUE)) if words[i] in _PARENTHETIC_STOPS), end)
    follows = words[last] if stop > last else ","
    addressed = verb.takes("o") and stop - last <= _ADDRESSEE
    beside = follows in PREPOSITIONS or follows in DAYS or follows in ADDRESSEES or addressed
    if not beside and stop > last:
        return None
    head = start
    while words[head] in _CONJUNCTIONS:
        head += 1
    resumed = stop < end - 2 and words[stop] == "," and words[stop + 1] not in _NOT_RESUMING
    if not resumed and first - 1 - start < 2:
        return None
    if not resumed and not _main_clause(row, head, first - 1):
        return None
    parts = [(head, first - 1)]
    if resumed:
        parts.append((stop + 1, clause_end(row, stop + 1, end)))
    return parts


def _main_clause(row: Stream, begin: int, end: int) -> bool:
    """Whether the items hold a main clause, not just an adverbial ("In the second case, the party asks …")."""
    words = row.words
    if words[begin] in PREPOSITIONS or words[begin] in CLAUSE_STARTS:
        comma = next((i for i in range(begin, end) if words[i] == ","), None)
        return comma is not None and is_finite(row, comma + 1, end, sure=True)
    return is_finite(row, begin, end, sure=True)


def _according(row: Stream, start: int, end: int, clue: Clue) -> Draft | None:
    words = row.words
    speaker = subjects.after(row, clue.end, end)
    if speaker is None:
        return None
    first = clue.start
    if first - start <= 1:
        return _according_first(row, end, clue, speaker)
    last = first - 1 if words[first - 1] == "," or words[first - 1] in _DASHES else first
    head = start
    while head < last and words[head] in _CONJUNCTIONS:
        head += 1
    if last - head < 2 or not is_finite(row, head, last, sure=True):
        return None
    parts = [(head, last)]
    if speaker[1] < end - 3 and words[speaker[1]] == "," and words[first - 1] == ",":
        begin = speaker[1] + 1
        if words[begin] not in _NOT_RESUMING:
            parts.append((begin, clause_end(row, begin, end)))
    return _draft(row, clue, speaker, parts, 0.85)


def _according_first(row: Stream, end: int, clue: Clue, speaker: Items) -> Draft | None:
    """ "According to Lind, …", with or without the comma."""
    words = row.words
    comma = next((i for i in range(speaker[1] - 1, end) if words[i] in (",", QUOTATION)), None)
    if comma is not None and (
        comma <= speaker[1] or (row.words[clue.end] in DETERMINERS and not row.capital[clue.end + 1])
    ):
        begin = comma + 1 if words[comma] == "," else comma
    elif comma is not None and words[clue.end].endswith(("'s", "’s")):
        begin, speaker = comma + 1, (clue.end, comma)
    else:
        begin = clue.end
        while begin < end and (row.capital[begin] or words[begin] in ("the", "of", "a", "an")):
            begin += 1
        speaker = (clue.end, begin)
    content = (begin, clause_end(row, begin, end))
    if begin == clue.end or content[1] - begin < 3:
        return None
    return _draft(row, clue, speaker, [content], 0.85)


def _noun(row: Stream, start: int, end: int, clue: Clue, clues: Sequence[Clue]) -> Draft | None:
    """ "her claim that …", "the claim of the owners that …": the speaker is the owner. "Claims that …" have none."""
    speaker = speaker_of(row, start, clue, end)
    that = speaker[1] if speaker and speaker[0] >= clue.end else clue.end
    if that >= end - 3 or row.words[that] != "that" or row.words[that + 1] in AUXILIARIES:
        return None
    if not is_finite(row, that + 1, end, sure=True):
        return None
    if speaker is None and not _is_noun(row, clue):
        return None
    return _draft(row, clue, speaker, to_end(row, that + 1, end, clue, clues), 0.7 if speaker else 0.55)


def _is_noun(row: Stream, clue: Clue) -> bool:
    """Whether a word that may be a verb is a noun, by its form or its determiner: "rumours", "the old claim"."""
    word = row.words[clue.start]
    return word.endswith("s") or any(w in DETERMINERS for w in row.words[max(0, clue.start - 2) : clue.start])


def _draft(
    row: Stream, clue: Clue, speaker: Items | None, content: list[Found] | None, confidence: float
) -> Draft | None:
    runs = [run for run in content or () if run[0] < run[1]]
    if not runs or all(row.words[i] in _TIMES for run in runs for i in range(*run)):
        return None  # "a spokesman announced on Monday"
    draft = Draft("indirect", [row.span(*run) for run in runs], stance=clue.stance, confidence=confidence)
    for first, last in runs:
        for i in range(first, last):
            if i in row.nodes:
                draft.marked.extend(row.nodes[i].quotation.content)
                draft.nodes.append(row.nodes[i])
    if draft.marked:
        draft.kind = "mixed"
        if len(runs) == 1 and runs[0][1] - runs[0][0] == 1:
            draft.content = list(draft.marked)
    draft.cue = [row.span(clue.start, clue.end)]
    if speaker:
        draft.speaker = [row.span(*speaker)]
    return draft
