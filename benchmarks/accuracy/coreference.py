"""Scores who is meant within a document on GUM, genre by genre.

    python -m benchmarks.accuracy.coreference           the table, on the development texts
    python -m benchmarks.accuracy.coreference --train   the same on the training texts
    python -m benchmarks.accuracy.coreference --model   the same with the model beside the rules
    python -m benchmarks.accuracy.coreference --wrong   … and the links that are wrong or missing

Gold are GUM's mentions of persons, organisations and places: names, descriptions and pronouns, in clusters of at least
two (the rule of CoNLL-2012: mentions that stand alone count on neither side). Found are the referents of the whole
pipeline without events and works, without demonyms ("Norwegian"), which GUM does not mark, and without names of no
known type unless they are one of the gold's.

A found mention *is* a gold one when it holds its head (or a part of the same name) and ends within it; pairs are one
to one, greatest Jaccard first. CorefUD compares heads in the same manner. `clusters.py` says what the measures are.
*Gold mentions given*: the same with the spans, types and forms of GUM's own mentions in place of those that Gainsay
finds, which shows what finding them costs. By form: how many mentions point back, how many were linked, and how many
of these rightly, that is, to a cluster that holds an earlier mention of the same entity.
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter, defaultdict
from collections.abc import Callable, Hashable, Iterable
from dataclasses import dataclass, field

from benchmarks.accuracy.clusters import Coreference
from benchmarks.accuracy.gum import Entity, Text, paired, texts
from gainsay.annotations.attributions import find_attributions
from gainsay.annotations.citations import find_citations
from gainsay.annotations.dates import find_dates
from gainsay.annotations.mentions import Mention, MentionForm, MentionType, find_mentions, find_unnamed
from gainsay.edition.document import annotate
from gainsay.encoder import Encoder
from gainsay.entities import Resolution, resolve_document
from gainsay.spans import Span, content_id

COUNTED: dict[str, MentionType] = {"person": "person", "organization": "organisation", "place": "place"}
FORMS = ("name", "nominal", "pronoun")

Found = list[list[Mention]]
"""The clusters of one text."""


@dataclass
class Score:
    """The measures, and by form: anaphors of the gold, those linked, those linked rightly."""

    measures: Coreference = field(default_factory=Coreference.empty)
    anaphors: Counter[str] = field(default_factory=Counter)
    linked: Counter[str] = field(default_factory=Counter)
    right: Counter[str] = field(default_factory=Counter)
    wrong: list[str] = field(default_factory=list)


def pipeline(text: Text) -> Resolution:
    """The referents of a text as `gainsay read` finds them."""
    layout = text.layout()
    document = layout.document
    mentions = find_mentions(document, layout)
    dates, citations = find_dates(document, layout), find_citations(document, layout)
    attributions = find_attributions(document, layout, mentions, dates, citations)
    mentions += find_unnamed(document, layout, mentions)
    return resolve_document(document, layout, mentions, attributions)


def with_model() -> Callable[[Text], Resolution]:
    """The referents of a text as `gainsay read` finds them with the model."""
    encoder = Encoder()
    return lambda text: annotate(text.layout().document, encoder).resolution


def given(text: Text) -> Resolution:
    """The same with GUM's own mentions of persons, organisations and places in place of Gainsay's."""
    layout = text.layout()
    document = layout.document
    found = find_mentions(document, layout)
    dates, citations = find_dates(document, layout), find_citations(document, layout)
    attributions = find_attributions(document, layout, found, dates, citations)
    mentions = [_given(document.id, entity) for entity in text.entities if entity.type in COUNTED]
    return resolve_document(document, layout, mentions, attributions)


def _given(document: str, entity: Entity) -> Mention:
    form: MentionForm = "name" if entity.form == "name" else "pronoun" if entity.form == "pronoun" else "nominal"
    identity = content_id("mention", document, entity.start, entity.end, form)
    return Mention(identity, document, Span(entity.start, entity.end), COUNTED[entity.type], form)


def clusters(resolution: Resolution) -> Found:
    """The referents as lists of mentions, without demonyms, and without a name inside another form of itself."""
    by_id = {m.id: m for m in resolution.mentions}
    found = []
    for referent in resolution.referents:
        if referent.type in ("event", "work"):
            continue
        mentions = sorted((by_id[i] for i in referent.mentions if by_id[i].form != "adjective"), key=_longest_first)
        kept: list[Mention] = []
        for mention in mentions:
            if not kept or mention.span.end > kept[-1].span.end or mention.form == "pronoun":
                kept.append(mention)
        found.append(kept)
    return found


def _longest_first(mention: Mention) -> tuple[int, int]:
    return mention.span.start, -mention.span.end


def aligned(text: Text, found: Found) -> dict[tuple[int, int], int]:
    """Found span → number of the gold mention that it is."""
    spans = sorted({(m.span.start, m.span.end) for cluster in found for m in cluster})
    by_head: defaultdict[int, list[int]] = defaultdict(list)
    for number, entity in enumerate(text.entities):
        for head in entity.heads:
            by_head[head].append(number)
    scored = []
    for at, (start, end) in enumerate(spans):
        tokens = text.tokens(start, end)
        for number in {n for token in tokens for n in by_head.get(token, ())}:
            entity = text.entities[number]
            gold = range(entity.first, entity.last)
            if tokens[-1] in gold:
                shared = len(range(max(gold.start, tokens.start), min(gold.stop, tokens.stop)))
                scored.append((shared / (len(gold) + len(tokens) - shared), at, number))
    return {spans[at]: number for at, number in paired(scored).items()}


def score(total: Score, text: Text, found: Found) -> None:
    """Add one text."""
    known = aligned(text, found)
    found = [cluster for cluster in found if _may_count(text, cluster, known)]
    chains: defaultdict[int, list[int]] = defaultdict(list)
    for number, entity in enumerate(text.entities):
        if entity.type in COUNTED:
            chains[entity.chain].append(number)
    gold: list[frozenset[Hashable]] = [frozenset(chain) for chain in chains.values() if len(chain) > 1]
    here: list[frozenset[Hashable]] = []
    for cluster in found:
        spans = {(m.span.start, m.span.end) for m in cluster}
        keys = frozenset[Hashable](known.get(span, span) for span in spans)
        if len(keys) > 1:
            here.append(keys)
    total.measures.add(here, gold)
    _by_form(total, text, found, known, chains)


def _may_count(text: Text, cluster: list[Mention], known: dict[tuple[int, int], int]) -> bool:
    """Names of no known type are counted where one of them is a person, an organisation or a place in the gold."""
    if not all(m.type == "other" for m in cluster):
        return True
    numbers = [known[m.span.start, m.span.end] for m in cluster if (m.span.start, m.span.end) in known]
    return any(text.entities[number].type in COUNTED for number in numbers)


def _by_form(
    total: Score, text: Text, found: Found, known: dict[tuple[int, int], int], chains: dict[int, list[int]]
) -> None:
    first = {chain: min(numbers) for chain, numbers in chains.items()}
    linked: set[int] = set()
    for cluster in found:
        ordered = sorted(cluster, key=lambda m: m.span)
        for at, mention in enumerate(ordered):
            if not at:
                continue
            number = known.get((mention.span.start, mention.span.end))
            before = [known.get((m.span.start, m.span.end)) for m in ordered[:at]]
            entity = text.entities[number] if number is not None else None
            form = entity.form if entity else mention.form
            right = entity is not None and any(b is not None and text.entities[b].chain == entity.chain for b in before)
            total.linked[form] += 1
            total.right[form] += right
            if number is not None:
                linked.add(number)
            if not right:
                others = [text.text[m.span.start : m.span.end] for m in ordered[max(at - 2, 0) : at]]
                total.wrong.append(_line("wrong", text, mention.span.start, mention.span.end, form, str(others)))
    for chain, numbers in chains.items():
        for number in numbers:
            entity = text.entities[number]
            if number == first[chain]:
                continue
            total.anaphors[entity.form] += 1
            if number not in linked:
                others = [text.text[text.entities[n].start : text.entities[n].end][:40] for n in numbers if n < number]
                line = _line("missed", text, entity.start, entity.end, entity.form, str(others[-2:]))
                total.wrong.append(f"{line} {entity.type}")


def _line(kind: str, text: Text, start: int, end: int, form: str, more: str) -> str:
    before, words, after = text.text[max(start - 60, 0) : start], text.text[start:end], text.text[end : end + 25]
    return f"{kind:<7}{form:<8}{text.genre:<9} …{before!r} [[{words}]] {after!r} {more}"


def scores(part: str, resolve: Callable[[Text], Resolution] = pipeline) -> dict[str, Score]:
    """Genre → score, and `all`."""
    reached: defaultdict[str, Score] = defaultdict(Score)
    for text in texts(part):
        found = clusters(resolve(text))
        for name in (text.genre, "all"):
            score(reached[name], text, found)
    return dict(sorted(reached.items(), key=lambda pair: (pair[0] == "all", pair[0])))


def floors() -> dict[str, float]:
    """Metric → what was reached, for the gate."""
    reached = scores("dev").get("all")
    if reached is None:
        return {}
    both = scores("dev", with_model())["all"]
    return {
        "coreference: GUM (CoNLL f1)": round(reached.measures.conll, 4),
        "coreference, with the model: GUM (CoNLL f1)": round(both.measures.conll, 4),
    }


def print_table(rows: Iterable[tuple[str, Score]]) -> None:
    """One line a genre; then what became of each form."""
    print(f"{'':<16}{'MUC':>7}{'B3':>7}{'CEAFe':>7}{'CoNLL':>8}   precision/recall of MUC, B3")
    last = Score()
    for name, one in rows:
        m, last = one.measures, one
        cells = "".join(f"{value:>7.3f}" for value in (m.muc.f1, m.b_cubed.f1, m.ceaf_e.f1))
        rates = (m.muc.precision, m.muc.recall, m.b_cubed.precision, m.b_cubed.recall)
        print(f"{name:<16}{cells}{m.conll:>8.3f}   {'{:.2f}/{:.2f}  {:.2f}/{:.2f}'.format(*rates)}")
    for form in FORMS:
        right, linked, gold = last.right[form], last.linked[form], last.anaphors[form]
        print(f"  {form:<10}{gold:>5} point back, {linked:>5} linked, {right:>5} of them rightly")


def main(arguments: list[str] | None = None) -> int:
    """Exit code 0, also where a corpus is missing, which is said."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--train", action="store_true", help="the training texts instead")
    parser.add_argument("--model", action="store_true", help="with the model beside the rules")
    parser.add_argument("--wrong", action="store_true", help="print what went wrong")
    options = parser.parse_args(arguments)
    part = "train" if options.train else "dev"
    reached = scores(part, with_model() if options.model else pipeline)
    if not reached:
        print("skipped: ../shared/corpora/gum is not on this machine")
        return 0
    print_table(reached.items())
    print("gold mentions given")
    bound = scores(part, given)
    print_table([("all", bound["all"])])
    if options.wrong:
        print("\n".join(sorted(reached["all"].wrong)))
    return 0


if __name__ == "__main__":
    sys.exit(main())
