"""What names are compared by: folds, words, initials, keys of a body's name."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from gainsay.annotations.mentions.lexicon.heads import GROUP_WORDS, LOOSE_ADJECTIVES, RULE_HEADS
from gainsay.annotations.mentions.lexicon.places import demonyms, place_names

_POSSESSIVE = re.compile(r"['’`´]s?(?=\W*$)")
_DOTTED = re.compile(r"(?<=\b\w)\.(?=\w\b|\W*$)")
_WORD = re.compile(r"[^\W_]+")
_ARTICLES = frozenset({"the", "a", "an"})
_LINKING = frozenset("of the and for in on a an de la du des del der die das to".split())

# British spellings, and words for whoever rules: what one body is called by different writers.
_SPELLINGS = {
    "defence": "defense",
    "labour": "labor",
    "harbour": "harbor",
    "centre": "center",
    "organisation": "organization",
    "programme": "program",
    "theatre": "theater",
    "co": "company",
    "corp": "corporation",
    "bros": "brothers",
    "assn": "association",
    "dept": "department",
    "univ": "university",
    "regime": "government",
    "administration": "government",
    "clique": "government",
    "junta": "government",
    "dictatorship": "government",
}


_LEGAL_FORMS = frozenset("inc ltd llc plc gmbh incorporated limited".split())
_ORDINALS = dict(
    zip(
        "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth".split(),
        "1st 2nd 3rd 4th 5th 6th 7th 8th 9th 10th 11th 12th".split(),
        strict=True,
    )
)
_SPELLINGS |= _ORDINALS
_ABBREVIATED = {"mt": "mount", "ft": "fort", "st": "saint", "ste": "sainte"}


@lru_cache(maxsize=65536)
def fold(name: str) -> str:
    """What case, accents, punctuation, a possessive and a leading article do not change.

    >>> fold("The Lindqvist’s"), fold("Nuñez-Mora"), fold("U.S.")
    ('lindqvist', 'nunez mora', 'us')
    """
    plain = name if name.isascii() else _ascii(name)
    words = _WORD.findall(_DOTTED.sub("", _POSSESSIVE.sub("", plain)).casefold().replace("'", ""))
    return " ".join(words[1:] if len(words) > 1 and words[0] in _ARTICLES else words)


def _ascii(name: str) -> str:
    from anyascii import anyascii

    return str(anyascii(name))


@cache
def _folded_places() -> dict[str, str]:
    return {fold(form): fold(name) for form, name in place_names().items()}


@cache
def _listed() -> dict[str, str]:
    return {fold(name): name for name in place_names().values()}


def listed_place(key: str) -> str | None:
    """The name of a listed place as written, from its key.

    >>> listed_place("united states")
    'United States'
    """
    return _listed().get(key)


@lru_cache(maxsize=65536)
def place_key(folded: str) -> str:
    """The name under which a place is listed: `us` → `united states`; itself where it is not listed.

    >>> place_key("mt orrin")
    'mount orrin'
    """
    first, _, rest = folded.partition(" ")
    if rest and first in _ABBREVIATED:
        folded = f"{_ABBREVIATED[first]} {rest}"
    return _folded_places().get(folded, folded)


@cache
def _folded_demonyms() -> dict[str, str]:
    return {form: fold(place) for form, place in demonyms().items() if " " not in form}


@lru_cache(maxsize=65536)
def body_key(name: str) -> str:
    """What two wordings of one body's name share: its words in any order, demonyms as places.

    What a ruler's government is called besides is no part of its name.

    >>> body_key("Communist Party of Vietnam") == body_key("Vietnamese Communist party")
    True
    >>> body_key("Lindqvist murder regime") == body_key("Lindqvist Government")
    True
    """
    written = name.split()
    if len(written) > 2 and written[-1].lower() in RULE_HEADS:
        plain_words = [w for w in written[:-1] if w[:1].isupper() and w.lower() not in LOOSE_ADJECTIVES]
        name = " ".join([*plain_words, written[-1]]) if plain_words else name
    folded = fold(name)
    known = _folded_demonyms()
    plain = (_SPELLINGS.get(raw, raw) for raw in folded.split() if raw not in _LINKING)
    words = {word for raw in plain for word in known.get(raw, raw).split()}
    if len(words - _LEGAL_FORMS) > 1:
        words -= _LEGAL_FORMS
    return " ".join(sorted(words)) or folded


def group_key(folded: str) -> str:
    """The members of a people, faith or party, in the singular: `swedes` → Sweden, `whigs` → `whig`."""
    if folded in demonyms():
        return demonyms()[folded]
    return folded[:-1] if folded.endswith("s") and folded[:-1] in GROUP_WORDS else folded


def initials(folded: str) -> set[str]:
    """The acronyms that a name may have: with and without its linking words.

    >>> sorted(initials("port adair dockers league"))
    ['padl']
    """
    words = folded.split()
    short = "".join(word[0] for word in words if word not in _LINKING)
    return {short, "".join(word[0] for word in words)} if len(words) > 1 else set()
