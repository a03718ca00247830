"""Spelling variants: "Pnom Tey / Phnom They", "Qadir / Kader", told by sound skeleton and likeness, word by word."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from gainsay.annotations.mentions.lexicon.first_names import GIVEN_NAMES
from gainsay.annotations.mentions.lexicon.given_forms import is_one_given_name
from gainsay.annotations.mentions.lexicon.places import place_names
from gainsay.entities.folding import fold, place_key

# Letters that transliterations interchange, folded to one: only what stands for the same sound in many systems.
_SAME_SOUND = (
    (re.compile(r"ks"), "x"),
    (re.compile(r"sch|sh"), "s"),
    (re.compile(r"dt|th"), "t"),
    (re.compile(r"tch|ch(?=[aeiouy])"), "c"),
    (re.compile(r"ck|kh|gh|q|g|k|c(?=[aou]|[^aeiouyhc]|$)|x"), "k"),
    (re.compile(r"(?<=[a-z])h|^h(?=[^aeiouy\n])", re.MULTILINE), ""),
    (re.compile(r"ou|oo"), "u"),
    (re.compile(r"y|j"), "i"),
    (re.compile(r"w|v"), "v"),
    (re.compile(r"(.)\1+"), r"\1"),
)
"""Applied to a word, or to many on a line each: most of the time goes into beginning."""
_VOWELS = str.maketrans("", "", "aeiou vw")
_ALIKE_ALONE = 88.0  # per cent: a single word has no other word beside it to bear out the likeness
_LEAST_LIKENESS = 0.5  # of words that sound the same: "Smith" and "Schmidt" share too few letters
_COMPASS = frozenset(
    "north south east west northern southern eastern western upper lower new old great greater central".split()
)
_SHORTEST_ALIKE = 5  # letters: shorter words that differ in sound are different words ("Lau", "Liu")
_GENERATIONS = frozenset("jr sr junior senior ii iii iv vi vii viii ix xi xii xiii xiv xv xvi xvii xviii".split())
_ARTICLES = frozenset("al el ul il".split())

# One and the same place or person under names that no likeness shows.
_ALIASES = """
beijing=peking|mumbai=bombay|kolkata=calcutta|chennai=madras|guangzhou=canton|nanjing=nanking|chongqing=chungking
kyiv=kiev|lviv=lvov=lwow|kharkiv=kharkov|odesa=odessa|yangon=rangoon|ho chi minh city=saigon|gdansk=danzig
istanbul=constantinople|izmir=smyrna|thessaloniki=salonika|ulaanbaatar=ulan bator|taipei=taipeh|krakow=cracow
mao zedong=mao tse tung=mao tsetung|zhou enlai=chou en lai|jiang jieshi=chiang kai shek|deng xiaoping=teng hsiao ping
kim il sung=kim ir sen|leon trotsky=lev trotsky|soviet union=ussr|holland=netherlands|the hague=hague
"""


@lru_cache(maxsize=1)
def _alias_keys() -> dict[str, str]:
    groups = [group.split("=") for line in _ALIASES.split("\n") for group in line.split("|") if group]
    return {name: names[0] for names in groups for name in names}


def alias_key(folded: str) -> str:
    """The name under which an alias is listed: `peking` → `beijing`; itself where it is none."""
    return _alias_keys().get(folded, folded)


@lru_cache(maxsize=65536)
def sound(word: str) -> str:
    """A folded word with the letters that transliterations interchange made equal.

    >>> sound("phnom") == sound("pnom"), sound("yeng") == sound("ieng")
    (True, True)
    """
    for pattern, letter in _SAME_SOUND:
        word = pattern.sub(letter, word)
    return word


@lru_cache(maxsize=65536)
def skeleton(folded: str) -> str:
    """The consonants of a whole name, by sound: what variants share, and the key they are sought by.

    >>> skeleton("muammar gaddafi") == skeleton("moamar qadhafi")
    True
    """
    return sound(folded.replace(" ", "")).translate(_VOWELS)


def skeletons(folded: Sequence[str]) -> list[str]:
    """The skeleton of each of many names.

    >>> skeletons(["pnom tey", "phnom they"])
    ['pnmt', 'pnmt']
    """
    # Folded names hold no line breaks.
    sounded = "\n".join(folded).replace(" ", "")
    for pattern, letter in _SAME_SOUND:
        sounded = pattern.sub(letter, sounded)
    return sounded.translate(_VOWELS).split("\n") if folded else []


def variant_score(left: str, right: str, similar: float = 70.0) -> float | None:
    """How alike two folded names of one skeleton are (0–1), or None where some word has no counterpart."""
    a, b = left.split(), right.split()
    if [w for w in a if _must_agree(w)] != [w for w in b if _must_agree(w)]:
        return None
    if _known_apart(left, right) or any(x != y and {x, y} & _COMPASS for x, y in zip(a, b, strict=False)):
        return None
    if len(a) != len(b):
        return _run_together(a, b)
    scores = [_word_score(x, y, similar if len(a) > 1 else _ALIKE_ALONE) for x, y in zip(a, b, strict=True)]
    if any(score is None for score in scores):
        return None
    return round(min(score for score in scores if score is not None), 3)


def _must_agree(word: str) -> bool:
    """Initials, numbers and generations tell names apart, however alike the rest."""
    return len(word) == 1 or word in _GENERATIONS or word.isdigit()


def _known_apart(left: str, right: str) -> bool:
    """Two places listed as two ("Niger", "Nigeria"), or a listed one and a look-alike ("Albania", "Albany")."""
    known = _listed()
    if left in known and right in known:
        return place_key(left) != place_key(right)
    return (left in known or right in known) and sound(left) != sound(right) and " " not in left


@lru_cache(maxsize=1)
def _listed() -> frozenset[str]:
    return frozenset(fold(name) for name in place_names())


def _word_score(left: str, right: str, similar: float) -> float | None:
    if left == right:
        return 1.0
    if left in _ARTICLES and right in _ARTICLES:
        return 0.95
    if is_one_given_name(left, right):
        return 0.95
    given = left in GIVEN_NAMES and right in GIVEN_NAMES
    if min(len(left), len(right)) < 2 or (given and sound(left) != sound(right)):  # brother and sister, father and son
        return None
    from rapidfuzz.distance import Levenshtein

    likeness = Levenshtein.normalized_similarity(left, right)
    if sound(left) == sound(right):
        return 0.95 if likeness > _LEAST_LIKENESS else None
    if min(len(left), len(right)) < _SHORTEST_ALIKE or skeleton(left) != skeleton(right):
        return None
    return likeness if 100 * likeness >= similar else None


def _run_together(left: list[str], right: list[str]) -> float | None:
    """ "Deng Xiao Ping" and "Deng Xiaoping": the same letters by sound, parted otherwise."""
    a, b = "".join(left), "".join(right)
    return 0.95 if min(len(a), len(b)) >= 7 and sound(a) == sound(b) and left[0][0] == right[0][0] else None
