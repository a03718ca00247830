"""Who calls whom what: verbs of naming ("called him a traitor", "denounced Holt as a “madman”"), and "he is a …"."""

from __future__ import annotations

import re

from gainsay.annotations.designations.named import Named
from gainsay.annotations.mentions import Mention
from gainsay.spans import Span

# Characters between a name and what it is called, from the verb to the name, and from who names to the verb.
LINK, TO_NAME, TO_VERB = 24, 60, 40

# Between a name and what it is called: "called Holt a …", "branded him “a …", "likened her to a …".
_CALLED = re.compile(r" (?:as |to |to be )?[\"“‘'`]? ?")
_VERB = re.compile(
    r"\b(?:call(?:s|ed|ing)?|brand(?:s|ed|ing)?|labell?(?:s|ed|ing)?|dub(?:s|bed|bing)?|term(?:s|ed|ing)?|deem(?:s|ed|ing)?"
    r"|declar(?:es?|ed|ing)|proclaim(?:s|ed|ing)?|consider(?:s|ed|ing)?|denounc(?:es?|ed|ing)|condemn(?:s|ed|ing)?"
    r"|describ(?:es?|ed|ing)|portray(?:s|ed|ing)?|depict(?:s|ed|ing)?|characteri[sz](?:es?|ed|ing)|dismiss(?:es|ed|ing)?"
    r"|derid(?:es?|ed|ing)|mock(?:s|ed|ing)?|hail(?:s|ed|ing)?|prais(?:es?|ed|ing)|liken(?:s|ed|ing)?"
    r"|regard(?:s|ed|ing)?|paint(?:s|ed|ing)?)\s+"
)
# What may stand between such a verb and the name.
_TITLES = re.compile(r"(?:[A-Z][\w.]*\s+){0,2}")
# Between who names and the verb.
_AUXILIARIES = re.compile(
    r"\s+(?:(?:has|have|had|also|once|often|again|previously|repeatedly|even|then|\w+ly)\s+){0,3}"
)
_HE_IS = re.compile(r"(?:['’]s| (?:is|was|remains|became))(?: indeed| clearly| simply)? [\"“‘'`]? ?")
_HE = frozenset({"he", "she"})


def called(named: Named, start: int) -> Mention | None:
    """Who is called what the phrase at `start` says: the name or pronoun right before it, after a verb of naming, or
    the "he" of "he is a …"."""
    text = named.text
    for end in range(start - 1, max(0, start - LINK), -1):
        pronoun = named.pronouns.get(end)
        if pronoun and pronoun.span.of(text).lower() in _HE and _HE_IS.fullmatch(text, end, start):
            return pronoun
        mention = pronoun or named.ending_at(end)
        if mention and mention.type != "place" and _CALLED.fullmatch(text, end, start):
            return mention if naming_verb(text, mention.span.start) else None
    return None


def naming_verb(text: str, before: int) -> Span | None:
    """The verb of naming whose object begins at `before`."""
    found = None
    for match in _VERB.finditer(text, max(0, before - TO_NAME), before):
        found = match
    if found is None or not _TITLES.fullmatch(text, found.end(), before):
        return None
    return Span(found.start(), found.end())


def stands_before(text: str, name_end: int, verb: Span) -> bool:
    """Whether nothing but auxiliaries and adverbs stands between a name and a verb of naming, of which it is the
    subject.

    >>> stands_before("Holt has called Brandt a traitor", 4, Span(9, 16))
    True
    """
    return name_end >= verb.start - TO_VERB and _AUXILIARIES.fullmatch(text, name_end, verb.start) is not None
