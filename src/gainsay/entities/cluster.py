"""A referent while it is being gathered from the mentions of one document."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field

from gainsay.annotations.mentions import Mention, MentionType
from gainsay.annotations.mentions.lexicon.first_names import FEMALE_NAMES, MALE_NAMES
from gainsay.annotations.mentions.lexicon.heads import GROUP_WORDS, RULE_HEADS
from gainsay.annotations.mentions.lexicon.places import demonyms
from gainsay.annotations.mentions.lexicon.titles import ADDRESS, FEMALE_TITLES, MALE_TITLES, TITLE_HEADS
from gainsay.entities.folding import listed_place

_OFFICES = TITLE_HEADS - ADDRESS


@dataclass(slots=True)
class Cluster:
    """The mentions of one referent while it is being gathered."""

    key: str
    type: MentionType
    mentions: list[Mention] = field(default_factory=list)
    forms: Counter[str] = field(default_factory=Counter)
    titles: Counter[str] = field(default_factory=Counter)
    descriptions: list[str] = field(default_factory=list)
    also: list[str] = field(default_factory=list)

    @property
    def sex(self) -> str | None:
        """`m`, `f` or None where neither a title nor a given name tells."""
        told = {sex_of_title(title) for title in self.titles} - {None}
        if told:
            return told.pop() if len(told) == 1 else None
        return sex_of_given_name(self.key.split(" ")[0]) if " " in self.key else None

    @property
    def name(self) -> str:
        """A person's form with most words, titles of office apart; a body's most frequent of several words."""
        if not self.forms:
            return self.descriptions[0] if self.descriptions else listed_place(self.key) or self.key
        listed = listed_place(self.key) if self.type == "place" else None
        if listed and listed in self.forms:
            return listed
        if self.type != "person":
            several = {form: n for form, n in self.forms.items() if " " in form} or self.forms
            return min(several, key=lambda form: (plainness(form), -several[form], -len(form.split()), form))
        plain = [form for form in self.forms if not any(form.startswith(title) for title in self.titles)]
        return min(plain or self.forms, key=lambda f: (-len(f.split()), plainness(f), -self.forms[f], f))

    def add(self, mention: Mention, text: str) -> None:
        self.mentions.append(mention)
        if mention.form == "name" or (mention.form == "nominal" and is_named(mention, text)):
            self.forms[" ".join(mention.span.of(text).split())] += 1
        elif mention.form == "nominal":
            self.descriptions.append(" ".join(mention.span.of(text).split()))
        if mention.title:
            self.titles[mention.title] += 1


def is_named(mention: Mention, text: str) -> bool:
    """Whether a mention says who or what is meant by itself: names, demonyms, the members of a people."""
    if mention.form == "pronoun":
        return False
    if mention.form != "nominal":
        return True
    first = text[mention.span.start : mention.span.end].split(" ", 1)[0]
    return first[:1].isupper() and (first.lower() in demonyms() or first.lower() in GROUP_WORDS)


def named(mention: Mention, text: str) -> str:
    """The words of a mention without the title of office that it may begin with."""
    words = " ".join(mention.span.of(text).split())
    return words.removeprefix(mention.title) if mention.title and words != mention.title else words


def partiality(form: str) -> int:
    """How partial the word for a ruler's government is: its entity goes by the least partial one that is used.

    >>> partiality("Lindqvist government"), partiality("Lindqvist regime"), partiality("Lindqvist clique")
    (0, 1, 2)
    """
    head = form.rpartition(" ")[2].lower()
    if head not in RULE_HEADS or head in ("government", "administration", "cabinet", "presidency", "campaign"):
        return 0
    return 1 if head == "regime" else 2


def plainness(form: str) -> tuple[int, bool]:
    """What ranks before frequency when a name is chosen: the least partial word, and no capitals throughout."""
    return partiality(form), " " in form and form.isupper()


def sex_of_title(title: str) -> str | None:
    """`m`, `f` or None, as a title tells.

    >>> sex_of_title("Mr."), sex_of_title("Harbour Minister")
    ('m', None)
    """
    words = {word.lower() for word in title.split()}
    if words & MALE_TITLES:
        return "m"
    return "f" if words & FEMALE_TITLES else None


def sex_of_given_name(name: str) -> str | None:
    """`m`, `f` or None, as a folded given name tells.

    >>> sex_of_given_name("otto"), sex_of_given_name("jean")
    ('m', None)
    """
    if (name in MALE_NAMES) == (name in FEMALE_NAMES):
        return None
    return "m" if name in MALE_NAMES else "f"


def is_office(title: str) -> bool:
    """Whether a title names an office rather than being a mere form of address."""
    return bool(title) and title.split()[-1].lower() in _OFFICES
