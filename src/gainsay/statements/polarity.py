"""Whether a clause affirms or denies, and whether it is hedged."""

from __future__ import annotations

import re

from gainsay.alternatives import by_initial
from gainsay.spans import Span
from gainsay.statements.statement import Polarity

# Negation of the main verb, or of the existence of what is spoken of. "not only", "not the first" and "no doubt" deny
# nothing; "did not leave until dawn" tells when they left.
_UNTIL = r"(?![^;,\n]{0,90}\buntil\b)"
# Whom nobody outdoes is praised.
_THAN = r"(?![^.;,]{0,60}\b(?:more|less|better|worse|[a-z]{3,}er)\b[^.;,]{0,40}\bthan\b)"
# "Almost nothing" is something.
_NEARLY = r"(?<!almost n)(?<!virtually n)(?<!practically n)(?<!nearly n)(?<!next to n)"
_NEGATION = re.compile(
    r"\b(?:"
    + by_initial(
        rf"n(?<!for n)ot{_UNTIL}(?!\s+(?:only|just|merely|least|to mention|surprisingly|without"
        r"|(?:the|his|her|their|its)\s+(?:first|last|only)\b))"
        rf"|cannot|cant|dont|didnt|doesnt|isnt|wasnt|werent|hasnt|havent|wouldnt|couldnt|shouldnt"
        rf"|n{_NEARLY}ever(?!theless){_THAN}|n{_NEARLY}obody{_THAN}|n{_NEARLY}othing(?!\s+but\b){_THAN}"
        rf"|n{_NEARLY}one(?!theless|\s+(?:more|other|too)\b){_THAN}"
        rf"|n{_NEARLY}o(?!\s+(?:doubt|less than|fewer than|more than|matter|wonder|sooner)){_THAN}(?=\s+['\"“‘]*[a-z])"
        r"|zero(?=\s+[a-z])(?!\s+(?:tolerance|sum|in\b|percent|degrees|hours?|carbon|emissions?|gravity))"
        r"|neither|without\s+(?:any|a)|fail(?:s|ed)?\s+to"
        r"|den(?:y|ies|ied|ying)(?!\s+(?:entry|access|permission|bail|them|him|her|us)\b)"
        r"|refus(?:es|ed)\s+to|untrue|unfounded"
    )
    # A word is taken whole: none is tried letter by letter for an "n" at its end.
    + rf"|\w++(?i:(?<=n)['’]t(?!\s+(?:only|just)){_UNTIL}))\b"
)

_HEDGE = re.compile(
    r"\b(?!May\b)"  # the month
    + by_initial(
        r"may|might|could|would|perhaps|possibly|probably|apparently|seemingly|reportedly|allegedly|supposedly"
        r"|presumably|alleged|suspected|rumou?red|seem(?:s|ed)?|appear(?:s|ed)?\s+to|likely|if|whether|unless"
        r"|almost\s+n(?:ever|o|obody|one|othing)|virtually\s+n(?:ever|o|obody|one|othing)"
        r"|let['’]?s\s+(?:just\s+)?(?:say|assume|suppose|imagine|pretend)|suppose|assuming|imagine"
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

    >>> hedged("The mole may have given way.", Span(0, 28)), hedged("The mole gave way in May.", Span(0, 25))
    (True, False)
    """
    return _HEDGE.search(text, span.start, span.end) is not None


def only_foretold(words: str) -> bool:
    """Whether a clause holds back in no other way than what somebody said to be going to happen does.

    >>> only_foretold("the chairman would run again"), only_foretold("the chairman would perhaps run again")
    (True, False)
    """
    found = {m.group().lower() for m in _HEDGE.finditer(words)}
    return found == {"would"}


_SAYS = (
    r"(?:claim|sa(?:y|id)|stat(?:e|ing)|suggest|assert|alleg|argu|insist|report|not(?:e|ing)|t(?:ell|old)|tweet|writ|wrote|accus|describ"
    r"|impl[iy]|contend|indicat|declar|announc|charg|portray|label|call|maintain|put)"
)
_FALSELY = r"(?:falsely|incorrectly|wrongly|mistakenly|erroneously|misleadingly|inaccurately|untruthfully)"
_CLAIMS = (
    r"(?:claims?|allegations?|accusations?|assertions?|insistence|charges?|reports?|rumou?rs?|notion|suggestions?|theor(?:y|ies)"
    r"|contentions?|arguments?|narratives?|idea|insinuations?|denials?)"
)
_WHOSE = r"(?:(?:any|the|that|those|these|such|his|her|their|its|widespread|[\w.’'-]+['’]s?)\s+){0,3}(?:[\w-]+\s+)?"
_FALSE_SAYING = re.compile(
    rf"\b{_FALSELY}\s+{_SAYS}\w*|\b{_SAYS}\w*\s+{_FALSELY}\b(?=\s+(?:that|to|how|\W)|\W*$)"
    # "No evidence for claims that …", "nothing in the letters supports the theory that …"
    rf"|\b(?:no|without|little)\s+(?:\w+\s+)?(?:evidence|proof|basis|support|truth|merit|substance|factual\s+basis)\s+"
    rf"(?:at\s+all\s+)?(?:(?:for|to|in|behind|of)\s+|(?:to\s+)?(?:support|back|substantiate|justif)\w*\s+(?:up\s+)?){_WHOSE}{_CLAIMS}\b"
    rf"|\b(?:[Nn]othing|[Nn]one|[Nn]either)\b[^.;:!?]{{0,40}}?\s(?:support|confirm|back|substantiat|corroborat)\w*\s+(?:up\s+)?{_WHOSE}{_CLAIMS}\b"
    rf"|\b(?:beli|debunk|discredit|disprov|contradict|undercut|refut)(?:e|es|ed|ies|ied|s|ing)?\s+{_WHOSE}{_CLAIMS}\b"
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


_NO_EVIDENCE = re.compile(
    r"(?:\b(?:no|without)\s+(?:[\w'’“”\"-]+\s+){0,3}?(?:evidence|proof|indications?|signs?|truth|basis|grounds|reason\s+to\s+(?:believe|think))\W{0,2}"
    r"\s+(?:that|(?:to\s+)?(?:suggest|show|prov|indicat)\w*(?:\s+that)?)"
    r"|(?:n['’]t|\bnot|\bnever)\s+(?:\w+ly\s+)?(?:believe|think|feel|suppose|agree|accept|buy)(?:\s+(?:the\s+(?:idea|claim|notion)\s+)?that)?)"
    r"\W{0,3}\s*$",
    re.IGNORECASE,
)
_NOT_SAID = re.compile(
    r"(?:n['’]t|\bnot|\bnever|\bnobody|\bno\s+one)\s+(?:\w+ly\s+)?(?:sa(?:y|id|ying)|claim(?:ed|ing)?|suggest(?:ed|ing)?|mean|meant|impl(?:y|ied|ying)"
    r"|t(?:ell|old|elling)\s+\w+|argu(?:e|ed|ing)|assert(?:ed)?|know|knew|see)(?:\s+(?:that|if|whether))?\W{0,3}\s*$",
    re.IGNORECASE,
)
FRAME = 80
"""How much before reported words is looked at for what frames them."""


def denied_before(text: str, start: int) -> bool:
    """Whether the words before what is reported deny it: "no evidence that …", "does not believe …".

    >>> denied_before("There is no sign that the mole gave way.", 22)
    True
    """
    return _NO_EVIDENCE.search(text, max(0, start - FRAME), start) is not None


def unsaid_before(text: str, start: int) -> bool:
    """Whether the words before what is reported tell that nobody said it ("never claimed that …").

    >>> unsaid_before("Hale never said that the mole gave way.", 21)
    True
    """
    return _NOT_SAID.search(text, max(0, start - FRAME), start) is not None


_WHICH_DENIED = re.compile(
    r"\W*(?:all\s+of\s+which|which|that)\s+(?:[\w.’'-]+\s+){1,4}?(?:(?:has|have|had)\s+)?(?:\w+ly\s+)?"
    r"(?:den|disput|reject|refut)(?:y|ies|ied|es|ed|s|e)\b",
    re.IGNORECASE,
)


def denies_what_stood_before(text: str, span: Span) -> bool:
    """Whether a clause is no more than a denial of what it follows.

    >>> denies_what_stood_before("the charges, which Hale has always denied", Span(13, 41))
    True
    """
    return _WHICH_DENIED.match(text, *span) is not None
