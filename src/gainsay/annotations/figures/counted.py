"""What a figure counts: the noun phrase after the number, and its head."""

from __future__ import annotations

import re
from dataclasses import dataclass

from gainsay.annotations.figures.actions import ANY
from gainsay.annotations.figures.lexicon import BARE_PLURALS, CASUALTIES, PERSONS, STOPS
from gainsay.annotations.figures.number_words import SMALL, TENS
from gainsay.spans import Span

# A noun phrase longer than this is a sentence misread; the window also keeps long paragraphs linear.
_REACH = 180
_MODIFIERS = 7

_TOKEN = re.compile(r"(?:[A-Z]\.){2,6}|[^\W_]+(?:[-'’.&/][^\W_]+)*[’']?|[^\s]")
_THE = r"(?:the|his|her|their|its|these|those|our|my|your|all|such)"
_OF = re.compile(
    rf"\s+(?:of\s+(?:{_THE}\s+){{0,2}}(?:(?:{'|'.join([*SMALL, *TENS])}|[\d,]{{1,9}})\s+(?=[A-Za-z]))?|{_THE}\s+)",
    re.IGNORECASE,
)
# "A quarter of the company’s 300 weavers": the owner and the whole stand before the noun.
_OWNER = re.compile(r"(?:[\w-]+\s){0,2}[\w-]+[’']s?\s+(?:[\d,]{1,9})\s+(?=[A-Za-z])")
_OF_PRONOUN = re.compile(r"\s+of\s+(?:them|whom|which|us|you|it)\b", re.IGNORECASE)
_NUMBERS = frozenset((*SMALL, *TENS)) - {"one"}
_MARKS = frozenset('“”‘"«»')
_IRREGULAR = {
    "people": "person",
    "children": "child",
    "men": "man",
    "women": "woman",
    "feet": "foot",
    "teeth": "tooth",
    "mice": "mouse",
    "lives": "life",
    "wives": "wife",
    "knives": "knife",
    "thieves": "thief",
    "halves": "half",
    "leaves": "leaf",
    "oxen": "ox",
    "geese": "goose",
    "criteria": "criterion",
    "phenomena": "phenomenon",
    "data": "datum",
    "series": "series",
    "species": "species",
    "headquarters": "headquarters",
    "news": "news",
    "means": "means",
    "movies": "movie",
    "sorties": "sortie",
    "prairies": "prairie",
    "ties": "tie",
}
_NOT_PLURAL = frozenset(
    "perhaps always besides sometimes afterwards across towards thus plus less ours theirs yours whereas nonetheless "
    "indoors outdoors overseas nowadays upwards onwards politics economics physics mathematics athletics".split()
)
_PERSON_ENDINGS = ("ists", "ysts", "ians", "men", "women", "people", "workers", "makers", "holders", "goers", "leaders")
_DEMONYM_ENDINGS = ("eans", "cans", "ards", "ites", "ese", "is", "ers", "ans")


@dataclass(frozen=True, slots=True)
class Counted:
    """The noun phrase at `span`, its `head` in the singular, and where the head ends (`head_end`)."""

    span: Span
    head: str
    head_end: int
    person: bool


def is_plural(word: str) -> bool:
    """Whether a word looks like a plural noun.

    >>> [is_plural(w) for w in ("dockers", "men", "crisis", "class", "Israelis")]
    [True, True, False, False, True]
    """
    low = word.lower()
    if low in BARE_PLURALS or (low.endswith(("men", "people", "children")) and low != "specimen"):
        return True
    if len(low) < 4 or not low.endswith("s") or low in _NOT_PLURAL:
        return low in ("mps", "pcs", "tvs", "gis")
    if low.endswith("is"):
        return word[0].isupper()
    return not low.endswith(("ss", "us", "'s", "’s", "ous"))


def singular(word: str) -> str:
    """A plural noun in the singular, lower case.

    >>> [singular(w) for w in ("Activists", "countries", "policemen", "boxes", "houses")]
    ['activist', 'country', 'policeman', 'box', 'house']
    """
    low = word.lower().rstrip("’'")
    if low in _IRREGULAR:
        return _IRREGULAR[low]
    if low.endswith("is") and word[0].isupper():
        return low[:-1]
    stem, hyphen, last = low.rpartition("-")
    if last in _IRREGULAR:
        return f"{stem}{hyphen}{_IRREGULAR[last]}"
    for ending, replacement in (("women", "woman"), ("men", "man"), ("people", "person"), ("children", "child")):
        if low.endswith(ending):
            return low[: -len(ending)] + replacement
    if low.endswith("ies") and len(low) > 4:
        return low[:-3] + "y"
    if low.endswith(("xes", "ches", "shes", "sses", "zzes", "oes")):
        return low[:-2]
    if low.endswith("s") and not low.endswith(("ss", "us", "is")):
        return low[:-1]
    return low


def is_person(word: str) -> bool:
    """Whether a noun, as worded, means persons: by the list, or by an ending that only persons have."""
    low = singular(word)
    if word.lower() == "peoples":
        return False
    if low in PERSONS or low.rpartition("-")[2] in PERSONS:
        return True
    lower = word.lower()
    if lower.endswith(_PERSON_ENDINGS) and lower not in ("specimen", "lists"):
        return True
    return word[0].isupper() and lower.endswith(_DEMONYM_ENDINGS)


def verbish(word: str) -> bool:
    """Whether a word after a noun is more likely a verb form or an adverb than a part of the noun phrase."""
    low = word.lower()
    return low in STOPS or (low.endswith(("ed", "ing", "ly")) and len(low) > 4)


def find_counted(text: str, start: int, end: int, *, one: bool) -> Counted | None:
    """The noun phrase that begins at `start`, or None.

    `one`: the number before it is 1, a share or hyphenated, so that the noun may be a singular.
    """
    end = min(end, start + _REACH)
    if _OF_PRONOUN.match(text, start, end):
        return None
    if of := _OF.match(text, start, end):
        start = owner.end() if (owner := _OWNER.match(text, of.end(), end)) else of.end()
    run = _run(text, start, end, one=one)
    head = _head(run, one=one)
    if head is None:
        return None
    word = run[head].group().rstrip("’'")
    stop = run[head].start() + len(word)
    span = Span(run[0].start(), _extended(text, stop, end))
    return Counted(span, singular(word), stop, is_person(word))


# A table put in words: "Population: 15,000".
_LABEL = re.compile(r"(?:^|\n)[ \t]*(?P<what>[A-Z][a-z]{2,20}(?: [a-z]{2,20}){0,3}):[ \t]$")


def labelled(text: str, figure: int) -> Counted | None:
    """What a figure after a label on its line counts: the label."""
    found = _LABEL.search(text, max(0, figure - 90), figure)
    if not found:
        return None
    span = Span(*found.span("what"))
    word = found["what"].rpartition(" ")[2]
    return Counted(span, singular(word), span.end, is_person(word))


def _run(text: str, start: int, end: int, *, one: bool) -> list[re.Match[str]]:
    """The words up to the first that cannot belong to a noun phrase."""
    run: list[re.Match[str]] = []
    plural = False
    for token in _TOKEN.finditer(text, start, end):
        word = token.group()
        if word in _MARKS or (word == "-" and run and not plural and _spaced(text, token)):
            continue
        low = word.lower().rstrip("’'")
        if low in ("most", "more") and not run:
            continue
        joint = low in ("and", "or", ",", "&")
        if joint and run and not plural and not one and not is_plural(run[-1].group()):
            continue
        if (
            not word[0].isalpha()
            or (low in STOPS and word != "US")
            or low in _NUMBERS
            or joint
            or _blank_line(text, run[-1].end() if run else start, token)
        ):
            break
        run.append(token)
        plural = plural or is_plural(word.rstrip("’'"))
        if len(run) > _MODIFIERS:
            break
    return run


def _spaced(text: str, token: re.Match[str]) -> bool:
    """Whether a hyphen stands alone between blanks, as in texts put together from words: "asylum - seekers"."""
    return text[token.start() - 1].isspace() and text[token.end() : token.end() + 1].isspace()


def _blank_line(text: str, last: int, token: re.Match[str]) -> bool:
    return text.count("\n", last, token.start()) > 1


def _head(run: list[re.Match[str]], *, one: bool) -> int | None:
    """The index of the head noun in a run of words."""
    words = [t.group().rstrip("’'") for t in run]
    if words and words[0].lower() in CASUALTIES and (len(words) == 1 or not is_plural(words[1])):
        return 0
    if one:
        return _singular_head(words)
    plurals = [i for i, w in enumerate(words) if is_plural(w)]
    # "plain-clothes officers": a hyphenated word before a plural describes it.
    first = next((i for i in plurals if "-" not in words[i] or i == plurals[-1]), None)
    if first is None:
        return next((i for i, w in enumerate(words) if w[0].isupper() and w.endswith("ese")), None)
    if words[first].lower() == "people":
        return first
    if first + 1 < len(words) and is_plural(words[first + 1]) and not verbish(words[first + 1]):
        return first + 1
    between = words[first + 1 : first + 3]
    if len(between) == 2 and is_plural(between[1]) and between[0].islower() and not verbish(between[0]):
        return first + 2 if words[first].lower() == "rights" else first
    return first


def _singular_head(words: list[str]) -> int | None:
    head = None
    for i, word in enumerate(words[:4]):
        if i and verbish(word):
            break
        head = i
        if is_plural(word) or (word.lower() in PERSONS and (i + 1 == len(words) or verbish(words[i + 1]))):
            break
    return None if head is None or verbish(words[head]) else head


_AND = re.compile(r"\s+(?:and|or|&)\s+")
_FAMILIES = re.compile(r"\s*,\s*women,?\s+and\s+children\b")
_COMPLEMENT = re.compile(r"\s+of\s+(?:(?:the|a|an|his|her|their|its)\s+)?(?=\w)")


def _extended(text: str, stop: int, end: int) -> int:
    """Where the phrase ends with "and former members" and "of the Harbour Board" taken in."""
    if families := _FAMILIES.match(text, stop, end):
        stop = families.end()
    elif joint := _AND.match(text, stop, end):
        more = _plural_soon(text, joint.end(), end)
        stop = more or stop
    if of := _COMPLEMENT.match(text, stop, end):
        last = _name_or_noun(text, of.end(), end)
        stop = last or stop
    return stop


def _plural_soon(text: str, start: int, end: int) -> int | None:
    for i, token in enumerate(_TOKEN.finditer(text, start, end)):
        word = token.group()
        if (
            i > 3
            or not word[0].isalpha()
            or verbish(word)
            or word.lower() in _NUMBERS
            or (i == 0 and word.lower() in ANY)
        ):
            return None
        if is_plural(word):
            return token.end()
    return None


def _name_or_noun(text: str, start: int, end: int) -> int | None:
    """The end of a capitalised name or of one or two plain nouns."""
    last, name = None, False
    for i, token in enumerate(_TOKEN.finditer(text, start, end)):
        word = token.group()
        capital = word[0].isupper()
        if not word[0].isalpha() or i > 5 or (not capital and (name or verbish(word))) or (name and not capital):
            break
        # "Members of Ostmark’s opposition": what is owned belongs to the name.
        owner = capital and word.endswith(("’s", "'s", "s’", "s'"))
        last, name = token.end(), (name or capital) and not owner
        if owner:
            continue
        if not capital and (is_plural(word) or i == 1):
            break
    return last
