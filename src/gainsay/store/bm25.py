"""BM25 over the rows of PostgreSQL's index of words, with FTS5's formula: the same hits, the same scores.

What a word adds to a score is bounded by how rare it is. Words that stand in a great part of the passages add nearly
nothing, and are counted in those passages alone that can still be among the best.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import log
from typing import Any

from sqlalchemy import Connection

from gainsay.store.wanted import Term, Wanted

LEXEMES = "array_to_tsvector(string_to_array(btrim(words), '  '))"
K1, B = 1.2, 0.75  # of BM25, as FTS5 has them
LEAST = 1e-6  # the weight of a word that stands in more than half of the passages, as FTS5 has it
MANY = 1000  # passages: what stands in fewer is counted in all of them
COMMON = 0.05  # of the passages, from which on a word is counted where it may matter

# By the index even where it gives most rows: without it every row is taken apart anew. Compiling takes longer than it
# spares, and several workers would add in an order of their own.
_PLANNED = "SELECT set_config('enable_seqscan', %s, true), set_config('jit', 'off', true), "
_PLANNED += "set_config('max_parallel_workers_per_gather', '0', true)"
_WHOLE = "SELECT coalesce(sum(passages), 0)::float8, greatest(sum(words), 1)::float8 / sum(passages) FROM passage_sizes"


@dataclass(frozen=True, slots=True)
class Weighed:
    """The terms of a search with what each weighs, and the mean length of a passage."""

    weights: Mapping[Term, float]
    hits: Mapping[Term, int]
    total: float
    mean: float

    def most(self, terms: Sequence[Term]) -> float:
        """The most that these can add to a score."""
        return (K1 + 1) * sum(self.weights[term] for term in terms)

    def common(self) -> list[Term]:
        """Those that stand in a great part of the passages."""
        return [term for term in self.weights if self.hits[term] > max(MANY, COMMON * self.total)]


def find(connection: Connection, wanted: Wanted, every: bool, limit: int) -> list[tuple[int, float]]:
    """Passages with a term of every group, or of any, and their scores, the best first."""
    connection.exec_driver_sql(_PLANNED, ("off",))
    weighed = _weigh(connection, wanted)
    found: list[tuple[int, float]] | None = None
    if every:
        found = _rows(connection, *_all_of(wanted, weighed, limit))
    elif common := weighed.common():
        found = _best(connection, weighed, common, limit)
    if found is None:
        found = _rows(connection, *_any_of(weighed, list(weighed.weights), limit))
    connection.exec_driver_sql(_PLANNED, ("on",))
    return found


def _rows(connection: Connection, statement: str, given: Sequence[Any]) -> list[tuple[int, float]]:
    return [(number, float(score)) for number, score in connection.exec_driver_sql(statement, tuple(given))]


def _weigh(connection: Connection, wanted: Wanted) -> Weighed:
    """In how many passages each term stands, and what it weighs; what stands in two groups weighs twice."""
    times = Counter(term for group in wanted for term in group)
    statement, given = [], []
    for term in times:
        condition, values = _holding(term)
        statement.append(f"(SELECT count(*) FROM passage_words WHERE {condition})")
        given += values
    hits = dict(
        zip(times, connection.exec_driver_sql(f"SELECT {', '.join(statement)}", tuple(given)).one(), strict=True)
    )
    total, mean = connection.exec_driver_sql(_WHOLE).one()
    weights = {t: n * max(log((total - hits[t] + 0.5) / (hits[t] + 0.5)), LEAST) for t, n in times.items()}
    return Weighed(weights, hits, total, mean or 1.0)


def _all_of(wanted: Wanted, weighed: Weighed, limit: int) -> tuple[str, list[Any]]:
    """The statement for passages with a term of every group."""
    terms = list(weighed.weights)
    counted = ", ".join(f"{_counted(term)} AS f{at}" for at, term in enumerate(terms))
    index = " & ".join(f"({' | '.join(' & '.join(lexemes(term)) for term in group)})" for group in wanted)
    found = f"SELECT passage, size, {counted} FROM passage_words WHERE {LEXEMES} @@ %s::tsquery"
    held = " AND ".join(f"({' OR '.join(f'f{terms.index(term)} > 0' for term in group)})" for group in wanted)
    score = " + ".join(_part(f"f{at}") for at in range(len(terms)))
    statement = (
        f"WITH found AS MATERIALIZED ({found}) SELECT passage, {score} AS score FROM found WHERE {held} "
        "ORDER BY score DESC, passage LIMIT %s"
    )
    weights = (value for term in terms for value in (weighed.weights[term], weighed.mean))
    return statement, [*map(_pattern, terms), index, *weights, limit]


def _any_of(weighed: Weighed, terms: Sequence[Term], limit: int) -> tuple[str, list[Any]]:
    """The statement for passages with any of these terms; each is counted where it stands, and nowhere else."""
    parts, given = [], []
    for at, term in enumerate(terms):
        condition, values = _holding(term)
        rows = f"SELECT passage, size, {_counted(term)} AS f FROM passage_words WHERE {condition}"
        parts.append(f"SELECT passage, {at} AS place, {_part('f')} AS part FROM ({rows}) AS held")
        given += [weighed.weights[term], weighed.mean, _pattern(term), *values]
    # Added in the order of the terms, as FTS5 does: else equals differ in the last digit.
    statement = (
        f"SELECT passage, sum(part ORDER BY place) AS score FROM ({' UNION ALL '.join(parts)}) AS parts "
        "GROUP BY passage ORDER BY score DESC, passage LIMIT %s"
    )
    return statement, [*given, limit]


def _best(
    connection: Connection, weighed: Weighed, common: Sequence[Term], limit: int
) -> list[tuple[int, float]] | None:
    """The best passages by the rarer terms, with what the common ones add; None where that does not tell the best."""
    rarer = [term for term in weighed.weights if term not in common]
    if not rarer:
        return None
    statement, given = _any_of(weighed, rarer, int(weighed.total))
    counted = ", ".join(f"{_counted(term)} AS f{at}" for at, term in enumerate(common))
    score = " + ".join(["score", *(_part(f"f{at}") for at in range(len(common)))])
    # A passage that has the common terms alone must not be able to be among the best: else nothing is found.
    last = "SELECT score FROM rare ORDER BY score DESC OFFSET %s LIMIT 1"
    near = "SELECT rare.* FROM rare, last WHERE rare.score >= last.score - %s AND last.score > %s"
    statement = (
        f"WITH rare AS MATERIALIZED ({statement}), last AS MATERIALIZED ({last}), near AS MATERIALIZED ({near}), "
        f"held AS MATERIALIZED (SELECT passage, score, size, {counted} FROM near JOIN passage_words USING (passage)) "
        f"SELECT passage, {score} AS added FROM held ORDER BY added DESC, passage LIMIT %s"
    )
    weights = (value for term in common for value in (weighed.weights[term], weighed.mean))
    most = weighed.most(common)
    given += [limit - 1, most, most, *map(_pattern, common), *weights, limit]
    return _rows(connection, statement, given) or None


def _part(count: str) -> str:
    """What a term adds to the score of a row; its weight and the mean length are given."""
    length = f"{K1}::float8 * ({1 - B}::float8 + {B}::float8 * size / %s::float8)"
    return f"%s::float8 * ({count} * {K1 + 1}::float8 / ({count} + {length}))"


def lexemes(term: Term) -> list[str]:
    """The words as PostgreSQL's index is asked for them; they are letters and digits alone."""
    found = [f"'{word}'" for word in term.words]
    if term.beginning:
        found[-1] += ":*"
    return found


def _holding(term: Term) -> tuple[str, list[str]]:
    """The condition on a row that holds the term, and what is given to it."""
    index, pattern = " & ".join(lexemes(term)), _pattern(term)
    condition = f"{LEXEMES} @@ %s::tsquery"
    return (
        (condition, [index])
        if len(term.words) == 1
        else (f"{condition} AND position(%s IN words) > 0", [index, pattern])
    )


def _pattern(term: Term) -> str:
    """How the words stand in the row."""
    spaced = f" {'  '.join(term.words)} "
    return spaced[:-1] if term.beginning else spaced


def _counted(term: Term) -> str:
    """How often a row holds the words, which are given; in bytes, which nobody has to count anew."""
    size = len(_pattern(term).encode())
    return f"((octet_length(words) - octet_length(replace(words, %s, ''))) / {size})::float8"
