"""Quotation against original: every quotation of an edition whose words stand in another place too."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from gainsay.dependence.classify import Reading
from gainsay.dependence.collation import Collation, Finding, collate
from gainsay.dependence.versions import Version
from gainsay.edition.edition import Edition
from gainsay.spans import Span, Spans

AT_HAND = 20_000  # documents


@dataclass(frozen=True, slots=True)
class Shown:
    """A stretch with its words."""

    span: Span
    words: str


@dataclass(frozen=True, slots=True)
class ShownVersion:
    """The words as one document has them, and from the first to the last that both have (`shared`).

    `by` is who is quoted, as worded there, or the document's path.
    """

    document: str
    path: str
    spans: Spans
    words: str
    shared: Shown
    by: str
    attribution: str | None


@dataclass(frozen=True, slots=True)
class Quotation:
    """A quotation held against the quoted work or a fuller quotation; for the lists see `Collation`."""

    findings: tuple[Finding, ...]
    quoting: ShownVersion
    against: ShownVersion
    words: int
    altered: tuple[tuple[Shown, Shown], ...]
    spelling: tuple[tuple[Shown, Shown], ...]
    dropped: tuple[Shown, ...]
    added: tuple[Shown, ...]
    frame: Shown | None
    reason: str


def quotations(edition: Edition, finding: Finding | None = None, of: str | None = None) -> list[Quotation]:
    """The quotations whose words stand elsewhere in the edition, the gravest findings first.

    `finding` keeps those of one kind; `of` those that stand in one document or are held against it (id, path or name).
    """
    document = edition.document(of).id if of is not None else None
    dependences = [d for d in edition.dependences() if document in (None, d.a.document, d.b.document)]
    places = {place.document for d in dependences if d.kind != "cites" for place in (d.a, d.b)}
    found = [c for c in collate(dependences, _Readings(edition, places)) if finding in (None, *c.findings)]
    shown = [_shown(edition, c) for c in found]
    return sorted(shown, key=lambda q: (_ORDER.index(q.findings[0]), -q.words, q.quoting.path, q.quoting.spans))


class _Readings(Mapping[str, Reading]):
    """What is needed of some documents, made when it is asked for; the latest are kept at hand."""

    def __init__(self, edition: Edition, documents: Iterable[str]) -> None:
        self._edition, self._entity_of = edition, edition.entity_of()
        self._documents = frozenset(documents)
        self._at_hand: dict[str, Reading] = {}

    def __contains__(self, document: object) -> bool:
        return document in self._documents

    def __iter__(self) -> Iterator[str]:
        return iter(sorted(self._documents))

    def __len__(self) -> int:
        return len(self._documents)

    def __getitem__(self, document: str) -> Reading:
        if document not in self._at_hand:
            if len(self._at_hand) >= AT_HAND:
                self._at_hand.clear()
            self._at_hand[document] = self._made(document)
        return self._at_hand[document]

    def _made(self, document: str) -> Reading:
        edition, entity_of = self._edition, self._entity_of
        if document not in self._documents:
            raise KeyError(document)
        speakers = edition.speaker_referents(document)
        return Reading(
            edition.document(document),
            tuple(edition.attributions(document)),
            tuple(edition.citations(document)),
            {one: entity_of[referent] for one, referent in speakers.items() if referent in entity_of},
        )


_ORDER: tuple[Finding, ...] = ("wrong-speaker", "frame-dropped", "altered", "cut", "unmarked", "identical")


def _shown(edition: Edition, c: Collation) -> Quotation:
    mine, other = edition.text(c.quoting.document), edition.text(c.against.document)
    return Quotation(
        findings=c.findings,
        quoting=_version(edition, c.quoting),
        against=_version(edition, c.against),
        words=c.words,
        altered=_pairs(c.altered, mine, other),
        spelling=_pairs(c.spelling, mine, other),
        dropped=_stretches(c.dropped, other),
        added=_stretches(c.added, mine),
        frame=Shown(c.frame, c.frame.of(other)) if c.frame else None,
        reason=c.reason,
    )


def _version(edition: Edition, version: Version) -> ShownVersion:
    text, path = edition.text(version.document), edition.paths[version.document]
    words = " … ".join(span.of(text) for span in version.spans)
    by = " ".join(span.of(text) for span in version.speaker) or path
    shared = Shown(version.shared, version.shared.of(text))
    return ShownVersion(version.document, path, version.spans, words, shared, by, version.quotation)


def _pairs(pairs: Iterable[tuple[Span, Span]], mine: str, other: str) -> tuple[tuple[Shown, Shown], ...]:
    return tuple((Shown(x, x.of(mine)), Shown(y, y.of(other))) for x, y in pairs)


def _stretches(spans: Iterable[Span], text: str) -> tuple[Shown, ...]:
    return tuple(Shown(span, span.of(text)) for span in spans)
