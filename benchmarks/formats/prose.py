"""Invented texts: paragraphs about a harbour that never was, with notes, from a seed."""

from __future__ import annotations

import random
import re
from dataclasses import dataclass

PEOPLE = ["Ana Lindqvist", "Captain Orde", "Consul Merrow", "Tobias Hale", "Irena Voss", "Judge Calder", "Mina Tarrow"]
PLACES = ["Port Adair", "Marrow Bay", "Saltmarsh", "Brigport", "the customs house", "the north quay", "Fenwick Island"]
THINGS = ["the ledger", "the strike committee", "the telegraph office", "the harbour commission", "the night watch"]
VERBS = ["reported", "denied", "recorded in a letter", "told the magistrate", "maintained for the rest of his life"]
CLAUSES = [
    "nobody had left the building before the bells were rung",
    "the dockers had been paid in full and in silver",
    "two of the boats were already beyond the lighthouse",
    "the order to clear the square came from the governor himself",
    "the water had risen faster than anybody remembered",
    "the prisoners were moved under cover of darkness to the fortress",
    "no shot was fired until the crowd had reached the warehouses",
    "the newspapers were forbidden to print a single word about it",
]
OPENINGS = [
    "In the evening",
    "On the following morning",
    "Some weeks later",
    "By all accounts",
    "Against this",
    "At first",
]
ENDINGS = [
    "which the commission accepted without further questions",
    "although the records of the harbour master say otherwise",
    "and the correspondence of that summer does not contradict it",
    "as the survivors remembered it many years afterwards",
]
TITLES = ["The Night at the Quay", "What the Watchmen Saw", "A Question of Silver", "Letters from the Fortress"]
WORKS = ["Papers of the Harbour Commission", "The Adair Gazette", "Memoirs of a Watchman", "Proceedings of the Court"]

MARK = re.compile(r"\{(\d+)\}")
"""Where the marker of a note stands in a paragraph: `{3}`."""


@dataclass(frozen=True)
class Prose:
    """A text: its title, its paragraphs with the places of their markers, and its notes in order."""

    title: str
    author: str
    paragraphs: tuple[str, ...]
    notes: tuple[str, ...]

    def body(self, mark: str = "") -> str:
        """Title and paragraphs, the markers written as `mark` says (`{}` stands for the number)."""
        return "\n\n".join([self.title, *(MARK.sub(lambda m: mark.format(m[1]), p) for p in self.paragraphs)])


def write_prose(seed: int, paragraphs: int = 8, notes: bool = True) -> Prose:
    """A text of that many paragraphs; every other one has a note."""
    chance = random.Random(seed)
    noted: list[str] = []
    written = []
    for number in range(paragraphs):
        sentences = [_sentence(chance) for _ in range(chance.randint(3, 6))]
        if notes and number % 2 == 0:
            noted.append(_note(chance))
            at = chance.randrange(len(sentences))
            sentences[at] += f"{{{len(noted)}}}"
        written.append(" ".join(sentences))
    return Prose(chance.choice(TITLES), chance.choice(PEOPLE), tuple(written), tuple(noted))


def _sentence(chance: random.Random) -> str:
    who, verb, clause = chance.choice(PEOPLE), chance.choice(VERBS), chance.choice(CLAUSES)
    start = f"{chance.choice(OPENINGS)} " if chance.random() < 0.5 else ""
    end = f", {chance.choice(ENDINGS)}" if chance.random() < 0.4 else ""
    place = f" at {chance.choice(PLACES)}" if chance.random() < 0.5 else ""
    subject = who if chance.random() < 0.7 else chance.choice(THINGS)
    sentence = f"{start}{subject} {verb} that {clause}{place}{end}."
    return sentence[0].upper() + sentence[1:]


def _note(chance: random.Random) -> str:
    year, page = chance.randint(1890, 1935), chance.randint(3, 480)
    extra = f" {_sentence(chance)}" if chance.random() < 0.4 else ""
    return f"{chance.choice(PEOPLE)}, {chance.choice(WORKS)} (Brigport, {year}), p. {page}.{extra}"
