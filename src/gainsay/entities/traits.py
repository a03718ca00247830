"""What speaks for and against a pronoun or a description meaning somebody heard before: traits, to be weighed.

A trait is a word; `weights` holds how much each counts, for each class of mentions that point back.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from gainsay.annotations.mentions import Mention
from gainsay.annotations.mentions.lexicon.heads import RULE_HEADS
from gainsay.annotations.mentions.lexicon.nouns import RELATIONS, sex_of_noun
from gainsay.annotations.mentions.unnamed import POSSESSIVES
from gainsay.entities.descriptions import Description
from gainsay.entities.discourse import Discourse, Seen

CLASSES = {
    **dict.fromkeys("he she him her".split(), "he"),
    **dict.fromkeys("his hers".split(), "his"),
    **dict.fromkeys("himself herself".split(), "self"),
    **dict.fromkeys("they them theirs themselves themself".split(), "they"),
    "their": "their",
    "it": "it",
    "itself": "its",
    "its": "its",
}
"""Pronoun of the third person → the class whose weights it is judged by."""

SEXES = {**dict.fromkeys("he him his himself".split(), "m"), **dict.fromkeys("she her hers herself".split(), "f")}

_FAR = 5  # sentences back that a pronoun reaches
_LOOKED_AT = 60  # referents: a sentence of a whole book has thousands
_MOST = 8  # candidates that a mention is compared with
_FAR_DESCRIBED = 40  # sentences back in which a description finds somebody whom it has not described before
_COPULA = re.compile(
    r"[^.;:!?]{0,40}?\b(?:is|was|are|were|became|becomes|remains|remained|been|being|be|as) (?:also |now |then |not )?$"
)
_ONLY_COMMA = re.compile(r"[\"”’)]*, $")
_ENDS = re.compile(r"[,.;:)]")
_DEFINED = re.compile(r",? (?:who|that|which|whose|of|in|from|for)\b")
_IMPERSONAL = re.compile(r"(?: is| was|[’']s| will be| would be| has been| seems| appears| turned| takes| took)\b")
_CITY = frozenset("city town capital village port township suburb hometown municipality".split())
_NO_TOWN = frozenset(
    """
airport avenue boulevard bridge canal castle cathedral cemetery church dock docks garden gardens gate hall hotel lake
lane mosque mount mountain ocean palace park pier plaza quay river road row sea square station street temple tower wall
wharf
""".split()
)
_REGION = frozenset("region area district province territory county state zone island prefecture".split())
_FIRM = frozenset("company firm corporation business manufacturer employer enterprise retailer conglomerate".split())
_PRESS = frozenset("newspaper paper magazine outlet publication publisher".split())
_RULE = RULE_HEADS | frozenset("state military leadership authority".split())

Candidate = tuple[Seen, list[str]]


@dataclass(frozen=True, slots=True)
class Question:
    """A mention with all it may point back to: the class, the traits of each candidate, those of pointing nowhere."""

    kind: str
    candidates: list[Candidate]
    nobody: list[str]


def question(mention: Mention, discourse: Discourse) -> Question | None:
    """The question that a mention poses; None for what is no pronoun of the third person and no description."""
    if mention.form == "pronoun":
        word = discourse.text[mention.span.start : mention.span.end].lower()
        kind = CLASSES.get(word)
        return _of_pronoun(mention, word, kind, discourse) if kind else None
    if mention.form != "nominal":
        return None
    said = discourse.description(mention)
    return _of_description(mention, said, discourse)


def _of_pronoun(mention: Mention, word: str, kind: str, discourse: Discourse) -> Question:
    if word == "her" and _is_possessive(discourse.text, mention.span.end):
        kind = "his"
    start = mention.span.start
    sentence, passage, quoted = discourse.sentence(start), discourse.passage(start), bool(discourse.quote(start))
    sex = SEXES.get(word)
    found: list[Candidate] = []
    for seen in islice(reversed(discourse.recent.values()), _LOOKED_AT):
        back = sentence - seen.sentence
        if back > _FAR or len(found) == _MOST:
            break
        if seen.end > start or not _may_stand_for(seen, kind, sex):
            continue
        traits = [f"d{min(back, 3)}", f"r{min(len(found), 4)}", seen.last.form, seen.cluster.type]
        if seen.passage != passage:
            traits.append("elsewhere")
        if seen.word and CLASSES.get(seen.word) in (kind, CLASSES.get(word)):
            traits.append("same")
        traits += _of_place(seen, back)
        if sex and seen.sex == sex:
            traits.append("sex")
        if seen.quoted != quoted:
            traits.append("quoted")
        if seen.several:
            traits.append("several")
        found.append((seen, traits))
    if len(found) == 1:
        found[0][1].append("alone")
    _mark_topic(found)
    nobody = ["bias", "quoted" if quoted else "told", "none" if not found else "some"]
    if kind == "it" and _IMPERSONAL.match(discourse.text, mention.span.end):
        nobody.append("impersonal")
    return Question(kind, found, nobody)


def _mark_topic(found: list[Candidate]) -> None:
    """Mark whoever of the candidates is spoken of most, if it is more than in passing."""
    if found:
        top, traits = max(found, key=lambda candidate: candidate[0].times)
        traits += ["topic"] if top.times > 2 else []


def _of_place(seen: Seen, back: int) -> Iterator[str]:
    if seen.opens:
        yield "opens" if back else "opens0"
    if seen.governed:
        yield "governed"
    if seen.times > 1:
        yield "n2"
    if seen.times > 4:
        yield "n5"


def _is_possessive(text: str, end: int) -> bool:
    return text[end : end + 1] == " " and text[end + 1 : end + 2].isalpha()


def _may_stand_for(seen: Seen, kind: str, sex: str | None) -> bool:
    type_ = seen.cluster.type
    if sex:
        return (type_ == "person" or type_ == "other") and seen.sex in (sex, None) and not seen.several
    if kind in ("it", "its"):
        return type_ in ("organisation", "place", "work", "other") and not seen.several
    return type_ in ("group", "organisation", "other") or seen.several or (type_ == "person" and not seen.named)


def _of_description(mention: Mention, said: Description, discourse: Discourse) -> Question:
    start = mention.span.start
    sentence = discourse.sentence(start)
    owner = _possessor(mention, discourse) if said.manner == "possessive" else None
    found: list[Candidate] = []
    ranks: dict[str, int] = {}
    for seen, match in _alike(mention, said, discourse):
        back = sentence - seen.sentence
        rank = ranks[match] = ranks.get(match, -1) + 1
        traits = [match, f"{match}r{min(rank, 3)}", _distance(back), seen.last.form]
        traits += _of_place(seen, back)
        if seen.several != said.several:
            traits.append("number")
        if owner is not None and seen.possessor is not None:
            traits.append("owned" if seen.possessor == owner else "another's")
        if match in ("strong", "weak") and seen.sex and sex_of_noun(said.head) == seen.sex:
            traits.append("sex")
        traits += _of_pattern(mention, seen, discourse)
        found.append((seen, traits))
    _mark_topic(found)
    nobody = ["bias", mention.type, "none" if not found else "some"]
    nobody += [trait for trait, holds in (("modified", said.modifiers), ("several", said.several)) if holds]
    nobody += ["relation"] if said.head in RELATIONS else []
    nobody += ["capital"] if _is_capital(mention, discourse.text) else []
    nobody += ["defined"] if _DEFINED.match(discourse.text, mention.span.end) else []
    return Question(said.manner, found, nobody)


def _is_capital(mention: Mention, text: str) -> bool:
    """Whether the head noun is written with a capital: "the Secretary" is the one whom the text is about."""
    head = mention.span.of(text).rpartition(" ")[2]
    return head[:1].isupper() and len(head) < mention.span.length


def _distance(back: int) -> str:
    if back < 2:
        return f"d{max(back, 0)}"
    return "d2" if back < 4 else "d4" if back < 10 else "d10" if back < 30 else "d30"


def _possessor(mention: Mention, discourse: Discourse) -> int | None:
    """Whose a description says that somebody is: the one meant by "his" in "his wife"."""
    first = discourse.text[mention.span.start : mention.span.end].split(" ", 1)[0].lower()
    for seen in islice(reversed(discourse.recent.values()), _MOST):
        if seen.start == mention.span.start:
            return id(seen.cluster)
        if first in POSSESSIVES and seen.end < mention.span.start:
            return None
    return None


def _alike(mention: Mention, said: Description, discourse: Discourse) -> Iterator[tuple[Seen, str]]:
    """Those whom the same noun described, the last spoken of first; then those whom it may describe."""
    start = mention.span.start
    known = sorted(discourse.by_head.get(said.head, ())[-_LOOKED_AT:], key=lambda seen: -seen.number)
    given = set()
    for seen in known[:_MOST]:
        if seen.end <= start or seen.last.span.start < start:
            given.add(id(seen.cluster))
            yield seen, _of_modifiers(said.modifiers, seen.heads[said.head])
    sentence = discourse.sentence(start)
    for seen in islice(reversed(discourse.recent.values()), _LOOKED_AT):
        if len(given) >= _MOST or sentence - seen.sentence > _FAR_DESCRIBED:
            break
        if id(seen.cluster) in given or seen.start >= start:
            continue
        match = _may_describe(mention, said, seen)
        if match:
            given.add(id(seen.cluster))
            yield seen, match


def _of_modifiers(mine: frozenset[str], others: set[str]) -> str:
    if mine == others or not mine:
        return "head="
    if mine <= others:
        return "head<"
    return "head>" if not others else "head!"


def _may_describe(mention: Mention, said: Description, seen: Seen) -> str:
    """Whether a noun fits somebody by what he or it is: "strong" where it says just that, "weak" where it may."""
    type_, head = seen.cluster.type, said.head
    if said.several != seen.several and not (seen.several and seen.cluster.type == "organisation"):
        return ""
    if mention.type == "person":
        if type_ != "person" or (seen.sex and sex_of_noun(head) not in (None, seen.sex)):
            return ""
        return "strong" if sex_of_noun(head) and seen.sex else "weak"
    if mention.type == "place":
        return _of_region(head, seen) if type_ == "place" else ""
    if mention.type == "organisation":
        if type_ == "work":
            return "strong" if head in _PRESS else ""
        if type_ != "organisation" or head in _PRESS:
            return ""
        named_so = bool(_RULE & seen.heads.keys())
        if head in _RULE:
            return "strong" if named_so else ""
        return "strong" if head in _FIRM and seen.named and not named_so else "weak"
    return "weak" if type_ == mention.type else ""


def _of_region(head: str, seen: Seen) -> str:
    if seen.country:
        return "" if head in _CITY or head in _REGION else "weak"
    if head in _CITY and _NO_TOWN & seen.heads.keys():
        return ""
    if head in _CITY:
        return "strong" if seen.named else "weak"
    return "weak" if head in _REGION or not seen.named else ""


def _of_pattern(mention: Mention, seen: Seen, discourse: Discourse) -> Iterator[str]:
    """A comma between the two ("Otto Brandt, *the foreman*,"), or a copula ("Otto Brandt was *a foreman*")."""
    text, start = discourse.text, mention.span.start
    if not 0 < start - seen.end < 60:
        return
    if start - seen.end < 5:
        if _ONLY_COMMA.match(text, seen.end, start):
            yield "apposition" if _ENDS.match(text, mention.span.end) else "comma"
    elif _COPULA.match(text, seen.end, start):
        yield "copula"
