"""Cues: the reporting verb, noun or preposition with its auxiliaries, adverbs and negation."""

from __future__ import annotations

from dataclasses import dataclass

from gainsay.annotations.attributions.attribution import Stance
from gainsay.annotations.attributions.lexicon import (
    ADJECTIVES,
    ADVERBS,
    AUXILIARIES,
    BE,
    DETERMINERS,
    NEGATIONS,
    NOUNS,
    PLURALS,
    PREPOSITIONS,
)
from gainsay.annotations.attributions.segments import is_pronoun
from gainsay.annotations.attributions.stream import QUOTATION, Stream
from gainsay.annotations.attributions.verbs import VERBS, Verb

_OPPOSITE: dict[Stance, Stance] = {"asserts": "denies", "denies": "asserts", "promises": "denies", "demands": "demands"}
# Verbs whose negation takes back the words, not the claim: "did not say whether".
_SILENCED = frozenset("say tell comment specify disclose reveal mention answer respond reply explain elaborate".split())
# Base forms that are nouns more often than verbs.
_NOUNS_TOO = frozenset(
    "order report claim charge demand question state record document estimate rule blog post text tweet note comment "
    "remark answer call cable wire signal show quote counter press fear hope doubt promise request command judge "
    "object reason advocate sum protest cry laugh sigh snap bark read mention offer challenge summon print".split()
)
# Determiners that stand for a noun phrase of their own: "another asks", "some say".
_ALONE = frozenset("many some several most all both others these those few".split())
_NUMBERS = frozenset(
    "two three four five six seven eight nine ten eleven twelve twenty thirty forty fifty sixty hundred dozen".split()
)
_SINGULARS = frozenset("news series politics physics economics press".split())
_FAME = frozenset("well best better less little lesser widely".split())
_SINGLE = frozenset("another one each this that".split())
# Verbs that always address somebody: "told that …" without an addressee is "was told that …".
_ADDRESSING = frozenset("tell inform assure remind notify".split())
# Words between the head of a noun phrase and a verb, at most: "the owners of the old harbour | say".
_TO_HEAD = 8
# Verbs that a state of mind goes with; those of them that doubt.
_STATES = BE | frozenset("feel feels felt seem seems seemed remain remains remained become became".split())
_DOUBTING = frozenset("doubtful sceptical skeptical unsure uncertain".split())
_ELIDED_BE = ("'s", "’s", "'re", "’re", "'m", "’m")
_ELIDED = (*_ELIDED_BE, "'d", "’d", "'ve", "’ve", "'ll", "’ll", "n't", "n’t")


@dataclass(frozen=True, slots=True)
class Clue:
    """A cue in a row: items `[start, end)`, the verb at `at` (None: "according to", a noun, a colon)."""

    start: int
    end: int
    at: int
    stance: Stance
    verb: Verb | None = None
    passive: bool = False
    noun: bool = False

    @property
    def participle(self) -> bool:
        """Whether the verb stands without a subject of its own: "…, saying"."""
        return self.verb is not None and self.verb.form == "ing"


def find_clues(row: Stream, start: int, end: int) -> list[Clue]:
    """The cues among the items `[start, end)`, in order."""
    found = []
    words = row.words
    i = start
    while i < end:
        word = words[i]
        clue = None
        if word in VERBS:
            clue = _verb_clue(row, start, i, end)
        elif word == "according" and i + 1 < end and words[i + 1] == "to":
            clue = Clue(i, i + 2, i, "asserts")
        elif word in ("put", "puts") and words[i + 1 : i + 2] == ["it"] and "as" in words[max(start, i - 8) : i]:
            clue = Clue(i, i + 2, i, "asserts", Verb("put", "q", "asserts", "past"))
        elif word in ("clear", "known", "plain") and i > start:
            clue = _made_clear(row, start, i)
        elif word in ADJECTIVES and i > start:
            clue = _adjective(row, start, i)
        if clue is None and word in NOUNS:
            clue = Clue(i, i + 1, i, NOUNS[word], noun=True)
        if clue:
            found.append(clue)
            i = max(i + 1, clue.end)
        else:
            i += 1
    return found


def _verb_clue(row: Stream, start: int, i: int, end: int) -> Clue | None:
    words = row.words
    verb = VERBS[words[i]]
    stop = i + 1
    if verb.lemma == "point":
        if stop >= end or words[stop] != "out":
            return None
        stop += 1
    elif verb.lemma == "go":
        if words[i : i + 2] == ["went", "on"] and words[i + 2 : i + 3] in (["."], [","], []):
            return Clue(_group_start(row, start, i), i + 2, i, "asserts", verb)
        if words[i + 1 : i + 4] != ["on", "to", "say"] and words[i : i + 3] != ["went", "on", ":"]:
            return None
        stop = i + 2 if words[i + 2] == ":" else i + 4
    elif verb.lemma in ("sum", "lash", "fire", "shoot"):
        if stop >= end or words[stop] not in ("up", "out", "back"):
            return None
        stop += 1
    if verb.form == "ing" and words[max(0, i - 1) : i] in (["worth"], ["without"]):
        return None  # "It is worth noting that …", "It goes without saying that …": nobody does
    if words[i] == "state" and words[stop : stop + 1] not in (["that"], [","], [":"], [QUOTATION]):
        return None  # "state parties", "the federal and state levels"
    first = _group_start(row, start, i)
    auxiliaries = words[first:i]
    if first == i and (verb.form == "base" if i == start else _nominal(row, verb, i)):
        return None
    if row.capital[i] and i > start and first == i and (row.named(i) or not _headline(row, start, end)):
        return None  # a name: "the Post", "State"
    if verb.lemma == "know" and first == i and words[i - 1 : i] and words[i - 1] in _FAME:
        return None  # "the best known of the piers"
    if verb.form == "s" and any(word in BE for word in auxiliaries):
        return None  # "there are claims"
    passive = _is_passive(verb, auxiliaries, words, first)
    if verb.form == "past" and first == i and words[stop : stop + 1] == ["by"]:
        passive = True  # "a figure denied by the company"
    if verb.lemma in _ADDRESSING and verb.form == "past" and words[stop : stop + 1] == ["that"]:
        passive = True
    return Clue(first, stop, i, _stance(verb, auxiliaries, words[stop : stop + 2]), verb, passive)


def _stance(verb: Verb, auxiliaries: list[str], follows: list[str]) -> Stance:
    """What a cue does, with its negation and what it governs: "called for", "declined to comment"."""
    if verb.lemma == "call" and follows[:1] in (["for"], ["on"]):
        return "demands"
    if verb.lemma in ("decline", "refuse") and follows[:1] == ["to"]:
        return "silent" if follows[1:] and follows[1] in _SILENCED else "denies"
    if any(word in NEGATIONS or word.endswith(("n't", "n’t")) for word in auxiliaries):
        return "silent" if verb.lemma in _SILENCED else _OPPOSITE.get(verb.stance, verb.stance)
    return verb.stance


def _nominal(row: Stream, verb: Verb, i: int) -> bool:
    """Whether a form without auxiliary is rather a noun, by the word before it: "the report", "a blog post"."""
    before = row.words[i - 1]
    if verb.form not in ("base", "s"):
        return before in ("a", "an", "the") and verb.form != "ing"
    if before in VERBS and VERBS[before].form == "past" and not row.capital[i - 1]:
        return True  # "denied reports that"
    if (
        is_pronoun(before)
        or before in PLURALS
        or before in ("and", "or", "who", "which", "that", ",", "what", "as", QUOTATION)
    ):
        return False
    if verb.form == "s" and _asks_for_plural(row, i - 1):
        return True
    alone = before in (_SINGLE if verb.form == "s" else _ALONE)
    if (before in DETERMINERS and not alone) or before in PREPOSITIONS or before.endswith(("'s", "’s")):
        return True
    if _plural_head(row, i):
        return False
    if verb.form == "base" and row.words[i] in _NOUNS_TOO and not row.capital[i - 1]:
        return True
    if i > 1 and row.words[i - 2] in ("and", "or"):
        return False
    return verb.form == "base" and not alone and not before.endswith("s") and before not in ("—", "–", ")", "to")


def _asks_for_plural(row: Stream, i: int) -> bool:
    """Whether a form in -s behind item `i` is a plural, not a verb: "27 states", "many reasons", "the owners' rules",
    "taking calls"."""
    word = row.words[i]
    if word.isdigit() or word.rpartition("-")[2] in _NUMBERS or word in _ALONE - _SINGLE:
        return True
    if row.capital[i] or not word.isalpha():
        return False
    plural = word.endswith("s") and not word.endswith(("ss", "us", "is")) and word not in _SINGULARS
    return (plural and word not in AUXILIARIES and not is_pronoun(word)) or (word.endswith("ing") and len(word) > 5)


def _plural_head(row: Stream, i: int) -> bool:
    """Whether a plural with a phrase behind it stands before item `i`: "most owners of the valley | believe"."""
    if row.words[i] in _NOUNS_TOO and row.words[i + 1 : i + 2] not in (["that"], ["to"]):
        return False
    for j in range(i - 2, max(-1, i - _TO_HEAD), -1):
        word = row.words[j + 1]
        if word in PREPOSITIONS:
            head = row.words[j]
            plural = head in PLURALS or head.endswith("men") or (head.endswith("s") and not head.endswith(("ss", "us")))
            return plural and not row.named(j)
        if not (word.isalpha() and (row.capital[j + 1] or word in DETERMINERS or j + 1 >= i - 2)):
            return False
    return False


def _headline(row: Stream, start: int, end: int) -> bool:
    """Whether nearly every word begins with a capital."""
    letters = [i for i in range(start, min(end, start + 30)) if row.words[i].isalpha() and len(row.words[i]) > 3]
    return len(letters) > 2 and sum(row.capital[i] for i in letters) > 0.8 * len(letters)


def _group_start(row: Stream, start: int, i: int) -> int:
    """Back from the verb over auxiliaries, negation and adverbs ("has also repeatedly said")."""
    words = row.words
    first = i
    while first > start:
        word = words[first - 1]
        if not (
            word in AUXILIARIES
            or word in NEGATIONS
            or word in ADVERBS
            or (word.endswith("ly") and len(word) > 4 and not row.capital[first - 1])
        ):
            break
        first -= 1
    return first


def _is_passive(verb: Verb, auxiliaries: list[str], words: list[str], first: int) -> bool:
    if verb.form not in ("past", "pp"):
        return False
    if any(word in BE for word in auxiliaries):
        return not any(word in ("has", "have", "had") for word in auxiliaries) or "been" in auxiliaries
    before = words[first - 1] if first else ""
    return before.endswith(_ELIDED_BE[2:]) or (before.endswith(_ELIDED_BE) and before[:-2] in ("he", "she", "it"))


def _adjective(row: Stream, start: int, i: int) -> Clue | None:
    """ "was convinced that": a state of mind, with its verb and what stands between."""
    words = row.words
    verb = i - 1
    while verb > start and (words[verb] in ADVERBS or words[verb].endswith("ly") or words[verb] in NEGATIONS):
        verb -= 1
    if words[i + 1 : i + 2] != ["that"] or words[verb] not in _STATES:
        return None
    first = _group_start(row, start, verb)
    denied = any(word in NEGATIONS for word in words[first:i])
    stance: Stance = "doubts" if denied or words[i] in _DOUBTING else "asserts"
    return Clue(first, i + 1, verb, stance, Verb("be", "t", "asserts", "past"))


def _made_clear(row: Stream, start: int, i: int) -> Clue | None:
    words = row.words
    verb = i - 1
    if verb > start and words[verb] in ("it", "this", "quite", "very", "absolutely", "perfectly"):
        verb -= 1
    if verb > start and words[verb] in ("it",):
        verb -= 1
    if words[verb] not in ("made", "make", "makes", "making"):
        return None
    return Clue(
        _group_start(row, start, verb),
        i + 1,
        verb,
        "asserts",
        Verb("make", "tz", "asserts", "ing" if words[verb] == "making" else "past"),
    )
