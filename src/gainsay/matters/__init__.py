"""Matters: statements on the same thing, arranged in sides, with a verdict.

The stage runs in three steps, so that an edition can be compared again after a change without being read again:

1. `collect` (per document): what of its statements can be compared, compact enough to keep.
2. `keys` and `Nearness`, then `relate`: which comparables share a key or are near in meaning, and how each pair is
   related. A pair's relation depends on the two alone, so after a change only what touches the changed ones is looked
   at.
3. `assemble` (the edition): relations into matters.

`clauses` and `opinions` read clauses for the first step, `subjects` tells which documents are near for the second,
`facets` compares for it.
"""

from gainsay.matters.assembly import Context, assemble
from gainsay.matters.blocking import KEY_BYTES, LARGEST_BLOCK, kept_keys, pairs_by_document, two_voices
from gainsay.matters.collecting import collect
from gainsay.matters.comparable import Comparable
from gainsay.matters.comparing import relate, relate_pairs
from gainsay.matters.matter import DISPUTED, Facet, Matter, Side, Verdict, Witnesses
from gainsay.matters.nearness import Nearness, Rows
from gainsay.matters.subjects.kinship import Subject, subject
from gainsay.matters.subjects.postings import Akin
from gainsay.matters.vectors import SentenceVectors, context_vectors
from gainsay.matters.verdict import Relation

__all__ = [
    "DISPUTED",
    "KEY_BYTES",
    "LARGEST_BLOCK",
    "Akin",
    "Comparable",
    "Context",
    "Facet",
    "Matter",
    "Nearness",
    "Relation",
    "Rows",
    "SentenceVectors",
    "Side",
    "Subject",
    "Verdict",
    "Witnesses",
    "assemble",
    "collect",
    "context_vectors",
    "kept_keys",
    "pairs_by_document",
    "relate",
    "relate_pairs",
    "subject",
    "two_voices",
]
