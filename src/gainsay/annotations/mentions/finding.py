"""The stage: a document and its layout → mentions."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from gainsay.annotations.mentions.abbreviations import abbreviates, common_acronyms
from gainsay.annotations.mentions.candidate import Candidate
from gainsay.annotations.mentions.evidence import Evidence, gather
from gainsay.annotations.mentions.mention import SURE, Mention, MentionType
from gainsay.annotations.mentions.naming import names_in
from gainsay.annotations.mentions.nested import with_nested
from gainsay.annotations.mentions.sequences import Sequence, sequences, spaced_given_name
from gainsay.annotations.mentions.tails import with_ordinal, with_tails
from gainsay.annotations.mentions.tokens import Token, capitalised, has_spaced_hyphens, lower_words
from gainsay.annotations.mentions.works import quoted_works
from gainsay.documents.document import Document
from gainsay.passages.passage import Layout
from gainsay.passages.questions import question_labels
from gainsay.spans import Span, content_id

# How sure the type of a name is whose cues weigh together less than 1, 3 or 5, or as much as that.
_WEIGHTS = (1, 3, 5)


@dataclass(frozen=True, slots=True)
class MentionSettings:
    """`headlines`: whether names are sought in Title Case and ALL CAPS lines too (only known ones are taken)."""

    headlines: bool = True


def find_mentions(document: Document, layout: Layout, settings: MentionSettings = MentionSettings()) -> list[Mention]:
    """The names, demonyms and acronyms of a document, in text order; names inside longer names are listed too."""
    text = document.text
    asked = question_labels(text)
    passages = [[t for t in capitalised(text, passage) if t.start not in asked] for passage in layout.prose]
    evidence = gather(lower_words(text), (token for tokens in passages for token in tokens))
    spaced = has_spaced_hyphens(text)
    runs = [run for tokens in passages for run in sequences(text, tokens, spaced)]
    evidence.known.update(_known_words(text, runs, evidence))
    found = [work for p in layout.prose for work in quoted_works(text, *p.span)]
    for run in runs:
        if settings.headlines or not run.tokens[0].titled:
            for candidate in names_in(text, run, evidence):
                found.extend(with_tails(text, _completed(text, run, candidate, spaced)))
    common = common_acronyms(text)
    found = [candidate for candidate in found if not abbreviates(text[candidate.start : candidate.end], common)]
    return with_nested(document, list(_mentions(document, _typed(text, found))))


def _known_words(text: str, runs: Iterable[Sequence], evidence: Evidence) -> Iterator[str]:
    """The words of names that running text shows beyond doubt; headlines and openings are judged by them."""
    for run in runs:
        if run.tokens[0].titled:
            continue
        for candidate in names_in(text, run, evidence):
            short = candidate.end - candidate.start < 8
            if candidate.form == "name" and (short or candidate.type in ("person", "place", None)):
                yield from _words(run.tokens, candidate)


def _words(tokens: Iterable[Token], candidate: Candidate) -> Iterator[str]:
    return (t.word for t in tokens if candidate.start <= t.start < candidate.end and len(t.word) > 2)


def _completed(text: str, run: Sequence, candidate: Candidate, spaced: bool) -> Candidate:
    if candidate.type in ("organisation", "event") and candidate.start == run.start:
        candidate = candidate._replace(start=with_ordinal(text, candidate.start))
    if spaced and candidate.end == run.end and candidate.form == "name":
        title = len(candidate.title) if text.startswith(candidate.title, candidate.start) else 0
        inner = [n for n, token in enumerate(run.tokens) if token.start >= candidate.start + title]
        if inner:
            return candidate._replace(end=spaced_given_name(text, run.part(inner[0], len(run.tokens))))
    return candidate


def _typed(text: str, found: Iterable[Candidate]) -> Iterator[Candidate]:
    """Give each name the type that its form has in the whole document: cues are summed, the first of equals wins."""
    found = list(found)
    votes: defaultdict[str, Counter[MentionType]] = defaultdict(Counter)
    for candidate in found:
        if candidate.form == "name" and candidate.type:
            votes[text[candidate.start : candidate.end]][candidate.type] += candidate.weight
    surnames: dict[str, MentionType] = {}
    for form, types in list(votes.items()):
        if types.most_common(1)[0][0] == "person" and " " in form:
            surnames.setdefault(form.rpartition(" ")[2], "person")
    for candidate in found:
        if candidate.form != "name":
            yield candidate
            continue
        form = text[candidate.start : candidate.end]
        kind, weight = next(iter(votes.get(form, Counter()).most_common(1)), ("other", 0))
        if surnames.get(form) and weight < 3:
            kind, weight = "person", 3
        yield candidate._replace(type=kind, weight=weight)


def _mentions(document: Document, found: Iterable[Candidate]) -> Iterator[Mention]:
    unique: dict[Span, Candidate] = {}
    for candidate in found:
        unique.setdefault(Span(candidate.start, candidate.end), candidate)
    for span in sorted(unique):
        candidate = unique[span]
        identity = content_id("mention", document.id, span.start, span.end, candidate.form)
        score = SURE[bisect_right(_WEIGHTS, candidate.weight)] if candidate.form == "name" else 1.0
        yield Mention(
            identity, document.id, span, candidate.type or "other", candidate.form, candidate.title, score=score
        )
