"""Noun phrases for an act, with the parties and places named with it: "the liberation of X by Y", "the X massacre"."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from gainsay.annotations.designations.lexicon import (
    ACT_NOUNS,
    LOCAL_KINDS,
    NEUTRAL_NOUNS,
    NOT_ACTS,
    PARTY_NOUNS,
)
from gainsay.annotations.designations.named import Named
from gainsay.annotations.designations.parties import Phrase, strongest
from gainsay.annotations.designations.words import DETERMINERS, STOPS, Word, is_possessive, judgement
from gainsay.annotations.mentions import Mention
from gainsay.spans import Span

# What introduces who did it, to whom, and where. "On" and "over" bring dates and reasons more often than parties.
_LINKS = frozenset("of by in into against at from with near".split())

# Words before and after the noun among which its parties are looked for: more leaves the phrase.
BEFORE = 5
AFTER = 12

# After an act noun these make it part of another thing.
_NO_ACT_AFTER = frozenset("victims victim charges charge trial anniversary fields squad squads dog plane".split())

ActPhrase = tuple[Phrase, str, tuple[str, ...]]


def act_phrases(text: str, words: Sequence[Word], named: Named) -> Iterator[ActPhrase]:
    """Each act named in `words` with its key and the ids of the mentions that take part."""
    for k, word in enumerate(words):
        act = ACT_NOUNS.get(word.lower)
        if act is None or (k and words[k - 1].lower in NOT_ACTS):
            continue
        if k + 1 < len(words) and words[k + 1].lower in _NO_ACT_AFTER:
            continue
        first = _begin(text, words, k)
        last = _end(text, words, k, named)
        span = Span(words[first].start, words[last].end)
        own = Span(word.start, word.end)
        if named.is_in_body(own):
            continue  # "the Ruritanian Rescue Party" rescues nobody
        parties = [m for m in named.outer(span) if not m.span.overlaps(own)]
        definite = words[first].lower in ("the", "this")
        if act.kind in LOCAL_KINDS:
            enough = len(parties) > 1 or (definite and any(m.type != "person" for m in parties))
        else:
            enough = len(parties) > (1 if act.bland else 0) and not only_words(act.kind, parties)
        if not enough:
            continue
        key = named.act_key(act.kind, parties)
        charges = [act.charge, *(judgement(w.lower)[1] for w in words[first:k])]
        yield Phrase(span, word.lower, strongest(charges)), key, tuple(m.id for m in parties)


def only_words(kind: str, parties: Iterable[Mention]) -> bool:
    """Between people alone an attack is one of words, and a rescue no business of armies."""
    return kind in ("attack", "entry") and all(m.type == "person" for m in parties)


def _begin(text: str, words: Sequence[Word], k: int) -> int:
    """Back over names and modifiers to the determiner or possessor."""
    first = k
    for j in range(k - 1, max(-1, k - 1 - BEFORE), -1):
        if text[words[j].end : words[j + 1].start] not in (" ", "\n", " - ", "-"):
            break
        word = words[j]
        if word.lower in DETERMINERS:
            return j
        if word.lower in STOPS or not (word.capital or judgement(word.lower)[0] or is_possessive(word.lower)):
            break
        first = j
    return first


def _end(text: str, words: Sequence[Word], k: int, named: Named) -> int:
    """The last word of the last party that follows the noun ("of X by Y troops"), or the noun itself."""
    last = at = k
    while at + 2 < len(words) and at < k + AFTER and words[at + 1].lower in _LINKS:
        if text[words[at].end : words[at + 1].start] not in (" ", "\n"):
            break
        held = _party_after(words, at + 2, named)
        if held is None:
            break
        last = at = held
    return last


def _party_after(words: Sequence[Word], j: int, named: Named) -> int | None:
    """The last word of the phrase at word `j`, where a name is among its first four words."""
    for at in range(j, min(j + 4, len(words))):
        if here := named.at(words[at].start):
            while at + 1 < len(words) and words[at + 1].start < here.span.end:
                at += 1
            return through_noun(words, at, here.form == "adjective")
        if words[at].lower in STOPS:
            return None
    return None


def through_noun(words: Sequence[Word], at: int, demonym: bool) -> int:
    """On to the noun that the name stands before: "by Ruritanian troops", "of the Smith regime"."""
    for j in range(at + 1, min(at + 4, len(words))):
        if words[j].lower in PARTY_NOUNS or words[j].lower in NEUTRAL_NOUNS:
            return j
        if words[j].lower in STOPS or not judgement(words[j].lower)[0]:
            return j if demonym and j == at + 1 and words[j].lower not in STOPS else at
    return at
