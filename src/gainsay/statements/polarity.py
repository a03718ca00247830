"""Whether a clause affirms or denies, and whether it is hedged."""

from __future__ import annotations

import re

from gainsay.alternatives import by_initial
from gainsay.spans import Span
from gainsay.statements.statement import Polarity

# Negation of the main verb, or of the existence of what is spoken of. "not only", "not the first" and "no doubt" deny
# nothing; "did not leave until dawn" tells when they left.
_NEGATION = re.compile(
    r"\b(?:"
    + by_initial(
        r"n(?<!for n)ot(?![^.;,]{0,60}\buntil\b)(?!\s+(?:only|just|merely|least|to mention|surprisingly|without"
        r"|(?:the|his|her|their|its)\s+(?:first|last|only)\b))"
        r"|cannot|never(?!theless)|nobody|nothing(?!\s+but\b)|none(?!theless|\s+(?:more|other|too)\b)"
        r"|no(?!\s+(?:doubt|less than|fewer than|more than|matter|wonder|sooner))(?=\s+[a-z])"
        r"|neither|without\s+(?:any|a)|fail(?:s|ed)?\s+to"
        r"|den(?:y|ies|ied|ying)(?!\s+(?:entry|access|permission|bail|them|him|her|us)\b)"
        r"|refus(?:es|ed)\s+to|untrue|unfounded"
    )
    # A word is taken whole: none is tried letter by letter for an "n" at its end.
    + r"|\w++(?i:(?<=n)['’]t(?!\s+(?:only|just)|[^.;,]{0,60}\buntil\b)))\b"
)

_HEDGE = re.compile(
    r"\b"
    + by_initial(
        r"may|might|could|would|perhaps|possibly|probably|apparently|seemingly|reportedly|allegedly|supposedly"
        r"|presumably|alleged|suspected|rumou?red|seem(?:s|ed)?|appear(?:s|ed)?\s+to|likely|if|whether|unless"
        r"|said to have|is said to|are said to|was said to|were said to|believed to"
    )
    + r"\b"
)


def polarity(text: str, span: Span) -> Polarity:
    """`denies` where the clause is negated, else `affirms`. Two negations do not make an affirmation: see the comment.

    >>> polarity("No shot was fired.", Span(0, 18))
    'denies'
    >>> polarity("He was not only mayor.", Span(0, 22))
    'affirms'
    """
    # A second negation mostly stands in a subordinate clause ("did not say that nobody …") or repeats the first.
    return "denies" if _NEGATION.search(text, span.start, span.end) else "affirms"


def negations(text: str, span: Span) -> list[Span]:
    """Where the negating words stand.

    >>> negations("No shot was fired.", Span(0, 18))
    [Span(start=0, end=2)]
    """
    return [Span(*m.span()) for m in _NEGATION.finditer(text, span.start, span.end)]


# Auxiliaries, and verbs that link a predicate ("pleaded not guilty").
_AUXILIARY = re.compile(
    r"\b(?:am|is|are|was|were|be|been|being|do|does|did|has|have|had|having|will|would|wo|ca|can|could|shall|should|may"
    r"|might|must|ought|need|to|plead(?:s|ed)?|found|remain(?:s|ed)?|seem(?:s|ed)?|became|becomes?|deemed)\s+(?:\w+ly\s+)?$",
    re.IGNORECASE,
)
# What follows a "not" that leaves the rest standing: "not all of them", "no longer", "not yet".
_LEAVES_SOME = re.compile(
    r"\s+(?:all|every|everyone|everything|always|necessarily|entirely|quite|long|longer|yet)\b", re.I
)


def bears_on_verb(text: str, negation: Span) -> bool:
    """Whether a negation denies what the clause says, and not only a part of it ("wages, not hours"; "not all").

    >>> text = "They spoke of wages, not hours. They did not speak of hours."
    >>> [bears_on_verb(text, n) for n in negations(text, Span(0, len(text)))]
    [False, True]
    """
    if _LEAVES_SOME.match(text, negation.end):
        return False
    word = negation.of(text).lower()
    if word.startswith("without"):
        return False
    if word != "not":
        return True
    return _AUXILIARY.search(text, max(0, negation.start - 30), negation.start) is not None


def hedged(text: str, span: Span) -> bool:
    """Whether the clause holds back: "may", "reportedly", "if" …

    >>> hedged("The mole may have given way.", Span(0, 28))
    True
    """
    return _HEDGE.search(text, span.start, span.end) is not None


_SAYS = (
    r"(?:claim|sa(?:y|id)|stat(?:e|ing)|suggest|assert|alleg|argu|insist|report|not(?:e|ing)|t(?:ell|old)|tweet|writ|wrote|accus|describ"
    r"|impl[iy]|contend|indicat|declar|announc|charg|portray|label|call|maintain|put)"
)
_FALSE_SAYING = re.compile(
    rf"\b(?:falsely|incorrectly|wrongly|mistakenly|erroneously|misleadingly|inaccurately|untruthfully)\s+{_SAYS}\w*"
    r"|\b(?:false|baseless|unfounded|debunked|discredited|bogus|untrue|groundless|spurious|fabricated|erroneous|disproven"
    r"|mistaken|inaccurate)(?:\s+and\s+\w+)?\s+(?:claim|allegation|accusation|assertion|charge|statement|report|rumou?r"
    r"|story|stories|narrative|notion|idea|suggestion|theor(?:y|ies)|impression)s?\b",
    re.IGNORECASE,
)


def called_false(text: str, span: Span) -> list[Span]:
    """Where a clause calls false what it reports somebody to have said.

    >>> [s.of(t) for t in ["Lind wrongly claimed that nobody swam."] for s in called_false(t, Span(0, 38))]
    ['wrongly claimed']
    """
    return [Span(*m.span()) for m in _FALSE_SAYING.finditer(text, span.start, span.end)]
