"""How somebody is reported to hold a content: by speech, in writing, as a thought, or as an attitude."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from gainsay.annotations.attributions.attribution import Attribution, AttributionType
from gainsay.annotations.attributions.lexicon import (
    AUXILIARIES,
    BE,
    IRREGULAR_PASTS,
    NOUNS,
    PERSONAL_TEXTS,
    STUDIES,
    TEXTS,
)
from gainsay.annotations.attributions.verbs import VERBS, lemma_of
from gainsay.spans import Spans

_THOUGHT = frozenset(
    """
    think believe consider know feel guess suppose assume suspect expect decide conclude realise realize learn
    understand recognise recognize wonder doubt judge deem regard view remember imagine foresee plan intend perceive
    notice discover convinced sure certain aware theory belief opinion conviction doubts suspicion idea thought view
    impression determine reason accept
    """.split()
)
_ATTITUDE = frozenset(
    """
    fear hope want wish desire love hate like dislike admire despise support oppose favour favor back endorse praise
    condemn criticise criticize blame denounce welcome regret deplore hail defend embrace respect trust distrust
    resent fancy prefer long dream champion appreciate thank approve disapprove worry worried concerned afraid proud
    fond angry happy grateful eager keen fears hopes wishes mock slam blast deride ridicule dreamt sick tired weary
    jealous faith confidence sympathy admiration hatred contempt gratitude enthusiasm seek await yearn
    """.split()
)
_WRITTEN = frozenset(
    "show write blog tweet retweet post email cable telegraph wire text publish print chronicle".split()
)
_PAPERS = frozenset(
    """
    newspaper newspapers magazine gazette times herald tribune chronicle courier paper papers press agency book books
    bulletin handbook log indictment judgment judgement verdict constitution law act bill treaty statute gospel
    encyclopedia dictionary website page blog figures minutes protocol note memorandum account history histories
    biography textbook paper charter manifesto programme program poem poems article articles pamphlet pamphlets banner
    banners leaflet leaflets
    """.split()
)
_CALLED_BACK = frozenset(
    """
    ambassador ambassadors envoy envoys diplomat diplomats consul consuls mission delegation delegates personnel staff
    troops soldiers forces army fleet reservists
    """.split()
)
_JOINED = re.compile(r"\b(?:that|of|for|as)\s+$", re.IGNORECASE)
_NEAR = 8
_CLAUSE_WORD = re.compile(r"[^\W\d_]+(?:[’'][^\W\d_]+)?|n[’']t")
_OPENERS = frozenset("that to whether if why how what who where when i he she they we it there".split())
_GOVERNING = frozenset("of about on in for with against at over".split())
_FINITE = (AUXILIARIES | IRREGULAR_PASTS) - {"to", "found", "left", "lost", "led", "meant", "felt", "being", "been"}
_WORD = re.compile(r"[^\W\d_]+(?:[’'][^\W\d_]+)?")
_SUFFIXES = ("", "s", "es", "d", "ed", "ing")
# "The statement said": what is written speaks.
_SPOKEN = frozenset(
    "speech interview lecture sermon researchers scientists economists words answer reply testimony response".split()
)
_WRITINGS = (TEXTS | PERSONAL_TEXTS | STUDIES | _PAPERS) - _SPOKEN


def with_types(text: str, attributions: Sequence[Attribution]) -> list[Attribution]:
    """The same attributions; what counts as speech takes the type that its cue and speaker show."""
    return [one if one.type != "speech" else replace(one, type=_type(text, one)) for one in attributions]


def _type(text: str, one: Attribution) -> AttributionType:
    """As the cue has it; whole words in marks are at least said, and a thing that no word of saying governs is felt
    about ("placed their faith in | the owners")."""
    found = type_of(text, one.cue, one.speaker)
    if one.kind == "direct":
        return "speech" if found == "attitude" else found
    if found == "speech" and one.kind == "indirect" and one.cue and not tells(text, one.cue):
        return found if reports_a_clause(text, one) else "attitude"
    return found


def tells(text: str, cue: Spans) -> bool:
    """Whether a cue has a word of saying, writing or thinking at all: not "banned", "was looking for"."""
    words = [word for span in cue for word in _words(text, *span)]
    return any(word in VERBS or word in NOUNS or word in ("according", "per") for word in words) or (
        type_of(text, cue, ()) != "speech" or not words
    )


def calls_back(text: str, one: Attribution) -> bool:
    """Whether somebody is called back, not to mind: "recalled | its ambassador".

    >>> from gainsay.spans import Span
    >>> text = "Tarn recalled its ambassador."
    >>> calls_back(text, Attribution("a", "d", "indirect", (Span(14, 28),), cue=(Span(5, 13),)))
    True
    """
    cue = [word for span in one.cue for word in _words(text, *span)]
    words = _words(text, *one.content[0])
    if one.kind == "direct" or "recall" not in {lemma_of(word) for word in cue} or _OPENERS & {*words[:1]}:
        return False
    told = any(word in _FINITE or word.endswith("ed") for word in words)
    return any(word in _CALLED_BACK for word in words) and not told


def type_of(text: str, cue: Spans, speaker: Spans) -> AttributionType:
    """What a cue with this speaker reports.

    >>> from gainsay.spans import Span
    >>> type_of("The report says", (Span(11, 15),), (Span(0, 10),))
    'writing'
    """
    words = [word for span in cue for word in _words(text, span.start, span.end)]
    for word in reversed(words):
        stem = _stem(word)
        if stem in _ATTITUDE:
            return "attitude"
        if stem in _THOUGHT:
            return "thought"
        if stem in _WRITTEN:
            return "writing"
        if word in VERBS and not VERBS[word].weak:
            break  # "wish to emphasise" says it
    heads = [_head(_words(text, *span)) for span in speaker]
    return "writing" if any(head in _WRITINGS for head in heads) else "speech"


def _words(text: str, start: int, end: int) -> list[str]:
    return [match.group().lower() for match in _WORD.finditer(text, start, end)]


def _stem(word: str) -> str:
    """The lemma of a reporting verb, else the word without its ending where the bare word is known here."""
    lemma = lemma_of(word)
    if lemma:
        return lemma
    known = _ATTITUDE | _THOUGHT
    for suffix in _SUFFIXES:
        if word.endswith(suffix):
            base = word[: len(word) - len(suffix)]
            for stem in (base, base + "e"):
                if stem in known:
                    return stem
    return word


def _head(words: Sequence[str]) -> str:
    """The head noun of a noun phrase: its last word before "of", "by", "in" …"""
    end = next((i for i, word in enumerate(words) if i and word in ("of", "by", "in", "on", "from", "to", "for")), None)
    named = words[:end]
    return named[-1].removesuffix("’s").removesuffix("'s") if named else ""


def reports_a_clause(text: str, attribution: Attribution) -> bool:
    """Whether a proposition is reported ("said the pier fell"), not just a thing ("blamed the owners").

    >>> from gainsay.spans import Span
    >>> text = "The union blamed the owners."
    >>> reports_a_clause(text, Attribution("a", "d", "indirect", (Span(17, 27),), cue=(Span(10, 16),)))
    False
    """
    if attribution.kind == "direct" or not attribution.cue or len(attribution.content) > 1:
        return True
    start, end = attribution.content[0]
    if end <= attribution.cue[0].start and is_passive(text, attribution.cue):
        return False  # "the party | was outlawed"
    if attribution.cue[0].start > start:
        return True
    words = _CLAUSE_WORD.findall(text, start, end)
    if words and words[0].lower() in _OPENERS:
        return True
    governed = _words(text, *attribution.cue[-1])[-1:]
    if governed and governed[0] in _GOVERNING:
        # "was sure of | a victory that had cost him nothing", but "called for | the strike to end".
        return bool(words) and (words[0].endswith("ing") or (governed[0] == "for" and "to" in words))
    if _JOINED.search(text, max(0, start - _NEAR), start):
        return True
    cue = [VERBS[word] for word in _words(text, *attribution.cue[-1]) if word in VERBS]
    verb = cue[-1] if cue else None
    if verb is not None and verb.takes("z") and not verb.takes("n"):
        return True
    return any(word in _FINITE for word in words)  # as written: "May" is a month


def is_passive(text: str, cue: Spans) -> bool:
    """Whether what stands before the cue is not who speaks: "the owners | were accused", "it | seems"."""
    words = [word.lower() for span in cue for word in _CLAUSE_WORD.findall(text, *span)]
    if any(word.startswith(("seem", "appear")) for word in words):
        return True
    told = any(
        word.endswith("ed") or VERBS[word].form in ("past", "pp")
        for word in words
        if word in VERBS or word.endswith("ed")
    )
    return told and any(word in BE or word in ("'s", "’s") for word in words)
