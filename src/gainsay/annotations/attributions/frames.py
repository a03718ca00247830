"""Reporting clauses before and behind a quotation: whether a cue leads into it, and who speaks behind it."""

from __future__ import annotations

from gainsay.annotations.attributions import subjects
from gainsay.annotations.attributions.clauses import is_finite
from gainsay.annotations.attributions.clues import Clue
from gainsay.annotations.attributions.draft import is_intended
from gainsay.annotations.attributions.lexicon import CLAUSE_STARTS, DETERMINERS, PERSONAL_TEXTS, PREPOSITIONS
from gainsay.annotations.attributions.segments import STOPS, Items
from gainsay.annotations.attributions.stream import QUOTATION, Stream
from gainsay.annotations.attributions.wording import is_whole

# What one does with another's words.
_REPEATING = frozenset("quote cite borrow paraphrase".split())
DASHES = frozenset(["—", "–", "―", "-"])
# A reporting clause between cue and quotation, or after one: longer ones are sentences of their own.
LONGEST_GAP = 45
# Items between a cue and its quotation: an adverb or addressee ("told the clerk"), a place ("wrote in a blog post").
NEAR = 4
_BESIDE = 2
_ADDRESSEE = 6


def leads(row: Stream, clue: Clue, k: int) -> bool:
    """Whether a verb before the quotation at item `k` leads into it."""
    gap = row.words[clue.end : k]
    assert clue.verb is not None
    whole = is_whole(row, row.nodes[k])
    if not gap:
        return clue.verb.takes("q") and whole and not clue.verb.takes("a") and not clue.passive
    last = gap[-1]
    # "recorded the visit in his diary" says it as plainly as "wrote".
    if clue.verb.weak and len(gap) > _BESIDE and last not in PERSONAL_TEXTS:
        return False
    if last == ":":
        return not clue.verb.weak or len(gap) < NEAR
    if not clue.verb.takes("q"):
        return False
    if last in (",", "that") or last in DASHES:
        return (whole and (row.capital[k] or len(gap) <= NEAR)) or (last == "," and len(gap) == 1)
    announced = row.nodes[k].quotation.outer.start > row.spans[k - 1].end + 1
    return row.capital[k] and whole and (announced or (not clue.verb.weak and len(gap) <= _ADDRESSEE))


def between(row: Stream, clue: Clue, k: int) -> Items | None:
    """The speaker between an inverted verb and the quotation: "The pier, argued the owners, “was sound.”"."""
    if clue.verb is None or clue.verb.takes("o") or clue.verb.takes("a") or clue.passive or clue.participle:
        return None
    before = row.words[clue.start - 1] if clue.start else ""
    found = subjects.after(row, clue.end, k) if before == "," else None
    return found if found and row.words[found[1] : k] in ([], [","]) else None


def speaker_behind(row: Stream, clue: Clue, i: int, limit: int) -> Items | None:
    """Who speaks in the clause that begins at item `i`, right after the quotation."""
    if clue.start == i:
        # "the term “…” to describe the harbour", but "“…,” to quote the mayor".
        aimed = row.words[i] == "to" and clue.verb is not None and clue.verb.lemma not in _REPEATING
        return None if clue.participle or aimed else subjects.after(row, clue.end, limit)
    if row.words[clue.start] == "to" and clue.start < clue.at:
        if not is_intended(row, clue):
            return None
        return subjects.main_subject(row, i, clue.start)
    speaker = subjects.before(row, i, clue.start)
    if speaker is None or speaker[0] <= i + 1:
        return speaker
    joined = row.words[speaker[0] - 1] == "and" and not is_finite(row, i, speaker[0])
    return (i, speaker[1]) if joined else None


def unlisted(row: Stream, i: int, stop: int) -> tuple[Clue, Items] | None:
    """A verb that no list has, and who speaks, right behind a quotation with its comma: "wept the widow", "his mother
    sobbed". What stands there tells how something is said, whatever the verb.
    """
    words = row.words
    if i + 1 < stop and _is_past(words[i]) and _begins(row, i + 1):
        speaker = subjects.after(row, i + 1, stop)
        return (Clue(i, i + 1, i, "asserts"), speaker) if speaker else None
    if not _begins(row, i):
        return None
    for at in range(i + 1, min(stop, i + _LONGEST_SPEAKER)):
        if _is_past(words[at]) and (at + 1 >= stop or words[at + 1] in STOPS or words[at + 1] in PREPOSITIONS):
            return Clue(at, at + 1, at, "asserts"), (i, at)
        if words[at] in STOPS or words[at] in CLAUSE_STARTS:
            return None
    return None


def _is_past(word: str) -> bool:
    return (word.endswith("ed") and len(word) > 4) or word in _IRREGULAR


def _begins(row: Stream, i: int) -> bool:
    """Whether a phrase that names or describes somebody begins at item `i`."""
    return row.capital[i] or row.words[i] in DETERMINERS


_IRREGULAR = frozenset("wept swore spat sang began broke spoke read sent shot threw blew".split())
_LONGEST_SPEAKER = 7


def limit(row: Stream, i: int) -> int:
    """Where the reporting clause that begins at item `i` ends at the latest."""
    words = row.words
    stop = min(len(words), i + LONGEST_GAP)
    for j in range(i, stop):
        ended = words[j] in (".", ";") and (j + 1 >= len(words) or row.capital[j + 1])
        if words[j] == QUOTATION or ended:
            return j
    return stop
