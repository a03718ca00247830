"""The prose around what is planted: sentences from a small grammar, dense in words that vary.

No eight words in a row are fixed, and of any eight at least three are drawn, or chance would make copies of its own.
"""

from __future__ import annotations

import random
from collections.abc import Callable

from benchmarks.load import names
from benchmarks.load.events import Event
from benchmarks.load.words import OPENINGS, TIMES, adjective, deed, noun, phrase

Sentence = Callable[["Writer"], str]


ON_TOPIC = 0.4  # of the nouns: reports of one event share their subject


class Writer:
    """Writes the filling of one report: about its event, with somebody of its own beside the cast of the event."""

    def __init__(self, chance: random.Random, event: Event) -> None:
        self.chance = chance
        self.place = event.place
        self.topics = event.topics
        self.cast = [*event.cast, names.person(names.rank(chance))]

    def sentences(self, words: int) -> list[str]:
        """Sentences of about so many words in all."""
        found: list[str] = []
        left = words
        while left > 0:
            found.append(self.chance.choice(SENTENCES)(self))
            left -= len(found[-1].split())
        return found

    def noun(self) -> str:
        return self.chance.choice(self.topics) if self.chance.random() < ON_TOPIC else noun(self.chance)

    def thing(self) -> str:
        """A noun with an adjective."""
        return f"{adjective(self.chance)} {self.noun()}"

    def did(self) -> str:
        return deed(self.chance)

    def when(self) -> str:
        return phrase(self.chance, TIMES)

    def who(self) -> str:
        """Somebody of the cast: in full, or by surname."""
        first, last = self.chance.choice(self.cast)
        return f"{first} {last}" if self.chance.random() < 0.6 else last

    def number(self) -> int:
        return self.chance.randint(3, 90)

    def where(self) -> str:
        """Here, or some other place."""
        return self.place if self.chance.random() < 0.4 else names.place(names.rank(self.chance))


def a(words: str) -> str:
    """With the article that the first letter asks for.

    >>> a("old mill"), a("mill")
    ('an old mill', 'a mill')
    """
    return f"{'an' if words[0] in 'aeiou' else 'a'} {words}"


SENTENCES: tuple[Sentence, ...] = (
    lambda w: f"{w.chance.choice(OPENINGS)} {w.who()} {w.did()} the {w.thing()} {w.when()}.",
    lambda w: f"The {w.thing()} was {w.did()} {w.when()} by {a(w.noun())} from {w.where()}.",
    lambda w: f"{w.who()} {w.did()} {a(w.thing())} and {w.did()} the {w.noun()} {w.when()}.",
    lambda w: f"{a(w.thing()).capitalize()} near {w.where()} was {w.did()}, {w.did()} and {w.did()} {w.when()}.",
    lambda w: f"“The {w.thing()} was {w.did()} {w.when()},” said {w.who()}, who {w.did()} the {w.noun()}.",
    lambda w: f"{w.who()} wrote that the {w.thing()} in {w.where()} had been {w.did()} {w.when()}.",
    lambda w: f"The {w.noun()} of {w.where()} {w.did()} its {w.thing()} and {w.did()} every {w.noun()}.",
    lambda w: f"Between the {w.thing()} and the {w.noun()} stood {a(w.thing())}, {w.did()} {w.when()}.",
    lambda w: f"{w.chance.choice(OPENINGS)} the {w.noun()} {w.did()} {w.number()} {w.thing()}s {w.when()}.",
    lambda w: f"{w.who()} believes that {a(w.thing())} {w.did()} by the {w.noun()} was {w.did()} {w.when()}.",
    lambda w: f"No {w.thing()} could be {w.did()} until the {w.noun()} at {w.where()} was {w.did()}.",
    lambda w: f"According to the {w.thing()}, {w.who()} {w.did()} the {w.noun()} in {w.where()} {w.when()}.",
)
