"""What a cue governs to its right: a that-clause, a bare clause, an infinitive, a question, a name given."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from gainsay.annotations.attributions import subjects
from gainsay.annotations.attributions.clauses import clause_end, is_finite, opens_subject
from gainsay.annotations.attributions.clues import Clue
from gainsay.annotations.attributions.lexicon import (
    ADDRESSEES,
    AUXILIARIES,
    CLAUSE_STARTS,
    DETERMINERS,
    PREPOSITIONS,
    STUDIES,
    TEXTS,
    THINKING,
)
from gainsay.annotations.attributions.segments import DAYS, Items, is_pronoun
from gainsay.annotations.attributions.stream import QUOTATION, Stream
from gainsay.annotations.attributions.verbs import VERBS, Verb

Found = tuple[int, int]

_WH = frozenset("whether if why how what who where when which".split())
_STOPS = frozenset([",", ";", ":", ".", "?", "!", "—", "–", "―", "(", ")", QUOTATION])
# The verb of a thought stands near: "knew the pier was rotten", not "knew any case of a pier which was".
_NEAR_VERB = 7
# Reports that may follow in one sentence; more are no prose.
_MOST_REPORTS = 8
# How far an addressee, a place and a day may push "that" from its verb, and how far an addressee may push "to".
_TO_THAT = 14
_TO_INFINITIVE = 9
# Verbs of saying after which a bare clause needs no further proof that it is one.
_SURE = frozenset("say tell think believe insist".split())
# Forms that are nouns as often as verbs, so that a bare clause after them needs proof.
_DOUBTFUL = frozenset(
    "states claims reports estimates remarks comments questions demands charges rules orders fears hopes doubts "
    "promises threats calls notes answers posts texts tweets complaints warnings findings records shows "
    "documents signals".split()
)
_ABOUT: dict[str, tuple[str, ...]] = {
    "complain": ("of", "about"),
    "warn": ("of", "about", "against"),
    "boast": ("of", "about"),
    "admit": ("to",),
    "confess": ("to",),
    "insist": ("on",),
    "hint": ("at",),
    "write": ("of",),
    "call": ("for", "on"),
}
# Verbs whose object is what is asked of: it belongs to the content ("asked | him to study").
_WITH_OBJECT = frozenset(
    "ask urge encourage order request beg implore invite exhort instruct direct command press".split()
)
# Prepositions of time, place and means between a verb and its "that"; nouns that take the "that" for themselves.
_OCCASION = frozenset("in on at during via from through by after before last this earlier late".split())
_CONTENT_NOUNS = frozenset(
    "condition fact idea illusion notion belief grounds hope sense way event case premise view fear".split()
)
_OPENING = frozenset("if when while although though because since unless after before once until as".split())
_DENIABLE = frozenset(
    """
    claim claims charge charges allegation allegations accusation accusations report reports rumour rumours rumor
    rumors suggestion suggestions story stories assertion assertions wrongdoing involvement responsibility knowledge
    guilt existence link links role existence truth
    """.split()
)
# Words up to the noun that is denied: "the many persistent rumours".
_TO_DENIABLE = 6
_OBJECT_ENDS = frozenset([",", "(", "who", "which", "whose", "but"])
_NAMED = frozenset("what who whom which".split())
_AS = frozenset(
    "describe characterise characterize portray depict denounce condemn dismiss hail deride criticise".split()
)


def complement(row: Stream, end: int, clue: Clue, clues: Sequence[Clue], speaker: Items | None) -> list[Found] | None:
    """The items that a verb governs, as a list of runs; None where nothing is reported."""
    verb = clue.verb
    if verb is None or clue.end >= end or row.words[clue.end] == "otherwise":
        return None
    begin = _clause_begin(row, end, clue, verb, speaker)
    if begin is not None:
        return to_end(row, begin, end, clue, clues)
    if verb.lemma in _ABOUT and row.words[clue.end] in _ABOUT[verb.lemma] and not clue.passive:
        return _trimmed(row, to_end(row, clue.end + 1, end, clue, clues))
    if verb.lemma == "accuse" and row.words[clue.end] != "of":
        of = next((i for i in range(clue.end, min(end - 1, clue.end + 12)) if row.words[i] == "of"), None)
        return to_end(row, of + 1, end, clue, clues) if of is not None else None
    if _takes_object(row, clue, verb, speaker) and _object(row, clue.end) and _deniable(row, clue.end, end, verb):
        return _trimmed(row, to_end(row, clue.end, end, clue, clues))
    return _naming(row, clue, verb, end, clues) if verb.takes("a") else None


def _clause_begin(row: Stream, end: int, clue: Clue, verb: Verb, speaker: Items | None) -> int | None:
    words = row.words
    at = clue.end
    if words[at] == ":" and at + 3 < end and row.capital[at + 1] and words[at + 1] != QUOTATION:
        return at + 1 if verb.takes("q") and not verb.weak else None
    if verb.takes("t"):
        begin = _that(row, clue, end)
        if begin is not None:
            return begin
    if verb.takes("w"):
        at = _past_addressee(row, clue, verb, end)
        if at < end and words[at] in _WH:
            # "said when she left", but "did not say when": a plain statement tells when it was made.
            timed = words[at] in ("when", "where") and verb.lemma == "say" and clue.stance == "asserts"
            return None if timed and verb.form != "base" else at
    if verb.takes("i"):
        begin = _infinitive(row, clue, verb, end)
        if begin is not None:
            return begin
    if verb.takes("z") and not clue.passive:
        return _bare(row, clue, verb, end, speaker)
    return None


def _that(row: Stream, clue: Clue, end: int) -> int | None:
    """The item after the "that" that begins the reported clause."""
    words = row.words
    verb = clue.verb
    reach = _TO_THAT if verb is not None and (verb.takes("o") or not verb.weak) else 2
    if words[clue.end] == "," and words[clue.end + 1 : clue.end + 2] not in (["however"], ["though"], ["too"]):
        return None  # "There is no proof, Lind argued, that …": the clause belongs to what stands before
    for i in range(clue.end, min(end - 2, clue.end + reach)):
        word = words[i]
        if word == "that":
            return i + 1 if _joins(row, clue, i, end) else None
        if (word in _STOPS and word != ",") or word in CLAUSE_STARTS - {"and", "or"}:
            return None
        if i > clue.end and not row.capital[i] and word.endswith("ing") and word not in DAYS:
            return None
    return None


def _joins(row: Stream, clue: Clue, that: int, end: int) -> bool:
    """Whether "that" joins a clause to its verb: not "that day", not "on the condition that"."""
    words = row.words
    if clue.verb is not None and clue.verb.weak and words[that + 1] in AUXILIARIES:
        return False
    if not is_finite(row, that + 1, end, sure=True) and words[that + 1] not in PREPOSITIONS:
        return False
    if that == clue.end:
        return True
    before, first = words[that - 1], words[clue.end]
    if row.capital[that - 1] or before.isdigit() or before in DAYS or before in ADDRESSEES or before in TEXTS:
        return True
    if first in _OCCASION and clue.verb is not None and clue.verb.lemma not in THINKING and not clue.verb.weak:
        return before not in _CONTENT_NOUNS
    if before == "," and first not in (",", "to") and not (clue.verb is not None and clue.verb.takes("o")):
        return False  # "They assert harm to a third party, that …"
    if first == "to" or before in (",", "him", "her", "them", "us", "me", "it"):
        return True
    return clue.verb is not None and clue.verb.takes("o") and first not in PREPOSITIONS


def _infinitive(row: Stream, clue: Clue, verb: Verb, end: int) -> int | None:
    words = row.words
    reach = _TO_INFINITIVE if verb.takes("o") and not clue.passive else 1
    for i in range(clue.end, min(end - 1, clue.end + reach)):
        if words[i] == "to" and words[i + 1] not in DETERMINERS and not row.capital[i + 1]:
            return clue.end if verb.lemma in _WITH_OBJECT else i
        if words[i] == "not" and words[i + 1] == "to":
            return i
        if words[i] in _STOPS or words[i] in CLAUSE_STARTS - {"and", "or"}:
            return None
        if words[i] in PREPOSITIONS and words[i] not in ("of", "with", "for", "on", "at", "in"):
            return None
    return None


def _past_addressee(row: Stream, clue: Clue, verb: Verb, end: int) -> int:
    """The item after those whom a verb like "told" addresses."""
    i = clue.end
    if not verb.takes("o") or clue.passive or i >= end:
        return i
    words = row.words
    if words[i] in ADDRESSEES or words[i] in ("him", "her", "them", "us", "me", "you"):
        return i + 1
    if words[i] in DETERMINERS and i + 2 < end:
        return i + 2
    while i < end and row.capital[i]:
        i += 1
    return i


def _bare(row: Stream, clue: Clue, verb: Verb, end: int, speaker: Items | None) -> int | None:
    """The item at which a clause without "that" begins: "said on Friday | hackers have …"."""
    words = row.words
    i = _past_addressee(row, clue, verb, end)
    while i + 1 < end and (words[i] in DAYS or (words[i] in ("on", "late", "early") and words[i + 1] in DAYS)):
        i += 1
    if i >= end - 1 or not opens_subject(row, i):
        return None
    if words[i] in PREPOSITIONS and verb.lemma != "say":
        return None
    if clue.start == clue.at and words[clue.at] in _DOUBTFUL and speaker is not None:
        if not (row.capital[speaker[1] - 1] or is_pronoun(words[speaker[0]])):
            return None
        return i if is_finite(row, i, end) and opens_subject(row, i) else None
    if verb.lemma in ("find", "show", "suggest", "indicate") and verb.weak:
        about = words[speaker[0] : speaker[1]] if speaker else []
        return i if any(word in STUDIES for word in about) and is_finite(row, i, end) else None
    if verb.lemma in THINKING and verb.lemma not in _SURE and not is_finite(row, i, min(end, i + _NEAR_VERB)):
        return None
    sure = verb.lemma in _SURE and verb.lemma not in THINKING
    # "maintains a lead, which would …" has an object: the verb of a clause stands before its first comma.
    near = end if verb.lemma in _SURE else _first_stop(row, i, end)
    return i if is_finite(row, i, near, sure) else None


def _first_stop(row: Stream, i: int, end: int) -> int:
    return next((k for k in range(i + 1, end) if row.words[k] in _OBJECT_ENDS), end)


def _object(row: Stream, i: int) -> bool:
    """Whether a noun phrase begins with item `i`."""
    word = row.words[i]
    if word in ("this", "that", "it", "them", "him", "her", "so", "any", "all"):
        return False
    return (word in DETERMINERS or row.capital[i] or word.isalpha()) and not (
        word in PREPOSITIONS or word in CLAUSE_STARTS or word in _STOPS or word in AUXILIARIES
    )


def _takes_object(row: Stream, clue: Clue, verb: Verb, speaker: Items | None) -> bool:
    """Whether a noun may follow: not after "the major questions", which is no verb."""
    if not verb.takes("n") or clue.passive:
        return False
    plain = speaker is not None and (row.capital[speaker[1] - 1] or is_pronoun(row.words[speaker[0]]))
    return plain or row.words[clue.at] not in _DOUBTFUL


def _deniable(row: Stream, i: int, end: int, verb: Verb) -> bool:
    """Whether an object is something said or done: "denied the charge", not "denied bail"."""
    if verb.lemma != "deny" or row.words[i] in ("any", "having", "all", "ever") or row.words[i].endswith("ing"):
        return True
    return any(word in _DENIABLE for word in row.words[i : min(end, i + _TO_DENIABLE)])


def _naming(row: Stream, clue: Clue, verb: Verb, end: int, clues: Sequence[Clue]) -> list[Found] | None:
    """ "described the trial as a sham", "called it “a circus”": from the verb to the name given."""
    words = row.words
    at = clue.end
    for i in range(at, min(end, at + 14)):
        if words[i] == QUOTATION:
            return _named(row, clue, i)
        if words[i] in (";", ":", ".") or words[i] in ("that", "who", "which"):
            return None
        if words[i] in ("and", "but") and words[i + 1 : i + 2] and words[i + 1] in VERBS:
            return None  # "praised him and said “…”"
        if words[i] == "as" and verb.lemma in _AS and i + 1 < end:
            found = _trimmed(row, to_end(row, i + 1, end, clue, clues))
            return (
                [(at if i > at and not clue.passive else i + 1, _before_agent(row, clue, i + 1, found[0][1]))]
                if found
                else None
            )
    return None


def _before_agent(row: Stream, clue: Clue, begin: int, end: int) -> int:
    """The end of a run, less "by the inspector" in the passive."""
    if not clue.passive:
        return end
    return next((i for i in range(begin + 1, end) if row.words[i] == "by"), end)


def _named(row: Stream, clue: Clue, quotation: int) -> list[Found] | None:
    """A name in marks: not a title ("a song called “…”"), unless somebody gives it ("what Lind called “…”")."""
    at = clue.end
    if quotation == at:
        return (
            [(at, at + 1)] if any(word in _NAMED for word in row.words[max(0, clue.start - 8) : clue.start]) else None
        )
    if row.words[at] == "as":
        return [(at + 1, quotation + 1)]
    return None if clue.passive else [(at, quotation + 1)]


def to_end(row: Stream, begin: int, end: int, clue: Clue, clues: Sequence[Clue]) -> list[Found] | None:
    """From `begin` to the end of its clause, or to the next report on the same level."""
    last = clause_end(row, begin, end)
    main = _main_begin(row, begin, last)
    at = bisect_right(clues, main, key=_verb_at)
    for other in clues[at : at + _MOST_REPORTS]:
        if other.at < last and other is not clue:
            stop = _other_report(row, main, other)
            if stop is not None:
                last = min(last, stop)
                break
    return [(begin, last)] if last > begin else None


def _verb_at(clue: Clue) -> int:
    return clue.at


def _trimmed(row: Stream, found: list[Found] | None) -> list[Found] | None:
    """Less a second predicate of the speaker: "called on him to preach | , and appointed him"."""
    if found is None:
        return None
    begin, end = found[-1]
    words = row.words
    for i in range(begin + 2, end - 1):
        if words[i] == "," and words[i + 1] in ("and", "but", "which", "who", "while", "adding", "saying"):
            return [*found[:-1], (begin, i)]
    return found


def _main_begin(row: Stream, begin: int, last: int) -> int:
    """Where the main clause of what is reported begins: behind "if it rains," with which it may open."""
    words = row.words
    if begin >= last or words[begin] not in _OPENING:
        return begin
    return next((i + 1 for i in range(begin, last) if words[i] == ","), begin)


def _other_report(row: Stream, begin: int, other: Clue) -> int | None:
    """Where the clause that begins at `begin` ends, because another report on the same level follows."""
    words = row.words
    first = other.start
    if other.noun:
        return None
    if other.verb is not None and not other.participle and words[first - 1] not in ("and", "but", "then", ","):
        subject = subjects.before(row, begin, first)
        if subject is None:
            return None
        first = subject[0]
    if first <= begin:
        return None  # what is reported is itself a report
    before = first - 1
    conjunction = before > begin and words[before] in ("and", "but", "though", "although", "while", "then", "as")
    if conjunction:
        before -= 1
    if words[before] == ",":
        return before
    if conjunction and other.verb is not None and first == other.start and other.verb.form in ("past", "s", "ing"):
        return before + 1
    return None
