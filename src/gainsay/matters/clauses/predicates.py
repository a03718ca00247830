"""The verbs of a stretch of a clause, told from its other words by their form alone.

Without a parser a verb is known by its ending ("-ed", "-ing"), by standing in the table of irregular forms, or by the
auxiliary before it ("will visit"). Nouns that look the same ("the shed") are kept out where a determiner stands before
them.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache

from gainsay.matters.clauses.notions import keys_of
from gainsay.statements.terms import stem

_WORD = re.compile(r"[^\W\d_]+(?:[’'][^\W\d_]+)?")
_REGULAR = re.compile(r"[a-z]{2,}(?:[^aeiou]|[aeiou][^aeiou]|i|e|o)ed")
_GOING = re.compile(r"[a-z]{3,}ing")
_NO_VERB = frozenset(
    """hundred indeed red bed shed sacred kindred breed speed need weed seed feed creed naked wicked beloved during
    morning evening nothing something anything everything according including regarding king ring thing wing spring
    string ceiling wedding building being having going beginning""".split()
)
_TO_DO = frozenset("will would shall should may might must can could to did does do didn't doesn't don't".split())
_BEFORE_NOUNS = frozenset("the a an this that these those his her its their our my your some any no every of".split())

# Past form and participle of each verb, and its plain form last.
_IRREGULAR = """
arose arisen arise|awoke awoken awake|bore borne bear|beat|beaten beat|became become|began begun begin|bent bend|bet
bid bidden bid|bound bind|bit bitten bite|bled bleed|blew blown blow|broke broken break|bred breed|brought bring
built build|burnt burn|burst|bought buy|cast|caught catch|chose chosen choose|clung cling|came come|cost|crept creep
cut|dealt deal|dug dig|drew drawn draw|dreamt dream|drank drunk drink|drove driven drive|ate eaten eat
fell fallen fall|fed feed|fought fight|found find|fled flee|flew flown fly|forbade forbidden forbid
foresaw foreseen foresee|forgot forgotten forget|forgave forgiven forgive|froze frozen freeze|gave given give
went gone go|ground grind|grew grown grow|hung hang|heard hear|hid hidden hide|hit|held hold|hurt|kept keep
knelt kneel|knew known know|laid lay|led lead|leapt leap|left leave|lent lend|let|lit light|lost lose|made make
meant mean|met meet|mistook mistaken mistake|overcame overcome|overran overrun|oversaw overseen oversee
overtook overtaken overtake|overthrew overthrown overthrow|paid pay|proved proven prove|put|quit|read|rebuilt rebuild
retook retaken retake|rode ridden ride|rang rung ring|rose risen rise|ran run|saw seen see|sought seek|sold sell
sent send|set|shook shaken shake|shone shine|shot shoot|showed shown show|shrank shrunk shrink|shut|sang sung sing
sank sunk sink|sat sit|slew slain slay|slept sleep|slid slide|spoke spoken speak|spent spend|spilt spill|spun spin
split|spread|sprang sprung spring|stood stand|stole stolen steal|stuck stick|stung sting|struck stricken strike
strove striven strive|swore sworn swear|swept sweep|swam swum swim|swung swing|took taken take|taught teach
tore torn tear|told tell|thought think|threw thrown throw|underwent undergone undergo|understood understand
undertook undertaken undertake|upheld uphold|upset|woke woken wake|wore worn wear|wept weep|won win
withdrew withdrawn withdraw|withheld withhold|wrote written write
"""


@cache
def _plain() -> dict[str, str]:
    """Irregular form → plain form."""
    entries = (entry.split() for line in _IRREGULAR.strip().splitlines() for entry in line.split("|"))
    return {form: plain for *forms, plain in entries for form in forms or (plain,)}


def verb_stem(word: str) -> str:
    """What a lower-case verb is recognised by, in whatever form.

    >>> verb_stem("shot") == verb_stem("shoot"), verb_stem("arrested") == verb_stem("arrest")
    (True, True)
    """
    return stem(_plain().get(word, word))


@lru_cache(maxsize=8192)
def predicates(words: str) -> frozenset[str]:
    """What the verbs of a stretch are recognised by: their stems and notions.

    >>> sorted(predicates("the herds shrank while the rangers counted them"))
    ['count', 'shrink']
    """
    tokens = [m.group().lower().replace("’", "'") for m in _WORD.finditer(words) if not m.group()[0].isupper()]
    found: set[str] = set()
    for before, word in zip(("", *tokens), tokens, strict=False):
        if word in _NO_VERB or before in _BEFORE_NOUNS:
            continue
        plain = _plain().get(word)
        if plain is None and (before in _TO_DO or _REGULAR.fullmatch(word) or _GOING.fullmatch(word)):
            plain = word
        found.update(keys_of(plain) if plain else ())
    return frozenset(found)
