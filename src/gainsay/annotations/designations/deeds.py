"""Verbs for an act between two names: "Ruritania invaded Carpathia", "Carpathia was liberated by Ruritanian troops"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from gainsay.annotations.designations.acts import ActPhrase, only_words, through_noun
from gainsay.annotations.designations.lexicon import ACT_VERBS, AUXILIARIES, NEUTRAL_NOUNS, PARTY_NOUNS
from gainsay.annotations.designations.named import Named
from gainsay.annotations.designations.parties import Phrase
from gainsay.annotations.designations.words import DETERMINERS, Word, judgement
from gainsay.annotations.mentions import Mention
from gainsay.spans import Span

# Words that may stand between a name and the verb, or between the verb and a name.
REACH = 6

_PASSIVE = frozenset("was were is are be been being".split())


def deed_phrases(text: str, words: Sequence[Word], named: Named) -> Iterator[ActPhrase]:
    """Each verb for an act with both parties named, its key, and the ids of the two mentions."""
    for k, word in enumerate(words):
        act = ACT_VERBS.get(word.lower)
        if act is None:
            continue
        passive = k > 0 and words[k - 1].lower in _PASSIVE
        before = _before(text, words, k - passive, named)
        after = _after(text, words, k, named, passive)
        if before is None or after is None or only_words(act.kind, (before, after)):
            continue
        key = named.act_key(act.kind, (before, after))
        if key.count("|") == 2:
            last = next(j for j in range(k, len(words)) if words[j].end >= after.span.end)
            end = words[through_noun(words, last, True)].end if after.form == "adjective" else after.span.end
            yield Phrase(Span(word.start, end), word.lower, act.charge), key, (before.id, after.id)


def _before(text: str, words: Sequence[Word], k: int, named: Named) -> Mention | None:
    """The name before word `k`, with nothing between but its noun, modifiers and auxiliaries."""
    j = k - 1
    while j >= max(0, k - REACH) and text[words[j].end : words[j + 1].start] in (" ", "\n"):
        lower = words[j].lower
        if not (_belongs(lower) or lower in AUXILIARIES):
            break
        j -= 1
    if words[j + 1].lower == "to" and j + 1 < k:
        return None  # "joined X to free Y": nobody knows yet who frees
    if j < 0 or text[words[j].end : words[j + 1].start] not in (" ", "\n"):
        return None
    return next(
        (m for m in named.outer(Span(words[max(0, j - REACH)].start, words[k - 1].end)) if m.span.end >= words[j].end),
        None,
    )


def _after(text: str, words: Sequence[Word], k: int, named: Named, passive: bool) -> Mention | None:
    """The name after word `k`; in the passive, after its "by"."""
    linked = not passive
    for j in range(k + 1, min(k + 1 + REACH, len(words))):
        if text[words[j - 1].end : words[j].start] not in (" ", "\n"):
            return None
        lower = words[j].lower
        if linked and (found := named.at(words[j].start)):
            return found
        if lower == "by" and not linked:
            linked = True
        elif lower not in DETERMINERS and not _belongs(lower):
            return None
    return None


def _belongs(lower: str) -> bool:
    return lower in PARTY_NOUNS or lower in NEUTRAL_NOUNS or judgement(lower)[0]
