"""The pairs of statements that the comparison left unsure, in the order in which they are worth a look.

Most are not what it takes to be a dispute: that is for a person, or a second reader, to see. The order is learned
from disputes that were marked in whole articles (`training/disputes.py`); the first ten hold four times as many as by
nearness: `python -m benchmarks.accuracy.press`.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from sqlalchemy import Connection

from gainsay.edition.edition import Edition
from gainsay.edition.relating import DOCUMENTS
from gainsay.judging.excerpts import excerpts, restricted_statements
from gainsay.judging.pair import Pair
from gainsay.matters import Comparable, Matter, Nearness, Subject, pairs_by_document, two_voices
from gainsay.matters.comparable import EntityOf
from gainsay.matters.comparing import VectorsOf
from gainsay.matters.likeness import likeness, profile
from gainsay.matters.model import dispute_likelihood
from gainsay.matters.subjects.kin import Kin
from gainsay.matters.subjects.kinship import AKIN
from gainsay.matters.vectors import cosine
from gainsay.store import blocking
from gainsay.store.comparables import load_numbered
from gainsay.store.comparison import load_entity_of, load_subjects
from gainsay.store.keyed import Keyed
from gainsay.store.nearness import StoredRows, load_counted, load_documents_with_vectors, load_vectors
from gainsay.store.store import Store

NEAR = 0.4  # cosine of two statements: of those below hardly any two speak of one thing
OFTEN = 5  # pairs with one statement in them: a vague sentence is near to many
TOLD = 3  # words and names of a statement: what has less ("serious fighting") says too little to be judged
MOST = 1000  # pairs that are kept in view, the likeliest first


@dataclass(frozen=True, slots=True)
class Doubt:
    """Two statements that may be at odds, how likely that is (for ordering only), and why they are shown."""

    a: str
    b: str
    likelihood: float
    why: str


@dataclass(frozen=True, slots=True)
class Doubtful:
    """The unsure pairs, the likeliest disputes first; how many were left out because
    one of the two stands in a restricted document."""

    pairs: tuple[Pair, ...]
    withheld: int


def doubtful(edition: Edition) -> Doubtful:
    """What a second reader may be asked about: first the matters called *unsure*, then pairs that no matter holds.

    The pairs are of two kinds: two statements of different documents on one event, and two of one document that
    different voices hold; near in meaning, and no comparison found a relation.
    """
    matters = edition.matters()
    doubts = [*_unsure(matters), *_near(edition, matters)]
    cut = excerpts(edition, dict.fromkeys(s for d in doubts for s in (d.a, d.b)))
    known: dict[str, Pair] = {}
    for doubt in doubts:
        a, b = cut.get(doubt.a), cut.get(doubt.b)
        if a and b:
            pair = Pair.of(a, b, doubt.why)
            known.setdefault(pair.key, pair)
    hidden = restricted_statements(edition, (s for d in doubts for s in (d.a, d.b)))
    return Doubtful(tuple(known.values()), sum(1 for d in doubts if not hidden.isdisjoint((d.a, d.b))))


def _unsure(matters: Iterable[Matter]) -> Iterator[Doubt]:
    for matter in matters:
        if matter.verdict == "unsure" and (ends := ends_of(matter)):
            yield Doubt(*ends, 1.0, f"a matter that is unsure: {matter.reason}")


def ends_of(matter: Matter) -> tuple[str, str] | None:
    """The two statements by which a matter can be judged as a pair: the first of its first two sides, or of one side
    the first two.
    """
    if len(matter.sides) > 1:
        return matter.sides[0].statements[0], matter.sides[1].statements[0]
    statements = matter.sides[0].statements if matter.sides else ()
    return (statements[0], statements[1]) if len(statements) > 1 else None


def _near(edition: Edition, matters: Sequence[Matter]) -> list[Doubt]:
    """The unsure pairs outside matters. The edition is opened for writing: what is sought is listed in a table."""
    told = {s: n for n, m in enumerate(matters) for side in m.sides for s in side.statements}
    found: list[Doubt] = []
    store = Store(edition.path, write=True)
    try:
        with store.begin() as connection:
            search = _Search.of(connection)
            documents = sorted(search.subjects)
            for at in range(0, len(documents), DOCUMENTS):
                found += search.doubts(documents[at : at + DOCUMENTS], told)
                found = _ranked(found)[:MOST]
    finally:
        store.close()
    return _spread(_ranked(found))


def _ranked(doubts: Iterable[Doubt]) -> list[Doubt]:
    return sorted(set(doubts), key=lambda d: (-d.likelihood, d.a, d.b))


def _spread(doubts: Iterable[Doubt]) -> list[Doubt]:
    """Each statement in a few pairs only."""
    often: Counter[str] = Counter()
    kept = []
    for doubt in doubts:
        if max(often[doubt.a], often[doubt.b]) < OFTEN:
            often.update((doubt.a, doubt.b))
            kept.append(doubt)
    return kept


@dataclass(frozen=True, slots=True)
class _Search:
    """An edition as it was last compared."""

    connection: Connection
    entity_of: EntityOf
    subjects: Mapping[str, Subject]
    keyed: Keyed
    related: frozenset[tuple[str, str]]

    @classmethod
    def of(cls, connection: Connection) -> _Search:
        relations, comparables = blocking.load_relations(connection)
        ends = ((comparables[r.a].statement, comparables[r.b].statement) for r in relations)
        return cls(
            connection,
            load_entity_of(connection),
            load_subjects(connection),
            blocking.load_uncrowded(connection),
            frozenset((min(e), max(e)) for e in ends),
        )

    def doubts(self, documents: Sequence[str], told: Mapping[str, int]) -> Iterator[Doubt]:
        """The unsure pairs of these documents, and with those of greater ids. `told` are statements with the number of
        their matter: two of one matter are judged already.
        """
        around = blocking.load_around(self.connection, documents, self.keyed)
        near = self._near(documents, around)
        vectors = lru_cache(maxsize=DOCUMENTS)(lambda document: load_vectors(self.connection, document))
        kin, own = Kin(self.subjects), set(documents)
        claims = [c for c in around.values() if c.kind == "claim" and len(c.terms) + len(c.referents) >= TOLD]
        kept = {one.id: self.keyed.keys_of(number) for number, one in around.items()}
        for document, pairs in pairs_by_document(claims, self.entity_of, near=near, kept=kept, of=own):
            kin.look_at(document, {one.document for pair in pairs for one in pair})
            apart = (pair for pair in pairs if pair[0].document != pair[1].document)
            yield from self._doubts(apart, kin, vectors, told)
        yield from self._doubts(two_voices(c for c in claims if c.document in own), kin, vectors, told)

    def _doubts(
        self, pairs: Iterable[tuple[Comparable, Comparable]], kin: Kin, vectors: VectorsOf, told: Mapping[str, int]
    ) -> Iterator[Doubt]:
        for a, b in pairs:
            if not self._settled(a, b, told) and (doubt := self._doubt(a, b, kin, vectors)) is not None:
                yield doubt

    def _near(self, documents: Collection[str], around: dict[int, Comparable]) -> list[tuple[str, str]]:
        """The near statements, as they were found when the edition was compared; their comparables join the others."""
        counted = load_counted(self.connection)
        if counted is None:
            return []
        rows = StoredRows(self.connection)
        space = Nearness(load_documents_with_vectors(self.connection), self.subjects, rows)
        pairs = list(space.pairs(counted.level, documents))
        numbers = blocking.numbers_of_statements(self.connection, {rows.numbers[s] for pair in pairs for s in pair})
        around |= load_numbered(self.connection, numbers - around.keys())
        return pairs

    def _settled(self, a: Comparable, b: Comparable, told: Mapping[str, int]) -> bool:
        pair = min(a.statement, b.statement), max(a.statement, b.statement)
        return pair in self.related or (pair[0] in told and told[pair[0]] == told.get(pair[1]))

    def _doubt(self, a: Comparable, b: Comparable, kin: Kin, vectors: VectorsOf) -> Doubt | None:
        """The pair as an unsure one, None where it is not."""
        akin = kin.of(a.document, b.document)
        meaning = _cosine(a, b, vectors) if akin >= AKIN else None
        if meaning is None or meaning < NEAR:
            return None
        like = likeness(profile(a, self.entity_of), profile(b, self.entity_of), akin, meaning)
        likely = dispute_likelihood(a, b, like, kin.cast(a.document, b.document))
        why = f"near in meaning ({meaning:.2f}), and not brought together"
        first, second = sorted((a.statement, b.statement))
        return Doubt(first, second, round(likely, 6), why)


def _cosine(a: Comparable, b: Comparable, vectors: VectorsOf) -> float | None:
    left, right = (vectors(one.document).meaning(one.span) for one in (a, b))
    return round(cosine(left, right), 3) if left and right else None
