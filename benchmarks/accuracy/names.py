"""Scores the names that Gainsay finds on GUM, genre by genre.

    python -m benchmarks.accuracy.names            the table, on the development texts
    python -m benchmarks.accuracy.names --train    the same on the training texts
    python -m benchmarks.accuracy.names --model    the same with the model beside the rules
    python -m benchmarks.accuracy.names --wrong    … and what is missed, false or of the wrong type

Counted are the persons, organisations and places of GUM whose head (or a part of the same name) is a proper noun,
"the President" among them, which Gainsay reads as a description with a capital. Neither required nor punished are
descriptions with a proper noun besides their head ("the Oslo student Einar Holt", "the cemetery of Port Adair"), and
other named things (works, languages, theories, events, ages, addresses of the net), since GUM's types for them
(abstract, object, time) and Gainsay's cannot be told into each other.

A name is *found* when the two spans share a word; articles, punctuation and *'s* are no words. Pairs are one to one,
greatest Jaccard first; a name inside a longer one that was found is not punished. These are the definitions of the
scorer of the project's own gold. *With type*: and the types agree; a group may be a person (a people) or an
organisation (a party), a newspaper an organisation.
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter, defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from benchmarks.accuracy.gum import Entity, Text, paired, texts
from gainsay.annotations.mentions import Mention, combine, find_mentions, find_unnamed
from gainsay.encoder import Encoder, Encoding
from gainsay.passages.passage import Layout

COUNTED = frozenset(("person", "organization", "place"))
TYPES = {
    "person": ("person",),
    "organisation": ("organization",),
    "place": ("place",),
    "group": ("person", "organization"),
    "work": ("organization",),
}

Finder = Callable[[Text], Sequence[Mention]]


@dataclass
class Score:
    """Counts over some texts; `types` what was taken for what; `wrong` for a person to read."""

    found: int = 0
    gold: int = 0
    overlap: int = 0
    typed: int = 0
    types: Counter[tuple[str, str]] = field(default_factory=Counter)
    wrong: list[str] = field(default_factory=list)

    def precision(self, right: int) -> float:
        return right / self.found if self.found else 0.0

    def recall(self, right: int) -> float:
        return right / self.gold if self.gold else 0.0

    def f1(self, right: int) -> float:
        """F1 of so many right ones."""
        return 2 * right / (self.found + self.gold) if self.found + self.gold else 0.0

    def add(self, other: Score) -> None:
        self.found += other.found
        self.gold += other.gold
        self.overlap += other.overlap
        self.typed += other.typed
        self.types += other.types
        self.wrong += other.wrong


def by_rule(text: Text) -> Sequence[Mention]:
    """The names that the rules find, and the descriptions."""
    layout = text.layout()
    return _with_descriptions(layout, find_mentions(layout.document, layout))


def _with_descriptions(layout: Layout, names: list[Mention], encodings: Sequence[Encoding] = ()) -> list[Mention]:
    return [*names, *find_unnamed(layout.document, layout, names, encodings)]


def with_model() -> Finder:
    """A finder of names by the rules and the model together."""
    encoder = Encoder()

    def find(text: Text) -> Sequence[Mention]:
        layout = text.layout()
        document = layout.document
        encodings = list(encoder.read(document.text, [passage.span for passage in layout.prose]))
        return _with_descriptions(layout, combine(document, find_mentions(document, layout), encodings), encodings)

    return find


def is_name(text: Text, mention: Mention) -> bool:
    """Names; and what GUM takes for proper nouns besides: members of a people ("the Swedes"), and an office or a body
    that stands for its holder with a capital ("the President")."""
    if mention.form != "nominal":
        return mention.form == "name"
    words = mention.span.of(text.text).split()
    return words[-1][0].isupper() and (len(words) > 1 or mention.type == "group")


def score(text: Text, mentions: Sequence[Mention]) -> Score:
    """One text."""
    found = [m for m in mentions if is_name(text, m)]
    gold = [e for e in text.entities if e.named]
    here = [text.words(*m.span) for m in found]
    there = [text.words(e.start, e.end) for e in gold]
    pairs = paired(_alike(here, there))
    total = Score(gold=sum(_counts(e) for e in gold))
    met = [there[n] for n in pairs.values()]
    for number, mention in enumerate(found):
        entity = gold[pairs[number]] if number in pairs else None
        if entity is None and any(here[number] <= words for words in met):
            continue
        if entity is not None and not _counts(entity):
            continue
        total.found += 1
        if entity is None:
            total.wrong.append(_line("false", text, mention.span.start, mention.span.end, mention.type))
        else:
            _compare(total, text, mention, entity)
    taken = set(pairs.values())
    for number, entity in enumerate(gold):
        if number not in taken and _counts(entity):
            total.wrong.append(_line("missed", text, entity.start, entity.end, entity.type))
    return total


def _counts(entity: Entity) -> bool:
    return entity.type in COUNTED and entity.proper


def _compare(total: Score, text: Text, mention: Mention, entity: Entity) -> None:
    total.overlap += 1
    total.types[entity.type, mention.type] += 1
    if entity.type in TYPES.get(mention.type, ()):
        total.typed += 1
    else:
        total.wrong.append(_line("type", text, *mention.span, f"{mention.type} not {entity.type}"))


def _alike(here: Sequence[frozenset[int]], there: Sequence[frozenset[int]]) -> list[tuple[float, int, int]]:
    holding: defaultdict[int, list[int]] = defaultdict(list)
    for number, words in enumerate(there):
        for word in words:
            holding[word].append(number)
    met = {(a, b) for a, words in enumerate(here) for word in words for b in holding[word]}
    return [(len(here[a] & there[b]) / len(here[a] | there[b]), a, b) for a, b in met]


def _line(kind: str, text: Text, start: int, end: int, more: str) -> str:
    before, words, after = text.text[max(start - 45, 0) : start], text.text[start:end], text.text[end : end + 25]
    return f"{kind:<7}{text.genre:<9} …{before!r} [[{words}]] {after!r} {more}"


def scores(part: str, find: Finder = by_rule) -> dict[str, Score]:
    """Genre → score, and `all`."""
    found: defaultdict[str, Score] = defaultdict(Score)
    for text in texts(part):
        one = score(text, find(text))
        for name in (text.genre, "all"):
            found[name].add(one)
    return dict(sorted(found.items(), key=lambda pair: (pair[0] == "all", pair[0])))


def floors() -> dict[str, float]:
    """Metric → what was reached, for the gate."""
    reached = scores("dev").get("all")
    if reached is None:
        return {}
    counts = {"overlap": reached.overlap, "overlap with type": reached.typed}
    floors = {f"names: GUM {metric} (f1)": round(reached.f1(right), 4) for metric, right in counts.items()}
    both = scores("dev", with_model())["all"]
    return floors | {"names, with the model: GUM overlap with type (f1)": round(both.f1(both.typed), 4)}


def main(arguments: list[str] | None = None) -> int:
    """Exit code 0, also where the corpus is missing, which is said."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--train", action="store_true", help="the training texts instead")
    parser.add_argument("--model", action="store_true", help="with the model beside the rules")
    parser.add_argument("--wrong", action="store_true", help="print what went wrong")
    options = parser.parse_args(arguments)
    reached = scores("train" if options.train else "dev", with_model() if options.model else by_rule)
    if not reached:
        print("skipped: ../shared/corpora/gum is not on this machine")
        return 0
    print(f"{'':<12}{'gold':>6}{'found':>7}{'P':>7}{'R':>7}{'F1':>7}   with type{'P':>7}{'R':>7}{'F1':>7}")
    for name, one in reached.items():
        numbers = [f(n) for n in (one.overlap, one.typed) for f in (one.precision, one.recall, one.f1)]
        cells = [f"{number:>7.3f}" for number in numbers]
        print(f"{name:<12}{one.gold:>6}{one.found:>7}{''.join(cells[:3])}{'':<12}{''.join(cells[3:])}")
    if options.wrong:
        print("\n".join(sorted(reached["all"].wrong)))
        print(reached["all"].types.most_common())
    return 0


if __name__ == "__main__":
    sys.exit(main())
