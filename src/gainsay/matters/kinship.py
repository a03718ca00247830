"""Whether two documents are on the same subject: a prior for whether two of their clauses are on the same thing.

Two figures for "voters" in reports of one election night may clash; in reports a year apart they hardly do. The
subject of a document is its most telling words and names, weighted by how often they stand in it (log-scaled, as in
tf-idf with the fixed weights of `statements.terms` for idf); kinship is the cosine of two subjects.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Mapping

from gainsay.entities.entity import Referent
from gainsay.statements.statement import Statement
from gainsay.statements.terms import weight

Subject = Mapping[str, float]
"""Word or name → share, of unit length. Names carry a leading "@", so that they do not meet words."""

MOST_TELLING = 60
NAME_WEIGHT = 4.0

# On the development data articles on one event are at least 0.25 akin, long histories of one country and tales of one
# night 0.19, short papers of one trial 0.11; of unrelated reports with the same cast half are below 0.06 and nineteen
# in twenty below 0.18.
AKIN = 0.19
# From here on two documents mostly tell of one event; periodic reports (polls, daily counts) reach as far, too.
ON_ONE_EVENT = 0.35
STRANGERS = 0.1
ONE = 10_000
"""Shares of a subject have four decimals: as whole numbers their products add up exactly, in any order."""


def subject(statements: Iterable[Statement], referents: Iterable[Referent]) -> dict[str, float]:
    """The subject of one document, at most `MOST_TELLING` words and names."""
    counted = Counter(term for statement in statements for term in statement.terms)
    told = {term: (1 + math.log(n)) * weight(term) for term, n in counted.items()}
    for referent in referents:
        if not referent.names:  # known by description alone: nobody outside of the document
            continue
        name = "@" + referent.name.lower()
        told[name] = max(told.get(name, 0.0), (1 + math.log(max(len(referent.mentions), 1))) * NAME_WEIGHT)
    top = sorted(told.items(), key=lambda pair: (-pair[1], pair[0]))[:MOST_TELLING]
    length = math.sqrt(sum(x * x for _, x in top))
    return {term: round(x / length, 4) for term, x in top} if length else {}


def kinship(a: Subject, b: Subject) -> float:
    """How much two subjects share, from 0 to 1.

    >>> kinship({"strike": 0.6, "@holt": 0.8}, {"strike": 1.0})
    0.6
    """
    if len(a) > len(b):
        a, b = b, a
    return sum(share * b[term] for term, share in a.items() if term in b)
