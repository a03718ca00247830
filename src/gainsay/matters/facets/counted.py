"""What is counted: whether two figures count the same, by the noun, the act and the kind of thing."""

from __future__ import annotations

import re
from itertools import combinations

from gainsay.matters.clauses.notions import poles
from gainsay.matters.clauses.quantities import quantities
from gainsay.matters.comparable import Comparable
from gainsay.matters.likeness import Likeness
from gainsay.matters.occasions import written_apart
from gainsay.statements.terms import stem

MUCH_THE_SAME = 0.5
# The cosine of two clauses that mostly tell of one act in other words.
LIKE_IN_MEANING = 0.7

# Words that count persons without saying which: they may stand for any other category of persons in the same act.
ANY_PERSONS = frozenset(
    "people person individual citizen resident inhabitant soul life victim dead casualty fatality body".split()
)

# Acts that are stages or degrees of one thing and not the same: a difference of figures between them is one of
# category.
_CATEGORIES = (
    frozenset("arrest detain summon charge indict try convict sentence jail imprison prosecute hold".split()),
    frozenset(
        (
            *"kill die perish drown slay murder execute massacre lose".split(),
            *(f"{fate} and {other}" for fate in ("die", "kill") for other in ("miss", "wound", "injure", "capture")),
        )
    ),
    frozenset("wound injure hurt".split()),
    frozenset(
        "attend gather march demonstrate rally protest join strike come turn arrive appear assemble walk".split()
    ),
    frozenset("flee leave displace evacuate deport expel emigrate cross enter".split()),
)
# Of these one act follows on another, or is told for it, of the same people.
STAGES = _CATEGORIES[:2]
DEATHS = _CATEGORIES[1]

# Percentages of a whole town or country: a text gives one of each, whatever else it counts in hundredths.
RATES = frozenset(
    map(stem, "turnout unemployment inflation literacy illiteracy abstention occupancy mortality participation".split())
)

# What is scored, cast or served by many, each for himself: two numbers of these are mostly two persons', two games',
# two states'. They clash only where both clauses name the same and are much the same.
TALLIES = frozenset(
    map(
        stem,
        """point yard touchdown goal game match round season punch run homer rebound inning win loss lap assist
        catch carry reception strikeout hit medal title delegate stroke birdie""".split(),
    )
)


# A name before a noun, not the first word of a sentence.
_MODIFIER = re.compile(r"(?<=[\w-]\s)[A-Z][\w’'-]*(?=\s(?:[A-Za-z-]+\s)*[a-z]+)")
NAME_REACH = 60
"""Characters between an age and the name of whose it is."""

_NAME_BEFORE = re.compile(
    r"((?:[A-Z][\w’'-]+\s+)*[A-Z][\w’'-]+)\s?(?:,\s?(?:who\s(?:is|was)\s|aged?\s|an?\s)?"
    r"|\s(?:is|was)\s(?:aged\s)?)$"
)
# Behind "38-year-old" a place may stand, too ("Port Adair woman"): the name must end its phrase.
_NAME_AFTER = re.compile(
    r"(?:[\s-]*years?[\s-]*old)?\s+((?:[A-Z][\w’'-]+\s?){2,3})(?=\s*(?:[,.;)]|$|(?:was|is|has|had|who|and|of)\b))"
)
_AFTER_NAMES = frozenset("jr sr ii iii iv".split())
_TOTAL = re.compile(r"\b(?:totall?ing|totall?ed|in total|a total of|altogether|combined|in all)\b", re.IGNORECASE)
# A count right before a sum: so many of it.
_ONE_OF_SEVERAL = re.compile(
    r"\b(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozens?(?:\sof)?|several|many|[0-9]{1,3})\s"
    r"(?:[a-z]+\sof\s)?[$£€]\s?[0-9]",
    re.IGNORECASE,
)
_UNTIL_NOW = re.compile(r"\b(?:now|so far|to date|as of|already|until now|up to now)\b", re.IGNORECASE)
_AND_ONE = re.compile(r"\band\s+(?:[a-z]+\s+){0,3}(?:a|an|one|another|his|her|their)\s+[a-z]")


def same_act(a: str | None, b: str | None) -> bool:
    """Whether two acts are one, in one word or in two for one notion ("kill", "die"; "wound", "injure")."""
    return a is not None and b is not None and (a == b or bool({n for n in poles(a) if n[1] > 0} & poles(b)))


def category(action: str | None) -> frozenset[str] | None:
    """The family of acts that an act is a stage or degree of; of "arrest or summon" that of the first."""
    first = action.partition(" or ")[0] if action else None
    return next((acts for acts in _CATEGORIES if first in acts), None)


def same_counted(a: Comparable, b: Comparable) -> bool:
    """Whether the same category is counted: the same noun, or persons at large on one side."""
    if a.unit != b.unit:
        return False
    if a.head and b.head:
        if stem(a.head) == stem(b.head):
            return True
        return a.unit == "persons" and (a.head in ANY_PERSONS or b.head in ANY_PERSONS)
    return a.unit is not None and a.head == b.head


def told_apart(a: Comparable, b: Comparable, like: Likeness, one_act: bool) -> bool:
    """Whether two figures that differ count by their kind what two clauses tell of two, unless these are as good as
    one: ages, tallies, and "people" against a kind of people in another act.
    """
    heads = {stem(c.head) for c in (a, b) if c.head}
    if "age" in heads or heads & TALLIES or a.unit == "yards":
        several = any(len(quantities(c.words)) > 1 for c in (a, b))
        return several or not like.entities or like.own_names or like.overlap < MUCH_THE_SAME
    if len(heads) > 1 and not one_act:
        return (like.meaning or 0.0) < LIKE_IN_MEANING
    return False


def named_apart(a: Comparable, b: Comparable) -> bool:
    """Whether two nouns are told apart by names before them: "five Adair detainees" and "seven Marrow men"."""
    if a.head == b.head:
        return False
    left, right = (frozenset(_MODIFIER.findall(figure.position)) for figure in (a, b))
    return bool(left and right) and left.isdisjoint(right)


def one_age(a: Comparable, b: Comparable) -> bool:
    """Whether two figures are the age of the same person by name, told within weeks: one grows older."""
    if a.head != "age" or b.head != "age" or written_apart(a, b):
        return False
    left, right = _aged(a), _aged(b)
    return bool(left) and left == right


def _aged(figure: Comparable) -> str:
    """The last name of whose age it is: "Ana Lindqvist, 38", "Lindqvist, a 38-year-old", "38-year-old Lindqvist"."""
    start, end = figure.value_span.start - figure.span.start, figure.value_span.end - figure.span.start
    before = _NAME_BEFORE.search(figure.words, max(0, start - NAME_REACH), start)
    after = _NAME_AFTER.match(figure.words, end, end + NAME_REACH)
    named = before or after
    names = [name for name in named[1].lower().split() if name not in _AFTER_NAMES] if named else []
    return names[-1] if names else ""


def sum_up(a: Comparable, b: Comparable) -> bool:
    """Whether one clause gives the parts of the other's number: "12 from one village and 11 from the other", "23"; or
    "two women and a man", "three".
    """
    for part, whole in ((a, b), (b, a)):
        if isinstance(part.value, int) and part.value + 1 == whole.value and _and_one(part):
            return True
        numbers = [q.value for q in quantities(part.words) if q.kind == "number"]
        if part.value in numbers and len(numbers) > 1:
            pairs = [x + y for x, y in combinations(numbers, 2) if part.value in (x, y)]
            if whole.value in (*pairs, sum(numbers)):
                return True
    return False


def _and_one(figure: Comparable) -> bool:
    """Whether one more person follows those counted: "two women and wounded a clerk"."""
    end = figure.value_span.end - figure.span.start
    return figure.unit == "persons" and _AND_ONE.search(figure.words, end, end + NAME_REACH) is not None


def each_and_all(a: Comparable, b: Comparable) -> bool:
    """Whether one is the sum of many ("totalling $62,000") and the other one of several ("nine $2,500 donations")."""
    return any(_TOTAL.search(whole.words) and _ONE_OF_SEVERAL.search(part.words) for part, whole in ((a, b), (b, a)))


def counts_on(a: Comparable, b: Comparable) -> bool:
    """Whether one count says that it goes on, and the two were written weeks apart: "has now found 600 letters"."""
    return written_apart(a, b) and bool(_UNTIL_NOW.search(a.words) or _UNTIL_NOW.search(b.words))


def gives_both(a: Comparable, b: Comparable) -> bool:
    """Whether one clause has the other's number beside its own, and so tells the two apart: "shot three, killing two"
    and "killed two".
    """
    return any(
        whole.value != part.value and any(q.value == part.value and q.kind == "number" for q in quantities(whole.words))
        for part, whole in ((a, b), (b, a))
    )
