"""Whom a text speaks of without a name: pronouns, and descriptions of persons, bodies and places.

What they point back to is told later, by `gainsay.entities`; those that point nowhere are dropped there.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from gainsay.annotations.mentions.heads_read import read_descriptions
from gainsay.annotations.mentions.lexicon.nouns import nouns
from gainsay.annotations.mentions.lexicon.ordinary import FUNCTION_WORDS
from gainsay.annotations.mentions.mention import Mention, MentionForm, MentionType
from gainsay.documents.document import Document
from gainsay.encoder import Encoding
from gainsay.passages.passage import Layout
from gainsay.spans import Span, content_id

PRONOUNS: dict[str, MentionType] = {
    **dict.fromkeys("i me my mine myself he him his himself she her hers herself".split(), "person"),
    **dict.fromkeys("we us our ours ourselves you your yours yourself yourselves".split(), "group"),
    **dict.fromkeys("they them their theirs themselves themself".split(), "group"),
    **dict.fromkeys("it its itself".split(), "organisation"),
}
"""Pronoun → the type that it has until it is known what it stands for."""

POSSESSIVES = frozenset("my your his her its our their".split())
DETERMINERS = POSSESSIVES | frozenset(
    """
the this that these those a an another one some no every each any many several few all both most two three four five
six seven eight nine ten eleven twelve dozens hundreds thousands other
""".split()
)

_WORD = re.compile(r"(?<!\w)(?<!\w[’'])[^\W\d_]+(?:-[^\W\d_]+)*")  # no "s" of a possessive, no "ve" of "I've"
_MOST_MODIFIERS = 4
# After a noun that heads its phrase comes a verb or a small word; after one that does not, another noun.
_VERB_ENDINGS = ("ed", "ing", "s", "ly")
_IRREGULAR_VERBS = frozenset(
    """
spoke gave went came took made knew saw told found left felt brought began kept held wrote stood heard let meant set
met ran paid sat led grew lost fell sent built drew broke spent rose drove bought wore chose won fought thought caught
taught sold sought threw flew put cut hit shot struck got became understood forgot understood shook swore read quit
say have do make take get go come know think want need use work live give feel seem believe remain become keep
""".split()
)


class _Word(NamedTuple):
    start: int
    end: int
    lower: str


def find_unnamed(
    document: Document, layout: Layout, named: Sequence[Mention], encodings: Sequence[Encoding] = ()
) -> list[Mention]:
    """Pronouns (form `pronoun`) and descriptions (`nominal`) in text order; none of them inside a name. `encodings` are
    what the model made of the document: by them descriptions are found whose nouns are not listed.

    A description runs from its determiner to its head noun: "*the old harbour company* of Port Adair". Without a
    determiner only several are described so ("*Strikers* gathered").
    """
    text = document.text
    names = (m.span for m in named if m.form == "name")
    taken = {span.start: span.end for span in sorted(names, key=lambda s: s.end)}
    found = []
    for passage in layout.prose:
        for span, kind, form in _in_passage(text, *passage.span, taken):
            identity = content_id("mention", document.id, span.start, span.end, form)
            found.append(Mention(identity, document.id, span, kind, form))
    if encodings:
        found += read_descriptions(document, [*named, *found], encodings)
    return sorted(found, key=lambda mention: mention.span)


def _in_passage(
    text: str, start: int, end: int, taken: dict[int, int]
) -> Iterator[tuple[Span, MentionType, MentionForm]]:
    known = nouns()
    before: list[_Word] = []
    noun = False  # whether the last word may be a head
    closed = start  # where the last name ends
    last = Span(start, start)  # the last description
    for found in _WORD.finditer(text, start, end):
        at, stop = found.span()
        lower = found[0].lower()
        introduces = noun and at in taken and at - before[-1].end == 1  # "the foreman Otto Brandt"
        if noun and (introduces or not _goes_on(text, before[-1].end, at, lower)):
            described = _described(text, before, last)
            if described and not (introduces and described[0].start == before[-1].start):
                last = described[0]
                yield described
        noun = False
        if at in taken:
            closed = taken[at]
        if at < closed:
            before.append(_Word(at, stop, "\0"))  # part of a name: no modifier and no head
            continue
        before.append(_Word(at, stop, lower))
        if lower in PRONOUNS:
            yield Span(at, stop), PRONOUNS[lower], "pronoun"
        noun = lower in known
        if len(before) > 64:
            del before[:-8]
    described = _described(text, before, last) if noun else None
    if described:
        yield described


def _goes_on(text: str, end: int, start: int, following: str) -> bool:
    """Whether the word after a noun carries its phrase on: another noun, or a name that it stands before."""
    if start - end != 1 or text[end] not in " -":
        return False
    if following in nouns() or text[start].isupper() or text[end] == "-":
        return following not in FUNCTION_WORDS
    return not (following in FUNCTION_WORDS or following.endswith(_VERB_ENDINGS) or following in _IRREGULAR_VERBS)


def _described(text: str, before: Sequence[_Word], last: Span) -> tuple[Span, MentionType, MentionForm] | None:
    """The description that ends in the last word, if it has a determiner, is somebody's, or is of several."""
    head = before[-1]
    kind, _, several = nouns()[head.lower]
    for number in range(len(before) - 2, max(len(before) - 3 - _MOST_MODIFIERS, -1), -1):
        word = before[number]
        gap = text[word.end : before[number + 1].start]
        if gap in ("’s ", "'s ", "’ ", "' "):
            possessor = _possessor(before, number, last)
            return (Span(possessor, head.end), kind, "nominal") if possessor is not None else None
        if gap not in (" ", "-", "\n") or (word.lower in FUNCTION_WORDS and word.lower not in DETERMINERS):
            break
        if word.lower in DETERMINERS:
            return Span(word.start, head.end), kind, "nominal"
    return (Span(head.start, head.end), kind, "nominal") if several else None


def _possessor(before: Sequence[_Word], number: int, last: Span) -> int | None:
    """Where the name or the description begins whose possessive ends in this word; None where it is neither."""
    if before[number].end == last.end and last.length:
        return last.start
    if before[number].lower != "\0":
        return None
    while number and before[number - 1].lower == "\0" and before[number].start - before[number - 1].end < 3:
        number -= 1
    return before[number].start
