"""Reported speech without marks around it, and clauses of which only a part is in marks."""

from __future__ import annotations

from collections.abc import Sequence

from gainsay.annotations.attributions import subjects
from gainsay.annotations.attributions.clauses import clause_end, opens_clause
from gainsay.annotations.attributions.clues import Clue, find_clues
from gainsay.annotations.attributions.draft import Draft, speaker_of
from gainsay.annotations.attributions.lexicon import CLAUSE_STARTS, DETERMINERS, PREPOSITIONS, THINKING
from gainsay.annotations.attributions.stream import QUOTATION, Stream

_WH = frozenset("whether if why how what who where when which".split())
_STOPS = frozenset([",", ";", ":", ".", "?", "!", "—", "–", "―", "(", ")", QUOTATION])
_PARENTHETIC_STOPS = frozenset([",", ".", ";", "—", "–", "―", ")", "[", "?", "!"])
# How far an addressee, a place and a day may push "that" from its verb.
_TO_THAT = 14

Found = tuple[int, int]


def find_indirect(row: Stream, taken: frozenset[int]) -> list[Draft]:
    """The indirect and mixed attributions of a row; cues that begin at `taken` belong to direct quotations."""
    drafts = []
    for start, end in row.sentences:
        clues = find_clues(row, start, end)
        for clue in clues:
            if row.spans[clue.start].start in taken:
                continue
            draft = _read(row, start, end, clue, clues)
            if draft:
                drafts.append(draft)
    return drafts


def _read(row: Stream, start: int, end: int, clue: Clue, clues: Sequence[Clue]) -> Draft | None:
    if clue.verb is None:
        if clue.noun:
            return _noun(row, start, end, clue, clues)
        return _according(row, start, end, clue, clues)
    speaker = speaker_of(row, start, clue, end)
    if speaker and not _plausible(row, speaker, clue):
        return None
    content = _complement(row, end, clue, clues) if speaker or clue.passive else None
    confidence = 0.8
    if content is None and speaker and not clue.passive:
        content = _parenthetic(row, start, end, clue, speaker)
    if content is None:
        return None
    return _draft(row, clue, speaker, content, confidence)


def _plausible(row: Stream, speaker: subjects.Items, clue: Clue) -> bool:
    """Not a stray article or preposition, as before a noun that looks like a verb ("the claims")."""
    last = row.words[speaker[1] - 1]
    if last in DETERMINERS and last not in ("all", "both", "some", "many", "most", "one", "others", "this", "that"):
        return False
    if last in PREPOSITIONS or last.endswith(("'s", "’s")) and clue.start == speaker[1]:
        return subjects.is_pronoun(last)
    first_person = row.words[speaker[0]] in ("i", "we") and speaker[1] - speaker[0] == 1
    if first_person and clue.verb is not None and clue.verb.lemma in THINKING:
        return False
    return not (row.words[speaker[0]] == "it" and clue.passive)


def _complement(row: Stream, end: int, clue: Clue, clues: Sequence[Clue]) -> list[Found] | None:
    """What the verb governs to its right."""
    verb = clue.verb
    assert verb is not None
    words = row.words
    at = clue.end
    if at >= end:
        return None
    if verb.takes("t") or verb.takes("w"):
        begin = _that(row, clue, end)
        if begin is not None:
            return _to_end(row, begin, end, clue, clues)
    if verb.takes("w") and words[at] in _WH:
        return _to_end(row, at, end, clue, clues)
    if verb.takes("i"):
        begin = _infinitive(row, clue, end)
        if begin is not None:
            return _to_end(row, begin, end, clue, clues)
    if verb.lemma == "call" and words[at] in ("for", "on") and not clue.passive:
        return _to_end(row, at + 1, end, clue, clues)
    if verb.lemma == "accuse":
        of = next((i for i in range(at, min(end, at + 12)) if words[i] == "of"), None)
        return _to_end(row, of + 1, end, clue, clues) if of is not None and of + 1 < end else None
    if verb.lemma == "deny" and words[at].endswith("ing"):
        return _to_end(row, at, end, clue, clues)
    if verb.takes("z") and not clue.passive:
        begin = opens_clause(row, clue, end)
        if begin is not None:
            return _to_end(row, begin, end, clue, clues)
    if verb.takes("a"):
        return _naming(row, clue, end)
    return None


def _that(row: Stream, clue: Clue, end: int) -> int | None:
    """The item after the "that" that begins the reported clause."""
    words = row.words
    strong = clue.verb is not None and (clue.verb.takes("o") or not clue.verb.weak)
    for i in range(clue.end, min(end - 1, clue.end + (_TO_THAT if strong else 2))):
        word = words[i]
        if word == "that":
            return i + 1
        if word in _STOPS and word != "," or word in CLAUSE_STARTS - {"and", "or"}:
            return None
        if i > clue.end and not row.capital[i] and word.endswith("ing"):
            return None
    return None


def _infinitive(row: Stream, clue: Clue, end: int) -> int | None:
    words = row.words
    reach = 9 if clue.verb is not None and clue.verb.takes("o") and not clue.passive else 1
    for i in range(clue.end, min(end - 1, clue.end + reach)):
        if words[i] == "to" and words[i + 1] not in DETERMINERS and not row.capital[i + 1]:
            return i
        if words[i] == "not" and words[i + 1] == "to":
            return i
        if words[i] in _STOPS or words[i] in CLAUSE_STARTS:
            return None
        if words[i] in PREPOSITIONS and words[i] not in ("of", "with", "for"):
            return None
    return None


def _naming(row: Stream, clue: Clue, end: int) -> list[Found] | None:
    """ "described the trial as a sham", "called it “a circus”": from the verb to the name given."""
    words = row.words
    at = clue.end
    stop = min(end, at + 14)
    for i in range(at, stop):
        if words[i] == QUOTATION:
            return [(at, i + 1)] if words[at] != "as" else [(at + 1, i + 1)]
        if words[i] in (";", ":", ".") or words[i] in ("that", "who", "which"):
            return None
        if (
            words[i] == "as"
            and clue.verb is not None
            and clue.verb.lemma
            in (
                "describe",
                "characterise",
                "characterize",
                "portray",
                "depict",
                "denounce",
                "condemn",
                "dismiss",
                "hail",
                "deride",
            )
        ):
            last = clause_end(row, i + 1, end)
            return [(at if i > at else i + 1, last)] if last > i + 1 else None
    return None


def _parenthetic(row: Stream, start: int, end: int, clue: Clue, speaker: subjects.Items) -> list[Found] | None:
    """ "The road, he said, is shut." and "The road is shut, the mayor said on Monday.\""""
    verb = clue.verb
    assert verb is not None
    if verb.weak or not (verb.takes("z") or verb.takes("q")):
        return None
    first = min(speaker[0], clue.start)
    last = max(speaker[1], clue.end)
    words = row.words
    if first - 1 <= start or words[first - 1] not in (",", "—", "–", "―"):
        return None
    if words[start : first - 1].count(QUOTATION) and words[first - 2] == QUOTATION:
        return None
    stop = next((i for i in range(last, min(end, last + 16)) if words[i] in _PARENTHETIC_STOPS), end)
    if (
        stop > last
        and words[last] not in PREPOSITIONS
        and words[last] not in subjects.DAYS
        and words[last] not in ("reporters",)
    ):
        return None
    if first - 1 - start < 2:
        return None
    head = start
    while words[head] in ("but", "and", "so", "yet", '"', "“"):
        head += 1
    parts = [(head, first - 1)]
    if (
        stop < end - 2
        and words[stop] == ","
        and words[stop + 1] not in ("adding", "who", "which", "and", "but", "citing", "referring", "while", "as")
    ):
        parts.append((stop + 1, clause_end(row, stop + 1, end)))
    return parts


def _according(row: Stream, start: int, end: int, clue: Clue, clues: Sequence[Clue]) -> Draft | None:
    words = row.words
    speaker = subjects.after(row, clue.end, end)
    if speaker is None:
        return None
    first = clue.start
    if first - start <= 1:
        comma = next((i for i in range(speaker[1] - 1, end) if words[i] in (",", QUOTATION)), None)
        if comma is None or comma + 1 >= end:
            return None
        begin = comma + 1 if words[comma] == "," else comma
        return _draft(row, clue, speaker, [(begin, clause_end(row, begin, end))], 0.85)
    last = first - 1 if words[first - 1] in (",", "—", "–") else first
    head = start
    while head < last and words[head] in ("but", "and", "so", "yet"):
        head += 1
    parts = [(head, last)]
    if speaker[1] < end - 3 and words[speaker[1]] == "," and words[first - 1] == ",":
        begin = speaker[1] + 1
        if words[begin] not in ("who", "which", "adding", "a", "an", "the"):
            parts.append((begin, clause_end(row, begin, end)))
    return _draft(row, clue, speaker, parts, 0.85) if last - head > 1 else None


def _noun(row: Stream, start: int, end: int, clue: Clue, clues: Sequence[Clue]) -> Draft | None:
    """ "her claim that …": the speaker is the owner."""
    if clue.end >= end - 2:
        return None
    that = clue.end
    speaker = speaker_of(row, start, clue, end)
    if speaker and speaker[0] >= clue.end:
        that = speaker[1]
    if that >= end - 2 or row.words[that] != "that":
        return None
    content = _to_end(row, that + 1, end, clue, clues)
    return _draft(row, clue, speaker, content, 0.7 if speaker else 0.4) if content and speaker else None


def _to_end(row: Stream, begin: int, end: int, clue: Clue, clues: Sequence[Clue]) -> list[Found] | None:
    last = clause_end(row, begin, end)
    for other in clues:
        if begin < other.at < last and other is not clue:
            stop = _other_report(row, begin, other)
            if stop is not None:
                last = min(last, stop)
                break
    return [(begin, last)] if last > begin else None


def _other_report(row: Stream, begin: int, other: Clue) -> int | None:
    """Where the clause that begins at `begin` ends, because another report on the same level follows."""
    words = row.words
    first = other.start
    if other.verb is not None and not other.participle and words[first - 1] not in ("and", "but", "then", ","):
        subject = subjects.before(row, begin, first)
        if subject is None:
            return None
        first = subject[0]
    before = first - 1
    conjunction = before > begin and words[before] in ("and", "but", "though", "although", "while", "then", "as")
    if conjunction:
        before -= 1
    if words[before] == ",":
        return before if not (other.noun) else None
    if conjunction and other.verb is not None and first == other.start and other.verb.form in ("past", "s", "ing"):
        return before + 1
    return None


def _draft(
    row: Stream, clue: Clue, speaker: subjects.Items | None, content: list[Found] | None, confidence: float
) -> Draft | None:
    if not content:
        return None
    draft = Draft("indirect", [], stance=clue.stance, confidence=confidence)
    for first, last in content:
        if first >= last:
            continue
        for i in range(first, last):
            if i in row.nodes:
                draft.marked.extend(row.nodes[i].quotation.content)
                draft.nodes.append(row.nodes[i])
        draft.content.append(row.span(first, last))
    if not draft.content:
        return None
    if draft.marked:
        draft.kind = "mixed"
        if len(draft.marked) == 1 and len(content) == 1 and content[0][1] - content[0][0] == 1:
            draft.content = list(draft.marked)
    draft.cue = [row.span(clue.start, clue.end)]
    draft.clause = row.span(clue.start, clue.end)
    if speaker:
        draft.speaker = [row.span(*speaker)]
    return draft
